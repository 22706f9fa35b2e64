"""What a decision does to contracts, asked line by line; what was carried out already is not asked again."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Any

from db.rules.contract import Contract
from db.rules.decision import ContractId, Decision, Effect
from db.rules.effects import EffectKey, key_of
from db.rules.refusal import Refusal
from desktop.writing.asked import Asked
from desktop.writing.effects_field import EffectsField

Names = dict[ContractId, tuple[str, str]]
"""Each contract's reference and title."""


class AskedEffects(Asked):
    """Only the lines that the officer changed are changed in the decision: others may act on it meanwhile."""

    def __init__(self, field: EffectsField, names: Names, done: Callable[[], Collection[Effect]]) -> None:
        super().__init__("effects", field, self._open_rows)
        self._rows = field
        self._names, self._done = names, done
        self._before: tuple[Any, ...] = ()

    def fill(self, decision: Decision) -> None:
        super().fill(decision)
        self._before = self._rows.read()

    def put(self, decision: Decision) -> Decision:
        """The decision with what is added, and without what is taken away.

        Raises:
            Refusal: a line is not finished, or says the same as another.
        """
        if not self.is_changed:
            return decision
        typed = {key_of(each): each for each in effects_from(self._rows.read(), self._names)}
        taken = {(contract, kind) for contract, kind, _ in self._before} - set(typed)
        kept = {key_of(each): each for each in decision.effects if key_of(each) not in taken}
        return replace(decision, effects=tuple((kept | typed).values()))

    def _open_rows(self, effects: Sequence[Effect]) -> tuple[tuple[Any, ...], ...]:
        done = {key_of(each) for each in self._done()}
        return tuple((each.contract_id, each.kind, each.detail) for each in effects if key_of(each) not in done)


def effects_from(rows: Sequence[Sequence[Any]], names: Names) -> tuple[Effect, ...]:
    """The effects that lines say.

    Raises:
        Refusal: a line lacks its contract or its effect, or two lines say the same.
    """
    found: dict[EffectKey, Effect] = {}
    for contract, kind, detail in rows:
        if contract is None or kind is None:
            raise Refusal("A line lacks its contract or its effect. Choose both, or remove the line.")
        reference, title = names[contract]
        if (contract, kind) in found:
            raise Refusal(f"Two lines say that the decision {kind.value} {reference}. Remove one of them.")
        found[contract, kind] = Effect(contract, reference, title, kind, detail)
    return tuple(found.values())


def asked_effects(
    decision: Decision, contracts: Sequence[Contract], done: Callable[[], Collection[Effect]]
) -> AskedEffects:
    """The field for a decision's effects, not yet filled."""
    names: Names = {each.id: (each.reference, each.title) for each in contracts}
    names |= {each.contract_id: (each.contract_reference, each.contract_title) for each in decision.effects}
    choices = [(each, reference) for each, (reference, _) in names.items()]
    return AskedEffects(EffectsField("effects", "What it does to contracts", choices), names, done)
