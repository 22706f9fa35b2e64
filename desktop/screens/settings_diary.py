"""The council's diary in the settings: the steps of each kind of decision, the usual kind, and the lead times."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.operations.diary import choose_runway, set_leads, set_runway
from db.rules.attention_line import Matter
from db.rules.counting import Counting
from db.rules.leads import USUAL, Leads, leads
from db.rules.refusal import Refusal
from db.rules.runway import RUNWAYS, Step
from desktop.desk import Desk
from desktop.dialogs.rows_field import Cells, Row, RowsField
from desktop.fields.choice_fields import ChoiceField
from desktop.fields.form import Form
from desktop.fields.text_fields import TextField
from desktop.look.parts import GAP, button, label, prose
from desktop.screens.flow import Flow

_COUNTED = [(each, each.value.replace("_", " ")) for each in Counting]
_CELLS = (
    Cells("Step", 30, stretches=True),
    Cells("Length", 6),
    Cells("Counted in", 18, choices=_COUNTED),
    Cells("Source", 26, stretches=True),
)
_KEPT = "Kept in the register, for everyone who opens it."


Act = Callable[[], object]


class StepsSettings(QWidget):
    """The governance steps of one kind of decision at a time. Saving them moves every contract's days."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.form = Form()
        self.usual = self.form.add(
            ChoiceField[str]("usualRunway", "Usual kind of decision", [], characters=36,
                             missing="Choose the usual kind", helped="Counted for each contract that names no other.")
        )  # fmt: skip
        self.kind = self.form.add(
            ChoiceField[str]("runwayKind", "Steps of", [], characters=36, missing="Choose a kind of decision")
        )
        self.steps = self.form.add(
            RowsField("runwaySteps", "Steps, in order", _CELLS, line="step", missing="Enter the steps",
                      helped="Each length is what must lie between a step and what waits for it.")
        )  # fmt: skip
        self.decides = self.form.add(
            ChoiceField[str]("runwayDecides", "The step that takes the decision", [], characters=36,
                        missing="Choose the step that takes the decision")
        )  # fmt: skip
        self.save = button("Save the steps", "saveSteps", icon="save", role="act")
        self.restore = button("Restore as it came", "restoreSteps", icon="undo")
        self.told = prose("", "quiet")
        self._lay_out()
        self._wire()

    def load(self) -> None:
        """Show what the register has."""
        runways, before = self._desk.register.diaries.runways(), self.kind.read()
        names = [(name, name) for name in runways]
        for field, chosen in ((self.usual, self._desk.diary().usual_runway), (self.kind, before or names[0][0])):
            field.blockSignals(True)
            field.offer(names, chosen)
            field.blockSignals(False)
        self._show_steps()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(label("Steps before a decision", "groupTitle"))
        column.addWidget(prose(f"{_KEPT} A contract’s days to decide and to start are counted back by them.", "quiet"))
        column.addWidget(self.form)
        buttons = Flow(GAP)
        buttons.addWidget(self.save)
        buttons.addWidget(self.restore)
        column.addLayout(buttons)
        column.addWidget(self.told)

    def _wire(self) -> None:
        self.kind.changed.connect(self._show_steps)
        self.usual.changed.connect(self._choose_usual)
        self.steps.changed.connect(self._offer_decides)
        self.save.clicked.connect(self._save)
        self.restore.clicked.connect(self._restore)

    def _show_steps(self) -> None:
        steps = self._stored()
        self.steps.blockSignals(True)
        self.steps.write([(step.name, str(step.length), step.counting, step.source) for step in steps])
        self.steps.blockSignals(False)
        self.decides.offer([(step.name, step.name) for step in steps], _deciding(steps))
        self.restore.setEnabled(self.kind.read() in RUNWAYS)

    def _offer_decides(self) -> None:
        names = [str(row[0]) for row in self.steps.read() if row[0]]
        self.decides.offer([(name, name) for name in names], self.decides.read())

    def _choose_usual(self) -> None:
        name = self.usual.read()
        if name and name != self._desk.diary().usual_runway:
            self._act(lambda: self._desk.act(choose_runway, name))

    def _save(self) -> None:
        if self.form.check():
            self._act(lambda: self._desk.act(set_runway, self.kind.read() or "", self._entered()))

    def _restore(self) -> None:
        name = self.kind.read() or ""
        self._act(lambda: self._desk.act(set_runway, name, RUNWAYS[name]))

    def _act(self, do: Act) -> None:
        attempt(self._desk, self.window(), self.form, do)

    def _stored(self) -> tuple[Step, ...]:
        return tuple(self._desk.register.diaries.runways().get(self.kind.read() or "", ()))

    def _entered(self) -> list[Step]:
        """The steps as they are written; one that was there before still waits for what it waited for."""
        waits = {step.name: step.before for step in self._stored()}
        rows = self.steps.read()
        later = [str(row[0]) for row in rows]
        deciding = self.decides.read()
        return [_step(row, deciding, waits.get(str(row[0]), ""), later[at + 1 :]) for at, row in enumerate(rows)]


class LeadSettings(QWidget):
    """How many days ahead each matter comes into sight, for every contract that has no lead times of its own."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.form = Form()
        self.fields = {
            matter: self.form.add(
                TextField(f"lead{matter.name}", matter.value, characters=18, missing="Enter a number of days")
            )
            for matter in USUAL
        }
        self.save = button("Save the lead times", "saveLeads", icon="save", role="act")
        self.save.clicked.connect(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(label("Lead times", "groupTitle"))
        words = "Days before its day that a matter comes into sight, and is reminded of again: 365, 180, 90."
        column.addWidget(prose(f"{_KEPT} {words}", "quiet"))
        column.addWidget(self.form)
        buttons = Flow(GAP)
        buttons.addWidget(self.save)
        column.addLayout(buttons)

    def load(self) -> None:
        """Show what the register has."""
        times = self._desk.register.diaries.lead_times()
        for matter, field in self.fields.items():
            field.write(", ".join(str(days) for days in times.of(matter, None)))

    def _save(self) -> None:
        if self.form.check():
            attempt(self._desk, self.window(), self.form, self._keep)

    def _keep(self) -> None:
        times = self._desk.register.diaries.lead_times()
        wanted = {matter: _days(matter, field.read()) for matter, field in self.fields.items()}
        for matter, days in wanted.items():
            if days != times.of(matter, None):
                self._desk.act(set_leads, matter, days)


def attempt(desk: Desk, window: QWidget, form: Form, do: Act) -> None:
    """Do something as the officer at work; what is refused is told at the head of the form."""
    from desktop.acts.carrying_out import ready

    if not ready(desk, window):
        return
    try:
        do()
    except Refusal as refusal:
        form.show_problems([(None, str(refusal))])


def _step(row: Row, deciding: str | None, waits: str, later: list[str]) -> Step:
    name, length, counting, source = row
    if not str(length).isdecimal():
        raise Refusal(f"Enter the length of “{name}” as a whole number, such as 28.")
    if counting is None:
        raise Refusal(f"Choose what the length of “{name}” is counted in.")
    return Step(name, int(length), counting, source, name == deciding, waits if waits in later else "")


def _deciding(steps: tuple[Step, ...]) -> str | None:
    return next((step.name for step in steps if step.decides), None)


def _days(matter: Matter, written: str) -> Leads:
    parts = written.replace(",", " ").split()
    if not all(part.isdecimal() for part in parts):
        raise Refusal(f"{matter.value}: enter numbers of days parted by commas, such as 365, 180, 90.")
    return leads(int(part) for part in parts)
