"""C12, C13 and C17: the authority it names, whether that covers it, and who had to be consulted."""

import re

from db.rules.authority import limb_of
from db.rules.authority_facts import Limit, Reason, Weight
from db.rules.dates import show_day
from db.rules.decision import Decision, DecisionKind
from db.rules.numbering import did_you_mean, read_number, same_number
from db.rules.posts import names_post, same_post
from db.rules.record_in_hand import Gap, Gaps, RecordInHand, blocking, note, warning

_SOURCE = "SI 2012/2089 reg 13(4), as councils print it; SI 2014/2095 reg 7(2)"
_NOT_SPECIFIC = re.compile(r"[\W_]*|non[- ]?specific|general|various|none|n\s*/\s*a|not applicable", re.IGNORECASE)
_CONSULTS = re.compile(
    r"in consultation with\s+(?:the\s+)?(?P<post>[^,.;()\n]+?)(?=\s+to\b|[,.;()\n]|$)", re.IGNORECASE
)


def authority_named(record: RecordInHand) -> Gaps:
    """C12: an officer's decision names the decision it rests on, with its day, or an entry of the scheme.

    Source: SI 2012/2089 reg 13(4) as practised; SI 2014/2095 reg 7(2).
    """
    decision = record.decision
    if decision.kind is not DecisionKind.OFFICER:
        return
    parent = record.authority.parent
    if parent is not None:
        yield from _parent_stands(record, parent)
    elif decision.relates_to_number.strip():
        yield from _not_in_register(record)
    elif decision.scheme.strip() and _NOT_SPECIFIC.fullmatch(decision.scheme.strip()):
        sentence = f"“{decision.scheme.strip()}” is no entry of the scheme of delegation. Give its number or its words."
        yield blocking("C12", "scheme", sentence, _SOURCE)
    elif not decision.scheme.strip():
        sentence = "Name the decision it rests on, with its number and day, or the entry of the scheme of delegation."
        yield blocking("C12", "relates_to_number", sentence, _SOURCE)


def inside_the_delegation(record: RecordInHand) -> Gaps:
    """C13: what it does lies inside the power it names. Source: the delegating decision's own words."""
    if not can_be_tested(record):
        return
    for reason in record.authority.reasons:
        if reason.limit is Limit.CONSULTATION or _is_c12(reason):
            continue
        if reason.weight is Weight.BLOCKS:
            yield blocking("C13", _field(record, reason), reason.sentence, reason.source)
        elif reason.weight is not Weight.HOLDS:
            yield warning("C13", _field(record, reason), reason.sentence, reason.source)


def consultees_named(record: RecordInHand) -> Gaps:
    """C17: whoever had to be consulted before the power is used is named. Source: the delegation's own words."""
    for reason in record.authority.reasons:
        if reason.limit is Limit.CONSULTATION and reason.weight is Weight.WARNS:
            yield warning("C17", "consultees", reason.sentence, reason.source)
    for answer in record.authority.answers:
        for post in _posts_in(answer.delegation.words):
            if not answer.delegation.in_consultation_with and not _was_consulted(record.decision, post):
                sentence = f"{limb_of(answer.parent, answer.delegation)} asks for consultation with the {post}."
                yield warning("C17", "consultees", f"{sentence} Name who was consulted.", answer.source)


def can_be_tested(record: RecordInHand) -> bool:
    """Whether what it rests on is named well enough to go on; C12 says what is missing where it is not."""
    return record.authority.parent is not None or not any(gap.stops for gap in authority_named(record))


def how_it_rests(record: RecordInHand) -> tuple[Gap, ...]:
    """How the authority was found, step by step."""
    if record.decision.kind is not DecisionKind.OFFICER:
        return ()
    return tuple(
        note("C13", "relates_to_number", reason.sentence, reason.source)
        for reason in record.authority.reasons
        if reason.weight is Weight.HOLDS
    )


def _parent_stands(record: RecordInHand, parent: Decision) -> Gaps:
    for reason in record.authority.reasons:
        if _is_c12(reason):
            yield blocking("C12", "relates_to_number", reason.sentence, reason.source)
    number, quoted = record.decision.relates_to_number.strip(), record.decision.relates_to_on
    if number and not same_number(number, parent.number):
        sentence = f"The limb it rests on is one of {parent.name}, but the record names {number}."
        yield warning("C12", "relates_to_number", sentence, _SOURCE)
    if quoted is not None and parent.decided_on is not None and quoted != parent.decided_on:
        held = show_day(parent.decided_on)
        sentence = f"{parent.name} is quoted as of {show_day(quoted)}, but the register has it on {held}."
        yield warning("C12", "relates_to_on", sentence, _SOURCE)


def _not_in_register(record: RecordInHand) -> Gaps:
    decision = record.decision
    number, quoted = decision.relates_to_number.strip(), decision.relates_to_on
    meant = did_you_mean(number, (each.number for each in record.others))
    read = read_number(number)
    if meant is not None:
        sentence = f"{number} is not in the register, but {meant} is: did you mean {meant}?"
        yield blocking("C12", "relates_to_number", sentence, _SOURCE)
    elif read is not None and not read.is_usual:
        sentence = f"{number} has an unusual number of figures; numbers like it have five. Check it."
        yield warning("C12", "relates_to_number", sentence, _SOURCE)
    if quoted is None:
        sentence = f"{number} is not in the register. Give the day it was taken."
        yield blocking("C12", "relates_to_on", sentence, _SOURCE)
    elif quoted > record.taken_on:
        sentence = f"{number} is dated {show_day(quoted)}, after this decision of {show_day(record.taken_on)}."
        yield blocking("C12", "relates_to_on", sentence, _SOURCE)


def _is_c12(reason: Reason) -> bool:
    return reason.limit is Limit.PARENT and reason.weight is Weight.BLOCKS


_FIELDS = {
    Limit.DELEGATE: "maker_post",
    Limit.CONTRACTS: "effects",
    Limit.OPTION: "effects",
    Limit.DAYS: "decision",
    Limit.VALUE: "value_pence",
    Limit.EXPIRY: "decided_on",
}


def _field(record: RecordInHand, reason: Reason) -> str:
    by_scheme = reason.limit is Limit.PARENT and not record.decision.relates_to_number.strip()
    usual = "scheme" if by_scheme and record.decision.scheme.strip() else "delegation_id"
    return _FIELDS.get(reason.limit, usual)


def _posts_in(words: str) -> list[str]:
    return [match["post"].strip() for match in _CONSULTS.finditer(words)]


def _was_consulted(decision: Decision, post: str) -> bool:
    said = f"{decision.text.comments}\n{decision.text.consultation}"
    return any(same_post(each, post) for each in decision.consultees) or names_post(said, post)
