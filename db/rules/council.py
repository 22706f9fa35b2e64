"""Whose register it is: the council's name, and the form its records are printed on."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from db.rules.refusal import Refusal
from db.rules.words import clean_line


@dataclass(frozen=True, slots=True)
class Council:
    """A council as its records name it, with the name of the template they follow."""

    name: str = "Kent County Council"
    template: str = "kent"


USUAL_COUNCIL = Council()
"""What a register that names no council is taken to be of."""


def timestamp_address(written: str) -> str:
    """The address of a timestamp service (RFC 3161) as it is written, empty for none.

    Raises:
        Refusal: it is not an address of the web, or carries a name and password.
    """
    address = clean_line(written, "Address of the timestamp service")
    if address and not _is_of_the_web(address):
        raise Refusal(
            f"“{address}” is not the address of a timestamp service. It begins with https:// or http://, then the "
            "name of a computer. Leave it empty to sign without timestamps."
        )
    return address


def _is_of_the_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018 - reading it checks it
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.username and " " not in address
