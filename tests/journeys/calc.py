"""LibreOffice Calc on a virtual screen: opened on a sheet, saved by its keys, and what the sheet holds then."""

import os
import signal
import subprocess
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from html import escape
from pathlib import Path
from time import monotonic, sleep
from typing import TypeVar
from xml.etree import ElementTree as Tree

from tests.journeys.virtual_screen import PATIENCE, Screen

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_OFFICE, _TABLE, _TEXT = (f"{{{_OASIS}:{each}:1.0}}" for each in ("office", "table", "text"))
_KIND = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = (
    f'<manifest:manifest xmlns:manifest="{_OASIS}:manifest:1.0" manifest:version="1.2">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_KIND}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)
_CONTENT = (
    f'<office:document-content xmlns:office="{_OASIS}:office:1.0" xmlns:table="{_OASIS}:table:1.0" '
    f'xmlns:text="{_OASIS}:text:1.0" office:version="1.2"><office:body><office:spreadsheet>'
    '<table:table table:name="Sheet1">{}</table:table></office:spreadsheet></office:body></office:document-content>'
)
_QUIET = (
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    '<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="ShowTipOfTheDay" oor:op="fuse">'
    "<value>false</value></prop></item></oor:items>"
)


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that works something out."""

    text: str


_MOST = 100
"""Blank cells to the right of a sheet are told of as one that is repeated: so many of them are enough."""
T = TypeVar("T")
Value = str | date | Decimal | Formula
Sheet = Sequence[Sequence[Value]]


@contextmanager
def calc(screen: Screen, folder: Path, sheet: Path) -> Iterator[str]:
    """Calc with a sheet open, as it is when it was just installed; the title of its window."""
    own = folder / f"{sheet.stem} profile" / "user"
    own.mkdir(parents=True)
    (own / "registrymodifications.xcu").write_text(_QUIET, "utf-8")
    running = subprocess.Popen(
        ["soffice", "--calc", "--nologo", "--norestore", f"-env:UserInstallation={own.parent.as_uri()}", sheet],
        env=screen.env, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        screen.turn_to(sheet.name)
        yield sheet.name
    finally:
        os.killpg(running.pid, signal.SIGTERM)
        running.wait()


def write(path: Path, rows: Sequence[Sequence[str | date]] = ()) -> Path:
    """A sheet of texts and days; an empty one without rows."""
    lines = "".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows or [[""]])
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("mimetype", _KIND)
        made.writestr("META-INF/manifest.xml", _MANIFEST)
        made.writestr("content.xml", _CONTENT.format(lines))
    return path


def saved(screen: Screen, path: Path) -> Sheet:
    """Save the sheet by key, and what it holds once it is there."""
    before, deadline = path.stat().st_mtime_ns, monotonic() + PATIENCE
    screen.press("ctrl+s")
    while path.stat().st_mtime_ns == before or not zipfile.is_zipfile(path):
        assert monotonic() < deadline, "Calc did not save"
        sleep(0.05)
    return read(path)


def read(path: Path) -> Sheet:
    """What a sheet holds, blank cells and rows at the ends left out."""
    with zipfile.ZipFile(path) as kept:
        rows = Tree.fromstring(kept.read("content.xml")).iter(f"{_TABLE}table-row")  # noqa: S314 - Calc wrote it
        found = [_without_end(list(_values(row)), "") for row in rows]
    return _without_end(found, [])


def _cell(value: str | date) -> str:
    if isinstance(value, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{value}"/>'
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n"))
    return (
        f'<table:table-cell office:value-type="string">{lines}</table:table-cell>' if value else "<table:table-cell/>"
    )


def _values(row: Tree.Element) -> Iterator[Value]:
    for cell in row.iter(f"{_TABLE}table-cell"):
        yield from [_value(cell)] * min(int(cell.get(f"{_TABLE}number-columns-repeated", "1")), _MOST)


def _value(cell: Tree.Element) -> Value:
    if formula := cell.get(f"{_TABLE}formula"):
        return Formula(formula)
    if day := cell.get(f"{_OFFICE}date-value"):
        return date.fromisoformat(day)
    if number := cell.get(f"{_OFFICE}value"):
        return Decimal(number)
    return "\n".join("".join(line.itertext()) for line in cell.iter(f"{_TEXT}p"))


def _without_end(found: list[T], blank: T) -> list[T]:
    while found and found[-1] == blank:
        found.pop()
    return found
