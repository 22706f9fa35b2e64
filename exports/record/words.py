"""What the officer wrote, and the short facts that belong under the same headings."""

from collections.abc import Callable

from db.rules.decision import Effect, RecordOfDecision
from db.rules.record_template import RecordField
from exports.record.contents import Content, Items, Line, Prose

_WRITTEN = (
    RecordField.RELATED, RecordField.PURPOSE, RecordField.DECISION, RecordField.REASONS, RecordField.STRATEGY,
    RecordField.FINANCIAL, RecordField.LEGAL, RecordField.EQUALITY, RecordField.DATA_PROTECTION,
    RecordField.CONSULTATION, RecordField.COMMENTS, RecordField.CONFLICTS, RecordField.DISPENSATION,
    RecordField.REPORTS, RecordField.IMPLEMENTATION,
)  # fmt: skip
"""The sections of DecisionText that are printed as they are written."""

_OPERATIVE = (RecordField.RELATED, RecordField.DECISION)

Saying = Callable[[RecordOfDecision], tuple[Content, ...]]


def _written(field: RecordField) -> Saying:
    def say(record: RecordOfDecision) -> tuple[Content, ...]:
        text: str = getattr(record.decision.text, field)
        return (Prose(text, field in _OPERATIVE),) if text.strip() else ()

    return say


def _effects(record: RecordOfDecision) -> tuple[Content, ...]:
    effects = record.decision.effects
    return (Items(tuple(map(_effect, effects))),) if effects else ()


def _effect(effect: Effect) -> str:
    contract = ", ".join(filter(None, (effect.contract_reference.strip(), effect.contract_title.strip())))
    kind = effect.kind.value
    said = f"{kind[:1].upper()}{kind[1:]} {contract}"
    return f"{said}: {effect.detail}" if effect.detail.strip() else said


def _ground(record: RecordOfDecision) -> tuple[Content, ...]:
    ground = record.decision.ground
    return (Line(f"Procurement ground: {ground}"),) if ground.strip() else ()


def _consultees(record: RecordOfDecision) -> tuple[Content, ...]:
    named = tuple(name for name in record.decision.consultees if name.strip())
    return (Line("Consulted:"), Items(named)) if named else ()


WORDS: dict[RecordField, Saying] = {
    **{field: _written(field) for field in _WRITTEN},
    RecordField.EFFECTS: _effects,
    RecordField.GROUND: _ground,
    RecordField.CONSULTEES: _consultees,
}
