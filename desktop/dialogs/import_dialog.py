"""Import a return: what was understood, beside what was not, before anything is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from db.returns.reading import ReadReturn
from db.rules.contract import Contract
from db.rules.monitoring import MonitoringReturn, Reading
from db.rules.refusal import Refusal
from desktop.dialogs.act_dialog import ActDialog
from desktop.dialogs.consequence import Consequence
from desktop.dialogs.readings_field import ReadingsField, problem_grid
from desktop.fields.date_field import DateField
from desktop.fields.field import Field
from desktop.look.palette import Tone
from desktop.look.parts import label


@dataclass(frozen=True, slots=True)
class ImportAsked:
    """The readings the officer keeps, and the day the return came."""

    readings: tuple[Reading, ...]
    received_on: date


class ImportDialog(ActDialog[ImportAsked]):
    """The readings with ticks, the problems with their cells and rules, and remarks."""

    wide = 130

    def __init__(
        self,
        read: ReadReturn,
        contract: Contract,
        earlier: Sequence[MonitoringReturn],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        intro = f"{contract.reference}: {contract.title}. {read.period.label}, from “{read.file_name}”."
        super().__init__("Import a return", "&Import", parent, intro=intro)
        newest = max(earlier, key=lambda each: each.number, default=None)
        self.readings = self.form.add(
            ReadingsField("readings", "What was &understood", read.readings, newest.readings if newest else None)
        )
        if read.problems:
            self.form.add_widget(label(_problem_title(len(read.problems)), "fieldLabel"))
            self.form.add_widget(problem_grid(read.problems))
        self.remarks = Consequence("remarks", "Worth knowing")
        if told := _remarks(read, newest):
            self.remarks.tell(told)
            self.form.add_widget(self.remarks)
        self.received_on = self.form.add(
            DateField("receivedOn", "&Received on", today, missing="Enter the day the return was received")
        )
        self.readings.changed.connect(self._name)
        self._name()

    def value(self) -> ImportAsked:
        day = self.received_on.read()
        if day is None:
            raise Refusal("Enter the day the return was received.")
        return ImportAsked(self.readings.read(), day)

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (("nothing was read", self.readings), ("received", self.received_on))

    def _name(self) -> None:
        figures = sum(reading.value is not None for reading in self.readings.read())
        self.name_act(f"&Import {figures} {'figure' if figures == 1 else 'figures'}")


def _problem_title(count: int) -> str:
    return "1 problem: this cell was left out" if count == 1 else f"{count} problems: these cells were left out"


def _remarks(read: ReadReturn, newest: MonitoringReturn | None) -> list[tuple[Tone, str, Sequence[str]]]:
    told: list[tuple[Tone, str, Sequence[str]]] = [(Tone.NEUTRAL, each.sentence, ()) for each in read.remarks]
    if newest:
        words = (
            f"{read.period.label} was returned before; this becomes number {newest.number + 1}, and the earlier stays."
        )
        told.insert(0, (Tone.LATER, words, ()))
    if not read.problems:
        told.insert(0, (Tone.DONE, "Every cell that was filled in was understood.", ()))
    return told
