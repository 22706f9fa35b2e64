"""Which contract a provider's file is about: by our stamp, by what it says, or by a layout that was learned."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from db.returns.cells import Cells
from db.returns.layout import STAMP_SHEET
from db.returns.stamps import read_stamp
from db.returns.tables.finding import find_tables
from db.returns.tables.words import fold
from db.returns.understanding.known import sheet_key
from db.returns.understanding.profile import LayoutProfile
from db.rules.decision import ContractId
from db.rules.monitoring import Measure, ReturnPeriod

_LOOKED_AT = 4_000
"""So many cells are searched for names and references."""
_READ_OF_A_TEXT = 500
"""So many characters of each: a name stands near the beginning, and a text may be a million long."""
_SHORTEST = 4
"""Shorter names stand in too many cells by chance."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A contract a file may be about: what it asks, what was learned of its returns, and the quarter it waits for."""

    contract_id: ContractId
    reference: str
    title: str
    providers: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    profiles: tuple[LayoutProfile, ...] = ()
    awaited: ReturnPeriod | None = None


@dataclass(frozen=True, slots=True)
class Meant:
    """The contract and provider a file seems to be about, and why, as a sentence."""

    contract_id: ContractId
    provider: str
    evidence: str


def meant_by(cells: Cells, candidates: Sequence[Candidate]) -> Meant | None:
    """The one contract that a file speaks of more than of any other; None where it names none, or several alike.

    Raises:
        Refusal: it is one of our blank returns, and its stamp was changed.
    """
    if STAMP_SHEET in cells.sheets:
        identity = read_stamp(cells).contract_id
        found = next((each for each in candidates if each.contract_id == identity), None)
        return _meant(found, _names(found, _said(cells)), "Its stamp names the contract.") if found else None
    return _by_signs(cells, candidates) or _only_one(candidates)


def profile_for(candidate: Candidate | None, provider: str) -> LayoutProfile | None:
    """What was learned of a provider's returns for a contract; what was learned of another's where nothing else was."""
    profiles = candidate.profiles if candidate else ()
    only = profiles[0] if len(profiles) == 1 else None
    return next((each for each in profiles if fold(each.provider) == fold(provider)), only)


def provider_in(cells: Cells, candidate: Candidate) -> str:
    """The one provider of a contract that a file names; all of them where it names none or several."""
    return _names(candidate, _said(cells)) or ", ".join(candidate.providers)


def _by_signs(cells: Cells, candidates: Sequence[Candidate]) -> Meant | None:
    said, sheets = _said(cells), frozenset(sheet_key(each) for each in cells.sheets)
    keys = frozenset(_headings(cells)) if any(each.profiles for each in candidates) else frozenset()
    scored = [(*_score(each, said, sheets, keys), each) for each in candidates]
    best = max((score for score, *_ in scored), default=0)
    leading = [each for each in scored if each[0] == best]
    if best == 0 or len(leading) > 1:
        return None
    _, provider, evidence, candidate = leading[0]
    return _meant(candidate, provider, evidence)


def _score(candidate: Candidate, said: str, sheets: frozenset[str], keys: frozenset[str]) -> tuple[int, str, str]:
    """How much speaks for a contract, the provider that is named, and the strongest reason."""
    provider = _names(candidate, said)
    reasons = list(_reasons(candidate, said, provider))
    for profile in candidate.profiles:
        if alike := _likeness(profile, sheets, keys):
            provider = provider or profile.provider
            reasons.append((30 + alike, "It is laid out as its earlier return."))
    evidence = max(reasons)[1] if reasons else ""
    return sum(weight for weight, _ in reasons), provider, evidence


def _reasons(candidate: Candidate, said: str, provider: str) -> Iterator[tuple[int, str]]:
    if len(candidate.reference) >= _SHORTEST and _stands_in(candidate.reference, said):
        yield 100, f"It names {candidate.reference}."
    if len(candidate.title) >= _SHORTEST and _stands_in(candidate.title, said):
        yield 40, f"It names “{candidate.title}”."
    if provider:
        yield 20, f"It names {provider}."
    if candidate.awaited:
        yield 1, "A return of it is awaited."


def _likeness(profile: LayoutProfile, sheets: frozenset[str], keys: frozenset[str]) -> int:
    """Of ten, how many of the sheets and headings that were learned are there; 0 where it is fewer than seven."""
    learned = frozenset(f"{each.sheet}|{each.key}" for each in profile.columns)
    told = len(learned & keys) * 10 // len(learned) if learned else 0
    return told if told >= 7 and frozenset(profile.sheets) <= sheets else 0


def _headings(cells: Cells) -> Iterator[str]:
    """Sheets and headings as a profile keeps them."""
    from db.returns.understanding.understand import understand_as
    from db.returns.understanding.understood import Chosen

    understood = understand_as(cells, (), Chosen(), find_tables(cells))
    return (f"{each.place}|{each.key}" for each in understood.columns)


def _said(cells: Cells) -> str:
    """The file's name, its sheets' names and its first cells of words, as one line."""
    words: Iterable[str] = (
        fold(value[:_READ_OF_A_TEXT])
        for held in cells.sheets.values()
        for value in held.values()
        if isinstance(value, str)
    )
    return f" | {' | '.join((fold(cells.file_name), *map(fold, cells.sheets), *islice(words, _LOOKED_AT)))} | "


def _names(candidate: Candidate | None, said: str) -> str:
    providers = candidate.providers if candidate else ()
    named = [each for each in providers if len(each) >= _SHORTEST and _stands_in(each, said)]
    return named[0] if len(named) == 1 else ""


def _stands_in(name: str, said: str) -> bool:
    """Whether a name stands there as words of its own: CN-A does not stand in CN-AB."""
    sought = fold(name)
    start = said.find(sought)
    while start >= 0:
        before, after = said[start - 1], said[start + len(sought)]
        if not (before.isalnum() or after.isalnum()):
            return True
        start = said.find(sought, start + 1)
    return False


def _only_one(candidates: Sequence[Candidate]) -> Meant | None:
    return _meant(candidates[0], "", "It is the only contract.") if len(candidates) == 1 else None


def _meant(candidate: Candidate, provider: str, evidence: str) -> Meant:
    only = candidate.providers[0] if len(candidate.providers) == 1 else ""
    return Meant(candidate.contract_id, provider or only or ", ".join(candidate.providers), evidence)
