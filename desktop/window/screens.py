"""How each screen is made when it is first visited."""

from collections.abc import Callable

from desktop.desk import Desk
from desktop.screens.screen import Screen


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


def _returns_grid(desk: Desk) -> Screen:
    from desktop.screens.returns_grid import ReturnsGridScreen

    return ReturnsGridScreen(desk)


def _scorecard(desk: Desk) -> Screen:
    from desktop.screens.scorecard import ScorecardScreen

    return ScorecardScreen(desk)


def _providers(desk: Desk) -> Screen:
    from desktop.screens.providers import ProvidersScreen

    return ProvidersScreen(desk)


def _contract(desk: Desk) -> Screen:
    from desktop.screens.contract import ContractScreen

    return ContractScreen(desk)


def _settings(desk: Desk) -> Screen:
    from desktop.screens.settings import SettingsScreen

    return SettingsScreen(desk)


def _timeline(desk: Desk) -> Screen:
    from desktop.screens.timeline import TimelineScreen

    return TimelineScreen(desk)


def _writing(desk: Desk) -> Screen:
    from desktop.screens.writing import WritingScreen

    return WritingScreen(desk)


def _publishing(desk: Desk) -> Screen:
    from desktop.screens.publishing import PublishingScreen

    return PublishingScreen(desk)


def _importing(desk: Desk) -> Screen:
    from desktop.importing.screen import ImportingScreen

    return ImportingScreen(desk)


def _edited_workbook(desk: Desk) -> Screen:
    from desktop.bringing_in.edited_screen import EditedScreen

    return EditedScreen(desk)


def _old_register(desk: Desk) -> Screen:
    from desktop.bringing_in.old_screen import OldRegisterScreen

    return OldRegisterScreen(desk)


def _to_do(desk: Desk) -> Screen:
    from desktop.bringing_in.to_do import ToDoScreen

    return ToDoScreen(desk)


def _then_and_now(desk: Desk) -> Screen:
    from desktop.screens.then_and_now import ThenAndNowScreen

    return ThenAndNowScreen(desk)


def _quality(desk: Desk) -> Screen:
    from desktop.screens.quality import QualityScreen

    return QualityScreen(desk)


def _taken_out(desk: Desk) -> Screen:
    from desktop.screens.taken_out import TakenOutScreen

    return TakenOutScreen(desk)


def _original(desk: Desk) -> Screen:
    from desktop.importing.original import OriginalScreen

    return OriginalScreen(desk)


MAKERS: dict[str, Callable[[Desk], Screen]] = {
    "attention": _attention,
    "register": _register,
    "decisions": _decisions,
    "returns": _returns,
    "returnsGrid": _returns_grid,
    "scorecard": _scorecard,
    "providers": _providers,
    "timeline": _timeline,
    "contract": _contract,
    "writing": _writing,
    "publishing": _publishing,
    "importing": _importing,
    "original": _original,
    "editedWorkbook": _edited_workbook,
    "oldRegister": _old_register,
    "toDo": _to_do,
    "thenAndNow": _then_and_now,
    "quality": _quality,
    "takenOut": _taken_out,
    "settings": _settings,
}
