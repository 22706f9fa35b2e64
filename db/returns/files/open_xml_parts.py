"""The parts of an Open XML workbook and what they say of one another."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import join, normpath
from typing import IO
from xml.parsers.expat import ExpatError
from zipfile import ZipFile

from db.returns.files.xml_scan import scan

_USUAL_WORKBOOK = "xl/workbook.xml"


class Parts:
    """The parts by name, whatever case and slashes the packer used."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._names = {_plain(name): name for name in reversed(archive.namelist())}

    def __contains__(self, part: str) -> bool:
        return _plain(part) in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def open(self, part: str) -> IO[bytes]:
        """A part to read from.

        Raises:
            KeyError: there is none of this name.
        """
        return self._archive.open(self._names[_plain(part)])

    def size(self, part: str) -> int:
        """How many bytes a part unpacks to."""
        return self._archive.getinfo(self._names[_plain(part)]).file_size

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """The parts a part points to, by id: the last word of the kind, and the name."""
        folder, _, leaf = part.rpartition("/")
        found: dict[str, tuple[str, str]] = {}

        def relationship(attributes: dict[str, str]) -> None:
            if attributes.get("TargetMode") != "External":
                target = normpath(join("/", folder, attributes.get("Target", "").replace("\\", "/"))).lstrip("/")
                found[attributes.get("Id", "")] = (attributes.get("Type", "").rpartition("/")[2], target)

        relations = join(folder, "_rels", f"{leaf}.rels")
        if relations in self:
            with self.open(relations) as source:
                scan(source, {"Relationship": relationship})
        return found


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet as the workbook lists it."""

    name: str
    part: str
    kind: str
    """The last word of its relationship: worksheet, chartsheet, dialogsheet ..."""
    is_hidden: bool


@dataclass(slots=True)
class Contents:
    """What the workbook's own part says."""

    sheets: list[SheetPart] = field(default_factory=list)
    counts_from_1904: bool = False
    others: dict[str, str] = field(default_factory=dict)
    """The parts for the whole workbook by kind: styles, sharedStrings ..."""


def contents(parts: Parts) -> Contents:
    """The sheets of a workbook in their order, and the parts they share.

    Raises:
        KeyError: there is no workbook part.
    """
    workbook = _workbook_part(parts)
    related = parts.related(workbook)
    found = Contents(others=dict(reversed(related.values())))

    def sheet(attributes: dict[str, str]) -> None:
        identity = next((value for name, value in attributes.items() if name.rpartition(":")[2] == "id"), "")
        kind, part = related.get(identity, ("", ""))
        name, hidden = attributes.get("name", ""), attributes.get("state", "visible") != "visible"
        found.sheets.append(SheetPart(name, part, kind, hidden))

    def properties(attributes: dict[str, str]) -> None:
        found.counts_from_1904 |= attributes.get("date1904", "0") in ("1", "true", "on")

    with parts.open(workbook) as source:
        scan(source, {"sheet": sheet, "workbookPr": properties})
    return found


def _workbook_part(parts: Parts) -> str:
    """The workbook's own part; where the package does not say, or says it brokenly, the part of the usual name."""
    try:
        related = parts.related("")
    except ExpatError:
        return _USUAL_WORKBOOK
    return next((target for kind, target in related.values() if kind == "officeDocument"), _USUAL_WORKBOOK)


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
