"""The dialogs of writing and signing, filled as they typically are, for pictures and for walks through them all."""

from datetime import UTC, datetime

from PySide6.QtWidgets import QWidget

from desktop.dialogs.leave_dialog import LeaveDialog
from desktop.dialogs.pass_over_dialog import PassOverDialog
from desktop.dialogs.sign_dialog import SignDialog, worth_of
from exports.signatures.certificate import CertificateFacts


def signing() -> QWidget:
    """A record about to be signed with a certificate that its holder issued."""
    intro = (
        "Community Navigation contract extension. Signed by A. Officer, Corporate Director. Once it is signed the "
        "record is locked; a correction is a new decision."
    )
    dialog = SignDialog("Sign OD.24.00002", intro, "I took the decision recorded above.", "certificate.p12")
    begins, ends = datetime(2024, 1, 5, tzinfo=UTC), datetime(2027, 1, 5, tzinfo=UTC)
    facts = CertificateFacts("A. Officer", "Corporate Director", "A Council", "A. Officer", "1f", begins, ends,
                             "5f0c2b9d7a41e6d8" * 4, is_self_issued=True)  # fmt: skip
    dialog.facts.tell(worth_of(facts))
    return dialog


def passing_over() -> QWidget:
    """A warning about to be passed over."""
    sentence = "List the reports and background papers considered, or write None."
    return PassOverDialog(sentence, "SI 2012/2089 reg 15: background papers")


def leaving() -> QWidget:
    """A page left whose words the register refused."""
    return LeaveDialog("Decision 22/00092 is in the register already. Give this one its own number.")
