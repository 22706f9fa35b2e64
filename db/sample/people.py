"""The providers, with the several names that the two decisions use for them."""

from db.changes import Author
from db.operations.providers import add_alias, add_provider
from db.register import Register

KEY_DECISION_NAME = "Decision of 2 October 2025"
_PROVIDERS = {
    "Involve": (("Involve Kent", KEY_DECISION_NAME),),
    "Imago": (("Imago Community", KEY_DECISION_NAME),),
    "Social Enterprise Kent": (("SEK", KEY_DECISION_NAME), ("South East Kent (SEK)", KEY_DECISION_NAME)),
    "East Kent Strategic Partnership": (),
    "Carers Support East Kent": (),
    "Porchlight": (),
    "Shaw Trust": (),
}


def enter_providers(register: Register, by: Author) -> None:
    """Enter each provider and each other name with where it was met."""
    for name, aliases in _PROVIDERS.items():
        add_provider(register, by, name)
        provider = register.providers.get(name)
        for alias, source in aliases:
            add_alias(register, by, provider.id, alias, source)
