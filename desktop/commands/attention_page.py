"""What needs attention on a day as text for people."""

from collections.abc import Iterable
from datetime import date

from db.rules.attention import AttentionLine, Urgency
from db.rules.dates import show_day
from desktop.commands.saying import wrapped

_HEADINGS = {
    Urgency.OVERDUE: "OVERDUE",
    Urgency.SOON: "WITHIN 90 DAYS",
    Urgency.LATER: "LATER, WITHIN A YEAR",
}


def attention_page(lines: Iterable[AttentionLine], on: date) -> str:
    """Everything to look at, most pressing first, each with its contract and the working behind its day."""
    every = tuple(lines)
    text = [f"Needs attention on {show_day(on)}: {len(every) or 'nothing'}"]
    for urgency, heading in _HEADINGS.items():
        of_it = [each for each in every if each.urgency is urgency]
        text += ["", heading] if of_it else []
        text += [line for each in of_it for line in _lines(each)]
    return "\n".join(text)


def _lines(line: AttentionLine) -> list[str]:
    by = f"{show_day(line.act_by)}: " if line.act_by else ""
    whose = ", ".join(filter(None, (line.contract_reference, line.contract_title, line.providers)))
    return [
        *wrapped(f"{by}{line.what}", "  ", "    "),
        *(_inner(whose) if whose else ()),
        *(inner for step in line.why for inner in _inner(f"- {step}")),
    ]


def _inner(text: str) -> list[str]:
    return wrapped(text, "    ", "      ")
