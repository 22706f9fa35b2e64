"""The facts of a decision, group by group, as the pane beside the decisions shows them."""

from collections.abc import Iterator
from datetime import date

from db.rules.dates import show_day
from db.rules.decision import Decision, show_decided
from db.rules.decision_facts import DecisionStatus, Route
from db.rules.money import show_pounds
from desktop.screens.decision_rows import maker, publication, restriction, yes_or_no

Facts = list[tuple[str, str]]


def groups_of(decision: Decision) -> Iterator[tuple[str, Facts]]:
    """Each group that says something: its heading, and its facts. The first has no heading."""
    groups = (
        ("", _head(decision)),
        ("Forward plan and route", _plan(decision)),
        ("Publication", _publication(decision)),
        ("Who answers for it", _responsible(decision)),
        ("Signed record", _signed(decision)),
    )
    yield from ((title, facts) for title, facts in groups if any(said for _, said in facts))


def _head(decision: Decision) -> Facts:
    return [
        ("Kind", decision.kind.value),
        ("Status", decision.status.value),
        ("Decided on", show_decided(decision)),
        ("Decided by", maker(decision)),
        ("Signed on", _day(decision.signed_on)),
        ("Why on another day", decision.late_signing),
        ("Key decision", yes_or_no(decision.is_key)),
        ("Subject to call-in", yes_or_no(decision.callable_in)),
        ("Executive function", yes_or_no(decision.is_executive)),
        ("Value", "" if decision.value_pence is None else show_pounds(decision.value_pence)),
        ("Procurement ground", decision.ground),
        ("Scheme of delegation", decision.scheme),
        ("Corrects", decision.corrects_number),
        ("Link", decision.link),
    ]


def _plan(decision: Decision) -> Facts:
    plan = decision.plan
    route = "" if plan.route is Route.NOT_STATED else plan.route.value
    due = "Not before" if decision.status is DecisionStatus.FOR_DETERMINATION else "Was due"
    return [
        ("Notice of it", route),
        ("Reason for urgency", plan.urgency_reason),
        ("Notice published", _day(plan.notice_published_on)),
        (due, _day(plan.due_on)),
        ("Originally due", _day(plan.originally_due_on)),
    ]


def _publication(decision: Decision) -> Facts:
    exempt, published = decision.exemption, decision.published
    paragraphs = ", ".join(map(str, exempt.paragraphs))
    return [
        ("For publication", publication(decision)),
        ("Restriction", restriction(decision)),
        ("Exempt by", f"Schedule 12A, paragraph {paragraphs}" if paragraphs else ""),
        ("Public interest", exempt.public_interest),
        ("What is withheld", exempt.withheld),
        ("Financial tables", "Withheld too" if exempt.hides_money else ""),
        ("Published", _day(published.published_on)),
        ("Effective from", _day(published.effective_on)),
        ("Implement from", _day(published.implement_from)),
    ]


def _responsible(decision: Decision) -> Facts:
    who = decision.responsible
    return [
        ("Lead officer", who.lead_officer),
        ("Contact", who.contact),
        ("Department", who.department),
        ("Divisions", who.divisions),
        ("Consulted", ", ".join(decision.consultees)),
    ]


def _signed(decision: Decision) -> Facts:
    return [
        (f"{file.signed_at:%d/%m/%Y %H:%M} UTC", f"{file.signer}, {file.post} ({file.level})")
        for file in decision.signed_files
    ]


def _day(day: date | None) -> str:
    return show_day(day) if day else ""
