"""A file held against the signed records a register keeps. No Qt: the command line uses it too."""

import re
from dataclasses import dataclass
from enum import StrEnum

from db.register import Register
from db.rules.dates import show_day
from db.rules.decision import Decision
from db.rules.decision_facts import SignedFile
from desktop.checked_file import CheckedFile
from exports.signatures.verification import Verdict


class Kinship(StrEnum):
    """What a file is to a register."""

    FILED = "as filed"
    EARLIER = "an earlier copy"
    ADDED_TO = "filed, and added to since"
    NOT_THE_COPY = "not the copy that was filed"
    NOTHING_FILED = "nothing filed to hold it against"
    UNKNOWN = "not known here"


@dataclass(frozen=True, slots=True)
class Match:
    """What a file is to a register, in a sentence, and the decision it is about."""

    kinship: Kinship
    sentence: str
    decision: Decision | None = None


def match(register: Register, checked: CheckedFile) -> Match:
    """Hold a file against what was filed: by its bytes, by the states it went through, then by what it says it is."""
    found = checked.verification
    decision = register.decisions.of_file(found.sha256)
    if decision is not None:
        return _copy(decision, found.sha256)
    within = next(filter(None, map(register.decisions.of_file, reversed(found.revision_sha256s[:-1]))), None)
    if within is not None:
        return Match(Kinship.ADDED_TO, _ADDED_TO.format(name=within.name), within)
    claimed = claims_to_be(checked, register.decisions.all())
    return _claimed(claimed, checked) if claimed else Match(Kinship.UNKNOWN, _UNKNOWN)


def claims_to_be(checked: CheckedFile, decisions: tuple[Decision, ...]) -> Decision | None:
    """The decision whose number stands in a file's own title, else first on its first page."""
    for said in (checked.title, checked.words):
        places = [(at, each) for each in decisions if each.number and (at := _place(each.number, said)) >= 0]
        if places:
            return min(places, key=lambda place: place[0])[1]
    return None


def _place(number: str, said: str) -> int:
    found = re.search(rf"(?<![\w./-]){re.escape(number)}(?![\w/-])", said)
    return found.start() if found else -1


def _copy(decision: Decision, sha256: str) -> Match:
    at = next(at for at, each in enumerate(decision.signed_files) if each.sha256 == sha256)
    this, *later = reversed(decision.signed_files[: at + 1])
    if not later:
        return Match(Kinship.FILED, _FILED.format(name=decision.name, signed=_signed(this)), decision)
    lacks = " and ".join(_signed(each) for each in later)
    return Match(Kinship.EARLIER, _EARLIER.format(name=decision.name, lacks=lacks), decision)


def _signed(file: SignedFile) -> str:
    return f"{file.signer} on {show_day(file.signed_at.date())}"


def _claimed(decision: Decision, checked: CheckedFile) -> Match:
    if not decision.is_locked:
        return Match(Kinship.NOTHING_FILED, _NOTHING_FILED.format(name=decision.name), decision)
    unsigned = _UNSIGNED if checked.verification.verdict is Verdict.UNSIGNED else ""
    return Match(Kinship.NOT_THE_COPY, _NOT_THE_COPY.format(name=decision.name) + unsigned, decision)


_FILED = "This is the record of {name} as it is filed in this register, signed by {signed}."
_EARLIER = (
    "This is an earlier copy of the record of {name}, before it was signed by {lacks}. "
    "The copy that is filed last is in this register."
)
_ADDED_TO = "The record of {name} as it was filed is inside this file, which was added to since then."
_NOT_THE_COPY = "This says it is {name}, but it is not the copy that was filed in this register."
_UNSIGNED = " It is not signed: it may be a draft, or the public version."
_NOTHING_FILED = (
    "This says it is {name}. No signed record of {name} is filed in this register, so there is nothing to hold it "
    "against."
)
_UNKNOWN = "This register has filed no such file, and knows no decision that the file says it is."
