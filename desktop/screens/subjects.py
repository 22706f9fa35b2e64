"""What a scorecard can be chosen of: every contract, provider and service of the register."""

from collections.abc import Iterable

from db.rules.contract import Contract
from db.rules.scorecard import Scope
from desktop.following import Subject

Choice = tuple[Subject, str]


def subjects_in(contracts: Iterable[Contract]) -> list[Choice]:
    """Contracts by reference, then providers and services by name, each with what it is called in a list."""
    known = sorted(contracts, key=lambda each: each.reference.casefold())
    providers = sorted({holder.name for each in known for holder in each.holders}, key=str.casefold)
    services = sorted({each.service for each in known if each.service}, key=str.casefold)
    return [
        *((Subject(Scope.CONTRACT, each.id), f"{each.reference}, {each.title}") for each in known),
        *((Subject(Scope.PROVIDER, name), f"Provider: {name}") for name in providers),
        *((Subject(Scope.SERVICE, name), f"Service: {name}") for name in services),
    ]
