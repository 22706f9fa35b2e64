"""Contracts as a release package of the Open Contracting Data Standard 1.1.

One release a contract, with its amendments (extensions used, variations) and its milestones (decisions, returns). Ids
come from the register's own, so the same contract, party or amendment has the same id in every package.
Source: open-contracting/standard 1.1.5, schema/release-schema.json.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from db.rules.award_facts import AwardFacts, regime_of
from db.rules.contract import Contract, Status
from db.rules.decision import Decision
from db.rules.ledger import LedgerLine
from db.rules.procurement import Regime
from db.rules.provider import Provider, ProviderId
from db.rules.publisher import Publisher, ocid_of
from db.rules.refusal import Refusal
from db.rules.standing import Standing, standing
from db.rules.value import values_of
from exports.open_data import ocds_events, ocds_parties
from exports.open_data.ocds_words import amount, day_of, known, period_of

Values = dict[str, Any]
VERSION = "1.1"
_PREFIX = re.compile(r"ocds-[a-z0-9]{6}")
_LAWS = {
    Regime.REGULATIONS: ("UKSI", "2015/102"),
    Regime.HEALTH: ("UKSI", "2023/1348"),
    Regime.ACT: ("UKPGA", "2023/54"),
    Regime.LIGHT_TOUCH: ("UKPGA", "2023/54"),
}
_STATUSES = {
    Status.NOT_RECORDED: None,
    Status.NOT_STARTED: "pending",
    Status.RUNNING: "active",
    Status.UNDER_NOTICE: "active",
    Status.PAST_END: "active",
    Status.ENDED: "terminated",
}


@dataclass(frozen=True, slots=True)
class Released:
    """A contract to publish, with what is published beside it."""

    contract: Contract
    decisions: Sequence[Decision] = ()
    returns: Sequence[LedgerLine] = ()
    facts: AwardFacts | None = None


def render(
    contracts: Iterable[Released],
    providers: Mapping[ProviderId, Provider],
    publisher: Publisher,
    day: date,
    made_at: datetime,
) -> bytes:
    """The package as JSON in UTF-8, as the contracts stand on a day.

    Raises:
        Refusal: the council's prefix is not stated, or is not one.
    """
    return json.dumps(package(contracts, providers, publisher, day, made_at), ensure_ascii=False, indent=2).encode()


def package(
    contracts: Iterable[Released],
    providers: Mapping[ProviderId, Provider],
    publisher: Publisher,
    day: date,
    made_at: datetime,
) -> Values:
    """The package as plain values.

    Raises:
        Refusal: as render.
    """
    if not _PREFIX.fullmatch(publisher.ocid_prefix):
        raise Refusal(
            "State the council's prefix for open contracting, such as ocds-b5fd17: “ocds-” and six letters or digits. "
            "It is registered once with the Open Contracting Partnership."
        )
    return {
        "uri": f"urn:contract-desk:{publisher.ocid_prefix}:{day.isoformat()}",
        "version": VERSION,
        "publishedDate": made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "publisher": known({"name": publisher.name, "uid": publisher.identifier, "uri": publisher.uri}),
        "releases": [_release(each, providers, publisher, day) for each in contracts],
    }


def _release(released: Released, providers: Mapping[ProviderId, Provider], publisher: Publisher, day: date) -> Values:
    contract, at = released.contract, standing(released.contract, day)
    decisions = [each for each in released.decisions if each.taken_by(day)]
    amendments = ocds_events.amendments(at, decisions)
    milestones = ocds_events.milestones(contract, decisions, released.returns)
    newest = ocds_events.newest_day(at, decisions, released.returns) or day
    ocid = ocid_of(publisher, contract.id)
    parties = ocds_parties.parties(contract, providers, publisher)
    return known(
        {
            "ocid": ocid,
            "id": f"{ocid}-{newest.isoformat()}",
            "date": day_of(newest),
            "tag": _tags(at, amendments, milestones),
            "initiationType": "tender",
            "language": "en",
            "parties": parties,
            "buyer": ocds_parties.reference(parties[0]),
            "awards": [_award(contract, parties)],
            "contracts": [_contract(released, at, day, amendments, milestones)],
        }
    )


def _tags(at: Standing, amendments: list[Values], milestones: list[Values]) -> list[str]:
    tags = {"contract": True, "contractAmendment": bool(amendments), "implementation": bool(milestones),
            "contractTermination": at.status is Status.ENDED}  # fmt: skip
    return [tag for tag, holds in tags.items() if holds]


def _award(contract: Contract, parties: Sequence[Values]) -> Values:
    suppliers = [ocds_parties.reference(each) for each in parties if "supplier" in each["roles"]]
    return known({"id": award_id(contract), "title": contract.title, "status": "active", "suppliers": suppliers})


def award_id(contract: Contract) -> str:
    """The id of a contract's award, which it shares with nothing else."""
    return f"{contract.id}-award"


def _contract(
    released: Released, at: Standing, day: date, amendments: list[Values], milestones: list[Values]
) -> Values:
    contract = released.contract
    worth = values_of(contract, released.facts, day).current
    law = regime_of(released.facts) if released.facts else None
    return known(
        {
            "id": contract.id,
            "awardID": award_id(contract),
            "title": contract.title,
            "description": _description(contract, law),
            "status": _STATUSES[at.status],
            "period": period_of(contract.starts_on, at.ends_on, at.maximum_end),
            "value": amount(worth.pence) if worth.pence is not None else None,
            "amendments": amendments,
            "implementation": known({"milestones": milestones}),
        }
    )


def _description(contract: Contract, law: Regime | None) -> str:
    parts = ", ".join(part.name for part in contract.parts)
    described = ": ".join(filter(None, (contract.service, parts)))
    scheme, number = _LAWS[law] if law else ("", "")
    return ". ".join(filter(None, (described, f"Under {law} ({scheme} {number})" if law else "")))
