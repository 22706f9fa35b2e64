"""What was learned of the shape of a provider's return for a contract, so that the next one needs no mapping."""

from dataclasses import dataclass

from db.rules.monitoring import MeasureId


@dataclass(frozen=True, slots=True)
class ColumnMeaning:
    """What the officer or the evidence made of a column."""

    sheet: str
    """A sheet's name with its period left open, as in "{quarter} return"."""
    key: str
    """The headings with every period left open, levels divided by " / "."""
    meaning: str
    measure: MeasureId | None = None


@dataclass(frozen=True, slots=True)
class MeasureLabel:
    """The words with which a provider names a measure. No measure: a row that is left out."""

    label: str
    measure: MeasureId | None
    is_row: bool = False
    """Whether rows are called so, and not columns."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A question's key and the choice made."""

    key: str
    choice: str


@dataclass(frozen=True, slots=True)
class LayoutProfile:
    """How a provider fills in returns for a contract."""

    provider: str = ""
    contract: str = ""
    sheets: tuple[str, ...] = ()
    """Sheets that have tables, by name with the period left open."""
    columns: tuple[ColumnMeaning, ...] = ()
    """In the order in which they stand."""
    measures: tuple[MeasureLabel, ...] = ()
    date_orders: tuple[Settled, ...] = ()
    percents: tuple[Settled, ...] = ()
    hidden: tuple[Settled, ...] = ()
    exclusions: tuple[str, ...] = ()
    """Rows left out, by their label."""
    others: tuple[Settled, ...] = ()
    """What else was settled: marks, thousands, footnotes, small numbers."""
