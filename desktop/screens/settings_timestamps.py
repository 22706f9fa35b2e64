"""The timestamp service in the settings: who says, beside this computer's clock, when a record was signed."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.operations.timestamp_service import set_timestamp_service
from desktop.desk import Desk
from desktop.fields.form import Form
from desktop.fields.text_fields import TextField
from desktop.look.parts import GAP, button, label, prose
from desktop.screens.flow import Flow
from desktop.screens.settings_diary import attempt

_WHY = (
    "Kept in the register, for everyone who opens it. With a service, a signature carries its timestamp (B-T); with "
    "a certificate you trust and its revocation list as well, it can still be checked years later (B-LT). Without one "
    "it carries the clock of the computer it was made on (B-B), and nothing is asked of any other computer."
)


class TimestampSettings(QWidget):
    """The address of the council's timestamp service, or none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.form = Form()
        self.address = self.form.add(
            TextField("timestampAddress", "Timestamp service", characters=0,
                      helped="Its address, which begins with https:// or http://.")
        )  # fmt: skip
        self.save = button("Save the timestamp service", "saveTimestamps", icon="save", role="act")
        self.save.clicked.connect(self._save)
        self._lay_out()

    def load(self) -> None:
        """Show what the register has."""
        self.address.write(self._desk.register.decisions.timestamp_service())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(label("Making signatures", "groupTitle"))
        column.addWidget(prose(_WHY, "quiet"))
        column.addWidget(self.form)
        buttons = Flow(GAP)
        buttons.addWidget(self.save)
        column.addLayout(buttons)

    def _save(self) -> None:
        if self.form.check():
            attempt(
                self._desk, self.window(), self.form, lambda: self._desk.act(set_timestamp_service, self.address.read())
            )
