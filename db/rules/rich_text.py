"""The little that a record's text may hold beside words: paragraphs, lists, tables, bold, and what is withheld.

A blank line parts paragraphs; a line that starts with "- " or "a) " is an item of a list; lines that follow one another
with tabs between their cells are a table, its first line the headings. Bold and withheld words stand between marks that
no keyboard types, so that whatever an officer types is printed as typed.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

BOLD, BOLD_ENDS = "\x0e", "\x0f"
WITHHELD, WITHHELD_ENDS = "\x02", "\x03"
MARKS = frozenset((BOLD, BOLD_ENDS, WITHHELD, WITHHELD_ENDS))
INSTEAD = "[Exempt information withheld]"
"""What a reader of the public version finds in place of withheld words."""

_BULLET = re.compile(r"\s*[-•]\s+(.*)")
_LETTER = re.compile(r"\s*([a-z])\)\s+(.*)")
_ANY_MARK = re.compile(f"[{BOLD}{BOLD_ENDS}{WITHHELD}{WITHHELD_ENDS}]")


@dataclass(frozen=True, slots=True)
class Span:
    """Words in one look."""

    text: str
    is_bold: bool = False
    is_withheld: bool = False


Words = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words with the line breaks they were written with."""

    words: Words


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: its label, "•" or "a)", and its words."""

    label: str
    words: Words

    @property
    def lettered(self) -> bool:
        """Whether the item has a letter of its own."""
        return self.label != "•"


@dataclass(frozen=True, slots=True)
class List:
    """Items with bullets, or items with letters."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the first row heads the columns."""

    rows: tuple[tuple[Words, ...], ...]


Block = Paragraph | List | Table


def read_text(text: str) -> tuple[Block, ...]:
    """The blocks of a text, in order.

    A line without a mark carries on the paragraph or the item above it. Items of a kind that follow one another are
    one list, with or without blank lines between them. A look begun in one block carries on into the next.
    """
    lines = [_line(spans) for spans in _lines(spans_of(text.strip(" \n")))]
    parts = [part for block in _blocks(lines) for part in _parts(block)]
    return tuple(_joined(parts))


def spans_of(text: str) -> Words:
    """Text as spans of one look each, its marks read."""
    spans, at, bold, withheld = [], 0, False, False
    for mark in _ANY_MARK.finditer(text):
        spans.append(Span(text[at : mark.start()], bold, withheld))
        at = mark.end()
        bold = mark[0] == BOLD if mark[0] in (BOLD, BOLD_ENDS) else bold
        withheld = mark[0] == WITHHELD if mark[0] in (WITHHELD, WITHHELD_ENDS) else withheld
    spans.append(Span(text[at:], bold, withheld))
    return joined(span for span in spans if span.text)


def written(spans: Iterable[Span]) -> str:
    """Spans as text with marks: the inverse of spans_of."""
    return "".join(_marked(span) for span in joined(spans))


def plain(text: str) -> str:
    """Text without its marks, every word kept."""
    return _ANY_MARK.sub("", text)


def withheld_words(text: str) -> tuple[str, ...]:
    """Each stretch of words that is withheld from the public."""
    return tuple(words for span in spans_of(text) if span.is_withheld and (words := span.text.strip()))


def public(text: str, instead: str = INSTEAD) -> str:
    """Text with each withheld stretch replaced, so that nothing of it is left."""
    kept = [Span(instead) if span.is_withheld else span for span in _as_stretches(spans_of(text))]
    return written(kept)


def joined(spans: Iterable[Span]) -> Words:
    """Spans with neighbours of one look made one."""
    return tuple(
        Span("".join(span.text for span in group), bold, withheld)
        for (bold, withheld), group in groupby(spans, lambda span: (span.is_bold, span.is_withheld))
    )


def words_of(spans: Iterable[Span]) -> str:
    """The bare words of spans."""
    return "".join(span.text for span in spans)


def _marked(span: Span) -> str:
    text = f"{BOLD}{span.text}{BOLD_ENDS}" if span.is_bold else span.text
    return f"{WITHHELD}{text}{WITHHELD_ENDS}" if span.is_withheld else text


