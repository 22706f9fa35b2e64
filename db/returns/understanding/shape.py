"""How the shape of a file differs from the layout that was learned."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from db.returns.understanding.known import label_key, sheet_key
from db.returns.understanding.learned import learned
from db.returns.understanding.profile import LayoutProfile
from db.returns.understanding.understood import Understood


def shape_changes(understood: Understood) -> Understood:
    """The same with what changed since the profile was learned, as sentences."""
    before = understood.chosen.before
    if before is None or not before.sheets:
        return understood
    return replace(understood, changed=tuple(_changes(before, understood)))


def _changes(before: LayoutProfile, understood: Understood) -> Iterator[str]:
    now = learned(understood)
    gone = [sheet for sheet in before.sheets if sheet not in now.sheets]
    fresh = [sheet for sheet in now.sheets if sheet not in before.sheets]
    yield from (f"The sheet “{_open(each)}” is missing." for each in gone)
    yield from (f"The sheet “{_open(each)}” is new." for each in fresh)
    tables = dict.fromkeys(each.sheet for each in (*before.columns, *now.columns))
    for sheet in tables:
        if not any(sheet.startswith(each) for each in (*gone, *fresh)):
            yield from _columns(sheet, _keys(before, sheet), _keys(now, sheet))
    yield from _rows(before, understood)


def _keys(profile: LayoutProfile, sheet: str) -> list[str]:
    return [each.key for each in profile.columns if each.sheet == sheet]


def _columns(sheet: str, before: Sequence[str], now: Sequence[str]) -> Iterator[str]:
    gone = [key for key in before if key not in now]
    fresh = [key for key in now if key not in before]
    for key in list(gone):
        other = next((each for each in fresh if _renamed(key, each, before, now)), None)
        if other:
            gone.remove(key)
            fresh.remove(other)
            yield f"On “{_open(sheet)}” the column “{_open(key)}” is now called “{_open(other)}”."
    yield from (f"On “{_open(sheet)}” the column “{_open(key)}” is gone." for key in gone)
    yield from (f"On “{_open(sheet)}” the column “{_open(key)}” is new." for key in fresh)
    kept, still = [key for key in before if key in now], [key for key in now if key in before]
    for key in _moved(kept, still):
        yield f"On “{_open(sheet)}” the column “{_open(key)}” stands in another place."


def _renamed(old: str, new: str, before: Sequence[str], now: Sequence[str]) -> bool:
    same_place = before.index(old) == now.index(new) and len(before) == len(now)
    return same_place or SequenceMatcher(None, old, new).ratio() > 0.75


def _moved(before: Sequence[str], now: Sequence[str]) -> list[str]:
    """The fewest columns whose move explains another order."""
    matching = SequenceMatcher(None, before, now, autojunk=False).get_matching_blocks()
    stayed = {before[block.a + step] for block in matching for step in range(block.size)}
    return [key for key in before if key not in stayed]


def _rows(before: LayoutProfile, understood: Understood) -> Iterator[str]:
    """Rows that came or went; a contract without measures has nothing to know a row by."""
    if not understood.asked:
        return
    known = {each.label for each in before.measures}
    now = {label_key(row.label): row.label for row in understood.rows}
    yield from (f"The row “{label}” is new." for key, label in now.items() if key not in known)
    with_rows = {each.label for each in before.measures if each.is_row}
    yield from (f"The row “{label}” is missing." for label in sorted(with_rows - now.keys()))


def _open(pattern: str) -> str:
    return pattern.replace("{period}", "…")


__all__ = ["shape_changes", "sheet_key"]
