"""What a file taught: the profile that lets the next one of its shape through without a question."""

from db.returns.tables.table import Table
from db.returns.understanding.known import label_key, sheet_key
from db.returns.understanding.measuring import LEAVE_OUT
from db.returns.understanding.profile import ColumnMeaning, LayoutProfile, MeasureLabel, Settled
from db.returns.understanding.questions import About, Question
from db.returns.understanding.understood import Understood
from db.rules.monitoring import MeasureId

_ONCE = frozenset({About.QUARTER, About.COLUMN, About.MEASURE})
"""Questions that are kept elsewhere, or hold for one file alone."""


def learned(understood: Understood, provider: str = "", contract: str = "") -> LayoutProfile:
    """The profile of a file as understood, for its provider and contract; what was known before is kept."""
    before = understood.chosen.profile
    answered = [each for each in understood.questions if each.answered is not None and each.about not in _ONCE]
    return LayoutProfile(
        provider or before.provider,
        contract or before.contract,
        tuple(dict.fromkeys(sheet_key(table.sheet) for table in _shown(understood))),
        _columns(understood),
        _measures(understood),
        _settled(answered, before.date_orders, About.DATE_ORDER),
        _settled(answered, before.percents, About.PERCENT),
        _settled(answered, before.hidden, About.HIDDEN),
        before.exclusions,
        _settled(answered, before.others, *(set(About) - {About.DATE_ORDER, About.PERCENT, About.HIDDEN})),
    )


def _shown(understood: Understood) -> list[Table]:
    read = {(each.sheet, each.table) for each in understood.columns}
    return [table for table in understood.tables if (table.sheet, table.number) in read]


def _columns(understood: Understood) -> tuple[ColumnMeaning, ...]:
    """Columns that are not open; of several with the same headings, one."""
    found: dict[tuple[str, str], ColumnMeaning] = {}
    for each in understood.columns:
        place = (each.place, each.key)
        if (each.sure or not each.meaning.gives_readings) and place not in found:
            found[place] = ColumnMeaning(*place, each.meaning.value, each.own_measure)
    return tuple(found.values())


def _measures(understood: Understood) -> tuple[MeasureLabel, ...]:
    found = {each.label: each for each in understood.chosen.profile.measures}
    for row in understood.rows:
        if row.sure and (row.measure or understood.asked):
            found[label_key(row.label)] = MeasureLabel(label_key(row.label), row.measure, is_row=True)
    for question in understood.questions:
        if question.about is About.MEASURE and question.answered:
            key = question.key.split("|", 1)[1]
            measure = None if question.answered == LEAVE_OUT else MeasureId(question.answered)
            was_row = key in found and found[key].is_row
            found[key] = MeasureLabel(key, measure, was_row)
    return tuple(found.values())


def _settled(answered: list[Question], before: tuple[Settled, ...], *about: About) -> tuple[Settled, ...]:
    kept = {each.key: each.choice for each in before}
    kept |= {each.key: each.answered for each in answered if each.about in about and each.answered is not None}
    return tuple(Settled(key, choice) for key, choice in kept.items())
