"""Small questions: who is at work, the day of a signature, what is measured."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from db.rules.contract import Contract
from db.rules.decision import Decision, show_decided
from db.rules.monitoring import Measure, MeasureUnit
from db.rules.refusal import Refusal
from desktop.dialogs.act_dialog import ActDialog
from desktop.dialogs.rows_field import Cells, RowsField
from desktop.fields.date_field import DateField
from desktop.fields.field import Field
from desktop.fields.form import Problem
from desktop.fields.text_fields import TextField
from desktop.session import Officer

MEASURE_UNITS = ((MeasureUnit.COUNT, "Number"), (MeasureUnit.POUNDS, "£"), (MeasureUnit.PERCENT, "%"),
                 (MeasureUnit.WORDS, "Words"))  # fmt: skip


class WhoDialog(ActDialog[Officer]):
    """Asked once; it stands beside everything the officer does from then on."""

    wide = 76

    def __init__(self, name: str = "", post: str = "", parent: QWidget | None = None) -> None:
        intro = "Every change in the register says who made it. This is asked once and can be changed in Settings."
        super().__init__("Who is at work?", "&Keep my name", parent, intro=intro)
        self.name = self.form.add(TextField("officerName", "Your &name", name, missing="Enter your name"))
        self.post = self.form.add(TextField("officerPost", "Your &post", post, missing="Enter your post"))

    def value(self) -> Officer:
        return Officer(self.name.read(), self.post.read())


class SignatureDialog(ActDialog[date]):
    """The day a decision's record was signed."""

    wide = 76

    def __init__(self, decision: Decision, parent: QWidget | None = None) -> None:
        intro = f"{decision.name}: {decision.subject}. Decided on {show_decided(decision)}."
        super().__init__("Record a signature", "&Record signature", parent, intro=intro)
        self.signed_on = self.form.add(
            DateField("signedOn", "&Signed on", missing="Enter the day the record was signed")
        )

    def value(self) -> date:
        day = self.signed_on.read()
        if day is None:
            raise Refusal("Enter the day the record was signed.")
        return day

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (("sign", self.signed_on),)


class MeasuresDialog(ActDialog[tuple[tuple[str, MeasureUnit], ...]]):
    """What a contract's provider reports each quarter, in order."""

    wide = 88

    def __init__(self, contract: Contract, measures: Sequence[Measure], parent: QWidget | None = None) -> None:
        intro = (
            f"{contract.reference}: {contract.title}. These are asked on its blank returns. "
            "A measure left out is withdrawn; what was reported on it stays."
        )
        super().__init__("Measures", f"&Set measures of {contract.reference}", parent, intro=intro)
        cells = (Cells("Measure", 48, stretches=True), Cells("Unit", 10, MEASURE_UNITS))
        rows = [(each.name, each.unit) for each in measures]
        self.measures = self.form.add(
            RowsField(
                "measures", "&Measures", cells, rows, line="measure", missing="Enter at least one measure", blank=3
            )
        )

    def value(self) -> tuple[tuple[str, MeasureUnit], ...]:
        return tuple((name, unit) for name, unit in self.measures.read())

    def rules(self) -> Sequence[Problem]:
        if any(not name or unit is None for name, unit in self.measures.read()):
            return [(self.measures, "Give each measure a name and a unit, or remove its line")]
        return ()

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (("measure", self.measures),)
