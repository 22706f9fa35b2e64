"""Reading the PDFs we make: what they say, how they are tagged, and what the validator finds."""

from collections.abc import Callable, Iterator
from ctypes import POINTER, byref, c_ulong, c_ushort, cast, create_string_buffer
from dataclasses import dataclass
from io import BytesIO

import page
import pikepdf
import pypdfium2
import pypdfium2.raw as raw

PROFILES = ("ua1", "2a")


def broken_rules(pdf: bytes, profile: str) -> set[str]:
    """The rules of a profile, ua1 or 2a, that a file breaks."""
    report = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile(profile))
    return {failure.rule_id for failure in report.failures}


def pages(pdf: bytes) -> list[str]:
    """The text of each page, a line for each line."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_text(document[index]) for index in range(len(document))]
    finally:
        document.close()


def text(pdf: bytes) -> str:
    """The text of all pages with every stretch of white space as one space."""
    return " ".join(" ".join(pages(pdf)).split())


def read_out(pdf: bytes) -> str:
    """The words that are part of the structure, in the order they are drawn: no header, no footer, no line ends."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join(_read_out(document[index]) for index in range(len(document)))
    finally:
        document.close()


def links(pdf: bytes) -> list[str]:
    """The addresses that the file leads to."""
    with pikepdf.open(BytesIO(pdf)) as document:
        annotations = [each for at in document.pages for each in at.get("/Annots", pikepdf.Array())]
        return [str(each.A.URI) for each in annotations if each.Subtype == "/Link"]


@dataclass(frozen=True, slots=True)
class Tagged:
    """An element of the structure: its tag, and the attributes of its class as text."""

    tag: str
    attributes: dict[str, str]


def elems(pdf: bytes) -> list[Tagged]:
    """All elements of the structure in reading order."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return [_tagged(elem) for elem in _below(document.Root.StructTreeRoot.K)]


def tags(pdf: bytes) -> list[str]:
    """The tags of all elements in reading order."""
    return [elem.tag for elem in elems(pdf)]


def changed(pdf: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """The file with something in it changed."""
    saved = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        change(document)
        document.save(saved)
    return saved.getvalue()


def fonts(pdf: bytes) -> dict[str, bool]:
    """The fonts of a file by name, and whether each is embedded."""
    with pikepdf.open(BytesIO(pdf)) as document:
        found = (item for item in document.objects if isinstance(item, pikepdf.Dictionary))
        return {str(item.BaseFont): _embedded(item) for item in found if item.get("/Type") == "/Font"}


def outline(pdf: bytes) -> list[tuple[int, str]]:
    """The outline: the level and words of each entry."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [(entry.level, entry.get_title()) for entry in document.get_toc()]
    finally:
        document.close()


def _tagged(elem: pikepdf.Dictionary) -> Tagged:
    attributes = elem.get("/A", pikepdf.Dictionary())
    return Tagged(str(elem.S)[1:], {name[1:]: str(value).removeprefix("/") for name, value in attributes.items()})


def _embedded(font: pikepdf.Dictionary) -> bool:
    return "/FontDescriptor" in font and "/FontFile2" in font.FontDescriptor


def _text(page_of: pypdfium2.PdfPage) -> str:
    words = page_of.get_textpage()
    try:
        return str(words.get_text_bounded()).replace("\r\n", "\n")
    finally:
        words.close()


def _read_out(page_of: pypdfium2.PdfPage) -> str:
    words = page_of.get_textpage()
    try:
        texts = page_of.get_objects([raw.FPDF_PAGEOBJ_TEXT])
        return "".join(_words_of(each, words) for each in texts if not _is_artifact(each))
    finally:
        words.close()


def _words_of(drawn: pypdfium2.PdfObject, words: pypdfium2.PdfTextPage) -> str:
    length = raw.FPDFTextObj_GetText(drawn.raw, words.raw, None, 0)
    buffer = create_string_buffer(length)
    raw.FPDFTextObj_GetText(drawn.raw, words.raw, cast(buffer, POINTER(c_ushort)), length)
    return buffer.raw[: length - 2].decode("utf-16-le")


def _is_artifact(drawn: pypdfium2.PdfObject) -> bool:
    return any(_mark_name(drawn, number) == "Artifact" for number in range(raw.FPDFPageObj_CountMarks(drawn.raw)))


def _mark_name(drawn: pypdfium2.PdfObject, number: int) -> str:
    mark, length, buffer = raw.FPDFPageObj_GetMark(drawn.raw, number), c_ulong(), create_string_buffer(64)
    raw.FPDFPageObjMark_GetName(mark, cast(buffer, POINTER(c_ushort)), 64, byref(length))
    return buffer.raw[: max(length.value - 2, 0)].decode("utf-16-le")


def _below(elem: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    if isinstance(elem, pikepdf.Array):
        for child in elem:
            yield from _below(child)
    elif isinstance(elem, pikepdf.Dictionary) and "/S" in elem:
        yield elem
        yield from _below(elem.get("/K", pikepdf.Array()))
