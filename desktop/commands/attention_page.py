"""What needs attention on a day as text for people: each line with the number by which a command marks it."""

from collections.abc import Iterable
from datetime import date

from db.rules.attention import AttentionLine, Urgency
from db.rules.dates import show_day
from db.rules.marks import Mark, MarkKind, Sorted
from desktop.commands.saying import wrapped

_HEADINGS = {
    Urgency.OVERDUE: "OVERDUE",
    Urgency.SOON: "WITHIN 90 DAYS",
    Urgency.LATER: "LATER",
}
_MARKED = {MarkKind.SEEN: "Acknowledged", MarkKind.PUT_OFF: "Put off", MarkKind.DONE: "Done"}


def attention_page(found: Sorted, on: date, *, with_resting: bool = False) -> str:
    """Everything open, most pressing first, with the working behind its day, and how much rests; or that too."""
    numbered = list(enumerate(in_order(found.open), 1))
    rest = f"; {len(found.resting)} at rest" if found.resting else ""
    text = [f"Needs attention on {show_day(on)}: {len(numbered) or 'nothing'}{rest}"]
    for urgency, heading in _HEADINGS.items():
        of_it = [(number, line) for number, line in numbered if line.urgency is urgency]
        text += ["", heading] if of_it else []
        text += [told for number, line in of_it for told in _lines(line, f"{number}. ")]
    if with_resting and found.resting:
        text += ["", "AT REST"]
        text += [told for line, mark in found.resting for told in (*_lines(line), *_inner(_why_it_rests(mark)))]
    return "\n".join(text)


def in_order(lines: Iterable[AttentionLine]) -> tuple[AttentionLine, ...]:
    """Lines as the page numbers them."""
    every = tuple(lines)
    return tuple(line for urgency in _HEADINGS for line in every if line.urgency is urgency)


def _lines(line: AttentionLine, number: str = "") -> list[str]:
    by = f"{show_day(line.act_by)}: " if line.act_by else ""
    whose = ", ".join(filter(None, (line.contract_reference, line.contract_title, line.providers)))
    return [
        *wrapped(f"{number}{by}{line.what}", "  ", "    "),
        *(_inner(whose) if whose else ()),
        *(inner for step in line.why for inner in _inner(f"- {step}")),
    ]


def _why_it_rests(mark: Mark) -> str:
    until = f" until {show_day(mark.until)}" if mark.until else ", while its day stays"
    return f"* {_MARKED[mark.kind]}{until}{f': {mark.note}' if mark.note else ''}"


def _inner(text: str) -> list[str]:
    return wrapped(text, "    ", "      ")
