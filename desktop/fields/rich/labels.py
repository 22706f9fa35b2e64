"""What an item of a list begins with: a bullet, or a letter of its own."""

import re
from dataclasses import dataclass

BULLET = "• "
_LABEL = re.compile(r"(?:•|(?P<letter>[a-z])\)) +")
_TYPED = re.compile(r"(?:-|•|(?P<letter>[a-z])\))")


@dataclass(frozen=True, slots=True)
class Label:
    """An item's beginning: as it is shown, with its space, and as it is kept."""

    shown: str
    kept: str

    @property
    def next(self) -> str:
        """What the item after it begins with; nothing after z."""
        if self.kept == "-":
            return BULLET
        letter = chr(ord(self.kept[0]) + 1)
        return f"{letter}) " if letter <= "z" else ""


def label_of(line: str) -> Label | None:
    """The label a line begins with; None where it is no item."""
    found = _LABEL.match(line)
    if found is None:
        return None
    return Label(found[0], f"{found['letter']})" if found["letter"] else "-")


def label_typed(line: str) -> str:
    """What typing a space makes of a line that is only a dash or a letter with a bracket; nothing if it is neither."""
    found = _TYPED.fullmatch(line)
    if found is None:
        return ""
    return f"{found['letter']}) " if found["letter"] else BULLET
