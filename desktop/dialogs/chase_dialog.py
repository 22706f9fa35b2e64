"""The message to a provider whose returns are owed: to change, to copy, to send from the officer's own mail."""

from collections.abc import Sequence
from datetime import date
from urllib.parse import quote, urlencode

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.rules.chasing import ChaseText
from db.rules.refusal import Refusal
from desktop.dialogs.act_dialog import ActDialog
from desktop.fields.date_field import DateField
from desktop.fields.field import Field
from desktop.fields.text_fields import LongTextField, TextField
from desktop.look.parts import GAP, button

LONGEST_LINK = 1_800
"""Characters of a message that mail programs take from a link; a longer one is pasted."""


class ChaseDialog(ActDialog[date]):
    """Nothing is sent from here. Recording the reminder keeps the day on which it went."""

    wide = 104

    def __init__(self, text: ChaseText, owed: int, day: date, parent: QWidget | None = None) -> None:
        what = "1 return" if owed == 1 else f"{owed} returns"
        intro = "Copy the message or open it in your mail program, then record that the reminder went."
        super().__init__(f"Chase {what}", "&Record the reminder", parent, intro=intro)
        self.to = self.form.add(TextField("chaseTo", "&To", text.to, characters=70))
        self.subject = self.form.add(TextField("chaseSubject", "&Subject", text.subject, characters=70))
        self.body = self.form.add(LongTextField("chaseBody", "Mess&age", text.body, lines=13))
        self.form.add_widget(self._ways())
        self.reminded_on = self.form.add(
            DateField("remindedOn", "Re&minded on", day, missing="Enter the day of the reminder")
        )

    def value(self) -> date:
        day = self.reminded_on.read()
        if day is None:
            raise Refusal("Enter the day of the reminder.")
        return day

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (("day", self.reminded_on),)

    @property
    def text(self) -> ChaseText:
        """The message as it stands in the fields."""
        return ChaseText(self.to.read(), self.subject.read(), self.body.read())

    def copy(self) -> None:
        """Put the whole message on the clipboard."""
        QGuiApplication.clipboard().setText(message(self.text))
        self.copied.setText("Copied")

    def mail(self) -> None:
        """Open the message in the mail program; a long one is copied, for pasting."""
        link = mail_link(self.text)
        if len(self.text.body) > LONGEST_LINK:
            self.copy()
        QDesktopServices.openUrl(link)

    def _ways(self) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        self.copied = button("C&opy message", "copyChase", icon="copy")
        self.copied.clicked.connect(self.copy)
        mail = button("Open in ma&il", "mailChase", icon="notice")
        mail.clicked.connect(self.mail)
        for each in (self.copied, mail):
            each.setAutoDefault(False)
            line.addWidget(each)
        line.addStretch(1)
        return made


def message(text: ChaseText) -> str:
    """A message as plain text to paste: whom to, what about, the words."""
    head = [f"To: {text.to}"] if text.to else []
    return "\n".join([*head, f"Subject: {text.subject}", "", text.body])


def mail_link(text: ChaseText) -> QUrl:
    """A mailto link. A long message leaves its words to be pasted, as mail programs cut long links."""
    body = text.body if len(text.body) <= LONGEST_LINK else "(Paste the message here.)"
    to = ",".join(each.strip() for each in text.to.split(";") if "@" in each)
    asked = urlencode({"subject": text.subject, "body": body.replace("\n", "\r\n")}, quote_via=quote)
    return QUrl(f"mailto:{quote(to, safe='@,+')}?{asked}", QUrl.ParsingMode.StrictMode)
