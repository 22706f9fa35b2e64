"""Work out a date: choose what to work out, enter what is known, and read the answer and its working at once."""

from datetime import date, datetime, time

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from db.rules.calculations import CALCULATIONS, Calculation
from db.rules.refusal import Refusal
from db.rules.service_of_notice import SERVICE_RULES
from db.rules.workings import Worked, work_out
from desktop.desk import Desk
from desktop.fields.choice_fields import ChoiceField
from desktop.fields.date_field import DateField
from desktop.fields.text_fields import TextField
from desktop.look.parts import GAP, MARGIN, button, label, prose, rule
from desktop.messages import announce


class WorkOutDialog(QDialog):
    """A calculator for days. Nothing is kept of it, and nothing in the register is touched."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, name: str = "period_end") -> None:
        super().__init__(parent)
        self._desk = desk
        self.setObjectName("workOutDialog")
        self.setWindowTitle("Work out a date")
        kinds = [(each.name, each.title) for each in CALCULATIONS.values()]
        self.what = ChoiceField[str]("workOutWhat", "What to &work out", kinds, name, missing="Choose what to work out")
        self.day = DateField("workOutDay", "&Day", desk.day, missing="Enter the day")
        self.time = TextField("workOutTime", "&Time", helped="Such as 16:30", missing="Enter the time", characters=8)
        self.length = TextField("workOutLength", "&Length", missing="Enter the length", characters=8)
        self.unit = ChoiceField[str]("workOutUnit", "&Counted in", [], characters=22, missing="Choose")
        self.variant = ChoiceField[str]("workOutVariant", "W&hich", [], characters=36, missing="Choose")
        self.answer = prose("", "pageTitle")
        self.answer.setObjectName("workOutAnswer")
        self.working = prose("")
        self.working.setObjectName("workOutWorking")
        self._lay_out()
        self.what.changed.connect(self._begin)
        for field in (self.day, self.time, self.length, self.unit, self.variant):
            field.changed.connect(self._work_out)
        self._begin()

    def sizeHint(self) -> QSize:
        one, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        above = self.parentWidget()
        wanted = QSize(72 * one, 40 * line)
        return wanted.boundedTo(above.window().size() - QSize(48, 48)) if above else wanted

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        column.setSpacing(12)
        column.addWidget(label("Work out a date", "pageTitle"))
        for field in (self.what, self.day, self.time, self.length, self.unit, self.variant):
            column.addWidget(field)
        column.addWidget(rule())
        column.addWidget(self.answer)
        column.addWidget(self.working)
        column.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName("Work out a date")
        area.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 16)
        outer.addWidget(area, 1)
        close = button("Close", "workOutClose")
        close.clicked.connect(self.reject)
        across = QHBoxLayout()
        across.setContentsMargins(MARGIN, 0, MARGIN, 0)
        across.addStretch(1)
        across.addWidget(close)
        outer.addLayout(across)

    def _asked(self) -> Calculation | None:
        return CALCULATIONS.get(self.what.read() or "")

    def _begin(self) -> None:
        """Offer what the chosen calculation takes, with its usual values."""
        asked = self._asked()
        fields = (self.time, self.length, self.unit, self.variant)
        for field in fields:
            field.blockSignals(True)
        if asked:
            self.length.write("" if asked.n is None else str(asked.n))
            self.unit.offer([(each, _unit(each)) for each in asked.units], asked.units[0] if asked.units else None)
            first = asked.variants[0] if asked.variants else None
            self.variant.offer([(each, _variant(each)) for each in asked.variants], first)
        for field in fields:
            field.blockSignals(False)
        self._show_fields(asked)
        self._work_out()

    def _show_fields(self, asked: Calculation | None) -> None:
        self.time.setVisible(bool(asked and (asked.needs_time or asked.name == "deemed_service")))
        self.length.setVisible(bool(asked and asked.units))
        self.unit.setVisible(bool(asked and len(asked.units) > 1))
        self.variant.setVisible(bool(asked and len(asked.variants) > 1))

    def _work_out(self) -> None:
        try:
            worked = self._worked()
        except Refusal as refusal:
            self._tell("", str(refusal))
            return
        self._tell(worked.shown, "\n".join(worked.working)) if worked else self._tell("", "Choose what to work out.")

    def _tell(self, answer: str, working: str) -> None:
        self.answer.setText(f"{answer[:1].upper()}{answer[1:]}" or "–")
        self.working.setText(working)
        announce(self.answer, f"{answer}. {working}" if answer else working)

    def _worked(self) -> Worked | None:
        asked, day = self._asked(), self.day.read()
        if asked is None:
            return None
        if day is None:
            raise Refusal("Enter the day.")
        moment = self._moment(asked, day)
        variant = self.variant.read() if asked.variants else None
        length, unit = self._length(asked), (self.unit.read() or None) if asked.units else None
        return work_out(asked.name, moment, length, unit, variant, holidays=self._desk.holidays)

    def _moment(self, asked: Calculation, day: date) -> date | datetime:
        written = self.time.read().replace(".", ":")
        if not written or not (asked.needs_time or asked.name == "deemed_service"):
            return day
        try:
            return datetime.combine(day, time.fromisoformat(written.zfill(5)))
        except ValueError as fault:
            raise Refusal("Enter the time with two figures each, such as 16:30.") from fault

    def _length(self, asked: Calculation) -> int | None:
        written = self.length.read()
        if not asked.units or not written:
            return None
        if not written.isdecimal():
            raise Refusal("Enter the length as a whole number, such as 3.")
        return int(written)


def show_work_out(desk: Desk, parent: QWidget) -> WorkOutDialog:
    """Open the calculator over a window."""
    made = WorkOutDialog(desk, parent)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.open()
    return made


def _unit(unit: str) -> str:
    return unit.replace("_", " ") or "as the way of sending says"


def _variant(variant: str) -> str:
    if variant in SERVICE_RULES:
        rule_of = SERVICE_RULES[variant]
        return f"{rule_of.method}: {rule_of.source}"
    return variant.replace("_", " ").capitalize()
