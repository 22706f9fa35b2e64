"""What a signature shows on the page, from its order and its field. Imported only when something is signed."""

from exports.signatures.appearance import Appearance, draw
from exports.signatures.fields import EmptyField
from exports.signatures.moments import show_moment
from exports.signatures.order import SigningOrder
from exports.signatures.picture import read_picture


def appearance_of(order: SigningOrder, field: EmptyField) -> bytes:
    """One page of the field's size. Name, post and day of the first signature stand on the page itself, where they can
    be read out, so its field has its picture, or says that it is signed; the words of a later one have no other place.

    Raises:
        Refusal: the picture is not one, or the typeface lacks a character of the words.
    """
    picture = read_picture(order.picture) if order.picture is not None else None
    words = words_of(order) if not field.is_first else () if picture else words_of_first(order)
    return draw(Appearance(words, picture), field.width, field.height)


def words_of_first(order: SigningOrder) -> tuple[str, ...]:
    """The words of a first signature that has no picture: name and moment."""
    return (order.name, f"Signed electronically {show_moment(order.moment)}")


def words_of(order: SigningOrder) -> tuple[str, ...]:
    """The words of a counter-signature: name, post, moment and reason."""
    said = (order.name, order.post, f"Counter-signed {show_moment(order.moment)}", order.reason)
    return tuple(line.strip() for line in said if line.strip())
