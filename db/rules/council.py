"""Whose register it is: the council's name, and the form its records are printed on."""

import re
from dataclasses import dataclass

from db.rules.refusal import Refusal
from db.rules.words import clean_line


@dataclass(frozen=True, slots=True)
class Council:
    """A council as its records name it, with the name of the template they follow."""

    name: str = "Kent County Council"
    template: str = "kent"


_OF_THE_WEB = re.compile(
    r"https?://(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:.]+\])"
    r"(?::\d{1,5})?(?:[/?#]\S*)?",
    re.IGNORECASE,
)
"""An address of the web without a name and password in it."""

USUAL_COUNCIL = Council()
"""What a register that names no council is taken to be of."""


def timestamp_address(written: str) -> str:
    """The address of a timestamp service (RFC 3161) as it is written, empty for none.

    Raises:
        Refusal: it is not an address of the web, or carries a name and password.
    """
    address = clean_line(written, "Address of the timestamp service")
    if address and not _OF_THE_WEB.fullmatch(address):
        raise Refusal(
            f"“{address}” is not the address of a timestamp service. It begins with https:// or http://, then the "
            "name of a computer. Leave it empty to sign without timestamps."
        )
    return address
