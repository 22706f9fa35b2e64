"""Another process finds the same register: by its file, by its content, and as it stood in the past."""

from pathlib import Path

import pytest

from db.errors import NotARegister, ReadOnlyRegister
from db.operations.providers import add_provider
from db.register import Register
from db.whereabouts import Whereabouts
from tests.operations.beginnings import begin, begun, officer


def test_a_register_without_a_file_is_found_by_its_content() -> None:
    with begun() as register, Whereabouts.of(register).opened() as found:
        assert found.content_hash() == register.content_hash()
        assert found.check() == ()
        with pytest.raises(ReadOnlyRegister):
            add_provider(found, officer(), "Harbour")


@pytest.mark.parametrize("in_memory", [True, False])
def test_a_register_of_the_past_is_found_as_it_stood(tmp_path: Path, in_memory: bool) -> None:
    made = Register.in_memory() if in_memory else Register.create(tmp_path / "a.register")
    with begin(made) as register:
        then = register.content_hash()
        add_provider(register, officer(1), "Harbour")
        with register.as_at(officer(0).at) as past:
            where = Whereabouts.of(past)
            with where.opened() as found:
                assert found.content_hash() == then
                assert found.journal.entries(1) == past.journal.entries(1) != register.journal.entries(1)
        with Whereabouts.of(register).opened() as now:
            assert now.providers.find("Harbour")


def test_a_file_that_has_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotARegister, match="There is no file"), Whereabouts(tmp_path / "a.register").opened():
        pass
