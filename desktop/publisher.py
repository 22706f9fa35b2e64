"""What the council states of itself when contracts are published: kept in the register, the same for every officer.

Before registers kept it, each officer's own settings did; what is found there is offered until it is stated here.
"""

import json
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from db.operations.publisher import set_publisher
from db.rules.money import Pence
from db.rules.publisher import STATED, Publisher
from db.rules.refusal import Refusal
from desktop.acts.carrying_out import tell
from desktop.acts.officer import who_are_you
from desktop.desk import Desk

_KEPT = "publisher"


def publisher_of(desk: Desk) -> Publisher:
    """The publisher as the register states it; where it states nothing, as this officer's settings did."""
    stated = desk.register.decisions.publisher()
    return stated if stated != Publisher(stated.name) else _taken_over(desk, stated)


def keep_publisher(desk: Desk, parent: QWidget | None, publisher: Publisher) -> None:
    """State it in the register, as an act of its own, where it is another and the register can be written."""
    if publisher == desk.register.decisions.publisher() or desk.register.read_only:
        return
    if not who_are_you(desk.session, parent):
        return
    try:
        desk.act(set_publisher, publisher)
    except Refusal as refusal:
        tell(parent, "What the council states was not kept", str(refusal))
    else:
        desk.session.keep_choice(_KEPT, "")


def _taken_over(desk: Desk, stated: Publisher) -> Publisher:
    found = _found(desk)
    texts = {name: str(found[name]) for name in STATED if isinstance(found.get(name), str)}
    pence = found.get("irrecoverable_vat")
    return replace(stated, irrecoverable_vat=Pence(pence) if isinstance(pence, int) else None, **texts)


def _found(desk: Desk) -> dict[str, Any]:
    try:
        found = json.loads(desk.session.choice(_KEPT) or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
