"""The places of the window, and how each screen is made when it is first visited."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.desk import Desk
from desktop.screens.screen import Screen


@dataclass(frozen=True, slots=True)
class Spot:
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
)
SETTINGS = Spot("settings", "Settings", "settings", "Ctrl+,")


def _attention(desk: Desk) -> Screen:
    from desktop.screens.attention import AttentionScreen

    return AttentionScreen(desk)


def _register(desk: Desk) -> Screen:
    from desktop.screens.register import RegisterScreen

    return RegisterScreen(desk)


def _decisions(desk: Desk) -> Screen:
    from desktop.screens.decisions import DecisionsScreen

    return DecisionsScreen(desk)


def _returns(desk: Desk) -> Screen:
    from desktop.screens.returns import ReturnsScreen

    return ReturnsScreen(desk)


def _providers(desk: Desk) -> Screen:
    from desktop.screens.providers import ProvidersScreen

    return ProvidersScreen(desk)


def _contract(desk: Desk) -> Screen:
    from desktop.screens.contract import ContractScreen

    return ContractScreen(desk)


def _settings(desk: Desk) -> Screen:
    from desktop.screens.settings import SettingsScreen

    return SettingsScreen(desk)


MAKERS: dict[str, Callable[[Desk], Screen]] = {
    "attention": _attention,
    "register": _register,
    "decisions": _decisions,
    "returns": _returns,
    "providers": _providers,
    "contract": _contract,
    "settings": _settings,
}
