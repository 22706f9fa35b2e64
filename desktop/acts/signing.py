"""Signing a decision's record: the page is made, signed and checked in the worker, and filed in the register."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from db.changes import Changed
from db.operations.file_record import file_signed
from db.rules.decision import Decision, DecisionId, Signatory
from db.rules.decision_facts import SignedFile
from db.rules.record_template import RecordTemplate
from db.rules.refusal import Refusal
from desktop.acts import work
from desktop.acts.carrying_out import carry_out, looked_up
from desktop.acts.saving import ask_path, keep
from desktop.acts.waiting import done_or_refused, the_jobs
from desktop.desk import Desk
from desktop.dialogs.sign_dialog import SignDialog, Signing
from desktop.dialogs.signed_dialog import SignedDialog
from desktop.worker import Failure
from desktop.writing.gathering import gather, template_of
from exports.record.signing import COUNTER_SIGNATURE, SIGNATURE
from exports.signatures.certificate import CertificateFacts
from exports.signatures.credentials import read_key_file
from exports.signatures.order import Signed, SigningOrder
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
    dialog = _dialog(desk, decision, template, parent)
    made: list[Made] = []

    def attempt(asked: Signing) -> Changed:
        made.append(_made(desk, dialog, decision, template, asked))
        return _filed(desk, decision, *made[-1], _signer(desk, decision, template))

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
    )


def _signer(desk: Desk, decision: Decision, template: RecordTemplate) -> Signatory:
    """Whose signature it is: the decision maker's, or for a second one the officer at work as Proper Officer."""
    officer = desk.session.officer
    if decision.is_locked:
        return Signatory(template.signature.counter_post, officer.name if officer else "")
    name = decision.maker_name or (officer.name if officer else "")
    return Signatory(decision.maker_post or (officer.post if officer else ""), name)


def _made(desk: Desk, dialog: SignDialog, decision: Decision, template: RecordTemplate, asked: Signing) -> Made:
    """The signed file and what checking it found.

    Raises:
        Refusal: it could not be signed, the officer called it off, or it did not hold when it was checked.
    """
    order = _order(desk, decision, template, asked)
    desk.session.keep_choice(CERTIFICATE, str(asked.certificate))
    desk.session.keep_choice(PICTURE, str(asked.picture or ""))
    made: Made | None
    if decision.is_locked:
        kept = desk.register.decisions.signed_record(decision.signed_files[0].sha256)
        made = done_or_refused(dialog, "Signing the record", work.signed_file, kept, order)
    else:
        signing = replace(decision, signed_on=desk.session.today())
        second = Signatory(template.signature.counter_post) if asked.is_counter_signed else None
        record = gather(desk.register, signing, second)
        made = done_or_refused(dialog, "Signing the record", work.signed_record, record, order)
    if made is None:
        raise Refusal("The record was not signed. Enter the passphrase again to sign it.")
    if not made[1].is_intact:
        raise Refusal(f"{made[1].sentences[0]} It was not filed. Sign it again.")
    return made


def _order(desk: Desk, decision: Decision, template: RecordTemplate, asked: Signing) -> SigningOrder:
    signer = _signer(desk, decision, template)
    return SigningOrder(
        field=COUNTER_SIGNATURE if decision.is_locked else SIGNATURE,
        pkcs12=read_key_file(asked.certificate),
        passphrase=asked.passphrase,
        moment=desk.session.now(),
        name=signer.name,
        post=signer.post,
        reason=asked.reason,
        picture=_content(asked.picture),
    )


def _content(picture: Path | None) -> bytes | None:
    if picture is None:
        return None
    try:
        return picture.read_bytes()
    except OSError as trouble:
        reason = trouble.strerror or "it could not be opened"
        raise Refusal(f"The picture “{picture.name}” cannot be read ({reason}). Choose another, or none.") from None


def _filed(desk: Desk, decision: Decision, signed: Signed, _seen: Verification, signer: Signatory) -> Changed:
    file = SignedFile(
        sha256=signed.sha256,
        signer=signer.name,
        post=signer.post,
        signed_at=signed.moment,
        level=signed.level.value,
        fingerprint=signed.certificate.sha256,
    )
    return desk.act(file_signed, decision.id, signed.pdf, file, desk.session.today())


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
