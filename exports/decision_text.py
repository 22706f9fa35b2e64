"""A record of decision as plain text: the whole of it, or field by field for a council's website."""

from collections.abc import Iterable

from db.rules.decision import RecordOfDecision
from db.rules.rich_text import Block, List, Table, plain, words_of
from exports.pdf.table_content import Content as Figures
from exports.prose import blocks, level
from exports.record.compose import sections, standing, title
from exports.record.contents import Content, Items, Line, Link, Prose, Subheading
from exports.record.signing import places


def render_text(record: RecordOfDecision) -> str:
    """The record as text that can be pasted anywhere: what was typed, lists with "- ", tables with tabs."""
    heads = [record.council, title(record), *filter(None, [standing(record)])]
    parts = ["\n".join(heads), *(f"{heading}\n{'-' * len(heading)}\n{text}" for heading, text in fields(record))]
    return "\n\n".join(parts) + "\n"


def fields(record: RecordOfDecision) -> tuple[tuple[str, str], ...]:
    """Each section that is printed: its heading, and its text by itself."""
    said = [(section.heading, _joined(section.contents)) for section in sections(record)]
    signed = [
        (place.heading, "\n".join(f"{name}: {_plain(line.text)}" for name, line in place.facts))
        for place in places(record)
    ]
    return (*said, *signed)


def _joined(contents: Iterable[Content]) -> str:
    text, before = "", ""
    for content in contents:
        apart = "\n" if isinstance(content, Line) and before == "Line" else "\n\n"
        said = _content(content)
        text, before = f"{text}{apart}{said}" if text else said, type(content).__name__
    return text


def _content(content: Content) -> str:
    match content:
        case Line() | Subheading():
            return _plain(content.text)
        case Link():
            return content.words if content.words == content.address else f"{content.words}\n{content.address}"
        case Items():
            return "\n".join(f"- {_plain(item)}" for item in content.items)
        case Figures():
            return _figures(content)
        case Prose():
            return "\n\n".join(map(_block, blocks(content.text)))


def _block(block: Block) -> str:
    match block:
        case List():
            return "\n".join(
                f"{'-' if item.label == '•' else item.label} {words_of(item.words)}" for item in block.items
            )
        case Table():
            return "\n".join("\t".join(map(words_of, row)) for row in block.rows)
        case _:
            return words_of(block.words)


def _figures(figures: Figures) -> str:
    rows = [[column.heading for column in figures.columns], *(row.cells for row in figures.rows)]
    lines = ["\t".join(_cell(cell) for cell in row) for row in rows]
    return "\n".join([*filter(None, [figures.caption]), *lines])


def _cell(text: str) -> str:
    return " ".join(_plain(text).split())


def _plain(text: str) -> str:
    return level(plain(text)).strip()
