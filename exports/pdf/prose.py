"""Plain text as officers write it: paragraphs and lists."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

_BULLET = re.compile(r"\s*[-•]\s+(.*)")
_LETTER = re.compile(r"\s*([a-z])\)\s+(.*)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words with the line breaks they were written with."""

    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: its label, "•" or "a)", and its words."""

    label: str
    text: str

    @property
    def lettered(self) -> bool:
        """Whether the item has a letter of its own."""
        return self.label != "•"


@dataclass(frozen=True, slots=True)
class List:
    """Items with bullets, or items with letters."""

    items: tuple[Item, ...]


def read_prose(text: str) -> tuple[Paragraph | List, ...]:
    """Read plain text: a blank line parts paragraphs; a line that starts with "- " or "a) " is an item of a list.

    A line without a mark carries on the paragraph or the item above it. Items of a kind that follow one another are
    one list, with or without blank lines between them.
    """
    parts = [part for block in re.split(r"\n\s*\n", text.strip()) for part in _parts(block.split("\n"))]
    return tuple(_joined(parts))


def _parts(lines: Iterable[str]) -> Iterator[Paragraph | Item]:
    part: Paragraph | Item | None = None
    for line in filter(None, map(_spaced, lines)):
        item = _item(line)
        if item is None and part is not None:
            part = _carried_on(part, line)
            continue
        if part:
            yield part
        part = item or Paragraph(line)
    if part:
        yield part


def _carried_on(part: Paragraph | Item, line: str) -> Paragraph | Item:
    text = f"{part.text}\n{line}"
    return Item(part.label, text) if isinstance(part, Item) else Paragraph(text)


def _item(line: str) -> Item | None:
    if bullet := _BULLET.fullmatch(line):
        return Item("•", bullet[1])
    if letter := _LETTER.fullmatch(line):
        return Item(f"{letter[1]})", letter[2])
    return None


def _joined(parts: Iterable[Paragraph | Item]) -> Iterator[Paragraph | List]:
    for kind, group in groupby(parts, lambda part: part.lettered if isinstance(part, Item) else None):
        if kind is None:
            yield from (part for part in group if isinstance(part, Paragraph))
        else:
            yield List(tuple(part for part in group if isinstance(part, Item)))


def _spaced(line: str) -> str:
    return re.sub(" +", " ", line).strip(" ")
