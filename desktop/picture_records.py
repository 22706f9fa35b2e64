"""A record of decision for its pictures: being written, and on its way to the public."""

from collections.abc import Callable, Iterator

from db.rules.decision import Decision, DecisionKind
from desktop.main_window import MainWindow
from desktop.publishing.versions import Version
from desktop.screens.publishing import PublishingScreen
from desktop.screens.screen import Place
from desktop.screens.writing import WritingScreen

PATIENCE = 150
"""How often a page that the worker makes is waited for, a tenth of a second each."""


def records(window: MainWindow, settle: Callable[[int], None]) -> Iterator[str]:
    """The name of each state while it can be seen; `settle` lets the window work for some milliseconds."""
    decision = _officers(window)
    if decision is not None:
        yield from _writing(window, decision, settle)
        yield from _publishing(window, decision)


def _officers(window: MainWindow) -> Decision | None:
    known = window.desk.register.decisions.all() if window.desk else ()
    return next((each for each in known if each.kind is DecisionKind.OFFICER), None)


def _writing(window: MainWindow, decision: Decision, settle: Callable[[int], None]) -> Iterator[str]:
    """Its page as it prints is made by the worker."""
    window.go(Place("writing", decision.id))
    page = window.findChild(WritingScreen)
    for path in ("text.reasons", "for_publication") if page else ():
        _turn_to(page, path, settle)
        yield f"writing-{path}"


def _turn_to(page: WritingScreen | None, path: str, settle: Callable[[int], None]) -> None:
    if page is not None:
        page.go_to(path)
        for _ in range(PATIENCE):
            if not page.live.is_current:
                settle(100)


def _publishing(window: MainWindow, decision: Decision) -> Iterator[str]:
    """While something is to be settled, and in full."""
    window.go(Place("publishing", decision.id))
    page = window.findChild(PublishingScreen)
    for version in Version:
        if page is not None:
            page.version.write(version)
            yield f"publishing-{version.name.lower()}"
