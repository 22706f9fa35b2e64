"""Heavy work, done away from the window: plain values in, bytes or plain values out. No Qt here."""

from collections.abc import Collection
from datetime import date, datetime
from typing import TYPE_CHECKING

from db.returns.layout import ReturnForm
from db.rules.contract import Contract, Notice
from db.rules.decision import ContractId, RecordOfDecision
from db.whereabouts import Whereabouts

if TYPE_CHECKING:
    from exports.signatures.certificate import CertificateFacts
    from exports.signatures.order import Signed, SigningOrder
    from exports.signatures.passphrase import Passphrase
    from exports.signatures.verification import Verification
    from exports.view_table import ViewTable


def record_as_pdf(record: RecordOfDecision) -> bytes:
    """A record of decision as a PDF.

    Raises:
        Refusal: the typeface lacks a character.
    """
    from exports.decision_pdf import render

    return render(record)


def signed_record(record: RecordOfDecision, order: "SigningOrder") -> tuple["Signed", "Verification"]:
    """A record as a PDF that is signed, and what checking it again finds.

    Raises:
        Refusal: it cannot be printed, or not signed with this key; says why.
    """
    from exports.decision_pdf import render

    return signed_file(render(record), order)


def signed_file(pdf: bytes, order: "SigningOrder") -> tuple["Signed", "Verification"]:
    """A file with another signature, and what checking it again finds.

    Raises:
        Refusal: it cannot be signed with this key, or not any more; says why.
    """
    from exports.signatures.signing import sign
    from exports.signatures.verifying import verify

    signed = sign(pdf, order)
    return signed, verify(signed.pdf, order.moment)


def certificate_facts(pkcs12: bytes, passphrase: "Passphrase", moment: datetime) -> "CertificateFacts":
    """What the certificate in a PKCS#12 file says, once it is sure that it can sign at a moment.

    Raises:
        Refusal: it cannot; says why.
    """
    from exports.signatures.credentials import check_credentials

    return check_credentials(pkcs12, passphrase, moment)


def notice_letter_as_pdf(
    contract: Contract, notice: Notice, officer: str, post: str, written_on: date, council: str
) -> bytes:
    """The letter of a notice as a PDF.

    Raises:
        Refusal: the wording names a field that is not known, or the typeface lacks a character.
    """
    from exports.letters import NoticeLetter, render

    return render(NoticeLetter(contract, notice, officer, post, written_on, council))


def blank_return_as_workbook(form: ReturnForm) -> bytes:
    """A blank return as a workbook."""
    from exports.blank_return import render

    return render(form)


def register_as_workbook(
    where: Whereabouts, ids: Collection[ContractId] | None, day: date, made_by: str, made_at: datetime, view: str
) -> bytes:
    """The register as a workbook: the contracts of some ids, or all, which can be edited and come back."""
    from db.own_workbook.against import stamp_for
    from exports.register_workbook import render

    with where.opened() as register:
        contracts = register.contracts.all() if ids is None else register.contracts.some(tuple(ids))
        stamp = stamp_for(register, day) if ids is None else None
        decisions, providers = register.decisions.all(), register.providers.all()
        return render(contracts, day, made_by, made_at, view, decisions, providers, stamp)


def view_as_workbook(table: "ViewTable") -> bytes:
    """A table as it was looked at, as a workbook."""
    from exports.view_workbook import render

    return render(table)


def view_as_pdf(table: "ViewTable") -> bytes:
    """A table as it was looked at, as a PDF.

    Raises:
        Refusal: it has more columns than a page has room for.
    """
    from exports.view_pdf import render

    return render(table)
