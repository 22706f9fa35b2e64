"""Settings: who the officer is, how the program looks, where the backups are."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from db.rules.refusal import Refusal
from desktop.desk import Desk
from desktop.fields.choice_fields import ChoiceField
from desktop.fields.form import Form
from desktop.fields.text_fields import TextField
from desktop.look.palette import Scheme
from desktop.look.parts import GAP, MARGIN, allow, button, label, prose
from desktop.screens.screen import Screen
from desktop.screens.settings_council import CouncilSettings
from desktop.screens.settings_diary import LeadSettings, StepsSettings
from desktop.screens.settings_layouts import LayoutSettings
from desktop.screens.settings_timestamps import TimestampSettings
from desktop.screens.settings_trust import TrustSettings
from desktop.window.viewing import SIZES, set_look

_PERCENT = [(size, f"{size:.0%}") for size in SIZES]


class SettingsScreen(Screen):
    """The officer's own choices. They are kept at once, apart from the name, which is saved when it is whole."""

    name = "settings"
    heading = "Settings"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.form = Form()
        self.officer = self.form.add(
            TextField(
                "officerName", "&Name", missing="Enter your name", helped="It stands beside every change you make."
            )
        )
        self.post = self.form.add(TextField("officerPost", "P&ost", missing="Enter your post"))
        self.save = button("&Save name and post", "saveOfficer", icon="save", role="act")
        self.scheme = ChoiceField(
            "scheme", "Colo&urs", [(each, each.value) for each in Scheme], characters=16, missing="-"
        )
        self.text_size = ChoiceField("textSize", "&Text size", _PERCENT, characters=16, missing="-")
        self.kept = prose("", "quiet")
        self.council = CouncilSettings(desk)
        self.steps = StepsSettings(desk)
        self.leads = LeadSettings(desk)
        self.layouts = LayoutSettings(desk)
        self.timestamps = TimestampSettings(desk)
        self.trust = TrustSettings(desk.session)
        self.backups = prose("")
        self.open_folder = button("O&pen the folder", "openBackups", icon="folder")
        self._lay_out_content()
        self._wire()

    def load(self) -> None:
        session = self.desk.session
        officer = session.officer
        self.officer.write(officer.name if officer else "")
        self.post.write(officer.post if officer else "")
        self.scheme.write(session.scheme)
        self.text_size.write(session.text_size)
        self.kept.setText("")
        self.council.load()
        self.steps.load()
        self.leads.load()
        self.layouts.load()
        self.timestamps.load()
        self.trust.load()
        self._tell_backups()

    def _lay_out_content(self) -> None:
        self.facts.setText("Name, looks and text size are kept on this computer for you, not in the register.")
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, MARGIN - GAP, MARGIN, MARGIN)
        column.setSpacing(12)
        column.addWidget(label("Who you are", "groupTitle"))
        column.addWidget(self.form)
        column.addLayout(_across(self.save, self.kept))
        column.addSpacing(MARGIN - 12)
        column.addWidget(label("How it looks", "groupTitle"))
        column.addWidget(self.scheme)
        column.addWidget(self.text_size)
        column.addSpacing(MARGIN - 12)
        column.addWidget(label("Backups", "groupTitle"))
        column.addWidget(self.backups)
        column.addLayout(_across(self.open_folder))
        for part in (self.council, self.timestamps, self.trust, self.steps, self.leads, self.layouts):
            column.addSpacing(MARGIN - 12)
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        self.body.addWidget(area, 1)

    def _wire(self) -> None:
        self.save.clicked.connect(self._save)
        self.scheme.changed.connect(self._set_look)
        self.text_size.changed.connect(self._set_look)
        self.open_folder.clicked.connect(self._open_folder)

    def _save(self) -> None:
        if not self.form.check():
            return
        try:
            self.desk.session.keep_officer(self.officer.read(), self.post.read())
        except Refusal as refusal:
            self.form.show_problems([(None, str(refusal))])
            return
        self.kept.setText("Saved. Changes you make from now on carry this name and post.")

    def _set_look(self) -> None:
        session, scheme, size = self.desk.session, self.scheme.read(), self.text_size.read()
        if scheme and size and (scheme, size) != (session.scheme, session.text_size):
            set_look(session, scheme, size)

    def _folder(self) -> Path | None:
        path = self.desk.register.path
        return path.with_name(f"{path.stem} backups") if path else None

    def _tell_backups(self) -> None:
        folder = self._folder()
        self.backups.setText(
            f"“Back up now” in the File menu copies the register, proves the copy, and keeps it in {folder}."
            if folder
            else "This register is only in memory, so there is nothing to back up."
        )
        allow(self.open_folder, bool(folder and folder.is_dir()), "No backup was made yet.")

    def _open_folder(self) -> None:
        folder = self._folder()
        if folder:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _across(*parts: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(12)
    for part in parts:
        line.addWidget(part, 1 if part is parts[-1] and len(parts) > 1 else 0)
    if len(parts) == 1:
        line.addStretch(1)
    return line
