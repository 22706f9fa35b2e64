"""Amounts of money as a record's tables and prose state them, with how far each was rounded."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from db.rules.money import Pence, parse_pounds, show_pounds
from db.rules.refusal import Refusal
from db.rules.rich_text import Table, read_text, words_of


@dataclass(frozen=True, slots=True)
class Stated:
    """An amount as stated; the step is what its last figure counts: £10,000 for £0.99million, a penny for £5.00."""

    pence: Pence
    step: Pence


@dataclass(frozen=True, slots=True)
class Difference:
    """A total that is not the sum of its amounts."""

    what: str
    """The row or column it is the total of."""
    worked: Pence
    stated: Pence
    is_rounding: bool
    """Whether rounding of the amounts alone could explain it."""

    @property
    def sentence(self) -> str:
        """What does not add up, by how much, and what to do."""
        off = show_pounds(Pence(abs(self.worked - self.stated)))
        return (
            f"The amounts for {self.what} come to {show_pounds(self.worked)}, but {show_pounds(self.stated)} is "
            f"stated, a difference of {off}. Correct an amount or the total."
        )


_FIGURES = re.compile(r"(?P<whole>[\d,]+)(?:\.(?P<decimals>\d+))?\s*(?P<scale>[a-z]*)", re.IGNORECASE)
_SCALES = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "mn": 1_000_000, "milion": 1_000_000, "million": 1_000_000}
_BLANKS = frozenset(("", "-", "–", "—", "nil", "n/a"))
_TOTAL = re.compile(r"(?:grand |overall )?(?P<part>sub[- ]?)?totals?(?:\s*[(:£].*)?", re.IGNORECASE | re.DOTALL)
_AMOUNT = r"(?P<amount>£\s?\d[\d,]*(?:\.\d+)?\s?(?:million|milion|thousand|mn|m|k)?)\b"
_PENNY = Pence(1)


def read_amount(text: str) -> Stated | None:
    """An amount with its step; None where the text is none."""
    try:
        pence = parse_pounds(text)
    except Refusal:
        return None
    figures = _FIGURES.search(text)
    scale = _SCALES.get(figures["scale"].lower(), 1) if figures else 1
    decimals = len(figures["decimals"] or "") if figures else 0
    step = Decimal(scale * 100).scaleb(-decimals) if scale > 1 else Decimal(1)
    return Stated(pence, Pence(max(1, int(step))))


def amounts_after(said: str, before: str) -> Iterator[Pence]:
    """The amounts that follow words, given as a pattern: those after "a total of"."""
    for match in re.finditer(rf"(?:{before})\s*{_AMOUNT}", said, re.IGNORECASE):
        if stated := read_amount(match["amount"]):
            yield stated.pence


def tables_in(text: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The tables of a text, each as rows of bare cells."""
    return tuple(
        tuple(tuple(words_of(cell).strip() for cell in row) for row in block.rows)
        for block in read_text(text)
        if isinstance(block, Table)
    )


def differences(table: Sequence[Sequence[str]]) -> tuple[Difference, ...]:
    """The totals of a table that are not the sums of its rows and columns.

    A row or column is a total by its heading. What holds anything but amounts is left aside.
    """
    rows = _by_heading(table)
    columns = _by_heading([list(column) for column in zip(*table, strict=False)])
    return tuple(dict.fromkeys((*_down(rows, table[0]), *_down(columns, [row[0] for row in table]))))


def totals_in(table: Sequence[Sequence[str]]) -> tuple[Pence, ...]:
    """Every amount in a row or a column that is headed as a total."""
    columns = [list(column) for column in zip(*table, strict=False)]
    lines = [line for line in (*table, *columns) if line and _TOTAL.fullmatch(line[0])]
    return tuple(stated.pence for line in lines for cell in line[1:] if (stated := read_amount(cell)))


_Line = tuple[str, Sequence[str]]


def _by_heading(lines: Sequence[Sequence[str]]) -> list[_Line]:
    """The lines below the headings, each with its own heading."""
    return [(line[0], line) for line in lines[1:] if line]


def _down(lines: Sequence[_Line], names: Sequence[str]) -> Iterator[Difference]:
    """Where the totals among lines differ from the lines above them, place by place."""
    for at in range(1, len(names)):
        cells = [(heading, line[at] if at < len(line) else "") for heading, line in lines]
        if all(_is_amount_or_blank(cell) for _, cell in cells):
            yield from _totals(cells, names[at] or f"column {at + 1}")


def _totals(cells: Sequence[tuple[str, str]], name: str) -> Iterator[Difference]:
    since: list[Stated] = []
    everything: list[Stated] = []
    for heading, cell in cells:
        stated = read_amount(cell)
        if stated is None:
            continue
        if _TOTAL.fullmatch(heading) is None:
            since.append(stated)
            everything.append(stated)
            continue
        if everything and stated.pence not in {_sum(since), _sum(everything)}:
            is_part = _TOTAL.fullmatch(heading)
            added = since if is_part and is_part["part"] and since else everything
            yield _difference(name, added, stated)
        since = []


def _difference(name: str, added: Sequence[Stated], total: Stated) -> Difference:
    worked = _sum(added)
    rounded = [each.step for each in (*added, total) if each.step > _PENNY]
    is_rounding = 2 * abs(worked - total.pence) <= sum(rounded)
    return Difference(name, worked, total.pence, bool(rounded) and is_rounding)


def _sum(amounts: Sequence[Stated]) -> Pence:
    return Pence(sum(each.pence for each in amounts))


def _is_amount_or_blank(cell: str) -> bool:
    return cell.casefold() in _BLANKS or read_amount(cell) is not None
