"""Taking a contract out of the register that was entered by mistake."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from db.rules.contract import Contract
from desktop.dialogs.act_dialog import ActDialog
from desktop.fields.field import Field
from desktop.fields.text_fields import TextField


class TakeOutDialog(ActDialog[str]):
    """Asks for the reason."""

    wide = 84

    def __init__(self, contract: Contract, parent: QWidget | None = None) -> None:
        intro = (
            f"{contract.reference}: {contract.title}. It leaves every list and total. Nothing of it is erased: "
            "it stands under Register, Taken out, and can be put back with all that is recorded of it. "
            "A contract that has run its course is not taken out: record its end."
        )
        super().__init__("Take out of the register", "&Take it out", parent, intro=intro)
        self.why = self.form.add(
            TextField("because", "&Why", missing="Enter the reason", helped="Entered twice, entered by mistake")
        )

    def value(self) -> str:
        return self.why.read()

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (("reason", self.why),)
