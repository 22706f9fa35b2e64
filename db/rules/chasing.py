"""What is written to a provider whose returns are owed: plain text to paste. Nothing is sent from here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from db.rules.dates import show_day
from db.rules.ledger import LedgerLine, ReturnState
from db.rules.words import counted

_AWAITED = (ReturnState.EXPECTED, ReturnState.DUE, ReturnState.REMINDED, ReturnState.LATE)

_ASKED = (
    "Send the workbook for each quarter as it is.",
    "If you do not have a figure, leave its cell blank and say why. Do not enter 0 for it.",
    "If you have sent a return already, tell us on which day.",
)


@dataclass(frozen=True, slots=True)
class Chased:
    """A contract whose returns are asked for: the lines of the ledger that are owed, and whom to write to."""

    reference: str
    title: str
    provider: str
    contact: str
    lines: tuple[LedgerLine, ...]

    @property
    def owed(self) -> tuple[LedgerLine, ...]:
        """The returns that have not come, oldest first."""
        awaited = (line for line in self.lines if line.state in _AWAITED)
        return tuple(sorted(awaited, key=lambda line: line.period.days.starts_on))


@dataclass(frozen=True, slots=True)
class ChaseText:
    """A message about returns that are owed, as plain text."""

    to: str
    """The contacts as recorded, each once; empty when none is."""
    subject: str
    body: str


def chase(contracts: Iterable[Chased], on: date, *, council: str, officer: str = "") -> ChaseText | None:
    """The message for one provider's contracts on a day, naming every quarter owed; None when nothing is owed."""
    asked = [each for each in contracts if each.owed]
    if not asked:
        return None
    return ChaseText(
        "; ".join(dict.fromkeys(each.contact for each in asked if each.contact)),
        _subject(asked),
        "\n".join(_body(asked, on, council, officer)),
    )


def _subject(asked: list[Chased]) -> str:
    owed = [line for each in asked for line in each.owed]
    quarters = list(dict.fromkeys(line.period.label for line in owed))
    if len(asked) > 1:
        return f"{len(owed)} monitoring returns for {len(asked)} contracts"
    word = "return" if len(quarters) == 1 else "returns"
    return f"{asked[0].reference}: monitoring {word} for {_listed(quarters)}"


def _body(asked: list[Chased], on: date, council: str, officer: str) -> Iterator[str]:
    yield f"To {_listed(list(dict.fromkeys(each.provider for each in asked)))}"
    yield ""
    yield _opening(asked, on)
    for each in asked:
        yield ""
        yield f"{each.reference}, {each.title}"
        yield from (f"- {line.period.label} ({line.period.days}): {_due(line)}" for line in each.owed)
    yield ""
    yield from _ASKED
    yield ""
    yield from filter(None, (officer, council))


def _opening(asked: list[Chased], on: date) -> str:
    if any(line.state is ReturnState.LATE for each in asked for line in each.owed):
        return f"On {show_day(on)} we have not received:"
    return "These monitoring returns are to come:"


def _due(line: LedgerLine) -> str:
    if line.due_on is None:
        return "due as agreed"
    if line.state is not ReturnState.LATE:
        return f"due by {show_day(line.due_on)}"
    return f"was due by {show_day(line.due_on)}, {counted(line.days_late, 'days')} ago"


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
