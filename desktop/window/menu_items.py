"""The menus, item by item."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.look.palette import Scheme
from desktop.screens import doing
from desktop.screens.screen import Place
from desktop.window import helping
from desktop.window.commands import Command, Group, Item
from desktop.window.places import SETTINGS, SPOTS
from desktop.window.viewing import set_look, step_size

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from desktop.window.workplace import Workplace


def welcome_menus(window: "MainWindow") -> tuple[Group, ...]:
    """The menus while no register is open."""
    return (
        Group("&File", (*_opening(window), None, _verify(window), None, _quit(window))),
        Group("&View", (*_look(window),)),
        Group("&Help", _manual(window)),
    )


def menus(window: "MainWindow", place: "Workplace") -> tuple[Group, ...]:
    """The menus while a register is open."""
    return (
        Group("&File", _file(window, place)),
        Group("&Edit", _edit(place)),
        Group("&Register", _register(window, place)),
        Group("&Contract", _contract(place)),
        Group("&View", _view(window, place)),
        Group("&Help", (*_manual(window), None, *_proofs(window, place))),
    )


def _opening(window: "MainWindow") -> tuple[Item, ...]:
    return (
        Command("newRegister", "&New register…", window.furniture.files.make, "add", ("Ctrl+N",)),
        Command("openRegister", "&Open register…", window.furniture.files.ask_and_open, "folder", ("Ctrl+O",)),
        Command("openBeside", "Open in another win&dow…", window.furniture.files.ask_and_open_beside),
        Group("Open &recent", lambda: _recents(window)),
        Command("sampleRegister", "Make the &sample register…", window.furniture.files.make_sample),
    )


def _recents(window: "MainWindow") -> Sequence[Item]:
    found = [path for path in window.session.recents() if path != window.open_path]
    if not found:
        return (Command("noRecent", "None opened lately", _nothing, when=lambda: False),)
    return tuple(
        Command(f"recent{number}", f"&{number} {path.name}", _opened(window, path))
        for number, path in enumerate(found, 1)
    )


def _opened(window: "MainWindow", path: Path) -> Callable[[], object]:
    return lambda: window.furniture.files.open(path)


def _file(window: "MainWindow", place: "Workplace") -> Sequence[Item]:
    working = place.working
    return (
        *_opening(window),
        None,
        Command("backUp", "&Back up now", place.back_up, "save", when=lambda: window.open_path is not None),
        Command(
            "saveCopy", "Save a &copy…", lambda: window.furniture.files.save_copy(place.desk.register),
            when=lambda: window.open_path is not None,
        ),
        Command("exportRegister", "&Export register…", working.export, "export", ("Ctrl+E",)),
        Command("sendOut", "Send o&ut…", working.send_out, "export", ("Ctrl+Shift+E",)),
        Command("bringIn", "Brin&g a register in…", working.bring_in, "import", when=working.can_write),
        Command(
            "takeInWorkbook",
            "Take in an edited &workbook…",
            working.take_in_workbook,
            "import",
            when=working.can_write,
        ),
        Command("importReturn", "&Import return…", working.import_return, "import", ("Ctrl+I",), working.can_write),
        _verify(window),
        None,
        Command("settings", "Se&ttings", _to(place, "settings"), "settings", (SETTINGS.keys,)),
        _quit(window),
    )  # fmt: skip


def _verify(window: "MainWindow") -> Command:
    return Command("verifyPdf", "&Verify a signed PDF…", lambda: window.furniture.verify(), "sign")


def _quit(window: "MainWindow") -> Command:
    return Command("quit", "&Quit", window.close, keys=("Ctrl+Q",))


def _edit(place: "Workplace") -> Sequence[Item]:
    working, undoing = place.working, place.undoing
    return (
        Command("undo", "&Undo", undoing.undo, "undo", ("Ctrl+Z",), working.can_write, named=undoing.undo_words),
        Command(
            "redo", "&Redo", undoing.redo, "redo", ("Ctrl+Y", "Ctrl+Shift+Z"), working.can_write,
            named=undoing.redo_words,
        ),
        None,
        Command("copy", "&Copy\tCtrl+C", lambda: working.copy(headed=False), "copy", when=working.has_table),
        Command(
            "copyHeaded", "Copy with &headings\tCtrl+Shift+C", lambda: working.copy(headed=True),
            when=working.has_table,
        ),
        Command("paste", "&Paste\tCtrl+V", working.paste, when=working.has_grid),
        Command("fillDown", "Fill &down\tCtrl+D", working.fill_down, when=working.has_grid),
        None,
        Command("replace", "Replace &words…\tCtrl+H", working.replace, when=working.has_grid),
        Command("find", "&Find in the table\tCtrl+F", working.find, "search", when=working.has_search),
        Command("searchAll", "Search &everything…", place.search, "search", ("Ctrl+K",)),
    )  # fmt: skip


def _register(window: "MainWindow", place: "Workplace") -> Sequence[Item]:
    return (
        Command("quality", "Data &quality", _to(place, "quality"), "tick"),
        Command("thenAndNow", "What &changed between two days", _to(place, "thenAndNow"), "history"),
        Command("asItWas", "Show the register as it &was…", lambda: _as_it_was(window, place), "calendar"),
        None,
        Command("toDo", "&To do from the old register", _to(place, "toDo"), "import"),
        Command("takenOut", "Taken &out", _to(place, "takenOut"), "close"),
    )


def _as_it_was(window: "MainWindow", place: "Workplace") -> object:
    from desktop.window.past_window import ask_and_show

    return ask_and_show(window, place.desk)


def _contract(place: "Workplace") -> Sequence[Item]:
    return (
        _act(place, doing.ADD),
        None,
        *(_act(place, act) for act in doing.MAIN),
        None,
        *(_act(place, act) for act in doing.MORE),
        None,
        *(_act(place, act) for act in doing.DIARY),
        None,
        *(_act(place, act) for act in doing.RETURNS if act is not doing.IMPORT_RETURN),
    )


def _act(place: "Workplace", act: doing.ContractAct) -> Command:
    working = place.working
    return Command(act.name, act.words, lambda: working.do(act), act.icon, when=lambda: working.can_do(act))


def _view(window: "MainWindow", place: "Workplace") -> Sequence[Item]:
    places = (
        Command(spot.screen, f"&{number} {spot.words}", _to(place, spot.screen), spot.icon, (spot.keys,))
        for number, spot in enumerate(SPOTS, 1)
    )
    rail = place.rail
    return (
        *places,
        Command("back", "&Back", place.pages.back, "chevron-left", ("Alt+Left",)),
        None,
        Command("lookFromDay", "Look from another &day", place.choose_day, "calendar", ("Ctrl+D",)),
        Command(
            "lookFromToday", "Look from &today", lambda: place.desk.look_from(None),
            when=lambda: not place.desk.is_today,
        ),
        Command("workOut", "&Work out a date…", lambda: _work_out(window, place), "calendar", ("Ctrl+T",)),
        Command("checkAgain", "Check a&gain", place.check_again, keys=("F5",)),
        None,
        *_look(window),
        Command("foldRail", "&Icons only", lambda: rail.fold(not rail.is_folded), "rail", is_on=lambda: rail.is_folded),
    )  # fmt: skip


def _work_out(window: "MainWindow", place: "Workplace") -> object:
    from desktop.screens.work_out import show_work_out

    return show_work_out(place.desk, window)


def _look(window: "MainWindow") -> tuple[Item, ...]:
    session = window.session
    return (
        Group("&Appearance", tuple(_scheme(window, scheme) for scheme in Scheme)),
        Group(
            "Text &size",
            (
                Command("larger", "&Larger", lambda: step_size(session, 1), keys=("Ctrl++", "Ctrl+=")),
                Command("smaller", "&Smaller", lambda: step_size(session, -1), keys=("Ctrl+-",)),
                Command("usualSize", "&Usual", lambda: set_look(session, size=1.0), keys=("Ctrl+0",)),
            ),
        ),
    )


def _scheme(window: "MainWindow", scheme: Scheme) -> Command:
    words = {Scheme.SYSTEM: "As the &system", Scheme.LIGHT: "&Light", Scheme.DARK: "&Dark"}[scheme]
    session = window.session
    return Command(
        f"scheme{scheme.name}", words, lambda: set_look(session, scheme), is_on=lambda: session.scheme is scheme
    )


def _screen(window: "MainWindow") -> str:
    """The screen in view; nothing while no register is open."""
    return window.place.pages.place.screen if window.place else ""


def _manual(window: "MainWindow") -> tuple[Item, ...]:
    return (
        Command("help", "&Screens and keys", lambda: helping.show_help(window, _screen(window)), "help", ("F1",)),
        Command("changes", "&What changed", lambda: helping.show_page(window, "changes")),
        Command("said", "&Messages so far", lambda: helping.show_said(window, window.furniture.toast.said)),
        Command("about", "&About Contract Desk", lambda: helping.show_about(window), "information"),
    )


def _proofs(window: "MainWindow", place: "Workplace") -> tuple[Item, ...]:
    return (
        Command(
            "checkRegister",
            "&Check the register",
            lambda: helping.show_check(window, place.desk.register.check()),
            "tick",
        ),
    )


def _to(place: "Workplace", screen: str) -> Callable[[], None]:
    return lambda: place.pages.go(Place(screen))


def _nothing() -> None:
    """A line of a menu that only tells."""
