"""C23: the procurement ground of a change to a contract."""

import re

from db.rules.contract import Contract
from db.rules.decision import Effect, EffectKind
from db.rules.exercised import variations_by
from db.rules.modification import GROUNDS
from db.rules.record_in_hand import Gaps, RecordInHand, together, warning

_SOURCE = "Public Contracts Regulations 2015 reg 72; Procurement Act 2023 s.74; SI 2023/1348 reg 13"
_CHANGES = frozenset((EffectKind.VARIES, EffectKind.MODIFIES))
_LIMB = re.compile(r"72\s*\(\s*1\s*\)\s*\(\s*([a-f])\s*\)", re.IGNORECASE)
_OTHER_LAW = re.compile(
    r"light[- ]touch|provider selection|SI 2023/1348|reg(?:ulation)?\.?\s*13\b|procurement act|schedule 8"
    r"|\bs(?:ection|\.)?\s*7[4-7]\b",
    re.IGNORECASE,
)
_NOTICE = re.compile(r"find a tender|modification notice|\b20\d\d/S\b|\b\d{6}-20\d\d\b", re.IGNORECASE)
_NEED_NOTICE = frozenset(("b", "c"))


def ground(record: RecordInHand) -> Gaps:
    """C23: a variation or modification names its ground, with the limb of regulation 72.

    Source: Public Contracts Regulations 2015 reg 72; Procurement Act 2023 s.74 (no ground for light touch);
    SI 2023/1348 reg 13.
    """
    said = (
        (effect.contract_reference, sentence)
        for effect, contract in record.acted_on
        if effect.kind in _CHANGES
        for sentence in _problems(record, _grounds_of(record, effect, contract))
    )
    for sentence in together(said):
        yield warning("C23", "ground", sentence, _SOURCE)


def _grounds_of(record: RecordInHand, effect: Effect, contract: Contract | None) -> str:
    """The ground as the decision states it, else as its variation of the contract does."""
    varied = [each.ground for each in variations_by(record.decision, contract)] if contract else []
    return record.decision.ground.strip() or "; ".join(each for each in varied if each.strip())


def _problems(record: RecordInHand, stated: str) -> tuple[str, ...]:
    limbs = {match.lower() for match in _LIMB.findall(stated)}
    if not stated:
        return ("no procurement ground is named. Name it, such as regulation 72(1)(b), or that it is light touch.",)
    if limbs:
        needs = sorted(limbs & _NEED_NOTICE)
        if needs and not _NOTICE.search(f"{stated}\n" + "\n".join(record.sections.values())):
            return (f"72(1)({needs[0]}) needs a modification notice on Find a Tender. Give its reference.",)
        return ()
    if "72" in stated:
        return (f"“{stated}” names no limb of regulation 72. Name one of {', '.join(GROUNDS)}.",)
    if _OTHER_LAW.search(stated):
        return ()
    return (f"“{stated}” is no ground that is known. Name it, such as regulation 72(1)(b), or that it is light touch.",)
