"""Records of every shape, the same for the same number: any field empty or full, any form, any answer."""

from dataclasses import replace
from random import Random

from db.rules.decision import DecisionKind, Publication, RecordOfDecision, Saving
from db.rules.decision_facts import Alternative, DecisionStatus, Exemption
from db.rules.funding import FundingLine, PartId, PartnerId, funding_table
from db.rules.money import Pence
from db.rules.public_record import public
from db.rules.rich_text import BOLD, BOLD_ENDS, WITHHELD, WITHHELD_ENDS
from exports import record_templates
from tests.exports.hostile import HOSTILE, Path, places, typed
from tests.exports.records import full_record

_SENTENCE = "the council extends a contract for navigation of carers to 31 March 2025, within £848,829 as agreed"
_WORDS = tuple(_SENTENCE.split(" "))
_NARROW = ("funding", "funding_caption", "column_note")
PLACES = tuple(places())


def random_record(number: int) -> RecordOfDecision:
    """The record with a number; every third is a public version."""
    chance = Random(number)  # noqa: S311 - a shape, not a secret
    record = _answered(chance, full_record())
    for place in PLACES:
        record = typed(place, _text(chance, place), record)
    record = replace(
        record,
        template=record_templates.load(chance.choice(record_templates.names())),
        funding=funding_table(_funding(chance)) if chance.random() < 0.8 else None,
        parent=record.parent if chance.random() < 0.5 else None,
        counter_signatory=record.counter_signatory if chance.random() < 0.5 else None,
    )
    return public(record) if number % 3 == 0 else record


def _answered(chance: Random, record: RecordOfDecision) -> RecordOfDecision:
    yes_or_no = (None, True, False)
    decision = replace(
        record.decision,
        kind=chance.choice(list(DecisionKind)),
        status=chance.choice(list(DecisionStatus)),
        for_publication=chance.choice(list(Publication)),
        is_key=chance.choice(yes_or_no),
        callable_in=chance.choice(yes_or_no),
        is_executive=chance.choice(yes_or_no),
        decided_on=chance.choice((record.decision.decided_on, None)),
        signed_on=chance.choice((record.decision.signed_on, None)),
        exemption=Exemption(tuple(range(1, chance.randrange(1, 9))), "x", "x", chance.random() < 0.3),
        alternatives=(Alternative("x", "x"),) * chance.randrange(1, 12),
        savings=(Saving("x", "x", Pence(chance.randrange(10**9))),) * chance.randrange(1, 15),
    )
    return replace(record, decision=decision)


def _text(chance: Random, place: Path) -> str:
    if chance.random() < 0.25:
        return ""
    if place[0] in _NARROW:
        return _words(chance, 6)
    return "\n\n".join(_block(chance) for _ in range(chance.randrange(1, 4)))


def _block(chance: Random) -> str:
    kind = chance.randrange(6)
    if kind == 0:
        return "\n".join(f"- {_words(chance, 30)}" for _ in range(chance.randrange(1, 9)))
    if kind == 1:
        return "\n".join(f"{letter}) {_words(chance, 40)}" for letter in "abcde"[: chance.randrange(1, 6)])
    if kind == 2:
        return _table(chance)
    if kind == 3:
        return chance.choice(HOSTILE)
    if kind == 4:
        return f"{_words(chance, 9)} {WITHHELD}{_words(chance, 5)}{BOLD} in confidence{BOLD_ENDS}{WITHHELD_ENDS}"
    return f"{BOLD}EXTEND{BOLD_ENDS} {_words(chance, chance.choice((5, 60, 400)))}"


def _table(chance: Random) -> str:
    across, down = chance.randrange(2, 5), chance.randrange(1, 25)
    rows = (
        "\t".join([_words(chance, 3), *(f"£{chance.randrange(10**7):,}" for _ in range(across))]) for _ in range(down)
    )
    return "\n".join(["\t".join(["Part", *(f"Year {number}" for number in range(across))]), *rows])


def _words(chance: Random, most: int) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randrange(1, most + 1)))


def _funding(chance: Random) -> list[FundingLine]:
    parts, partners = range(chance.randrange(1, 12)), range(chance.randrange(1, 8))
    return [
        FundingLine(
            PartId(str(part)), f"Part {part}", PartnerId(str(partner)), f"Partner {partner}", 2024,
            Pence(chance.randrange(10**9)),
        )
        for part in parts
        for partner in partners
    ]  # fmt: skip
