"""What a column means by what its cells hold, where no heading says it."""

from collections.abc import Sequence

from db.returns.tables.coding import are_codes
from db.returns.tables.look import Look
from db.returns.understanding.column_seen import Found, Seen, beside_period, names_period
from db.returns.understanding.labels import kind_said, match_measure
from db.returns.understanding.meaning import FIGURES, Meaning
from db.rules.monitoring import Measure

_CONSTANT = 4
"""Cells that all say the same and so name no rows."""


def by_content(
    seen: Seen, all_seen: Sequence[Seen], found: dict[int, Found], asked: Sequence[Measure], headed: bool
) -> Found:
    """What a column means by its cells alone, beside the columns whose meaning is known."""
    content = seen.content
    if content.main in (Look.WORDS, Look.LONG):
        return _words(seen, all_seen, found, asked, headed)
    if content.main is Look.PERIOD:
        return Found(Meaning.PERIOD, "Its cells name periods.", not headed or not seen.column.headings)
    if content.main is Look.DAY:
        return _days(seen)
    if content.main is None:
        return _empty(seen)
    return _figures(seen, all_seen, found)


def _empty(seen: Seen) -> Found:
    if seen.words.says_something:
        return Found(Meaning.VALUE, f"Its heading “{seen.column.name}” names a period, and no cell is filled in yet.")
    return Found(Meaning.LEFT_OUT, "No cell below its heading holds anything.")


def _words(
    seen: Seen, all_seen: Sequence[Seen], found: dict[int, Found], asked: Sequence[Measure], headed: bool
) -> Found:
    content = seen.content
    kinds = [kind_said(text) for text in content.texts]
    if len(content.texts) > 1 and all(kind in FIGURES for kind in kinds):
        return Found(Meaning.KIND, f"Its cells say {_some(content.texts)}.")
    has_measures = any(each.meaning is Meaning.MEASURE for each in found.values())
    if has_measures and not headed and content.looks[Look.NUMBER]:
        return Found(Meaning.VALUE, "Its cells are what the form says beside its labels.")
    matched = sum(match_measure(text, asked).is_sure for text in content.texts)
    if not has_measures and matched * 3 >= len(content.texts):
        return Found(Meaning.MEASURE, f"{matched} of its {len(content.texts)} texts are names of measures.")
    if not has_measures and seen is _names_rows(all_seen):
        if content.repeats:
            return Found(Meaning.MEASURE, "It is the only column that says what the figures are of.")
        return Found(
            Meaning.MEASURE, "It is the first column and each of its texts is another one.", not seen.column.headings
        )
    return _beside_measures(seen, has_measures)


def _beside_measures(seen: Seen, has_measures: bool) -> Found:
    content = seen.content
    if are_codes(content.texts):
        return Found(Meaning.LEFT_OUT, f"Its cells are codes: {_some(content.texts)}.")
    if content.looks[Look.LONG] * 2 > content.count:
        return Found(Meaning.COMMENT if has_measures else Meaning.NARRATIVE, "Its cells hold long texts.")
    if content.repeats:
        return Found(Meaning.GROUP, f"Its cells say one of {_some(content.texts)}, again and again.", False)
    if has_measures and not seen.column.headings:
        return Found(Meaning.COMMENT, "Its cells hold words beside the figures.")
    return Found(Meaning.LEFT_OUT, "Nothing shows what its words are for.", False)


def _names_rows(all_seen: Sequence[Seen]) -> Seen | None:
    """The column that names the rows: the first of words that differ, or the first where figures have periods alone."""
    words = [each for each in all_seen if each.content.main in (Look.WORDS, Look.LONG)]
    words = [each for each in words if not are_codes(each.content.texts)] or words
    words = [each for each in words if each.content.distinct > 1 or each.content.count < _CONSTANT] or words
    if words and not words[0].content.repeats:
        return words[0]
    figures = [each for each in all_seen if each.content.main is Look.NUMBER and each.column.headings]
    if figures and all(names_period(name) for each in figures for name in each.column.headings):
        others = [each for each in words if not each.content.repeats]
        return next(iter(others), words[0] if words else None)
    return None


def _days(seen: Seen) -> Found:
    if not seen.column.headings:
        return Found(Meaning.PERIOD, "Its cells are days, and the columns have no headings.", False)
    return Found(Meaning.LEFT_OUT, f"Its cells are days, and its heading “{seen.column.name}” names no period.")


def _figures(seen: Seen, all_seen: Sequence[Seen], found: dict[int, Found]) -> Found:
    has_measures = any(each.meaning is Meaning.MEASURE for each in found.values())
    bare = [left for each in seen.column.headings if (left := beside_period(each))]
    if not seen.column.headings:
        others = [each for each in all_seen if each.content.main is Look.NUMBER]
        return Found(Meaning.VALUE, "Its cells are the figures of the table.", len(others) == 1 and has_measures)
    if not bare:
        return Found(Meaning.VALUE, f"Its heading “{seen.column.name}” names a period and its cells are figures.")
    if has_measures:
        return Found(
            Meaning.VALUE, f"Its cells are figures; “{bare[-1]}” may be a part of each measure.", False, None, bare[-1]
        )
    return Found(Meaning.VALUE, f"Its cells are figures; “{bare[-1]}” is taken for a measure.")


def _some(texts: Sequence[str]) -> str:
    shown = ", ".join(f"“{each}”" for each in texts[:3])
    return shown if len(texts) <= 3 else f"{shown} and {len(texts) - 3} more"
