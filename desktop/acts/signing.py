"""Signing a decision's record: the page is made, signed and checked in the worker, and filed in the register."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from db.changes import Changed
from db.operations.file_record import file_signed
from db.rules.decision import Decision, DecisionId, Signatory
from db.rules.record_template import RecordTemplate
from db.rules.refusal import Refusal
from desktop.acts import work
from desktop.acts.carrying_out import carry_out, looked_up, tell
from desktop.acts.saving import ask_path, keep
from desktop.acts.waiting import done_or_refused, the_jobs
from desktop.desk import Desk
from desktop.dialogs.sign_dialog import SignDialog
from desktop.dialogs.signed_dialog import SignedDialog
from desktop.record_signing import (
    Evidence,
    Signing,
    file_of,
    order_for,
    record_to_sign,
    signer_of,
    stopped,
    what_stops_signing,
)
from desktop.trusting import contents
from desktop.worker import Failure
from desktop.writing.gathering import template_of
from exports.signatures.certificate import CertificateFacts
from exports.signatures.credentials import read_key_file
from exports.signatures.order import Signed
from exports.signatures.passphrase import Passphrase
from exports.signatures.verification import Verification

CERTIFICATE, PICTURE = "certificate", "signature picture"
"""The choices that are remembered: where the files are, and nothing of what is in them."""

Made = tuple[Signed, Verification]


def sign_record(desk: Desk, parent: QWidget | None, decision_id: DecisionId) -> Changed | None:
    """Sign a decision's record, or counter-sign one that is signed; the file as it was filed is shown at the end."""
    decision = looked_up(parent, lambda: desk.register.decisions.by_id(decision_id))
    template = looked_up(parent, lambda: template_of(desk.register))
    if decision is None or template is None:
        return None
    if lacking := what_stops_signing(desk.register, decision, desk.session.today(), desk.holidays):
        tell(parent, "The record cannot be signed yet", str(stopped(decision, lacking)))
        return None
    dialog = _dialog(desk, decision, template, parent)
    made: list[Made] = []

    def attempt(asked: Signing) -> Changed:
        made.append(_made(desk, dialog, decision, template, asked))
        file = file_of(made[-1][0], _signer(desk, decision, template))
        return desk.act(file_signed, decision.id, made[-1][0].pdf, file, desk.session.today())

    done = carry_out(desk, dialog, attempt)
    if done:
        show_signed(desk, parent, decision, *made[-1])
    return done


def show_signed(desk: Desk, parent: QWidget | None, decision: Decision, signed: Signed, seen: Verification) -> None:
    """Show a signed record page by page, and what checking it found."""
    dialog = SignedDialog(f"Signed: {decision.name}", signed.pdf, seen, parent)
    dialog.save_button.clicked.connect(lambda: _save(dialog, decision, signed.pdf))
    dialog.exec()
    dialog.setParent(None)
    dialog.deleteLater()


def _dialog(desk: Desk, decision: Decision, template: RecordTemplate, parent: QWidget | None) -> SignDialog:
    wording, session = template.signature, desk.session
    what = "Counter-sign" if decision.is_locked else "Sign"
    signer = _signer(desk, decision, template)
    who = ", ".join(filter(None, (signer.name, signer.post)))
    after = "" if decision.is_locked else " Once it is signed the record is locked; a correction is a new decision."
    return SignDialog(
        f"{what} {decision.name}",
        f"{decision.subject}. Signed by {who}.{after}",
        wording.counter_reason if decision.is_locked else wording.reason,
        session.choice(CERTIFICATE),
        session.choice(PICTURE),
        _look(desk),
        parent,
        is_second=decision.is_locked or wording.is_counter_signed,
        evidence=_evidence(desk),
    )


def _signer(desk: Desk, decision: Decision, template: RecordTemplate) -> Signatory:
    officer = desk.session.officer
    return signer_of(decision, template, Signatory(officer.post, officer.name) if officer else Signatory(""))


def _evidence(desk: Desk) -> Evidence:
    address = desk.register.decisions.timestamp_service()
    try:
        return Evidence(address, *contents(desk.session))
    except Refusal as refusal:
        return Evidence(address, trouble=str(refusal))


def _made(desk: Desk, dialog: SignDialog, decision: Decision, template: RecordTemplate, asked: Signing) -> Made:
    """The signed file and what checking it found.

    Raises:
        Refusal: it could not be signed, the officer called it off, or it did not hold when it was checked.
    """
    order = order_for(decision, _signer(desk, decision, template), asked, desk.session.now(), _evidence(desk))
    desk.session.keep_choice(CERTIFICATE, str(asked.certificate))
    desk.session.keep_choice(PICTURE, str(asked.picture or ""))
    made: Made | None
    if decision.is_locked:
        kept = desk.register.decisions.signed_record(decision.signed_files[0].sha256)
        made = done_or_refused(dialog, "Signing the record", work.signed_file, kept, order)
    else:
        today, second = desk.session.today(), asked.is_counter_signed
        record = record_to_sign(desk.register, decision, template, today, has_second=second)
        made = done_or_refused(dialog, "Signing the record", work.signed_record, record, order)
    if made is None:
        raise Refusal("The record was not signed. Enter the passphrase again to sign it.")
    if not made[1].is_intact:
        raise Refusal(f"{made[1].sentences[0]} It was not filed. Sign it again.")
    return made


def _look(desk: Desk) -> Callable[[Path, Passphrase, Callable[[CertificateFacts | str], None]], object]:
    """How the dialog looks into a certificate: in the worker, so that typing goes on."""

    def look(path: Path, passphrase: Passphrase, tell: Callable[[CertificateFacts | str], None]) -> object:
        try:
            content = read_key_file(path)
        except Refusal as refusal:
            tell(str(refusal))
            return None
        job = the_jobs().run(work.certificate_facts, content, passphrase, desk.session.now())
        job.finished.connect(tell)

        def say(failure: Failure) -> None:
            tell(failure.sentence)

        job.failed.connect(say)
        return job

    return look


def _save(parent: QWidget, decision: Decision, content: bytes) -> None:
    path = ask_path(parent, "Save the signed record", f"{decision.name} signed", ".pdf")
    if path is not None:
        keep(parent, path, content)
