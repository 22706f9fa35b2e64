"""The one form in which a record's text is kept, however it was typed or pasted."""

import re
from collections.abc import Iterable

from db.rules.rich_text import Block, List, Span, Table, Words, read_text, words_of, written

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_NO_WORDS = re.compile("[\x00\x01\x04-\x08\x10-\x1b\x1f\x7f-\x84\x86-\x9f\ufeff\ufffc\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that are no words: controls, and Qt's own stand-ins for pictures and frames."""


def canonical(text: str) -> str:
    """A text as the field gives it back: the same words, one blank line between blocks, one space between words."""
    return _text_of(read_text(_text_of(read_text(tidied(text)))))


def tidied(text: str) -> str:
    """Text without characters that are no words, its lines ended in one way, and no hard spaces."""
    return _NO_WORDS.sub("", _LINE_ENDS.sub("\n", text)).replace("\xa0", " ")


def _text_of(blocks: Iterable[Block]) -> str:
    return "\n\n".join(text for block in blocks if (text := _block(block)))


def _block(block: Block) -> str:
    if isinstance(block, Table):
        return "\n".join(_row(row) for row in _filled(block))
    if isinstance(block, List):
        return "\n".join(f"{_label(item.label)} {written(_without_tabs(item.words))}" for item in block.items)
    return written(_without_tabs(block.words))


def _filled(table: Table) -> list[tuple[Words, ...]]:
    """A table's rows and columns that say something."""
    columns = [at for at in range(len(table.rows[0])) if any(_says(row[at]) for row in table.rows)]
    return [tuple(row[at] for at in columns) for row in table.rows if any(map(_says, row))]


def _says(words: Words) -> bool:
    return bool(words_of(words).strip())


def _row(row: tuple[Words, ...]) -> str:
    return "\t".join(written(cell) for cell in row)


def _label(label: str) -> str:
    return "-" if label == "•" else label


def _without_tabs(words: Words) -> Words:
    """Words with spaces for tabs, which only stand between the cells of a table."""
    return tuple(Span(span.text.replace("\t", " "), span.is_bold, span.is_withheld) for span in words)
