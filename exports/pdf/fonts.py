"""The bundled typeface, Liberation Sans, embedded in every document: what it can show, and how wide it is."""

from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

import resources


class Face(StrEnum):
    """A face of the typeface, by the name of its file."""

    REGULAR = "LiberationSans-Regular"
    BOLD = "LiberationSans-Bold"
    ITALIC = "LiberationSans-Italic"
    BOLD_ITALIC = "LiberationSans-BoldItalic"


ASCENT, DESCENT = 0.905, 0.212
"""How far letters reach above and below the line they stand on, as a part of their size."""


class EmbeddedFont(TTFont):
    """A font whose map back to characters is right.

    reportlab 5.1 maps unused codes to U+0000 (which hides a missing character), writes more than the 100 entries a
    block may have, and characters beyond U+FFFF as five digits: PDF/A-2a 6.2.11.7.2 and PDF/UA-1 7.21.7 fail.
    """

    def addObjects(self, doc: PDFDocument) -> None:
        subsets = self.state[doc].subsets
        names = [self.getSubsetInternalName(number, doc)[1:] for number in range(len(subsets))]
        super().addObjects(doc)
        objects: dict[str, Any] = doc.idToObject
        for name, subset in zip(names, subsets, strict=True):
            written = objects["BasicFonts"].dict[name]
            objects[written.ToUnicode.name].content = to_unicode(written.BaseFont, subset)


@cache
def load(face: Face) -> EmbeddedFont:
    """The face, ready to draw with under its own name."""
    font = EmbeddedFont(face.value, str(resources.path(f"fonts/{face.value}.ttf")))
    pdfmetrics.registerFont(font)
    return font


@cache
def characters() -> frozenset[int]:
    """The characters that the text faces can show, by code."""
    return frozenset(load(Face.REGULAR).face.charToGlyph) & frozenset(load(Face.BOLD).face.charToGlyph)


@lru_cache(maxsize=20_000)
def width(text: str, face: Face) -> float:
    """How wide a text is, as a multiple of its size."""
    widths: dict[int, float] = load(face).face.charWidths
    return sum(widths[ord(character)] for character in text) / 1000


def to_unicode(name: str, subset: list[int]) -> str:
    """The map from a font's codes back to characters (ISO 32000-1, 9.10.3)."""
    entries = [f"<{code:02X}> <{_utf_16(character)}>" for code, character in enumerate(subset) if character]
    blocks = [entries[start : start + 100] for start in range(0, len(entries), 100)]
    lines = [
        "/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap",
        f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
        f"/CMapName /{name} def", "/CMapType 2 def",
        "1 begincodespacerange", "<00> <FF>", "endcodespacerange",
    ]  # fmt: skip
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join([*lines, "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"])


def _utf_16(character: int) -> str:
    return chr(character).encode("utf-16-be").hex().upper()
