"""A document written from top to foot, and made into a tagged, archival file: PDF/UA-1 and PDF/A-2a in one."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from exports.pdf import style
from exports.pdf.canvas import TaggedCanvas
from exports.pdf.flowables import Fact, Flowable, Label, SignatureBox, Text, draw_lines
from exports.pdf.fonts import Face
from exports.pdf.layout import Placed, paginate
from exports.pdf.lines import Run, set_lines
from exports.pdf.metadata import Description
from exports.pdf.prose import Item, List, read_prose
from exports.pdf.structure import Elem
from exports.pdf.style import (
    BODY,
    CAPTION,
    FACT,
    FACT_NAME,
    HEADINGS,
    ITEM,
    KICKER,
    MARGIN,
    QUIET_BODY,
    Align,
    TextStyle,
)
from exports.pdf.table import set_table
from exports.pdf.table_content import Column, Content, Row
from exports.pdf.text import clean, one_line

_FACT_COLUMN = 160.0
_ROOT = "Document"


class Document:
    """A document's text in reading order. Every word given is cleaned as exports.pdf.text says, and never markup.

    Every part may raise Refusal for a character that the typeface lacks; it names the heading the text stands under.
    """

    def __init__(
        self,
        *,
        title: str,
        author: str,
        subject: str,
        made_on: date,
        header: tuple[str, str] = ("", ""),
        footer: str = "",
        language: str = "en-GB",
    ) -> None:
        """Begin a document; `header` (left, right) stands on every page but the first, `footer` on every page."""
        self._place = "Title"
        self._description = Description(
            one_line(title, "Title"), one_line(author, "Author"), one_line(subject, "Subject"), language, made_on
        )
        self._header = one_line(header[0], "Header"), one_line(header[1], "Header")
        self._footer = one_line(footer, "Footer")
        self._root = Elem(_ROOT)
        self._flowables: list[Flowable] = []

    def heading(self, level: int, text: str) -> None:
        """A heading, level 1 to 3, which also stands in the outline."""
        self._place = text
        words = one_line(text, text)
        self._add(replace(self._text(f"H{level}", words, HEADINGS[level]), outline=(level - 1, words)))

    def kicker(self, text: str) -> None:
        """A line above the title: whose document it is."""
        self._add(self._text("P", self._line(text), KICKER))

    def paragraph(self, text: str, *, quiet: bool = False, emphasis: str = "") -> None:
        """One paragraph; words that match the pattern `emphasis` are bold."""
        self._add(self._text("P", clean(text, self._place), QUIET_BODY if quiet else BODY, emphasis))

    def prose(self, text: str, *, emphasis: str = "") -> None:
        """Paragraphs and lists, as exports.pdf.prose reads them; words that match `emphasis` are bold."""
        for part in read_prose(clean(text, self._place)):
            if isinstance(part, List):
                self._list(part.items, emphasis)
            else:
                self._add(self._text("P", part.text, BODY, emphasis))

    def bullets(self, items: Iterable[str]) -> None:
        """A list with bullets."""
        self._list([Item("•", self._line(item)) for item in items])

    def fact(self, name: str, *lines: str, quiet: bool = False) -> None:
        """A short section: its heading, level 2, with what it says beside it."""
        self._place = name
        words = one_line(name, name)
        heading = self._text("H2", words, FACT_NAME, width=_FACT_COLUMN - 12)
        look = replace(FACT, colour=style.QUIET) if quiet else FACT
        width = style.WIDTH - _FACT_COLUMN
        values = tuple(self._text("P", self._line(line), look, width=width) for line in lines)
        self._add(Fact(replace(heading, outline=(1, words)), values, _FACT_COLUMN))

    def table(self, caption: str, columns: Iterable[Column], rows: Iterable[Row]) -> None:
        """A table; its first row of cells heads the columns and the first cell of a row heads the row."""
        content = Content(
            self._line(caption),
            tuple(replace(column, heading=self._line(column.heading)) for column in columns),
            tuple(replace(row, cells=tuple(map(self._line, row.cells))) for row in rows),
        )
        elem = self._root.add("Table")
        if content.caption:
            self._add(self._text("Caption", content.caption, CAPTION, parent=elem))
        self._add(set_table(content, elem))

    def signature_field(self, name: str, alternative: str) -> None:
        """An empty field to sign in; `alternative` says whose signature belongs there."""
        self._add(SignatureBox(self._root.add("Form"), self._line(name), self._line(alternative)))

    def keep_with_next(self) -> None:
        """Keep what was added last on the page of what is added next."""
        last = self._flowables[-1]
        if isinstance(last, Text):
            self._flowables[-1] = replace(last, look=replace(last.look, keeps_with_next=True))
        elif isinstance(last, Fact):
            self._flowables[-1] = replace(last, keeps_with_next=True)

    def to_bytes(self) -> bytes:
        """The finished file. The same document gives the same bytes."""
        pages = paginate(self._flowables, style.HEIGHT)
        canvas = TaggedCanvas(self._description)
        for number, page in enumerate(pages, 1):
            self._draw_page(canvas, page)
            self._draw_margins(canvas, number, len(pages))
            canvas.showPage()
        return canvas.to_bytes(self._root)

    def _add(self, flowable: Flowable) -> None:
        self._flowables.append(flowable)

    def _line(self, text: str) -> str:
        return one_line(text, self._place)

    def _text(
        self,
        tag: str,
        text: str,
        look: TextStyle,
        emphasis: str = "",
        *,
        width: float = style.WIDTH,
        parent: Elem | None = None,
    ) -> Text:
        elem = (parent or self._root).add(tag)
        runs = _runs(text, look.face, emphasis)
        return Text(elem, set_lines(runs, look.size, width - look.indent), look)

    def _list(self, items: Iterable[Item], emphasis: str = "") -> None:
        items = list(items)
        numbering = "LowerAlpha" if items and items[0].lettered else "Disc"
        parent = self._root.add("L", ListNumbering=numbering)
        for item in items:
            elem = parent.add("LI")
            label = Label(elem.add("Lbl"), set_lines([Run(item.label)], ITEM.size, ITEM.indent))
            self._add(replace(self._text("LBody", item.text, ITEM, emphasis, parent=elem), label=label))

    def _draw_page(self, canvas: TaggedCanvas, page: Iterable[Placed]) -> None:
        for placed in page:
            placed.flowable.draw(canvas, style.SIDE, style.PAGE_HEIGHT - style.TOP - placed.below)

    def _draw_margins(self, canvas: TaggedCanvas, number: int, count: int) -> None:
        if number > 1:
            with canvas.artifact("Header"):
                _draw_ends(canvas, *self._header, style.PAGE_HEIGHT - 36)
        with canvas.artifact("Footer"):
            _draw_ends(canvas, self._footer, f"Page {number} of {count}", 48)


def _runs(text: str, face: Face, emphasis: str) -> list[Run]:
    if not emphasis:
        return [Run(text, face)]
    parts = re.split(f"({emphasis})", text)
    return [Run(part, Face.BOLD if index % 2 else face) for index, part in enumerate(parts) if part]


def _draw_ends(canvas: TaggedCanvas, left: str, right: str, top: float) -> None:
    for text, side in ((left, Align.LEFT), (right, Align.RIGHT)):
        lines = set_lines([Run(text)], MARGIN.size, style.WIDTH)
        draw_lines(canvas, lines[:1], replace(MARGIN, align=side), style.SIDE, top, style.WIDTH)
