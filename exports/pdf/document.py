"""A document written from top to foot, and made into a tagged, archival file: PDF/UA-1 and PDF/A-2a in one."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from db.rules.rich_text import Item, List, Table, Words, joined, spans_of, words_of
from exports.pdf import style
from exports.pdf.canvas import TaggedCanvas
from exports.pdf.flowables import Fact, Flowable, Label, SignatureBox, Text, draw_lines
from exports.pdf.layout import Placed, paginate
from exports.pdf.lines import Line, Run, natural_width, runs_of, set_balanced, set_lines
from exports.pdf.links import LinkText
from exports.pdf.metadata import Description
from exports.pdf.structure import Elem
from exports.pdf.style import Align, TextStyle
from exports.pdf.table import set_table
from exports.pdf.table_content import Column, Content, Row
from exports.pdf.text import clean_cell, clean_words, one_line, spoken
from exports.prose import as_content, blocks, level

_FACT_COLUMN = 160.0
_LONG_FACT = 500
"""From how many characters on what is said stands below its name rather than beside it."""
Setting = Callable[[Sequence[Run], float, float], tuple[Line, ...]]
_HEADING_TAGS = {f"H{level}" for level in style.HEADINGS}


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
        is_dense: bool = False,
        sheet: style.Sheet = style.PORTRAIT,
    ) -> None:
        """Begin a document; `header` (left, right) stands on every page but the first, `footer` on every page.

        One that is dense has text of 10 pt and closer rows, for a page of figures.
        """
        self._is_dense, self._sheet = is_dense, sheet
        self._place = "Title"
        self._description = Description(title, author, subject, language, made_on)
        self._header, self._footer = header, footer
        self._root = Elem("Document")
        self._flowables: list[Flowable] = []

    def heading(self, level: int, text: str) -> None:
        """A heading, level 1 to 3, which also stands in the outline."""
        self._place = text
        words = one_line(text, text)
        self._add(
            replace(self._text(f"H{level}", words, style.HEADINGS[level]), outline=(level - 1, spoken(text, text)))
        )

    def kicker(self, text: str) -> None:
        """A line above the title: whose document it is."""
        if words := self._line(text):
            self._add(self._text("P", words, style.KICKER))

    def paragraph(self, text: str, *, quiet: bool = False, emphasis: str = "") -> None:
        """One paragraph; words that match the pattern `emphasis` are bold."""
        if words_of(words := spans_of(level(text).strip())).strip():
            self._add(self._rich("P", words, style.QUIET_BODY if quiet else _body(words), emphasis))

    def prose(self, text: str, *, emphasis: str = "") -> None:
        """Paragraphs, lists and tables, as db.rules.rich_text reads them; words that match `emphasis` are bold."""
        for block in blocks(text):
            match block:
                case List():
                    self._list(block.items, emphasis)
                case Table():
                    self._table(as_content(block, self._place))
                case _:
                    self._add(self._rich("P", block.words, _body(block.words), emphasis))

    def bullets(self, items: Iterable[str]) -> None:
        """A list with bullets."""
        if listed := [Item("•", joined(spans_of(item))) for item in items]:
            self._list(listed)

    def link(self, text: str, address: str) -> None:
        """A paragraph that leads to an address on the web, in ASCII."""
        words = self._text("Link", self._line(text), style.LINK, parent=self._root.add("P"))
        self._add(LinkText(words.elem, words.lines, words.look, address=address, alternative=spoken(text, self._place)))

    def fact(self, name: str, *lines: str, quiet: bool = False) -> None:
        """A short section: its heading, level 2, with what it says beside it; below it where that is long."""
        self._place = name
        if any(len(line) > _LONG_FACT for line in lines) or sum(map(len, lines)) > 3 * _LONG_FACT:
            self.heading(2, name)
            self.prose("\n\n".join(lines))
            return
        words = one_line(name, name)
        heading = self._text("H2", words, style.FACT_NAME, width=_FACT_COLUMN - 12)
        setting = set_lines if len(lines) > 1 else set_balanced
        values = tuple(self._value(line, self._root.add("P"), setting, quiet=quiet) for line in lines)
        self._add(Fact(replace(heading, outline=(1, spoken(name, name))), values, _FACT_COLUMN))

    def detail(self, name: str, text: str, *, quiet: bool = False, is_ruled: bool = True) -> None:
        """A name with what it says beside it, which stays on the page of what follows."""
        if len(text) > _LONG_FACT:
            self.paragraph(f"{name}: {text}")
            return
        elem = self._root.add("P")
        label = self._text("Span", self._line(name), style.FACT_NAME, width=_FACT_COLUMN - 12, parent=elem)
        value = self._value(text, elem.add("Span"), quiet=quiet)
        self._add(Fact(label, (value,), _FACT_COLUMN, is_ruled=is_ruled, keeps_with_next=True))

    def table(self, caption: str, columns: Iterable[Column], rows: Iterable[Row]) -> None:
        """A table; its first row of cells heads the columns and the first cell of a row heads the row."""
        self._table(Content(caption, tuple(columns), tuple(rows), place=self._place))

    def _table(self, stated: Content) -> None:
        content = Content(
            self._line(stated.caption),
            tuple(replace(column, heading=self._line(column.heading)) for column in stated.columns),
            tuple(
                replace(row, cells=tuple(clean_cell(cell, self._place) for cell in row.cells)) for row in stated.rows
            ),
            is_dense=self._is_dense,
            place=stated.place,
            room=(self._sheet.width, self._sheet.height),
        )
        elem = self._root.add("Table")
        if content.caption:
            self._add(self._text("Caption", content.caption, style.CAPTION, parent=elem))
        self._add(set_table(content, elem))

    def signature_field(self, name: str, alternative: str) -> None:
        """An empty field to sign in; `alternative` says whose signature belongs there."""
        elem = self._root.add("Form")
        self._add(SignatureBox(elem, name, spoken(alternative, self._place), indent=_FACT_COLUMN))

    def figure(self, alternative: str, drawing: Callable[[Elem], Flowable]) -> None:
        """A drawing, given its element; `alternative` is read out in its place."""
        elem = self._root.add("Figure")
        elem.alternative = spoken(alternative, self._place)
        self._add(drawing(elem))

    def keep_with_next(self) -> None:
        """Keep the text added last on the page of what is added next."""
        last = self._flowables[-1]
        if isinstance(last, Text):
            self._flowables[-1] = replace(last, look=replace(last.look, keeps_with_next=True))

    def page_count(self) -> int:
        """How many pages what was added so far takes."""
        return len(paginate(self._flowables, self._sheet.height))

    def to_bytes(self) -> bytes:
        """The finished file. The same document gives the same bytes."""
        pages = paginate(self._flowables, self._sheet.height)
        canvas = TaggedCanvas(_spoken(self._description), self._sheet)
        for number, page in enumerate(pages, 1):
            self._draw_page(canvas, page)
            self._draw_margins(canvas, number, len(pages))
            canvas.showPage()
        return canvas.to_bytes(self._root)

    def _add(self, flowable: Flowable) -> None:
        self._flowables.append(flowable)

    def _line(self, text: str) -> str:
        return one_line(text, self._place)

    def _text(self, tag: str, text: str, look: TextStyle, *, width: float = 0, parent: Elem | None = None) -> Text:
        elem, look = (parent or self._root).add(tag), self._look(look)
        setting = set_balanced if tag in _HEADING_TAGS else set_lines
        return Text(elem, setting([Run(text, look.face)], look.size, (width or self._sheet.width) - look.indent), look)

    def _rich(self, tag: str, words: Words, look: TextStyle, emphasis: str = "", *, parent: Elem | None = None) -> Text:
        look = self._look(look)
        runs = runs_of(clean_words(words, self._place), look.face, emphasis)
        return Text((parent or self._root).add(tag), set_lines(runs, look.size, self._sheet.width - look.indent), look)

    def _value(self, text: str, elem: Elem, setting: Setting = set_balanced, *, quiet: bool) -> Text:
        look = self._look(style.QUIET_FACT if quiet else style.FACT)
        return Text(elem, setting([Run(self._line(text))], look.size, self._sheet.width - _FACT_COLUMN), look)

    def _look(self, look: TextStyle) -> TextStyle:
        return style.dense(look) if self._is_dense else look

    def _list(self, items: Sequence[Item], emphasis: str = "") -> None:
        parent = self._root.add("L", ListNumbering="LowerAlpha" if items[0].lettered else "Disc")
        for item in items:
            elem = parent.add("LI")
            plain = self._look(style.ITEM)
            label = Label(elem.add("Lbl"), set_lines([Run(item.label)], plain.size, plain.indent))
            look = style.LAST_ITEM if item is items[-1] else style.ITEM
            self._add(replace(self._rich("LBody", item.words, look, emphasis, parent=elem), label=label))

    def _draw_page(self, canvas: TaggedCanvas, page: Iterable[Placed]) -> None:
        for placed in page:
            placed.flowable.draw(canvas, self._sheet.side, self._sheet.page_height - style.TOP - placed.below)

    def _draw_margins(self, canvas: TaggedCanvas, number: int, count: int) -> None:
        if number > 1:
            with canvas.artifact("Header"):
                left, right = (one_line(text, "Header") for text in self._header)
                _draw_ends(canvas, left, right, self._sheet.page_height - 36, self._sheet)
        with canvas.artifact("Footer"):
            _draw_ends(canvas, one_line(self._footer, "Footer"), f"Page {number} of {count}", 48, self._sheet)


def _spoken(description: Description) -> Description:
    return replace(
        description,
        title=spoken(description.title, "Title"),
        author=spoken(description.author, "Author"),
        subject=spoken(description.subject, "Subject"),
    )


def _body(words: Words) -> TextStyle:
    """How a paragraph looks; one that ends with a colon stays with what it leads to."""
    return style.LEADING_IN if words_of(words).rstrip().endswith(":") else style.BODY


def _draw_ends(canvas: TaggedCanvas, left: str, right: str, top: float, sheet: style.Sheet) -> None:
    size = style.MARGIN.size
    beside = natural_width([Run(right)], size) + 2 * size if right else 0.0
    for text, side in ((_on_one_line(left, size, sheet.width - beside), Align.LEFT), (right, Align.RIGHT)):
        lines = set_lines([Run(text)], size, sheet.width)
        draw_lines(canvas, lines[:1], replace(style.MARGIN, align=side), sheet.side, top, sheet.width)


def _on_one_line(text: str, size: float, available: float) -> str:
    """The text, or as many of its words as there is room for and the sign that there are more."""
    words = text.split(" ")
    shorter = (" ".join(words[:count]) + " …" for count in range(len(words) - 1, 0, -1))
    fits = (each for each in (text, *shorter) if natural_width([Run(each)], size) <= available)
    return next(fits, "")
