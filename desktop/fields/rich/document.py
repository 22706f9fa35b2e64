"""A record's text in a Qt document and back again. The document holds words and two looks, and no HTML."""

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QFont, QTextBlock, QTextCursor, QTextDocument, QTextTable

from db.rules.rich_text import Block, Item, List, Span, Table, Words, joined, plain, read_text, spans_of, written
from desktop.fields.rich.labels import BULLET, label_of, label_typed
from desktop.fields.rich.looks import character, item_shape, plain_shape, table_shape, withholds
from desktop.fields.rich.words import canonical

_LINE_BREAK = "\u2028"
"""Ends a line and not the paragraph."""
_AS_QT_COUNTS = "utf-16-le"
"""Two bytes for each place in a text as Qt counts places."""


def read_document(document: QTextDocument) -> str:
    """What a document says, in the form it is kept in."""
    return canonical("\n\n".join(part for part in _parts(document) if part))


def put_text(cursor: QTextCursor, text: str) -> None:
    """Put a text in at a cursor; where it holds more than words, in blocks of its own."""
    blocks = read_text(text)
    cursor.beginEditBlock()
    if cursor.hasSelection():
        cursor.removeSelectedText()
    if is_one_line(text):
        _put_words(cursor, spans_of(text))
    elif cursor.currentTable() is not None:
        _put_words(cursor, _in_one_line(blocks))
    else:
        _put_blocks(cursor, blocks)
    cursor.endEditBlock()


def is_one_line(text: str) -> bool:
    """Whether a text is only words, to stand within a paragraph."""
    return not any(mark in text for mark in "\n\t") and label_typed(plain(text).partition(" ")[0].strip()) == ""


def words_in(block: QTextBlock, start: int = 0) -> Words:
    """A paragraph's words from a character on, with their looks."""
    text, spans = block.text().encode(_AS_QT_COUNTS), []
    for part in block.textFormats():
        first, end = max(part.start, start), max(part.start + part.length, start)
        words = text[2 * first : 2 * end].decode(_AS_QT_COUNTS)
        look = part.format
        spans.append(
            Span(words.replace(_LINE_BREAK, "\n"), look.fontWeight() >= QFont.Weight.DemiBold, withholds(look))
        )
    return joined(span for span in spans if span.text)


def _parts(document: QTextDocument) -> Iterator[str]:
    """Each paragraph, item and table as text; items that follow one another are parted by the canonical form."""
    block = document.begin()
    while block.isValid():
        table = QTextCursor(block).currentTable()
        if table is None:
            yield _paragraph(block)
            block = block.next()
        else:
            yield "\n".join(_rows(table))
            block = table.lastCursorPosition().block().next()


def _paragraph(block: QTextBlock) -> str:
    label = label_of(block.text())
    if label is None:
        return written(words_in(block))
    words = words_in(block, len(label.shown))
    return f"{label.kept} {written(words)}" if words else ""


def _rows(table: QTextTable) -> Iterator[str]:
    for row in range(table.rows()):
        yield "\t".join(_cell(table, row, column) for column in range(table.columns()))


def _cell(table: QTextTable, row: int, column: int) -> str:
    cell = table.cellAt(row, column)
    last, block, spans = cell.lastCursorPosition().block(), cell.firstCursorPosition().block(), [Span("")]
    while True:
        spans += [Span(" "), *words_in(block)]
        if block == last:
            return written(_one_line(spans))
        block = block.next()


def _one_line(spans: Iterable[Span]) -> Words:
    return tuple(
        Span(span.text.replace("\n", " ").replace("\t", " "), span.is_bold, span.is_withheld) for span in spans
    )


def _in_one_line(blocks: Iterable[Block]) -> Words:
    spans: list[Span] = []
    for block in blocks:
        for words in _words_of(block):
            spans += [Span(" "), *words]
    return _one_line(spans[1:])


def _words_of(block: Block) -> Iterator[Words]:
    if isinstance(block, Table):
        yield from (cell for row in block.rows for cell in row)
    elif isinstance(block, List):
        yield from (item.words for item in block.items)
    else:
        yield block.words


def _put_blocks(cursor: QTextCursor, blocks: tuple[Block, ...]) -> None:
    for number, block in enumerate(blocks):
        if isinstance(block, Table):
            _put_table(cursor, block)
            continue
        for item in block.items if isinstance(block, List) else (block,):
            if (number or isinstance(item, Item)) and cursor.block().text():
                cursor.insertBlock(plain_shape(), character())
            elif isinstance(item, Item) or not cursor.block().text():
                cursor.setBlockFormat(plain_shape())
            if isinstance(item, Item):
                cursor.setBlockFormat(item_shape())
                cursor.insertText(BULLET if item.label == "•" else f"{item.label} ", character())
            _put_words(cursor, item.words)


def _put_table(cursor: QTextCursor, block: Table) -> None:
    if cursor.block().text():
        cursor.insertBlock(plain_shape(), character())
    cursor.setBlockFormat(plain_shape())
    table = cursor.insertTable(len(block.rows), len(block.rows[0]), table_shape())
    for number, row in enumerate(block.rows):
        for column, words in enumerate(row):
            _put_words(table.cellAt(number, column).firstCursorPosition(), words)
    cursor.setPosition(table.lastCursorPosition().position())
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock)


def _put_words(cursor: QTextCursor, words: Words) -> None:
    for span in words:
        cursor.insertText(span.text.replace("\n", _LINE_BREAK), character(span.is_bold, span.is_withheld))
