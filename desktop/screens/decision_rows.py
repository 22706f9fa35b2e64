"""How decisions stand in their table."""

from db.rules.decision import Decision, Publication
from desktop.look.palette import Tone
from desktop.tables.columns import Chip, Column, chip_column, day_column, text_column

SIGNED, UNSIGNED = "Signed", "Unsigned"


def signature(decision: Decision) -> Chip | None:
    """Whether the record is signed; nothing for a decision whose record no officer signs."""
    if decision.signed_on:
        return Chip(Tone.DONE, SIGNED)
    return Chip(Tone.OVERDUE, UNSIGNED) if decision.needs_signature else None


def signed_word(decision: Decision) -> str:
    """The word of the signature's chip, or nothing."""
    chip = signature(decision)
    return chip.word if chip else ""


def contracts_of(decision: Decision) -> str:
    """The references of the contracts it acts on, each once."""
    return ", ".join(dict.fromkeys(effect.contract_reference for effect in decision.effects))


def maker(decision: Decision) -> str:
    """Who took it: name and post, or what is recorded of them."""
    return ", ".join(filter(None, (decision.maker_name, decision.maker_post)))


def publication(decision: Decision) -> str:
    """Whether it is for publication; nothing when that was not answered."""
    return "" if decision.for_publication is Publication.UNANSWERED else decision.for_publication.value


COLUMNS: tuple[Column[Decision], ...] = (
    text_column("Number", lambda d: d.number, width=14),
    day_column("Decided on", lambda d: d.decided_on),
    text_column("Subject", lambda d: d.subject, width=32, stretch=True),
    chip_column("Signature", signature, width=14),
    text_column("Kind", lambda d: d.kind.value, width=24),
    text_column("Decided by", maker, width=28),
    text_column("For publication", publication, width=14),
    text_column("Contracts", contracts_of, width=30),
)


def searched_too(decision: Decision) -> str:
    """What a decision is found by besides its columns: its text, effects and links to others."""
    text = decision.text
    return "\n".join((text.decision, text.reasons, decision.relates_to_number, *(e.detail for e in decision.effects)))
