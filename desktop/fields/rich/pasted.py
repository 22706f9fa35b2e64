"""What Word, Excel, Outlook, Calc or a web page put on the clipboard, reduced to what a record's text may hold."""

import re
from html.parser import HTMLParser

from db.rules.rich_text import Span, joined, words_of, written
from desktop.fields.rich.pasted_table import PastedTable
from desktop.fields.rich.words import canonical, tidied

_UNSEEN = frozenset({"style", "script", "title", "xml", "template", "noscript", "svg", "object"})
_PARTS = frozenset(
    (
        *("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "article", "header", "footer"),
        *("ul", "ol", "dl", "dt", "dd", "pre", "address", "figure"),
    )
)
_VOID = frozenset({"br", "hr", "img", "input", "meta", "link", "col", "area", "base", "wbr"})
_BOLD = re.compile(r"font-weight\s*:\s*(\w+)", re.IGNORECASE)
_LETTERS = re.compile(r"lower-alpha|upper-alpha|lower-latin|upper-latin", re.IGNORECASE)
_LETTER = re.compile(r"\(?([A-Za-z])[.)]")
_NUMBER = re.compile(r"\(?(\d{1,3})[.)]")


def pasted(html: str) -> str:
    """The words of a piece of HTML with their paragraphs, lists, tables and bold, and nothing else of it."""
    reader = _Reader()
    reader.feed(tidied(html))
    reader.close()
    return canonical(reader.text())


class _Reader(HTMLParser):
    """Gathers blocks from tags, whatever order they are in; what is left open ends with the text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[str] = []
        self._spans: list[Span] = []
        self._label = ""
        self._open: list[tuple[str, bool, bool]] = []
        """Tags that are open, each with whether words were bold, and were a Word list's label, before it."""
        self._is_bold = self._is_label = False
        self._unseen = 0
        self._lists: list[list[int]] = []
        """For each list that is open, the letter it is at; -1 where it has bullets, -2 - n where it has numbers."""
        self._table: PastedTable | None = None
        self._tables = 0

    def text(self) -> str:
        """All blocks, as text."""
        self._end_block()
        self._end_table()
        return "\n\n".join(self._blocks)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
            return
        given = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._add("\n")
        elif tag in _VOID:
            self._end_block()
        else:
            self._open.append((tag, self._is_bold, self._is_label))
            self._look(tag, given.get("style", ""))
            self._begin(tag, given)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif any(each == tag for each, *_ in self._open):
            while self._open:
                name, self._is_bold, self._is_label = self._open.pop()
                self._end(name)
                if name == tag:
                    return

    def handle_data(self, data: str) -> None:
        words = re.sub(r"\s+", " ", data)
        if self._unseen:
            return
        if self._is_label:
            self._label += words
        else:
            self._add(words)

    def _look(self, tag: str, style: str) -> None:
        if tag in ("b", "strong"):
            self._is_bold = True
        weight = _BOLD.search(style)
        if weight:
            self._is_bold = weight[1].lower() in ("bold", "bolder", "600", "700", "800", "900")
        if "mso-list" in style.lower() and "ignore" in style.lower():
            self._is_label, self._label = True, ""

    def _begin(self, tag: str, given: dict[str, str]) -> None:
        if tag == "table":
            self._begin_table()
        elif tag in ("tr", "td", "th"):
            self._begin_cell(tag, given)
        elif tag == "li":
            self._end_block()
            self._label = self._next_label()
        elif tag in _PARTS:
            self._end_block(keep_label=tag in ("p", "div"))
            if tag in ("ul", "ol"):
                self._lists.append([_first(tag, given)])

    def _end(self, tag: str) -> None:
        if tag == "table":
            self._tables -= 1
            if self._tables == 0:
                self._end_table()
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag in _PARTS or tag == "li":
            self._end_block()
            if tag in ("ul", "ol") and self._lists:
                self._lists.pop()

    def _begin_table(self) -> None:
        self._tables += 1
        if self._tables == 1:
            self._end_block()
            self._table = PastedTable()

    def _begin_cell(self, tag: str, given: dict[str, str]) -> None:
        if self._table is None or self._tables > 1:
            self._add(" ")
        elif tag == "tr":
            self._table.begin_row()
        else:
            self._spans = []
            self._table.begin_cell(given.get("colspan", "1"))

    def _end_cell(self) -> None:
        if self._table is not None and self._tables == 1:
            self._table.end_cell(self._spans)
            self._spans = []

    def _end_table(self) -> None:
        if self._table is not None:
            self._blocks += self._table.texts()
            self._table = None

    def _next_label(self) -> str:
        if not self._lists or self._lists[-1][0] == -1:
            return "-"
        at = self._lists[-1][0]
        if at < 0:
            self._lists[-1][0] -= 1
            return f"{-at - 1}."
        self._lists[-1][0] += 1
        return f"{chr(ord('a') + at)})" if at < 26 else "-"

    def _add(self, words: str) -> None:
        self._spans.append(Span(words, self._is_bold))

    def _end_block(self, *, keep_label: bool = False) -> None:
        """What was gathered is a block; in a table, a line of its cell."""
        if self._table is not None:
            self._add(" ")
            return
        words = joined(span for span in self._spans if span.text)
        if words_of(words).strip():
            self._blocks.append(f"{_kept(self._label)}{written(words).strip(' ')}")
            self._label = ""
        elif not keep_label:
            self._label = ""
        self._spans = []


def _first(tag: str, given: dict[str, str]) -> int:
    lettered = given.get("type", "") in ("a", "A") or _LETTERS.search(given.get("style", ""))
    if tag == "ul":
        return -1
    if not lettered:
        return -2
    start = given.get("start", "1")
    return int(start) - 1 if start.isdecimal() and 1 <= int(start) <= 26 else 0


def _kept(label: str) -> str:
    """How an item begins: a dash, its letter, or its number as plain words."""
    label = label.strip()
    if not label:
        return ""
    if letter := _LETTER.fullmatch(label):
        is_bullet = label == "o"
        return "- " if is_bullet else f"{letter[1].lower()}) "
    if number := _NUMBER.fullmatch(label):
        return f"{number[1]}. "
    return "- "
