"""Sending the register out in any of its forms: asked in one dialog, made in the worker, saved where asked."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from db.rules.decision import ContractId
from db.rules.listing_quarter import Tally
from db.rules.publisher import Publisher
from db.whereabouts import Whereabouts
from desktop.acts import leaving_work as work
from desktop.acts.carrying_out import tell
from desktop.acts.exporting import export_register
from desktop.acts.saving import ask_path, save_as, say
from desktop.acts.waiting import done_away, the_jobs
from desktop.desk import Desk
from desktop.dialogs.send_out_dialog import Sending, SendOutDialog, Way
from desktop.jobs import Job
from desktop.open_data import listing_in
from desktop.publisher import keep_publisher, publisher_of

View = Callable[[], object]


def send_out(desk: Desk, parent: QWidget | None, chosen: Sequence[ContractId] = (), view: View | None = None) -> object:
    """Ask what is sent, and send it; `view` saves the register as it is looked at."""
    titles = desk.register.contracts.titles()
    first = next((each for each in chosen if each in titles), None)
    tallies = _Tallies(desk)
    dialog = SendOutDialog(desk.day, publisher_of(desk), titles, first, tallies.ask, parent)
    asked = dialog.answer()
    tallies.call_off()
    dialog.setParent(None)
    dialog.deleteLater()
    if asked is None:
        return None
    keep_publisher(desk, parent, asked.publisher)
    if asked.way is Way.VIEW:
        return view() if view else export_register(desk, parent)
    return _WAYS[asked.way](desk, parent, asked)


class _Tallies:
    """What a quarter's register will hold, reckoned away from the window where there are many contracts.

    While one is reckoned only the newest question waits.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._is_small = len(desk.register.contracts.ids()) <= work.FEW
        self._job: Job | None = None
        self._next: tuple[date, Publisher, Callable[[Tally], None]] | None = None

    def ask(self, day: date, publisher: Publisher, then: Callable[[Tally], None]) -> None:
        """Reckon, and tell it then: at once where there are few."""
        if self._is_small:
            then(listing_in(self._desk.register, day, publisher).tally())
            return
        self._next = (day, publisher, then)
        if self._job is None:
            self._begin()

    def call_off(self) -> None:
        """Nobody waits for it any more."""
        self._next = None
        if self._job:
            self._job.cancel()

    def _begin(self) -> None:
        if self._next is None:
            return
        (day, publisher, then), self._next = self._next, None
        job = self._job = the_jobs().run(work.tally, Whereabouts.of(self._desk.register), day, publisher)
        job.finished.connect(lambda found: self._found(found, then))
        job.failed.connect(lambda _failure: self._ended())
        job.cancelled.connect(self._ended)

    def _found(self, found: Tally, then: Callable[[Tally], None]) -> None:
        if self._next is None:
            then(found)
        self._ended()

    def _ended(self) -> None:
        self._job = None
        self._begin()


def _whole(desk: Desk, parent: QWidget | None, _asked: Sending) -> object:
    return export_register(desk, parent)


def _csv(desk: Desk, parent: QWidget | None, _asked: Sending) -> object:
    held = Whereabouts.of(desk.register), desk.day
    name = f"Register {desk.day.isoformat()}"
    return save_as(parent, "Save the register as text", name, ".csv", "Making the list", work.contracts_as_csv, *held)


def _transparency(desk: Desk, parent: QWidget | None, asked: Sending) -> object:
    held = Whereabouts.of(desk.register), asked.quarter.days.ends_on, asked.publisher
    title, name = "Save the transparency register", f"Contracts register {asked.quarter.label}"
    if asked.way is Way.TRANSPARENCY_BOOK:
        return save_as(parent, title, name, ".xlsx", "Making the register", work.transparency_as_workbook, *held)
    return save_as(parent, title, name, ".csv", "Making the register", work.transparency_as_csv, *held)


def _open_data(desk: Desk, parent: QWidget | None, asked: Sending) -> object:
    return save_as(
        parent, "Save the open contracting data", f"Open contracting {desk.day.isoformat()}", ".json",
        "Making the releases", work.open_data_as_json, Whereabouts.of(desk.register), asked.publisher, desk.day,
        desk.session.moment(),
    )  # fmt: skip


def _audit(desk: Desk, parent: QWidget | None, asked: Sending) -> object:
    name = f"Extensions, variations and waivers {asked.period.starts_on.isoformat()}"
    return save_as(
        parent, "Save the audit return", name, ".xlsx", "Making the return", work.audit_as_workbook,
        Whereabouts.of(desk.register), asked.period, asked.threshold,
    )  # fmt: skip


def _pack(desk: Desk, parent: QWidget | None, asked: Sending) -> object:
    if asked.contract is None:
        return None
    name = f"{desk.register.contracts.details(asked.contract)['reference']} pack"
    return save_as(
        parent, "Save the contract’s pack", name, ".zip", "Making the pack", work.pack_as_archive,
        Whereabouts.of(desk.register), asked.contract, desk.day, asked.with_notes,
    )  # fmt: skip


def _anonymous(desk: Desk, parent: QWidget | None, _asked: Sending) -> Path | None:
    path = ask_path(parent, "Save a copy without names", "Without names", ".register")
    if path is None:
        return None
    held = Whereabouts.of(desk.register), path, desk.session.moment()
    words = "Making the copy without names"
    try:
        with TemporaryDirectory(prefix=".without-names-", dir=path.parent) as folder:
            made = done_away(parent, words, work.copy_without_names, *held, Path(folder), reports=True)
    except OSError as error:
        tell(parent, "The copy was not made", f"“{path.parent}” cannot be written: {error.strerror}.")
        return None
    if made:
        say(parent, f"Saved “{path.name}” in {path.parent}")
    return made


_WAYS: dict[Way, Callable[[Desk, QWidget | None, Sending], object]] = {
    Way.WHOLE: _whole,
    Way.CSV: _csv,
    Way.TRANSPARENCY: _transparency,
    Way.TRANSPARENCY_BOOK: _transparency,
    Way.OPEN_DATA: _open_data,
    Way.AUDIT: _audit,
    Way.PACK: _pack,
    Way.ANONYMOUS: _anonymous,
}
