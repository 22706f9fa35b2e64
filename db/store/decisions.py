"""Decisions with their effects on contracts and the savings they state."""

import sqlite3
from dataclasses import dataclass

from db.errors import NotFound
from db.rules.decision import (
    Decision,
    DecisionId,
    DecisionKind,
    DecisionText,
    Effect,
    EffectKind,
    Publication,
    Saving,
)
from db.rules.money import Pence
from db.store.failures import as_stored
from db.store.rows import Named, at_one_moment, by, day, day_or_none, read

_DECISIONS = "SELECT * FROM decision {of} ORDER BY decided_on DESC, id DESC"
_EFFECTS = (
    "SELECT e.*, c.reference, c.title FROM decision_effect e JOIN contract c ON c.id = e.contract_id {of}"
    " ORDER BY c.reference COLLATE NOCASE, e.id"
)
_SAVINGS = "SELECT * FROM saving {of} ORDER BY position"


@dataclass(frozen=True, slots=True)
class Decisions:
    """Reads decisions."""

    connection: sqlite3.Connection

    def all(self) -> tuple[Decision, ...]:
        """Every decision, newest first."""
        return self._read()

    def find(self, number: str) -> Decision | None:
        """The decision of a number, or of a subject where it has no number; capitals and outer spaces aside."""
        wanted = number.strip().casefold()
        rows = read(self.connection, "SELECT id, number, subject FROM decision ORDER BY decided_on DESC, id DESC")
        found = (row["id"] for row in rows if wanted and wanted == (row["number"] or row["subject"]).casefold())
        return next((self.by_id(each) for each in found), None)

    def get(self, number: str) -> Decision:
        """The decision of a number.

        Raises:
            NotFound: no decision has it.
        """
        found = self.find(number)
        if found is None:
            raise NotFound(f"No decision has the number “{number}”. Record the decision first, or check the number.")
        return found

    def by_id(self, decision_id: DecisionId) -> Decision:
        """The decision of an id.

        Raises:
            NotFound: it is not there.
        """
        found = self._read(decision_id)
        if not found:
            raise NotFound("That decision is no longer in the register. Go back to the decisions and look again.")
        return found[0]

    @as_stored("A decision")
    def _read(self, decision_id: DecisionId | None = None) -> tuple[Decision, ...]:
        values = (decision_id,) if decision_id else ()
        where, of = ("WHERE id = ?", "WHERE decision_id = ?") if decision_id else ("", "")
        with at_one_moment(self.connection):
            effects = by(read(self.connection, _EFFECTS.format(of=of), values), "decision_id")
            savings = by(read(self.connection, _SAVINGS.format(of=of), values), "decision_id")
            rows = read(self.connection, _DECISIONS.format(of=where), values)
        return tuple(_decision(row, effects.get(row["id"], []), savings.get(row["id"], [])) for row in rows)


def _decision(row: Named, effects: list[Named], savings: list[Named]) -> Decision:
    text = DecisionText(row["related_decision"], row["decision"], row["reasons"], row["financial"], row["legal"],
                        row["equality"], row["comments"], row["alternatives"], row["conflicts"])  # fmt: skip
    return Decision(
        id=row["id"], version=row["version"], number=row["number"], kind=DecisionKind(row["kind"]),
        subject=row["subject"], decided_on=day(row["decided_on"]), maker_name=row["maker_name"],
        maker_post=row["maker_post"], signed_on=day_or_none(row["signed_on"]),
        for_publication=Publication(row["for_publication"]), is_key=_answer(row["is_key"]),
        callable_in=_answer(row["callable_in"]), relates_to_number=row["relates_to_number"], link=row["link"],
        text=text, effects=tuple(_effect(each) for each in effects),
        savings=tuple(_saving(each) for each in savings),
    )  # fmt: skip


def _effect(row: Named) -> Effect:
    return Effect(row["contract_id"], row["reference"], row["title"], EffectKind(row["kind"]), row["detail"])


def _saving(row: Named) -> Saving:
    return Saving(row["heading"], row["label"], Pence(row["pence"]))


def _answer(stored: int | None) -> bool | None:
    return None if stored is None else bool(stored)
