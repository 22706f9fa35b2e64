"""What a provider is asked about its return, and what it answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from db.rules.dates import show_day
from db.rules.monitoring import MonitoringReturn
from db.rules.queries import KeptQuery, Query
from db.rules.refusal import Refusal
from desktop.dialogs.act_dialog import ActDialog
from desktop.dialogs.rows_field import Cells, RowsField
from desktop.fields.choice_fields import TickField
from desktop.fields.date_field import DateField
from desktop.fields.field import Field
from desktop.fields.form import Problem
from desktop.fields.text_fields import LongTextField
from desktop.readings import figure


@dataclass(frozen=True, slots=True)
class QueriesAsked:
    """The questions, whether their list is saved for the provider, and by when an answer is wanted."""

    queries: tuple[Query, ...]
    answer_by: date | None
    wants_file: bool


class QueriesDialog(ActDialog[QueriesAsked]):
    """Questions about a return, each with its cell; what the cell says is filled in."""

    wide = 112

    def __init__(self, found: MonitoringReturn, parent: QWidget | None = None) -> None:
        intro = f"{found.contract_reference}: {found.period.label}, version {found.number}, “{found.file_name}”."
        super().__init__("Queries", "&Record the queries", parent, intro=intro)
        self._says = {(each.sheet, each.cell): figure(each) for each in found.readings}
        sheet = found.readings[0].sheet if found.readings else ""
        cells = (Cells("Sheet", 18), Cells("Cell", 8), Cells("What is asked", 60, stretches=True))
        self.queries = self.form.add(
            RowsField("queries", "&What is asked", cells, [(sheet, "", "")], line="query",
                      helped="Leave the cell empty where the question is about the whole sheet.",
                      missing="Enter at least one question")
        )  # fmt: skip
        self.answer_by = self.form.add(DateField("answerBy", "Answer &by"))
        self.wants_file = self.form.add(
            TickField("wantsFile", "&Save the list for the provider, as a workbook with room to answer", True)
        )

    def value(self) -> QueriesAsked:
        return QueriesAsked(
            tuple(self._query(*row) for row in self.queries.read() if row[2]),
            self.answer_by.read(),
            self.wants_file.read(),
        )

    def rules(self) -> Sequence[Problem]:
        if any(not asked and cell for _, cell, asked in self.queries.read()):
            return [(self.queries, "Say for each cell what is asked, or remove its line")]
        if not any(asked for _, _, asked in self.queries.read()):
            return [(self.queries, "Enter at least one question")]
        return ()

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (("ask", self.queries),)

    def _query(self, sheet: str, cell: str, asked: str) -> Query:
        cell = cell.upper()
        return Query(sheet, cell, self._says.get((sheet, cell), ""), asked)


@dataclass(frozen=True, slots=True)
class Answer:
    """When a provider answered, and what."""

    on: date
    words: str


class AnswerDialog(ActDialog[Answer]):
    """The answer to one query."""

    wide = 84

    def __init__(self, kept: KeptQuery, day: date, parent: QWidget | None = None) -> None:
        asked = f"{kept.query.place}: {kept.query.asked} Asked on {show_day(kept.raised.raised_on)}."
        super().__init__("Record an answer", "&Record the answer", parent, intro=asked)
        self.on = self.form.add(DateField("answeredOn", "Answered &on", day, missing="Enter the day of the answer"))
        self.words_said = self.form.add(LongTextField("answer", "&What was answered", lines=4))

    def value(self) -> Answer:
        day = self.on.read()
        if day is None:
            raise Refusal("Enter the day of the answer.")
        return Answer(day, self.words_said.read())

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (("day", self.on), ("answer is before", self.on))


class AcceptDialog(ActDialog[str]):
    """Accepting a quarter's return, with a note where there is something to say."""

    wide = 84

    def __init__(self, reference: str, quarter: str, parent: QWidget | None = None) -> None:
        intro = "Its figures then count as agreed. A version that comes later is to be accepted again."
        super().__init__(f"Accept the return for {quarter}", f"&Accept the return of {reference}", parent, intro=intro)
        self.note = self.form.add(LongTextField("note", "&Note", lines=3))

    def value(self) -> str:
        return " ".join(self.note.read().split())
