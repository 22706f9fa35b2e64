"""A file looked at for the first time, or as another contract's: whose it is and what is understood of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from db.returns.cells import Cells
from db.returns.taking.meant import Candidate, Meant, meant_by, profile_for
from db.returns.understanding.profile import LayoutProfile
from db.returns.understanding.understand import understand
from db.returns.understanding.understood import Understood


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of a look. Without a contract it is understood with no measures to look for."""

    meant: Meant | None
    understood: Understood


def first_look(cells: Cells, candidates: Sequence[Candidate]) -> Looked:
    """Whose return a file is, and what is understood of it by that contract's measures and what was learned of it.

    Raises:
        Refusal: it is one of our blank returns, and its stamp was changed.
    """
    meant = meant_by(cells, candidates)
    candidate = next((each for each in candidates if meant and each.contract_id == meant.contract_id), None)
    return Looked(meant, look_as(cells, candidate, meant.provider if meant else ""))


def look_as(
    cells: Cells, candidate: Candidate | None, provider: str, profile: LayoutProfile | None = None
) -> Understood:
    """A file as the return of a contract and provider; a profile that is given comes before what was learned."""
    known = profile or profile_for(candidate, provider)
    if candidate is None:
        return understand(cells, (), known)
    return understand(cells, candidate.measures, known, candidate.awaited)
