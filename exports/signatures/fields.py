"""The fields of a PDF that are there to be signed. Imported only when something is signed: it brings pyHanko."""

from dataclasses import dataclass
from io import BytesIO

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import enumerate_sig_fields

from db.rules.refusal import Refusal


@dataclass(frozen=True, slots=True)
class EmptyField:
    """A field that waits for a signature, its size in points, and whether it is the first one to be signed."""

    name: str
    width: float
    height: float
    is_first: bool


def open_to_sign(pdf: bytes) -> IncrementalPdfFileWriter:
    """A file to which a signature can be added without changing a byte of what is there.

    Raises:
        Refusal: it is no PDF, it is damaged, or it is locked.
    """
    try:
        writer = IncrementalPdfFileWriter(BytesIO(pdf))
        is_locked = writer.prev.encrypted
    except (PdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError):
        raise Refusal("The file is not a PDF, or it is damaged. Make the record again and sign that.") from None
    if is_locked:
        raise Refusal("The PDF is locked with a password, so it cannot be signed here. Make the record again.")
    return writer


def empty_field(writer: IncrementalPdfFileWriter, name: str) -> EmptyField:
    """The field of a name, which nobody signed yet.

    Raises:
        Refusal: the file has no such field, or it is signed already.
    """
    found = {each: (value, reference.get_object()) for each, value, reference in enumerate_sig_fields(writer)}
    if name not in found:
        raise Refusal(f"The PDF has no field “{name}” to sign in. Make the record again here and sign that.")
    value, field = found[name]
    if value is not None:
        raise Refusal(f"The field “{name}” is signed already, and a signature is never replaced. Nothing was signed.")
    x0, y0, x1, y1 = (float(each) for each in field["/Rect"])
    is_first = all(value is None for value, _ in found.values())
    return EmptyField(name, abs(x1 - x0), abs(y1 - y0), is_first)
