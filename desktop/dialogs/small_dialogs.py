"""Small questions: who is at work, the day of a signature."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from db.rules.decision import Decision, show_decided
from db.rules.refusal import Refusal
from desktop.dialogs.act_dialog import ActDialog
from desktop.fields.date_field import DateField
from desktop.fields.field import Field
from desktop.fields.text_fields import TextField
from desktop.session import Officer


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
