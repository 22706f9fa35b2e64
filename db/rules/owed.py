"""A line of the ledger with what people call its contract."""

from dataclasses import dataclass

from db.rules.ledger import LedgerLine


@dataclass(frozen=True, slots=True)
class Owed:
    """A line of the ledger with what people call its contract, and whom to write to."""

    line: LedgerLine
    reference: str
    title: str
    provider: str
    contact: str = ""
    service: str = ""
