"""The fields of one measure: name, unit, direction, rule, and what the rule needs."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.rules.monitoring import MeasureUnit
from db.rules.months import MONTHS_SAID, Months
from db.rules.outcome import COLOURS, Outcome
from db.rules.targets import Direction
from db.rules.written_measures import Part, RuleKind, WrittenBand, WrittenMeasure
from desktop.dialogs.rows_field import Cells, RowsField
from desktop.fields.choice_fields import ChoiceField
from desktop.fields.field import Field
from desktop.fields.text_fields import TextField
from desktop.screens.flow import Flow

_UNITS = ((MeasureUnit.COUNT, "Number"), (MeasureUnit.DECIMAL, "Decimal number"), (MeasureUnit.POUNDS, "£"),
          (MeasureUnit.PERCENT, "%"), (MeasureUnit.WORDS, "Words"))  # fmt: skip
_DIRECTIONS = ((Direction.HIGHER, "Higher is better"), (Direction.LOWER, "Lower is better"),
               (Direction.NONE, "Neither"))  # fmt: skip
_RULES = (
    (RuleKind.TARGET, "Target and floor"),
    (RuleKind.WITHIN, "Met, or missed within so many per cent"),
    (RuleKind.BANDS, "Bands of figures"),
    (RuleKind.DATA_ONLY, "Data only: followed, not rated"),
)
_COLOURS = tuple((each, each.value.capitalize()) for each in COLOURS)
_ENDS = ((False, "not counted"), (True, "counted"))


class MeasureFields(QWidget):
    """Writes and reads one measure. Only what its unit and rule need is shown."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_writing = False
        self.name_field = TextField("measureName", "&Name", missing="Enter the measure’s name", characters=60)
        self.unit: ChoiceField[MeasureUnit] = ChoiceField(
            "measureUnit", "&Unit", _UNITS, missing="Choose the unit", characters=12
        )
        self.direction: ChoiceField[Direction] = ChoiceField(
            "measureDirection", "&Direction", _DIRECTIONS, missing="Choose which way is better", characters=20
        )
        self.rule: ChoiceField[RuleKind] = ChoiceField(
            "measureRule", "&Rated by", _RULES, missing="Choose how it is rated", characters=38
        )
        self.percent = TextField("measurePercent", "Missed w&ithin, %", missing="Enter a percentage", characters=6)
        self.targets = RowsField(
            "measureTargets", "&Targets",
            (Cells("From", 18), Cells("Target", 12), Cells("Floor", 12)), line="target",
            helped="A target counts from the quarter of its day until the next. With no floor there is no amber.",
        )  # fmt: skip
        self.bands = RowsField(
            "measureBands", "&Bands, the lowest figures first",
            (Cells("From", 10), Cells("Up to", 10), Cells("That end is", 12, _ENDS), Cells("Rating", 10, _COLOURS),
             Cells("Called", 14)), line="band", blank=3, missing="Enter at least one band",
            helped="Empty at an end: there is no lowest, or no highest.",
        )  # fmt: skip
        self.numerator: ChoiceField[str] = ChoiceField("measureNumerator", "&Worked out from", (), characters=30)
        self.denominator: ChoiceField[str] = ChoiceField("measureDenominator", "Divided b&y", (), characters=30)
        self.months: ChoiceField[Months] = ChoiceField(
            "measureMonths", "Reported by &month", tuple(MONTHS_SAID.items()), missing="Choose what months make",
            characters=26, helped="How the quarter’s figure comes of its months, where the provider gives those.",
        )  # fmt: skip
        self.all: tuple[Field, ...] = (
            self.name_field, self.unit, self.direction, self.rule, self.percent, self.targets, self.bands,
            self.numerator, self.denominator, self.months,
        )  # fmt: skip
        self._lay_out()
        for field in self.all:
            field.changed.connect(self._touched)

    def write(self, draft: WrittenMeasure, others: Sequence[str]) -> None:
        """Show a measure; `others` are the names of the measures it may be worked out from."""
        self._is_writing = True
        self.name_field.write(draft.name)
        self.unit.write(draft.unit)
        self.direction.write(draft.direction)
        self.rule.write(draft.rule)
        self.percent.write(draft.percent)
        self.months.write(draft.months)
        self.targets.write(draft.targets or [("", "", "")])
        bands = [(each.low, each.high, each.takes_high_in, each.outcome, each.word) for each in draft.bands]
        self.bands.write(bands or [("", "", None, None, "")] * 3)
        for field, chosen in ((self.numerator, draft.numerator), (self.denominator, draft.denominator)):
            names = list(dict.fromkeys((*others, *filter(None, (chosen,)))))
            field.offer([(each, each) for each in names], chosen or None)
        for each in self.all:
            each.show_problem("")
        self._is_writing = False
        self._show_needed()

    def read(self) -> WrittenMeasure:
        """The measure as it is written now."""
        unit = self.unit.read() or MeasureUnit.COUNT
        is_words = unit is MeasureUnit.WORDS
        return WrittenMeasure(
            self.name_field.read(),
            unit,
            Direction.NONE if is_words else self.direction.read() or Direction.NONE,
            RuleKind.DATA_ONLY if is_words else self.rule.read() or RuleKind.DATA_ONLY,
            self.percent.read(),
            () if is_words else tuple((day, value, floor) for day, value, floor in self.targets.read()),
            tuple(_band(*row) for row in self.bands.read()),
            "" if is_words else self.numerator.read() or "",
            "" if is_words else self.denominator.read() or "",
            Months.NONE if is_words else self.months.read() or Months.NONE,
        )

    def of(self, part: Part) -> Field:
        """The field a part of a measure is written in."""
        return {
            Part.NAME: self.name_field,
            Part.DIRECTION: self.direction,
            Part.PERCENT: self.percent,
            Part.TARGETS: self.targets,
            Part.BANDS: self.bands,
            Part.PARTS: self.numerator,
            Part.MONTHS: self.months,
        }[part]

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.name_field)
        column.addWidget(_beside(self.unit, self.direction))
        column.addWidget(_beside(self.rule, self.percent))
        column.addWidget(self.targets)
        column.addWidget(self.bands)
        column.addWidget(_beside(self.numerator, self.denominator))
        column.addWidget(self.months)
        column.addStretch(1)

    def _show_needed(self) -> None:
        is_words = self.unit.read() is MeasureUnit.WORDS
        rule = self.rule.read()
        for field in (self.direction, self.rule, self.numerator, self.denominator, self.months):
            field.setVisible(not is_words)
        self.percent.setVisible(not is_words and rule is RuleKind.WITHIN)
        self.bands.setVisible(not is_words and rule is RuleKind.BANDS)
        self.targets.setVisible(not is_words and rule is not RuleKind.BANDS)

    def _touched(self) -> None:
        if not self._is_writing:
            self._show_needed()
            self.changed.emit()


def _band(low: str, high: str, takes_high_in: bool | None, outcome: Outcome | None, word: str) -> WrittenBand:
    return WrittenBand(low, high, bool(takes_high_in), outcome, word)


def _beside(*fields: Field) -> QWidget:
    holder = QWidget()
    row = Flow(16)
    holder.setLayout(row)
    for field in fields:
        row.addWidget(field)
    return holder
