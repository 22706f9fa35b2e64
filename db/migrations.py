"""The schema, one numbered step after another, oldest first. A step that has been published is never edited."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from db.store.schema import APPLICATION_ID
from db.store.steps import decisions_that_stand, registers_brought_in, returns_as_they_come, the_diary, the_register

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

VERSION = 5
"""The schema version this program writes: the number of steps below."""

FINGERPRINTS = {
    1: "e4dfad0e52154fc0e9d95f9dd0dfc8bdad881d6443274ed93e3dfcfe2f708067",
    2: "d72baebe59520a991f13d70b68f4e1a6521af5220e452c58c189bb93b4ee008d",
    3: "1da61d29b6e2c9211e074874f3d536481e58ac8e6ee8b235480e876a32239517",
    4: "478a4ff39bc8134e541305e029284ad7d946e2df462210a2d8ef4d16f31843b9",
    5: "35d08ab44dbfc29bfc8237f0db7caad5aeb6ebf9396ced18a80188b0c1ed4faa",
}
"""What the tables, indexes and triggers of each version hash to (see store.opening.schema_fingerprint)."""

_STEPS = {
    "step_1_the_register": (*the_register.STATEMENTS, f"PRAGMA application_id = {APPLICATION_ID}"),
    "step_2_the_diary": the_diary.STATEMENTS,
    "step_3_decisions_that_stand": decisions_that_stand.STATEMENTS,
    "step_4_returns_as_they_come": returns_as_they_come.STATEMENTS,
    "step_5_registers_brought_in": registers_brought_in.STATEMENTS,
}
"""By the name under which a register remembers that it was applied."""


def steps() -> "Migrations":
    """Every step, ready to apply. Each runs in one transaction with the record of it."""
    from sqlite_utils.migrations import Migrations

    migrations = Migrations("contract-desk")
    for version, (name, statements) in enumerate(_STEPS.items(), 1):
        migrations(name=name)(_step(version, statements))
    return migrations


def _step(version: int, statements: Iterable[str]) -> "Callable[[Database], None]":
    def apply(db: "Database") -> None:
        for statement in statements:
            db.execute(statement)
        db.execute(f"PRAGMA user_version = {version}")

    return apply
