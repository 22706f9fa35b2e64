"""Rows of the register turned into decisions and what belongs to them."""

from dataclasses import fields
from datetime import datetime

from db.rules.dates import Period
from db.rules.decision import Decision, DecisionKind, DecisionText, Effect, EffectKind, Publication, Saving
from db.rules.decision_facts import (
    Alternative,
    DecisionStatus,
    Exemption,
    ForwardPlan,
    Override,
    Published,
    Responsible,
    Route,
    SignedFile,
)
from db.rules.delegation import Delegation, DelegationId, Power
from db.rules.money import Pence
from db.store.rows import Named, day, day_or_none

SECTIONS = tuple(each.name for each in fields(DecisionText))
Parts = dict[str, list[Named]]
"""What belongs to one decision, by table."""


def decision_of(row: Named, parts: Parts) -> Decision:
    """A decision from its row and the rows that belong to it."""
    return Decision(
        id=row["id"], version=row["version"], number=row["number"], kind=DecisionKind(row["kind"]),
        subject=row["subject"], decided_on=day_or_none(row["decided_on"]), maker_name=row["maker_name"],
        maker_post=row["maker_post"], signed_on=day_or_none(row["signed_on"]),
        for_publication=Publication(row["for_publication"]), is_key=_answer(row["is_key"]),
        callable_in=_answer(row["callable_in"]), relates_to_number=row["relates_to_number"], link=row["link"],
        text=DecisionText(**{name: row[name] for name in SECTIONS}),
        effects=tuple(_effect(each) for each in parts["decision_effect"]),
        savings=tuple(_saving(each) for each in parts["saving"]),
        status=DecisionStatus(row["status"]), is_executive=_answer(row["is_executive"]), plan=_plan(row),
        exemption=_exemption(row), published=_published(row), responsible=_responsible(row),
        relates_to_on=day_or_none(row["relates_to_on"]),
        delegation_id=DelegationId(row["delegation_id"]) if row["delegation_id"] else None, scheme=row["scheme"],
        corrects_number=row["corrects_number"], consultees=lines(row["consultees"]),
        alternatives=tuple(Alternative(each["option"], each["why_rejected"]) for each in parts["alternative"]),
        none_considered=bool(row["none_considered"]), value_pence=_pence(row["value_pence"]), ground=row["ground"],
        late_signing=row["late_signing"], delegations=tuple(_delegation(each) for each in parts["delegation"]),
        overrides=tuple(Override(each["check_id"], each["reason"]) for each in parts["passed_check"]),
        signed_files=tuple(_signed(each) for each in parts["signed_file"]),
    )  # fmt: skip


def lines(stored: str) -> tuple[str, ...]:
    """Several short texts that are kept one a line."""
    return tuple(filter(None, stored.split("\n")))


def _plan(row: Named) -> ForwardPlan:
    days = (day_or_none(row[name]) for name in ("notice_published_on", "due_on", "originally_due_on"))
    return ForwardPlan(Route(row["route"]), row["urgency_reason"], *days)


def _exemption(row: Named) -> Exemption:
    paragraphs = tuple(int(each) for each in row["exempt_paragraphs"].split())
    return Exemption(paragraphs, row["public_interest"], row["withheld"], bool(row["hides_money"]))


def _published(row: Named) -> Published:
    return Published(*(day_or_none(row[name]) for name in ("published_on", "effective_on", "implement_from")))


def _responsible(row: Named) -> Responsible:
    return Responsible(row["lead_officer"], row["contact"], row["department"], row["divisions"])


def _effect(row: Named) -> Effect:
    return Effect(row["contract_id"], row["reference"], row["title"], EffectKind(row["kind"]), row["detail"])


def _saving(row: Named) -> Saving:
    return Saving(row["heading"], row["label"], Pence(row["pence"]))


def _delegation(row: Named) -> Delegation:
    within = Period(day(row["starts_on"]), day(row["ends_on"])) if row["starts_on"] else None
    return Delegation(
        DelegationId(row["id"]), row["limb"], Power(row["power"]), row["delegate"], row["words"],
        tuple(row["contracts"].split()), row["option_number"], within, _pence(row["most_pence"]),
        lines(row["consult"]), day_or_none(row["until"]), bool(row["is_once"]),
    )  # fmt: skip


def _signed(row: Named) -> SignedFile:
    signed_at = datetime.fromisoformat(row["signed_at"])
    return SignedFile(row["file_sha256"], row["signer"], row["post"], signed_at, row["level"], row["fingerprint"])


def _pence(stored: int | None) -> Pence | None:
    return None if stored is None else Pence(stored)


def _answer(stored: int | None) -> bool | None:
    return None if stored is None else bool(stored)
