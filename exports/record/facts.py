"""The short facts at the head of a record: who, which number, who may see it, which route it took."""

from collections.abc import Callable

from db.rules.dates import show_day
from db.rules.decision import RecordOfDecision, show_decided
from db.rules.decision_facts import DecisionStatus, Exemption, Route
from db.rules.record_template import RecordField
from exports.record.addresses import is_address
from exports.record.contents import Content, Line, Link

_PARAGRAPHS = {
    1: "information relating to any individual",
    2: "information likely to reveal the identity of an individual",
    3: "information relating to the financial or business affairs of any particular person",
    4: "information relating to labour relations consultations or negotiations",
    5: "information in respect of which a claim to legal professional privilege could be maintained",
    6: "information which reveals that the authority proposes to give a notice, or to make an order or direction",
    7: "information relating to action taken in connection with the prevention, investigation or prosecution of crime",
}
"""The descriptions of exempt information in LGA 1972 Schedule 12A, Part 1."""

_OTHERWISE = "information described there"


def _said(*texts: str) -> tuple[Content, ...]:
    return tuple(Line(text) for text in texts if text.strip())


def _maker(record: RecordOfDecision) -> tuple[Content, ...]:
    return _said(record.decision.maker_name, record.decision.maker_post)


def _number(record: RecordOfDecision) -> tuple[Content, ...]:
    return _said(record.decision.number)


def _subject(record: RecordOfDecision) -> tuple[Content, ...]:
    return _said(record.decision.subject)


def _status(record: RecordOfDecision) -> tuple[Content, ...]:
    status = record.decision.status
    return () if status is DecisionStatus.APPROVED else _said(status.value)


def _key(record: RecordOfDecision) -> tuple[Content, ...]:
    return _answer(record.decision.is_key, "Yes", "No")


def _call_in(record: RecordOfDecision) -> tuple[Content, ...]:
    return _answer(record.decision.callable_in, "Yes", "No")


def _executive(record: RecordOfDecision) -> tuple[Content, ...]:
    return _answer(record.decision.is_executive, "Executive (SI 2012/2089)", "Non-executive (SI 2014/2095)")


def _route(record: RecordOfDecision) -> tuple[Content, ...]:
    plan = record.decision.plan
    route = "" if plan.route is Route.NOT_STATED else plan.route.value
    notice = f"Notice published {show_day(plan.notice_published_on)}" if plan.notice_published_on else ""
    due = f"Due {show_day(plan.due_on)}" if plan.due_on and not record.decision.is_taken else ""
    first = plan.originally_due_on
    return _said(route, notice, due, f"First due {show_day(first)}" if first else "", plan.urgency_reason)


def _publication(record: RecordOfDecision) -> tuple[Content, ...]:
    return _said(record.decision.for_publication.value)


def _exemption(record: RecordOfDecision) -> tuple[Content, ...]:
    exemption = record.decision.exemption
    lines = _paragraphs(exemption)
    if exemption.public_interest.strip():
        lines.append(f"Public interest: {exemption.public_interest}")
    if exemption.withheld.strip():
        lines.append(f"Withheld from the public: {exemption.withheld}")
    if record.is_withheld_whole:
        lines.append("The rest of this record is exempt and is not published.")
    return _said(*lines)


def _paragraphs(exemption: Exemption) -> list[str]:
    named = [(number, _PARAGRAPHS.get(number, _OTHERWISE)) for number in exemption.paragraphs]
    return [
        f"Exempt under paragraph {number} of Part 1 of Schedule 12A to the Local Government Act 1972: {description}"
        for number, description in named
    ]


def _lead_officer(record: RecordOfDecision) -> tuple[Content, ...]:
    responsible = record.decision.responsible
    contact = f"Contact: {responsible.contact}" if responsible.contact.strip() else ""
    return _said(responsible.lead_officer, responsible.department, contact)


def _divisions(record: RecordOfDecision) -> tuple[Content, ...]:
    return _said(record.decision.responsible.divisions)


def _corrects(record: RecordOfDecision) -> tuple[Content, ...]:
    number = record.decision.corrects_number
    return _said(f"Decision {number}") if number.strip() else ()


def _decided(record: RecordOfDecision) -> tuple[Content, ...]:
    decision = record.decision
    return _said(f"Decided {show_decided(decision)}" if decision.decided_on else show_decided(decision))


def _published(record: RecordOfDecision) -> tuple[Content, ...]:
    days = record.decision.published
    named = (
        ("Published", days.published_on),
        ("Takes effect", days.effective_on),
        ("May be put into effect from", days.implement_from),
    )
    return _said(*(f"{name} {show_day(day)}" for name, day in named if day))


def _link(record: RecordOfDecision) -> tuple[Content, ...]:
    address = record.decision.link.strip()
    return (Link(address, address),) if is_address(address) else _said(address)


def _answer(answer: bool | None, yes: str, no: str) -> tuple[Content, ...]:
    return () if answer is None else _said(yes if answer else no)


FACTS: dict[RecordField, Callable[[RecordOfDecision], tuple[Content, ...]]] = {
    RecordField.MAKER: _maker,
    RecordField.NUMBER: _number,
    RecordField.SUBJECT: _subject,
    RecordField.STATUS: _status,
    RecordField.KEY: _key,
    RecordField.CALL_IN: _call_in,
    RecordField.EXECUTIVE: _executive,
    RecordField.ROUTE: _route,
    RecordField.PUBLICATION: _publication,
    RecordField.EXEMPTION: _exemption,
    RecordField.LEAD_OFFICER: _lead_officer,
    RecordField.DIVISIONS: _divisions,
    RecordField.CORRECTS: _corrects,
    RecordField.DECIDED: _decided,
    RecordField.PUBLISHED: _published,
    RecordField.LINK: _link,
}
