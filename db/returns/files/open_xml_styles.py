"""What the number formats of an Open XML workbook make of its cells."""

from dataclasses import dataclass

from db.returns.files.number_formats import BUILT_IN, GENERAL, Shows, may_mislead, shows
from db.returns.files.open_xml_parts import Parts
from db.returns.files.xml_scan import scan


@dataclass(frozen=True, slots=True)
class Look:
    """How a number is shown."""

    shows: Shows
    code: str = ""
    """The format, when some number under it would not show what the cell holds."""


def looks(parts: Parts, part: str) -> dict[str, Look]:
    """How numbers are shown, by the number of their style as cells write it; a style that shows them plainly is not
    here."""
    found: dict[str, Look] = {}
    if part in parts:
        codes = _codes(parts, part)
        known = {number: _look(code) for number, code in codes.items()}
        for style, number in enumerate(_styles(parts, part)):
            if look := known.get(number):
                found[str(style)] = look
    return found


def _look(code: str) -> Look | None:
    kind = shows(code)
    misleading = code if kind in (Shows.NUMBER, Shows.PERCENT) and may_mislead(code) else ""
    return Look(kind, misleading) if misleading or kind is not Shows.NUMBER else None


def _codes(parts: Parts, part: str) -> dict[str, str]:
    found = {str(number): code for number, code in BUILT_IN.items()}
    within = _Within()

    def number_format(attributes: dict[str, str]) -> None:
        if within.it:
            found[attributes.get("numFmtId", "")] = attributes.get("formatCode", GENERAL)

    with parts.open(part) as source:
        scan(source, {"numFmts": within.begin, "numFmt": number_format}, {"numFmts": within.end})
    return found


def _styles(parts: Parts, part: str) -> list[str]:
    """The number format of each style, in order."""
    found: list[str] = []
    within = _Within()

    def style(attributes: dict[str, str]) -> None:
        if within.it:
            found.append(attributes.get("numFmtId", "0"))

    with parts.open(part) as source:
        scan(source, {"cellXfs": within.begin, "xf": style}, {"cellXfs": within.end})
    return found


class _Within:
    """Whether a scan is inside an element."""

    def __init__(self) -> None:
        self.it = False

    def begin(self, _: dict[str, str]) -> None:
        self.it = True

    def end(self) -> None:
        self.it = False
