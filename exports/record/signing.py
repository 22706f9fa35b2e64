"""Who signs a record, and what stands beside the place to sign."""

from collections.abc import Iterator

from db.rules.dates import show_day
from db.rules.decision import Decision, RecordOfDecision, Signatory, show_decided
from db.rules.record_template import SignatureWording
from exports.record.compose import NOT_RECORDED, form_of, kind_of
from exports.record.contents import Line, Place

SIGNATURE = "Signature"
COUNTER_SIGNATURE = "CounterSignature"
"""The names of the two fields in the file."""


def places(record: RecordOfDecision) -> tuple[Place, ...]:
    """The places to sign, in the order in which they are signed.

    A public version says that the decision maker signed, and has no field.
    """
    wording = form_of(record).signature
    if kind_of(record.decision) not in wording.kinds or record.is_withheld_whole:
        return ()
    return (_first(record, wording), *(() if record.is_public else _second(record, wording)))


def _first(record: RecordOfDecision, wording: SignatureWording) -> Place:
    decision = record.decision
    signed = f"Signed {show_day(decision.signed_on)}" if decision.signed_on else "Not signed."
    facts = (
        ("Name", _or_gap(decision.maker_name)),
        ("Post", _or_gap(decision.maker_post)),
        ("Date of decision", Line(show_decided(decision))),
        *_stated("Reason for signing", wording.reason),
        *_stated("Signed on another day", decision.late_signing),
        ("Signature", Line(signed, is_quiet=decision.signed_on is None)),
    )
    signatory = ", ".join(filter(None, (decision.maker_name.strip(), decision.maker_post.strip())))
    return Place(
        wording.heading, "" if record.is_public else SIGNATURE, facts, _alternative("Signature", signatory, decision)
    )


def _second(record: RecordOfDecision, wording: SignatureWording) -> Iterator[Place]:
    signatory = record.counter_signatory
    if signatory is None:
        if not wording.is_counter_signed:
            return
        signatory = Signatory(wording.counter_post)
    facts = (
        *_stated("Name", signatory.name),
        ("Post", _or_gap(signatory.post)),
        *_stated("Reason for signing", wording.counter_reason),
    )
    named = ", ".join(filter(None, (signatory.name.strip(), signatory.post.strip())))
    alternative = _alternative("Counter-signature", named, record.decision)
    yield Place(wording.counter_heading, COUNTER_SIGNATURE, facts, alternative)


def _stated(name: str, text: str) -> tuple[tuple[str, Line], ...]:
    return ((name, Line(text)),) if text.strip() else ()


def _or_gap(text: str) -> Line:
    return Line(text) if text.strip() else Line(NOT_RECORDED, is_quiet=True)


def _alternative(what: str, signatory: str, decision: Decision) -> str:
    whose = f" of {signatory}" if signatory else ""
    return f"{what}{whose}, for the decision of {show_decided(decision)}"