def _as_stretches(spans: Words) -> Iterator[Span]:
    """Spans with a withheld stretch of several looks made one, so that its inner shape is not told."""
    for is_withheld, group in groupby(spans, lambda span: span.is_withheld):
        if is_withheld:
            yield Span("".join(span.text for span in group), is_withheld=True)
        else:
            yield from group


def _lines(spans: Words) -> Iterator[Words]:
    line: list[Span] = []
    for span in spans:
        first, *more = span.text.split("\n")
        line.append(Span(first, span.is_bold, span.is_withheld))
        for text in more:
            yield tuple(line)
            line = [Span(text, span.is_bold, span.is_withheld)]
    yield tuple(line)


def _line(spans: Words) -> Words:
    """A line with single spaces and none at its ends."""
    tidy, ends_in_space = [], True
    for span in spans:
        text = re.sub(" +", " ", span.text)
        text = text.removeprefix(" ") if ends_in_space else text
        if text:
            tidy.append(Span(text, span.is_bold, span.is_withheld))
            ends_in_space = text.endswith(" ")
    if tidy and ends_in_space:
        last = tidy.pop()
        tidy.append(Span(last.text.rstrip(" "), last.is_bold, last.is_withheld))
    return joined(span for span in tidy if span.text)


def _blocks(lines: Iterable[Words]) -> Iterator[list[Words]]:
    for is_blank, group in groupby(lines, lambda line: not words_of(line).strip()):
        if not is_blank:
            yield list(group)


def _parts(lines: list[Words]) -> Iterator[Paragraph | Item | Table]:
    for has_tabs, group in groupby(lines, lambda line: "\t" in words_of(line)):
        together = list(group)
        if has_tabs and len(together) > 1:
            yield _table(together)
        else:
            yield from _prose(together)


def _prose(lines: Iterable[Words]) -> Iterator[Paragraph | Item]:
    part: Paragraph | Item | None = None
    for line in lines:
        item = _item(line)
        if item is None and part is not None:
            part = _carried_on(part, line)
            continue
        if part:
            yield part
        part = item or Paragraph(line)
    if part:
        yield part


def _carried_on(part: Paragraph | Item, line: Words) -> Paragraph | Item:
    words = joined((*part.words, Span("\n", part.words[-1].is_bold, part.words[-1].is_withheld), *line))
    return Item(part.label, words) if isinstance(part, Item) else Paragraph(words)


def _item(line: Words) -> Item | None:
    text = words_of(line)
    if bullet := _BULLET.fullmatch(text):
        return Item("•", _from(line, bullet.start(1)))
    if letter := _LETTER.fullmatch(text):
        return Item(f"{letter[1]})", _from(line, letter.start(2)))
    return None


def _from(line: Words, start: int) -> Words:
    """A line's words from a character on."""
    kept = []
    for span in line:
        kept.append(Span(span.text[max(start, 0) :], span.is_bold, span.is_withheld))
        start -= len(span.text)
    return joined(span for span in kept if span.text)


def _table(lines: list[Words]) -> Table:
    rows = [_cells(line) for line in lines]
    width = max(map(len, rows))
    return Table(tuple(row + ((),) * (width - len(row)) for row in rows))


def _cells(line: Words) -> tuple[Words, ...]:
    cells: list[list[Span]] = [[]]
    for span in line:
        first, *more = span.text.split("\t")
        cells[-1].append(Span(first, span.is_bold, span.is_withheld))
        cells.extend([Span(text, span.is_bold, span.is_withheld)] for text in more)
    return tuple(_line(tuple(cell)) for cell in cells)


def _joined(parts: Iterable[Paragraph | Item | Table]) -> Iterator[Block]:
    for kind, group in groupby(parts, lambda part: part.lettered if isinstance(part, Item) else None):
        if kind is None:
            yield from (part for part in group if not isinstance(part, Item))
        else:
            yield List(tuple(part for part in group if isinstance(part, Item)))
