"""The power a decision rests on, in words: which decision, which limb, whom it empowers to do what, within what."""

from collections.abc import Iterator

from db.rules.dates import show_day
from db.rules.decision import Decision, RecordOfDecision
from db.rules.delegation import Delegation
from db.rules.money import show_pounds
from db.rules.rich_text import plain
from exports.record.addresses import is_address
from exports.record.contents import Content, Line, Link, Prose


def authority(record: RecordOfDecision) -> tuple[Content, ...]:
    """The decision it rests on, the limb with its limits, the scheme; nothing that the quoted decision says already."""
    scheme = record.decision.scheme.strip()
    return (
        *_parent(record),
        *(_limb(record, record.delegation) if record.delegation else ()),
        *((Line(f"Scheme of delegation: {scheme}"),) if scheme else ()),
    )


def _limb(record: RecordOfDecision, limb: Delegation) -> Iterator[Content]:
    yield Line(power_in_words(limb))
    if plain(limb.words).strip() not in plain(record.decision.text.related_decision):
        yield Prose(limb.words, is_operative=True)


def power_in_words(delegation: Delegation) -> str:
    """A limb and its limits as one sentence."""
    limb = f"Limb {delegation.limb.strip()} allows" if delegation.limb.strip() else "It allows"
    said, limits = f"{limb} the {delegation.delegate} to {delegation.power.value}", "; ".join(_limits(delegation))
    return f"{said}: {limits}." if limits else f"{said}."


def _limits(delegation: Delegation) -> Iterator[str]:
    if delegation.option_number is not None:
        yield f"option {delegation.option_number}"
    if delegation.within is not None:
        yield f"between {show_day(delegation.within.starts_on)} and {show_day(delegation.within.ends_on)}"
    if delegation.most_pence is not None:
        yield f"up to {show_pounds(delegation.most_pence)}"
    if delegation.in_consultation_with:
        yield f"in consultation with the {' and the '.join(delegation.in_consultation_with)}"
    if delegation.until is not None:
        yield f"by {show_day(delegation.until)}"
    if delegation.is_once:
        yield "once for each contract"


def _parent(record: RecordOfDecision) -> tuple[Content, ...]:
    number = record.decision.relates_to_number.strip()
    if record.parent is not None:
        return (_named(record.parent),)
    if not number or number in plain(record.decision.text.related_decision):
        return ()
    day = record.decision.relates_to_on
    return (Line(f"Decision number {number}{f' of {show_day(day)}' if day else ''}"),)


def _named(parent: Decision) -> Content:
    day = f" of {show_day(parent.decided_on)}" if parent.decided_on else ""
    words = f"Decision {parent.number}{day}: {parent.subject}" if parent.number else f"{parent.name}{day}"
    return Link(words, parent.link.strip()) if is_address(parent.link.strip()) else Line(words)
