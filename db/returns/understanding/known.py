"""What is known already when a file is read: the profile's answers and those given for this file."""

from db.returns.tables.periods import left_open
from db.returns.tables.table import Table
from db.returns.tables.words import fold, label
from db.returns.understanding.profile import ColumnMeaning, LayoutProfile
from db.returns.understanding.understood import Chosen
from db.rules.monitoring import MeasureId


class Known:
    """Looks up what was settled."""

    def __init__(self, chosen: Chosen) -> None:
        self.chosen = chosen
        self.settled = settled_in(chosen.profile) | dict(chosen.settled)
        self._columns = {(each.sheet, each.key): each for each in chosen.profile.columns}
        self._measures = {each.label: each.measure for each in chosen.profile.measures}
        self.exclusions = frozenset(chosen.profile.exclusions)

    def column(self, sheet: str, key: str) -> ColumnMeaning | None:
        """What a column is known to mean, by its sheet's pattern and its own key."""
        return self._columns.get((sheet, key))

    def knows_measure(self, said: str) -> bool:
        """Whether a label was met before."""
        return label_key(said) in self._measures

    def measure(self, said: str) -> MeasureId | None:
        """The measure a label was met for; None where it was left out."""
        return self._measures.get(label_key(said))


def settled_in(profile: LayoutProfile) -> dict[str, str]:
    """Every answer of a profile by its question."""
    parts = (profile.date_orders, profile.percents, profile.hidden, profile.others)
    return {each.key: each.choice for part in parts for each in part}


def label_key(said: str) -> str:
    """A label as it is remembered."""
    return label(left_open(said))


def table_key(table: Table) -> str:
    """A table's sheet with its period left open, and which table of the sheet it is where it is not the first."""
    number = table.repeats or table.number
    return sheet_key(table.sheet) + (f" (table {number})" if number > 1 else "")


def sheet_key(sheet: str) -> str:
    """A sheet's name with its period left open."""
    return fold(left_open(sheet)).replace("|", "/")
