"""What a provider is asked about a return: each question with the cell it is about."""

from dataclasses import dataclass
from datetime import date

from db.rules.ledger import QueryRaised
from db.rules.working_days import BankHolidays, YearNotKnown, working_day_after

ANSWER_WITHIN = 10
"""Working days in which an answer is asked for, unless the officer says otherwise."""


def answer_day(on: date, holidays: BankHolidays) -> date | None:
    """The day by which an answer is asked for; none where the bank holidays of its year are not recorded."""
    try:
        return working_day_after(on, ANSWER_WITHIN, holidays=holidays)
    except YearNotKnown:
        return None


@dataclass(frozen=True, slots=True)
class Query:
    """One question: the place in the provider's own file, what stands there, and what is asked."""

    sheet: str
    cell: str
    """Empty where the question is about the whole sheet."""
    says: str
    """What the cell holds, as it is shown; empty where it holds nothing."""
    asked: str

    @property
    def place(self) -> str:
        """Where to look: Sheet “Q3”, cell D14."""
        parts = (f"sheet “{self.sheet}”" * bool(self.sheet), f"cell {self.cell}" * bool(self.cell))
        place = ", ".join(filter(None, parts)) or "the file as a whole"
        return f"{place[0].upper()}{place[1:]}"


@dataclass(frozen=True, slots=True)
class KeptQuery:
    """A query as it was put to a provider, and whether it was answered."""

    id: str
    query: Query
    raised: QueryRaised
    answer: str = ""


@dataclass(frozen=True, slots=True)
class QueryList:
    """The questions about one return, and what a provider needs to know whose they are."""

    reference: str
    title: str
    provider: str
    quarter: str
    file_name: str
    on: date
    queries: tuple[Query, ...]
    answer_by: date | None = None
