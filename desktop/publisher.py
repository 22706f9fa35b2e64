"""What the council states of itself when contracts are published; kept for the officer between sittings."""

import json
from dataclasses import replace
from typing import Any

from db.rules.money import Pence
from db.rules.publisher import Publisher
from desktop.desk import Desk

_KEPT = "publisher"
FIELDS = ("department", "uri", "identifier", "ocid_prefix", "contact_name", "contact_email", "contact_url", "area",
          "area_uri")  # fmt: skip


def publisher_of(desk: Desk) -> Publisher:
    """The publisher as last stated, under the council's name."""
    stated = _stated(desk)
    texts = {name: str(stated[name]) for name in FIELDS if isinstance(stated.get(name), str)}
    pence = stated.get("irrecoverable_vat")
    vat = Pence(pence) if isinstance(pence, int) else None
    return replace(Publisher(name=desk.register.decisions.council().name), irrecoverable_vat=vat, **texts)


def keep_publisher(desk: Desk, publisher: Publisher) -> None:
    """Keep what was stated."""
    stated: dict[str, Any] = {name: getattr(publisher, name) for name in FIELDS}
    stated["irrecoverable_vat"] = publisher.irrecoverable_vat
    desk.session.keep_choice(_KEPT, json.dumps(stated))


def _stated(desk: Desk) -> dict[str, Any]:
    try:
        found = json.loads(desk.session.choice(_KEPT) or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
