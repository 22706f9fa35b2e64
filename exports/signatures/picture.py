"""A picture of a signature written by hand."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from db.rules.refusal import Refusal

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 2_000_000
MOST_PIXELS = 20_000_000
_DRAWN = (1200, 400)
"""More pixels than this are not seen in a signature's box."""

_NOT_ONE = "The picture of the signature is not a PNG or JPEG picture, or it is damaged. Choose another, or none."


def read_picture(content: bytes) -> Image:
    """A PNG or JPEG picture, upright, in colours that any screen has, with nothing of its file but what is seen.

    Raises:
        Refusal: it is no such picture, it is damaged, or it is too large.
    """
    if len(content) > MOST_BYTES:
        raise Refusal("The picture of the signature is larger than 2 MB. Choose a smaller one.")
    return _upright(_opened(content))


def _opened(content: bytes) -> Image:
    from PIL import Image

    try:
        picture = Image.open(BytesIO(content), formats=("PNG", "JPEG"))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Refusal(_NOT_ONE) from None
    if picture.width * picture.height > MOST_PIXELS:
        raise Refusal("The picture of the signature has more than 20 million pixels. Choose a smaller one.")
    return picture


def _upright(picture: Image) -> Image:
    from PIL import ImageOps

    try:
        picture.load()
        drawn = ImageOps.exif_transpose(picture).convert("RGBA")
    except (OSError, ValueError, SyntaxError):
        raise Refusal(_NOT_ONE) from None
    drawn.thumbnail(_DRAWN)
    return drawn
