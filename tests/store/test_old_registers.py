"""A register of every version that was ever published opens, is backed up first, and holds what it held."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db import migrations
from db.operations.undo import redo
from db.register import Register
from db.store.backups import backup_folder
from tests.operations.beginnings import officer

OLD = sorted((Path(__file__).parents[1] / "old_registers").glob("*.register"))
OPENED_AT = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture(params=OLD, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(shutil.copy(request.param, tmp_path / "old.register"))


def test_there_is_an_old_register_of_every_earlier_version() -> None:
    assert [path.stem for path in OLD] == [f"version-{number}" for number in range(1, migrations.VERSION)]


def test_it_is_backed_up_then_brought_up_to_date_and_in_order(old: Path) -> None:
    with Register.open(old, at=OPENED_AT) as register:
        assert len(register.contracts.all()) == 7
        assert register.check() == ()
        assert [each.name.endswith("before update.register") for each in backup_folder(old).glob("*.register")] == [
            True
        ]
        redo(register, officer())
        assert register.check() == ()


def test_looking_at_it_leaves_it_as_it_is(old: Path) -> None:
    before = old.read_bytes()
    with Register.open(old, writable=False) as register:
        assert register.contracts.get("SAMPLE-CN-A").title.startswith("Community Navigation")
        assert register.read_only
    assert old.read_bytes() == before
    assert sorted(each.name for each in old.parent.iterdir()) == ["old.register"]
