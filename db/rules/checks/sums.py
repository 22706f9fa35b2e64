"""C14: every total of the record is recomputed."""

from collections.abc import Iterable, Iterator

from db.rules.decision import Saving
from db.rules.funding import FundingTable, check_totals
from db.rules.money import Pence, show_pounds
from db.rules.record_in_hand import SECTION_NAMES, Gap, Gaps, RecordInHand, blocking, warning
from db.rules.refusal import Refusal
from db.rules.rich_text import plain
from db.rules.stated_money import Difference, amounts_after, differences, tables_in, totals_in

_SOURCE = "The record’s own figures: every row and column total recomputed"
_A_TOTAL = (
    r"\b(?:total(?:s|ling)|total(?: (?:cost|value|funding|spend|amount))? (?:of|is|comes to)|(?:would|will|to) total)"
)
_A_SAVING = r"\bsav(?:e|es|ing|ings)(?: a total)?(?: of)?"


def sums(record: RecordInHand) -> Gaps:
    """C14: the financial table, tables in the text and totals in the prose add up, to the penny.

    Amounts that were rounded may differ by their rounding: that is a warning.
    """
    if record.funding is not None:
        yield from _of_funding(record.funding)
        yield from _as_stated_elsewhere(record, record.funding)
    for field in record.sections:
        for table in tables_in(getattr(record.decision.text, field)):
            for difference in differences(table):
                yield _gap(field, SECTION_NAMES[field], difference)
    yield from _of_prose(record)
    yield from _of_value(record)


def _of_funding(table: FundingTable) -> Gaps:
    for row in table.rows:
        yield from _hold(row.partner, sum(row.amounts), row.total)
    for at, name in enumerate(table.columns):
        down = sum(row.amounts[at] for row in table.rows if at < len(row.amounts))
        if at < len(table.totals):
            yield from _hold(name, down, table.totals[at])
    yield from _hold("the whole table", sum(row.total for row in table.rows), table.total)


def _hold(name: str, worked: int, stated: Pence) -> Gaps:
    if worked != stated:
        yield _gap("financial", SECTION_NAMES["financial"], Difference(name, Pence(worked), stated, False))


def _gap(field: str, name: str, difference: Difference) -> Gap:
    make = warning if difference.is_rounding else blocking
    rounding = " Rounding may explain it." if difference.is_rounding else ""
    return make("C14", field, f"{name}: {difference.sentence}{rounding}", _SOURCE)


def _as_stated_elsewhere(record: RecordInHand, table: FundingTable) -> Gaps:
    for name, pence in record.stated_totals:
        try:
            check_totals(table, {name: pence})
        except Refusal as differs:
            yield blocking("C14", "financial", str(differs), _SOURCE)


def _of_prose(record: RecordInHand) -> Gaps:
    """Totals that the financial section and the decision state, against all that the record adds up."""
    stated = [(field, pence) for field in ("decision", "financial") for pence in _totals_said(record, field)]
    known = set(_known_totals(record)) if stated else set()
    for field, pence in dict.fromkeys(stated):
        if known and pence not in known:
            sentence = f"{SECTION_NAMES[field]}: {show_pounds(pence)} is given as a total, but nothing adds up to it."
            yield warning("C14", field, sentence, _SOURCE)


def _totals_said(record: RecordInHand, field: str) -> Iterator[Pence]:
    said = plain(getattr(record.decision.text, field))
    yield from amounts_after(said, _A_TOTAL)
    if record.decision.savings:
        yield from amounts_after(said, _A_SAVING)


def _of_value(record: RecordInHand) -> Gaps:
    value, table = record.decision.value_pence, record.funding
    if value is not None and table is not None and value != table.total:
        sentence = (
            f"The value is given as {show_pounds(value)}, but the financial table comes to {show_pounds(table.total)}."
        )
        yield warning("C14", "value_pence", sentence, _SOURCE)


def _known_totals(record: RecordInHand) -> Iterator[Pence]:
    if record.funding is not None:
        yield from (record.funding.total, *record.funding.totals)
        yield from (row.total for row in record.funding.rows)
    yield from _savings_totals(record.decision.savings)
    for field in record.sections:
        for table in tables_in(getattr(record.decision.text, field)):
            yield from totals_in(table)
    if record.decision.value_pence is not None:
        yield record.decision.value_pence


def _savings_totals(savings: Iterable[Saving]) -> Iterator[Pence]:
    groups: dict[str, int] = {}
    for each in savings:
        groups[each.group] = groups.get(each.group, 0) + each.pence
        yield each.pence
    if groups:
        yield from (Pence(total) for total in (*groups.values(), sum(groups.values())))
