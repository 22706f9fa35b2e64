"""The dialogs of what comes in, what leaves and what is looked back at, filled for pictures and for tests."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from db.rules.contract import Contract
from db.rules.listing_quarter import Tally
from db.rules.publisher import Publisher
from desktop.desk import Desk
from desktop.dialogs.past_day_dialog import PastDayDialog
from desktop.dialogs.send_out_dialog import SendOutDialog, Way
from desktop.dialogs.take_out_dialog import TakeOutDialog
from desktop.dialogs.what_file_dialog import WhatFileDialog
from desktop.open_data import listing_in
from desktop.publisher import publisher_of


def _send_out(desk: Desk, way: Way) -> QWidget:
    def reckon(day: date, publisher: Publisher, then: Callable[[Tally], None]) -> None:
        then(listing_in(desk.register, day, publisher).tally())

    made = SendOutDialog(desk.day, publisher_of(desk), desk.register.contracts.titles(), None, reckon)
    made.way.write(way)
    return made


def _take_out(desk: Desk) -> QWidget:
    return TakeOutDialog(next(each for each in desk.register.contracts.all() if isinstance(each, Contract)))


LEAVING: dict[str, Callable[[Desk], QWidget]] = {
    "send-out": partial(_send_out, way=Way.WHOLE),
    "send-out-transparency": partial(_send_out, way=Way.TRANSPARENCY),
    "send-out-audit": partial(_send_out, way=Way.AUDIT),
    "send-out-pack": partial(_send_out, way=Way.PACK),
    "what-file": lambda _desk: WhatFileDialog("Register kept so far.xlsx"),
    "as-it-was": lambda desk: PastDayDialog(desk.session.today()),
    "take-out": _take_out,
}
