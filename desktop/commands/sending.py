"""The ways of sending notice by the names officers use, and when a notice sent so counts as served."""

from collections.abc import Iterable, Mapping

from db.rules.refusal import Refusal
from db.rules.service_of_notice import SERVICE_RULES, ServiceRule

METHODS: Mapping[str, str] = {
    "first-class": "first_class_clause",
    "second-class": "second_class_pd1985",
    "e-mail": "email_clause_1700",
    "hand": "hand_clause_1700",
}
"""The plain names, and the rule that each means where the contract says nothing itself."""


def rule_for(name: str, clauses: Iterable[ServiceRule] = ()) -> ServiceRule:
    """The contract's own clause for a way of sending, else the rule that comes with the program.

    Raises:
        Refusal: no way of sending has that name.
    """
    wanted = _method(name)
    own = next((each for each in clauses if each.method.casefold() == wanted.casefold()), None)
    if own is not None:
        return own
    rule = METHODS.get(name.lower(), name.lower().replace("-", "_"))
    if rule not in SERVICE_RULES:
        raise Refusal(f"“{name}” is not a way of sending that is known. Choose one of: {', '.join(METHODS)}.")
    return SERVICE_RULES[rule]


def _method(name: str) -> str:
    """The words a clause is kept under: first-class is First class post."""
    rule = METHODS.get(name.lower(), name)
    return SERVICE_RULES[rule].method if rule in SERVICE_RULES else name
