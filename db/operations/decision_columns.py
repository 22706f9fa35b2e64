"""A decision as the columns and rows it is kept in, every text made safe to keep."""

from dataclasses import asdict
from datetime import date

from db.operations.new_decision import NewDecision
from db.rules.decision import Decision, Saving
from db.rules.decision_facts import Alternative, Exemption, ForwardPlan, Published, Responsible
from db.rules.delegation import Delegation
from db.rules.refusal import Refusal
from db.rules.words import clean, clean_line, clean_rich, required
from db.store.journal import Value

Columns = dict[str, Value]


def decision_columns(it: NewDecision | Decision) -> Columns:
    """What is kept of a decision in its own row.

    Raises:
        Refusal: no subject, a paragraph that Schedule 12A does not have, or text that cannot be kept.
    """
    return {
        **_standing(it),
        **_authority(it),
        **_plan(it.plan),
        **_exemption(it.exemption),
        **_published(it.published),
        **_responsible(it.responsible),
        **{name: clean_rich(text, _field(name)) for name, text in asdict(it.text).items()},
    }


def saving_columns(saving: Saving) -> Columns:
    """What is kept of one saving."""
    return {
        "heading": clean_line(saving.group, "Saving"),
        "label": required(saving.label, "Saving"),
        "pence": saving.pence,
    }


def alternative_columns(alternative: Alternative) -> Columns:
    """What is kept of one option that was rejected."""
    return {
        "option": required(alternative.option, "Option considered"),
        "why_rejected": clean(alternative.why_rejected, "Why it was rejected"),
    }


def delegation_columns(delegation: Delegation) -> Columns:
    """What is kept of one delegated power.

    Raises:
        Refusal: nobody is named, or its limits are none.
    """
    if delegation.most_pence is not None and delegation.most_pence < 0:
        raise Refusal("The most a delegation allows cannot be less than nothing. Correct the amount or leave it out.")
    within = delegation.within
    return {
        "limb": clean_line(delegation.limb, "Limb"),
        "power": delegation.power.value,
        "delegate": required(delegation.delegate, "Post that is given the power"),
        "words": clean_rich(delegation.words, "Words of the delegation"),
        "contracts": " ".join(delegation.contract_ids),
        "option_number": delegation.option_number,
        "starts_on": _iso(within.starts_on if within else None),
        "ends_on": _iso(within.ends_on if within else None),
        "most_pence": delegation.most_pence,
        "consult": _lines(delegation.in_consultation_with, "In consultation with"),
        "until": _iso(delegation.until),
        "is_once": int(delegation.is_once),
    }


def _standing(it: NewDecision | Decision) -> Columns:
    return {
        "number": clean_line(it.number, "Decision number"),
        "kind": it.kind.value,
        "subject": required(it.subject, "Subject"),
        "status": it.status.value,
        "decided_on": _iso(it.decided_on),
        "maker_name": clean_line(it.maker_name, "Decision maker's name"),
        "maker_post": clean_line(it.maker_post, "Decision maker's post"),
        "signed_on": _iso(it.signed_on),
        "late_signing": clean_line(it.late_signing, "Why it was signed on another day"),
        "for_publication": it.for_publication.value,
        "is_key": _stored(it.is_key),
        "callable_in": _stored(it.callable_in),
        "is_executive": _stored(it.is_executive),
        "link": clean_line(it.link, "Link"),
        "value_pence": it.value_pence,
        "ground": clean_line(it.ground, "Ground"),
        "none_considered": int(it.none_considered),
        "consultees": _lines(it.consultees, "Consultees"),
    }


def _authority(it: NewDecision | Decision) -> Columns:
    return {
        "relates_to_number": clean_line(it.relates_to_number, "Decision it rests on"),
        "relates_to_on": _iso(it.relates_to_on),
        "delegation_id": it.delegation_id,
        "scheme": clean_line(it.scheme, "Scheme of delegation"),
        "corrects_number": clean_line(it.corrects_number, "Decision it corrects"),
    }


def _plan(plan: ForwardPlan) -> Columns:
    return {
        "route": plan.route.value,
        "urgency_reason": clean(plan.urgency_reason, "Reason for urgency"),
        "notice_published_on": _iso(plan.notice_published_on),
        "due_on": _iso(plan.due_on),
        "originally_due_on": _iso(plan.originally_due_on),
    }


def _exemption(exemption: Exemption) -> Columns:
    unknown = [each for each in exemption.paragraphs if each not in range(1, 8)]
    if unknown:
        raise Refusal(f"Schedule 12A has paragraphs 1 to 7; {unknown[0]} is none of them. Correct the paragraph.")
    return {
        "exempt_paragraphs": " ".join(str(each) for each in sorted(set(exemption.paragraphs))),
        "public_interest": clean(exemption.public_interest, "Public interest"),
        "withheld": clean(exemption.withheld, "What is withheld"),
        "hides_money": int(exemption.hides_money),
    }


def _published(published: Published) -> Columns:
    return {
        "published_on": _iso(published.published_on),
        "effective_on": _iso(published.effective_on),
        "implement_from": _iso(published.implement_from),
    }


def _responsible(responsible: Responsible) -> Columns:
    return {
        "lead_officer": clean_line(responsible.lead_officer, "Lead officer"),
        "contact": clean_line(responsible.contact, "Contact"),
        "department": clean_line(responsible.department, "Department"),
        "divisions": clean_line(responsible.divisions, "Divisions"),
    }


def _field(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _lines(texts: tuple[str, ...], field: str) -> str:
    return "\n".join(filter(None, (clean_line(each, field) for each in texts)))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _stored(answer: bool | None) -> int | None:
    return None if answer is None else int(answer)
