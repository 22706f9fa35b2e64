"""Whose register it is: the council's name, and the form its records are printed on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Council:
    """A council as its records name it, with the name of the template they follow."""

    name: str = "Kent County Council"
    template: str = "kent"


USUAL_COUNCIL = Council()
"""What a register that names no council is taken to be of."""
