"""A provider's workbook read apart and understood as the command line says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from db.register import Register
from db.returns.apart import read_apart
from db.returns.cells import Cells
from db.returns.container import load
from db.returns.taking.looking import look_as
from db.returns.taking.meant import Candidate, meant_by, provider_in
from db.returns.taking.readings import newest_quarter, quarters_told
from db.returns.taking.steps import ForQuarter
from db.returns.understanding.answers import answer, take_suggestions
from db.returns.understanding.profile_text import read_profile
from db.returns.understanding.understood import Understood
from db.rules.monitoring import ReturnPeriod, quarter_of
from db.rules.refusal import Refusal
from desktop.importing.candidates import candidates


@dataclass(frozen=True, slots=True)
class Told:
    """What the officer says of a file on the command line; what is None is guessed from the file."""

    contract: str | None = None
    provider: str | None = None
    quarter: date | None = None
    answers: tuple[str, ...] = ()
    suggested: bool = False
    profile: Path | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """A file, whose return it is, and what was understood of it."""

    name: str
    content: bytes
    candidate: Candidate | None
    provider: str
    quarter: ReturnPeriod | None
    evidence: str
    understood: Understood


def taken_file(register: Register, file: Path, wanted: Told, on: date) -> Taken:
    """Read a file in a process of its own and understand it.

    Raises:
        Refusal: it cannot be read, or an answer or contract that was given is not possible.
    """
    content = load(file)
    return understood_file(register, content, read_apart(content, file.name), wanted, on)


def understood_file(register: Register, content: bytes, cells: Cells, wanted: Told, on: date) -> Taken:
    """Understand a file whose cells were read.

    Raises:
        Refusal: as taken_file.
    """
    known = candidates(register, on)
    candidate, provider, evidence = _whose(register, cells, known, wanted)
    profile = read_profile(wanted.profile.read_text(encoding="utf-8-sig")) if wanted.profile else None
    understood = look_as(cells, candidate, provider, profile)
    quarter = quarter_of(wanted.quarter) if wanted.quarter else None
    if quarter and quarter not in dict(quarters_told(understood)):
        understood = ForQuarter(quarter).take(understood)
    understood = _answered(understood, wanted)
    return Taken(
        cells.file_name, content, candidate, provider, quarter or newest_quarter(understood), evidence, understood
    )


def _whose(
    register: Register, cells: Cells, known: Sequence[Candidate], wanted: Told
) -> tuple[Candidate | None, str, str]:
    if wanted.contract:
        identity = register.contracts.get(wanted.contract).id
        found = next(each for each in known if each.contract_id == identity)
        return found, wanted.provider or provider_in(cells, found), "It was named."
    meant = meant_by(cells, known)
    if meant is None:
        return None, wanted.provider or "", ""
    found = next(each for each in known if each.contract_id == meant.contract_id)
    return found, wanted.provider or meant.provider, meant.evidence


def _answered(understood: Understood, wanted: Told) -> Understood:
    for each in wanted.answers:
        key, bar, choice = each.rpartition("=")
        if not bar:
            raise Refusal(f"“{each}” is not KEY=CHOICE. Copy an answer as read-return shows it.")
        understood = answer(understood, key, choice)
    return take_suggestions(understood) if wanted.suggested else understood
