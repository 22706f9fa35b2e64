"""What a signature shows on the page, from its order and its field."""

from datetime import datetime, timedelta

from db.rules.dates import show_day
from exports.signatures.appearance import Appearance, draw
from exports.signatures.fields import EmptyField
from exports.signatures.order import SigningOrder
from exports.signatures.picture import read_picture


def appearance_of(order: SigningOrder, field: EmptyField) -> bytes:
    """One page of the field's size. The words of the first signature stand on the page itself, where they can be read
    out; those of a later one have no other place than here.

    Raises:
        Refusal: the picture is not one, or the typeface lacks a character of the words.
    """
    picture = read_picture(order.picture) if order.picture is not None else None
    words = () if field.is_first else words_of(order)
    return draw(Appearance(words, picture), field.width, field.height)


def words_of(order: SigningOrder) -> tuple[str, ...]:
    """The words of a counter-signature: name, post, moment and reason."""
    said = (order.name, order.post, f"Counter-signed {show_moment(order.moment)}", order.reason)
    return tuple(line.strip() for line in said if line.strip())


def show_moment(moment: datetime) -> str:
    """A moment in words, where it was seen: 2 October 2025, 16:45 (UTC+1)."""
    return f"{show_day(moment.date())}, {moment:%H:%M} ({_zone(moment.utcoffset() or timedelta())})"


def _zone(offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}{f':{rest:02d}' if rest else ''}" if minutes else "UTC"
