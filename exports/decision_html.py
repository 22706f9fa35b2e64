"""A record of decision as one web page that needs nothing else: no script, no picture, no other file."""

from collections.abc import Iterable
from html import escape

from db.rules.decision import RecordOfDecision
from db.rules.rich_text import Block, List, Table, Words, plain, spans_of
from exports.pdf.table_content import Content as Figures
from exports.pdf.table_content import Row, RowKind
from exports.prose import as_content, blocks, level
from exports.record.compose import form_of, full_title, sections, standing, title
from exports.record.contents import Content, Items, Line, Link, Place, Prose, Section, Subheading
from exports.record.emphasis import bold_verbs
from exports.record.signing import places


def render_html(record: RecordOfDecision) -> str:
    """The record as a page that meets WCAG 2.2 AA: its language, title, headings in order, tables with their heads."""
    verbs = form_of(record).verbs
    who = f'<p class="who"><strong>{escape(standing(record))}</strong></p>\n' if standing(record) else ""
    parts = [_section(section, verbs) for section in sections(record)]
    return _PAGE.format(
        title=escape(_line(full_title(record))),
        council=_words(record.council),
        heading=escape(title(record)),
        who=who,
        parts="\n".join([*parts, *map(_place, places(record))]),
    )


def _section(section: Section, verbs: tuple[str, ...]) -> str:
    kind = ' class="short"' if section.is_short else ""
    said = "\n".join(_content(content, section.heading, verbs) for content in section.contents)
    return f"<section{kind}>\n<h2>{escape(section.heading)}</h2>\n<div>\n{said}\n</div>\n</section>"


def _content(content: Content, heading: str, verbs: tuple[str, ...]) -> str:
    match content:
        case Line():
            return f"<p{_quiet(content)}>{_words(content.text)}</p>"
        case Prose():
            return "\n".join(
                _block(block, heading, verbs if content.is_operative else ()) for block in blocks(content.text)
            )
        case Items():
            return "<ul>\n" + "\n".join(f"<li>{_words(item)}</li>" for item in content.items) + "\n</ul>"
        case Subheading():
            return f"<h3>{escape(content.text)}</h3>"
        case Link():
            return f'<p><a href="{escape(content.address)}">{_words(content.words)}</a></p>'
        case Figures():
            return _table(content, escape(content.caption))


def _block(block: Block, heading: str, verbs: tuple[str, ...]) -> str:
    match block:
        case List() if block.items[0].lettered:
            items = (f"<li><span>{escape(item.label)}</span> {_said(item.words, verbs)}</li>" for item in block.items)
            return '<ul class="letters">\n' + "\n".join(items) + "\n</ul>"
        case List():
            return "<ul>\n" + "\n".join(f"<li>{_said(item.words, verbs)}</li>" for item in block.items) + "\n</ul>"
        case Table():
            return _table(as_content(block, heading), f'<span class="unseen">{escape(heading)}</span>')
        case _:
            return f"<p>{_said(block.words, verbs)}</p>"


def _table(figures: Figures, caption: str) -> str:
    sides = [column.is_amount for column in figures.columns]
    heads = "".join(
        f'<th scope="col"{_side(column.is_amount)}>{_words(column.heading)}</th>' for column in figures.columns
    )
    rows = "\n".join(_row(row, sides) for row in figures.rows)
    name = escape(figures.caption or figures.place)
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{name}">\n<table>\n'
        f"<caption>{caption}</caption>\n<thead>\n<tr>{heads}</tr>\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n</div>"
    )


def _row(row: Row, sides: list[bool]) -> str:
    if row.kind is RowKind.GROUP:
        return f'<tr><th scope="rowgroup" colspan="{len(sides)}">{_words(row.cells[0])}</th></tr>'
    kind = ' class="total"' if row.kind is RowKind.TOTAL else ""
    cells = "".join(
        f"<td{_side(side)}>{_words(cell)}</td>" for cell, side in zip(row.cells[1:], sides[1:], strict=True)
    )
    return f'<tr{kind}><th scope="row">{_words(row.cells[0])}</th>{cells}</tr>'


def _place(place: Place) -> str:
    facts = "\n".join(
        f"<dt>{escape(name)}</dt><dd{_quiet(line)}>{_words(line.text)}</dd>" for name, line in place.facts
    )
    return f"<section>\n<h2>{escape(place.heading)}</h2>\n<dl>\n{facts}\n</dl>\n</section>"


def _said(words: Words, verbs: Iterable[str]) -> str:
    told = (
        f"<strong>{escape(text)}</strong>" if is_bold else escape(text)
        for text, is_bold in bold_verbs(words, tuple(verbs))
    )
    return "".join(told).replace("\n", "<br>\n")


def _words(text: str) -> str:
    return _said(spans_of(level(text).strip()), ())


def _line(text: str) -> str:
    return " ".join(level(plain(text)).split())


def _quiet(line: Line) -> str:
    return ' class="quiet"' if line.is_quiet else ""


def _side(is_amount: bool) -> str:
    return ' class="amount"' if is_amount else ""


_PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ margin: 0 auto; max-width: 46rem; padding: 2rem 1.25rem 4rem; background: #ffffff; color: #16202c;
  font: 1.0625rem/1.55 "Liberation Sans", Arial, Helvetica, sans-serif; overflow-wrap: break-word; }}
h1 {{ margin: 0 0 1.5rem; font-size: 2rem; line-height: 1.2; }}
h2 {{ margin: 2rem 0 .5rem; font-size: 1.25rem; line-height: 1.3; }}
h3 {{ margin: 1.25rem 0 .25rem; font-size: 1.0625rem; }}
p, ul, dl {{ margin: 0 0 .75rem; }}
a {{ color: #1a5fb4; text-underline-offset: .15em; }}
a:focus-visible, .wide:focus-visible {{ outline: 3px solid #1a5fb4; outline-offset: 2px; }}
.council {{ margin: 0 0 .25rem; color: #1a5fb4; font-weight: bold; }}
.quiet {{ color: #4a5666; }}
.short {{ display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr; gap: 0 1.5rem; padding: .6rem 0;
  border-bottom: 1px solid #c9cfd8; }}
.short h2 {{ margin: 0; font-size: 1.0625rem; line-height: 1.55; }}
.short p {{ margin: 0; }}
.letters {{ list-style: none; padding-left: 1.75rem; }}
.letters li {{ position: relative; margin-bottom: .35rem; }}
.letters li > span {{ position: absolute; left: -1.75rem; }}
.wide {{ overflow-x: auto; margin: 1rem 0 1.25rem; }}
table {{ width: 100%; border-collapse: collapse; }}
caption {{ padding-bottom: .5rem; text-align: left; font-weight: bold; }}
th, td {{ padding: .5rem .75rem .5rem 0; border-bottom: 1px solid #c9cfd8; text-align: left; vertical-align: top; }}
thead th {{ border-bottom: 2px solid #16202c; vertical-align: bottom; }}
tbody th {{ font-weight: normal; }}
th[scope=rowgroup], .total th, .total td {{ font-weight: bold; }}
.amount {{ padding-right: 0; padding-left: .75rem; text-align: right; font-variant-numeric: tabular-nums; }}
td.amount {{ white-space: nowrap; }}
dl {{ display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr; gap: .4rem 1.5rem; }}
dt {{ font-weight: bold; }}
dd {{ margin: 0; }}
.unseen {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }}
@media (max-width: 34rem) {{ .short, dl {{ display: block; }} }}
</style>
</head>
<body>
<main>
<p class="council">{council}</p>
<h1>{heading}</h1>
{who}{parts}
</main>
</body>
</html>
"""
