"""File a signed record: the file itself is kept, and what it records is locked."""

from datetime import date
from hashlib import sha256

from db.changes import Author, Changed
from db.operations.record_decision import record_signature
from db.register import Register
from db.rules.dates import show_day
from db.rules.decision import Decision, DecisionId
from db.rules.decision_facts import SignedFile
from db.rules.refusal import Refusal
from db.rules.words import clean_line
from db.store.journal import Value

__all__ = ["FILED", "file_signed", "record_signature"]

FILED = "file signed record"
"""The verb's name in the journal: what it did is never taken back."""


def file_signed(
    register: Register, by: Author, decision_id: DecisionId, content: bytes, signed: SignedFile, signed_on: date
) -> Changed:
    """Keep a signed record by its SHA-256 and lock the decision; a later signature is filed beside the earlier.

    Raises:
        Refusal: the decision was not taken, the file is not the one described, it is filed already, or it was signed
            before the decision was taken.
    """
    decision = register.decisions.by_id(decision_id)
    _check(register, decision, content, signed, signed_on)
    with register.acting(by, FILED, f"Filed the record of {decision.name}, signed by {signed.signer}") as ledger:
        if decision.signed_on is None:
            ledger.update("decision", decision_id, {"signed_on": signed_on.isoformat()}, decision.version)
        ledger.insert("signed_file", {"decision_id": decision_id, "file_sha256": ledger.keep_file(content),
                                      **_columns(signed)})  # fmt: skip
        return ledger.close()


def _check(register: Register, decision: Decision, content: bytes, signed: SignedFile, signed_on: date) -> None:
    if not decision.is_taken or decision.decided_on is None:
        raise Refusal(f"{decision.name} has not been taken, so there is nothing to sign. Enter the day it was taken.")
    if signed_on < decision.decided_on:
        raise Refusal(
            f"The record was signed on {show_day(signed_on)}, before the decision of {show_day(decision.decided_on)}. "
            "Correct the day of the decision first."
        )
    if sha256(content).hexdigest() != signed.sha256:
        raise Refusal("The signed file was changed on its way to the register, so it was not filed. Sign it again.")
    if register.decisions.of_file(signed.sha256):
        raise Refusal(f"This signed record of {decision.name} is filed already.")


def _columns(signed: SignedFile) -> dict[str, Value]:
    return {
        "signer": clean_line(signed.signer, "Signer"),
        "post": clean_line(signed.post, "Signer's post"),
        "signed_at": signed.signed_at.isoformat(timespec="seconds"),
        "level": signed.level,
        "fingerprint": signed.fingerprint,
    }
