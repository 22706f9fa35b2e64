"""Enter providers and the other names they go by."""

from db.changes import Author, Changed
from db.register import Register
from db.rules.provider import ProviderId
from db.rules.refusal import Refusal
from db.rules.words import clean, clean_line, required


def add_provider(
    register: Register,
    by: Author,
    name: str,
    aliases: tuple[str, ...] = (),
    *,
    company_number: str = "",
    charity_number: str = "",
    contact: str = "",
    notes: str = "",
) -> Changed:
    """Enter a provider with its other names.

    Raises:
        Refusal: no name, or a provider is known by it already.
    """
    tidy = required(name, "Provider's name")
    _check_is_free(register, tidy)
    with register.acting(by, "add provider", f"Added provider {tidy}") as ledger:
        values = {
            "name": tidy,
            "company_number": clean_line(company_number, "Company number"),
            "charity_number": clean_line(charity_number, "Charity number"),
            "contact": clean_line(contact, "Contact"),
            "notes": clean(notes, "Notes"),
        }
        provider_id = ledger.insert("provider", values)
        for alias in dict.fromkeys(aliases):
            known_as = required(alias, "Other name")
            _check_is_free(register, known_as, besides=ProviderId(provider_id))
            ledger.insert("provider_alias", {"provider_id": provider_id, "name": known_as, "source": ""})
        return ledger.close()


def add_alias(register: Register, by: Author, provider_id: ProviderId, name: str, source: str = "") -> Changed:
    """Record another name of a provider and where it was met.

    Raises:
        Refusal: no name, or a provider is known by it already.
    """
    tidy = required(name, "Other name")
    _check_is_free(register, tidy)
    provider = next((each for each in register.providers.all() if each.id == provider_id), None)
    if provider is None:
        raise Refusal("That provider is no longer in the register. Look again and choose another.")
    with register.acting(by, "add alias", f"Recorded that {provider.name} is also known as {tidy}") as ledger:
        ledger.insert(
            "provider_alias",
            {"provider_id": provider_id, "name": tidy, "source": clean_line(source, "Where the name was met")},
        )
        return ledger.close()


def _check_is_free(register: Register, name: str, besides: ProviderId | None = None) -> None:
    known = register.providers.find(name)
    if known is not None and known.id != besides:
        raise Refusal(f"“{name}” is already a name of {known.name}. Use that provider, or another name.")
