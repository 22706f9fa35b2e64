"""Who takes part in a contract: the council that buys, the providers that supply, the partners that pay."""

from collections.abc import Mapping
from typing import Any

from db.rules.contract import Contract
from db.rules.funding import AnnualValue, FundingLine
from db.rules.provider import Provider, ProviderId, plain_name
from db.rules.publisher import Publisher
from exports.open_data.ocds_words import known

Values = dict[str, Any]
COMPANIES, CHARITIES = "GB-COH", "GB-CHC"
"""The lists of Companies House and of the Charity Commission, as org-id.guide names them."""


def parties(contract: Contract, providers: Mapping[ProviderId, Provider], publisher: Publisher) -> list[Values]:
    """Every party of a contract, the buyer first; one that is both buyer and funder is one party."""
    buyer: Values = {"id": publisher.identifier or "buyer", "name": publisher.name, "roles": ["buyer"]}
    if publisher.contact_email or publisher.contact_url or publisher.contact_name:
        buyer["contactPoint"] = known(
            {"name": publisher.contact_name, "email": publisher.contact_email, "url": publisher.contact_url}
        )
    suppliers = [_supplier(providers[each.provider_id]) for each in contract.holders if each.provider_id in providers]
    funders = []
    for partner_id, name in _partners(contract).items():
        if plain_name(name) == plain_name(publisher.name):
            buyer["roles"].append("funder")
        else:
            funders.append({"id": partner_id, "name": name, "roles": ["funder"]})
    return [buyer, *suppliers, *funders]


def reference(party: Values) -> Values:
    """A party by its id and name, as other sections name it."""
    return {"id": party["id"], "name": party["name"]}


def _supplier(provider: Provider) -> Values:
    identifiers = [
        {"scheme": scheme, "id": number, "legalName": provider.name}
        for scheme, number in ((COMPANIES, provider.company_number), (CHARITIES, provider.charity_number))
        if number
    ]
    return known(
        {
            "id": provider.id,
            "name": provider.name,
            "identifier": identifiers[0] if identifiers else None,
            "additionalIdentifiers": identifiers[1:],
            "roles": ["supplier"],
        }
    )


def _partners(contract: Contract) -> dict[str, str]:
    lines: tuple[FundingLine | AnnualValue, ...] = (*contract.funding, *contract.annual_values)
    return {line.partner_id: line.partner for line in lines}
