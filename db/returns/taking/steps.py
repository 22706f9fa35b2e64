"""What an officer does to a file as understood, as values: each gives the file understood afresh."""

from dataclasses import dataclass, replace

from db.returns.understanding.answers import answer, exclude, exclude_row, include_all, remap, take_suggestions
from db.returns.understanding.known import label_key
from db.returns.understanding.meaning import Meaning
from db.returns.understanding.profile import MeasureLabel
from db.returns.understanding.understand import understand_as
from db.returns.understanding.understood import Understood
from db.rules.monitoring import MeasureId, ReturnPeriod
from db.rules.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Answered:
    """A question answered, or answered otherwise."""

    key: str
    choice: str

    def take(self, understood: Understood) -> Understood:
        """The file after it.

        Raises:
            Refusal: there is no such question or choice.
        """
        return answer(understood, self.key, self.choice)


@dataclass(frozen=True, slots=True)
class Suggested:
    """Every open question with a suggestion answered by it."""

    def take(self, understood: Understood) -> Understood:
        """The file after it."""
        return take_suggestions(understood)


@dataclass(frozen=True, slots=True)
class Remapped:
    """A column given another meaning."""

    sheet: str
    column: int
    table: int
    meaning: Meaning
    measure: MeasureId | None = None

    def take(self, understood: Understood) -> Understood:
        """The file after it.

        Raises:
            Refusal: there is no such column.
        """
        place = (self.sheet, self.column, self.table)
        found = next((each for each in understood.columns if (each.sheet, each.column, each.table) == place), None)
        if found is None:
            raise Refusal("That column is no longer there. Look at the columns again.")
        return remap(understood, found, self.meaning, self.measure)


@dataclass(frozen=True, slots=True)
class Named:
    """The measure that rows of a label are about; None leaves them out."""

    label: str
    measure: MeasureId | None

    def take(self, understood: Understood) -> Understood:
        """The file after it, and so for later files of the same shape."""
        profile, key = understood.chosen.profile, label_key(self.label)
        kept = tuple(each for each in profile.measures if each.label != key)
        profile = replace(profile, measures=(*kept, MeasureLabel(key, self.measure, is_row=True)))
        chosen = replace(understood.chosen, profile=profile)
        return understand_as(understood.cells, understood.asked, chosen, understood.tables)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A cell left out, or with a row's number alone the whole row."""

    sheet: str
    cell: str

    def take(self, understood: Understood) -> Understood:
        """The file after it."""
        if self.cell.isdigit():
            return exclude_row(understood, self.sheet, int(self.cell))
        return exclude(understood, self.sheet, self.cell)


@dataclass(frozen=True, slots=True)
class AllTakenBack:
    """Everything that was left out taken back in."""

    def take(self, understood: Understood) -> Understood:
        """The file after it."""
        return include_all(understood)


@dataclass(frozen=True, slots=True)
class ForQuarter:
    """The quarter the file is for, where it does not say so itself."""

    quarter: ReturnPeriod

    def take(self, understood: Understood) -> Understood:
        """The file after it."""
        chosen = replace(understood.chosen, quarter=self.quarter)
        return understand_as(understood.cells, understood.asked, chosen, understood.tables)


Step = Answered | Suggested | Remapped | Named | LeftOut | AllTakenBack | ForQuarter
