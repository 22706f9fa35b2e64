"""Sign a record: which certificate, its passphrase, what the signature is worth."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from db.rules.dates import show_day
from db.rules.refusal import Refusal
from desktop.dialogs.act_dialog import ActDialog
from desktop.dialogs.consequence import Consequence, Told
from desktop.fields.choice_fields import ChoiceField, TickField
from desktop.fields.field import Field
from desktop.fields.file_field import FileField
from desktop.fields.passphrase_field import PassphraseField
from desktop.fields.text_fields import TextField
from desktop.look.palette import Tone
from desktop.record_signing import Evidence, Signing
from exports.signatures.certificate import CertificateFacts
from exports.signatures.order import Level
from exports.signatures.passphrase import Passphrase

WORTH = "It shows every later change to the file. Signed with a file on this computer, it is not a qualified signature."
SELF_ISSUED = (
    "Self-issued: nobody else vouches for the name in it, so a reader is as sure of it as of how it reached them."
)
PICTURED = (
    "PNG or JPEG. Without one the frame beside your name stays empty on the page: the signature itself is in the file."
)

LEVELS = {
    Level.LONG_TERM: "B-LT, to be checked years later",
    Level.TIMED: "B-T, with a timestamp",
    Level.BASIC: "B-B, without a timestamp",
}

Look = Callable[[Path, Passphrase, Callable[[CertificateFacts | str], None]], object]
"""Looks into a certificate's file and later tells its facts, or the sentence against it."""


class SignDialog(ActDialog[Signing]):
    """The passphrase is asked each time, and forgotten as soon as the act is pressed or the dialog closed."""

    wide = 92

    def __init__(
        self,
        title: str,
        intro: str,
        reason: str,
        certificate: str = "",
        picture: str = "",
        look: Look | None = None,
        parent: QWidget | None = None,
        *,
        is_second: bool = False,
        evidence: Evidence | None = None,
    ) -> None:
        super().__init__(title, "Si&gn the record", parent, intro=intro)
        self._look = look
        self._is_over = False
        self._evidence = evidence or Evidence()
        self._found: CertificateFacts | str | None = None
        kinds = "Certificates (*.p12 *.pfx);;All files (*)"
        self.certificate = self.form.add(
            FileField("certificate", "&Certificate", kinds, certificate, helped="A .p12 or .pfx file",
                      missing="Choose the .p12 or .pfx file that holds your certificate")
        )  # fmt: skip
        self.passphrase = self.form.add(
            PassphraseField(
                "passphrase", "&Passphrase of the certificate", missing="Enter the passphrase of the certificate"
            )
        )
        self.reason = self.form.add(TextField("signReason", "&Reason", reason, characters=0))
        pictures = "Pictures (*.png *.jpg *.jpeg);;All files (*)"
        self.picture = self.form.add(
            FileField("signPicture", "Picture of your &hand-written signature", pictures, picture, helped=PICTURED)
        )
        self.second = self.form.add(TickField("secondPlace", "Leave a place for a &second signature"))
        self.second.setVisible(not is_second)
        levels = self._evidence.levels
        self.level = self.form.add(
            ChoiceField("level", "&Level of the signature", [(each, LEVELS[each]) for each in levels], levels[0],
                        missing="Choose the level of the signature")
        )  # fmt: skip
        self.level.setVisible(len(levels) > 1)
        self.facts = Consequence("certificateFacts", "What the signature is worth")
        self.form.add_widget(self.facts)
        self._tell(None)
        self.passphrase.left.connect(self._look_into)
        self.level.changed.connect(lambda: self._tell(self._found))
        self.finished.connect(self._end)
        if certificate:
            self.passphrase.focus()

    def value(self) -> Signing:
        certificate = self.certificate.read()
        if certificate is None:
            raise Refusal("Choose the .p12 or .pfx file that holds your certificate.")
        level = self.level.read() or Level.BASIC
        return Signing(
            certificate, self.passphrase.take(), self.reason.read(), self.picture.read(), self.second.read(), level
        )

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (
            ("timestamp service", self.level),
            ("evidence for checking", self.level),
            ("passphrase", self.passphrase),
            ("picture", self.picture),
            ("certificate", self.certificate),
            ("the file", self.certificate),
            ("key", self.certificate),
        )

    def _end(self, _code: int) -> None:
        """Forget the passphrase, and hear no more of the certificate."""
        self._is_over = True
        self.passphrase.wipe()

    def _look_into(self) -> None:
        """Show what the certificate says, once it can be opened."""
        if self._look is None or self.passphrase.is_empty() or self.certificate.problem() or not self.isVisible():
            return
        path = self.certificate.read()
        if path is not None:
            self._look(path, self.passphrase.read(), self._tell)

    def _tell(self, found: CertificateFacts | str | None) -> None:
        if self._is_over:
            return
        self._found = found
        level: Told = (Tone.NEUTRAL, self._evidence.why(self.level.read() or Level.BASIC), ())
        if isinstance(found, CertificateFacts):
            self.facts.tell([*worth_of(found), level])
        elif found:
            self.facts.tell([(Tone.OVERDUE, found, ())])
        else:
            words = "The certificate is looked at once its passphrase is entered."
            self.facts.tell([(Tone.NEUTRAL, words, ()), (Tone.NEUTRAL, WORTH, ()), level])


def worth_of(facts: CertificateFacts) -> list[Told]:
    """A certificate's facts, and what a signature with it is worth."""
    who = ", ".join(filter(None, (facts.name, facts.post, facts.organisation)))
    until = f"Valid from {show_day(facts.valid_from.date())} to {show_day(facts.valid_until.date())}"
    vouched = SELF_ISSUED if facts.is_self_issued else f"Issued by {facts.issuer}."
    return [
        (Tone.DONE, who, (until, f"Fingerprint {facts.sha256[:16]}…")),
        (Tone.SOON if facts.is_self_issued else Tone.DONE, vouched, ()),
        (Tone.NEUTRAL, WORTH, ()),
    ]
