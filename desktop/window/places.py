"""The places the rail leads to."""

from typing import NamedTuple


class Spot(NamedTuple):
    """A screen the rail leads to: its name, words, icon and keys."""

    screen: str
    words: str
    icon: str
    keys: str


SPOTS = (
    Spot("attention", "Attention", "attention", "Ctrl+1"),
    Spot("register", "Register", "register", "Ctrl+2"),
    Spot("decisions", "Decisions", "decisions", "Ctrl+3"),
    Spot("returns", "Returns", "returns", "Ctrl+4"),
    Spot("providers", "Providers", "providers", "Ctrl+5"),
    Spot("timeline", "Timeline", "timeline", "Ctrl+6"),
)
SETTINGS = Spot("settings", "Settings", "settings", "Ctrl+,")
