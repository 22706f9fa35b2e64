"""The ways a notice can be sent, the contract's own clause first, each with its source."""

from collections.abc import Sequence

from db.rules.service_of_notice import SERVICE_RULES, ServiceRule

SERVED = "served"
"""In place of a way of sending: only the day of service is known."""
Way = ServiceRule | str
_OFFERED = ("hand_clause_1700", "first_class_clause", "second_class_pd1985", "email_clause_1700")


def ways(clauses: Sequence[ServiceRule]) -> list[tuple[Way, str]]:
    """What to choose from: the contract's clauses, then for other ways the usual rules, then none of them."""
    own = {each.method.casefold() for each in clauses}
    usual = [SERVICE_RULES[name] for name in _OFFERED]
    offered: list[tuple[Way, str]] = [(each, f"{each.method} (the contract: {each.source})") for each in clauses]
    offered += [(each, each.method) for each in usual if each.method.casefold() not in own]
    return [*offered, (SERVED, "The day it was served is known")]
