"""A register that has begun, made once, and a copy of it for each test to do with as it likes."""

from collections.abc import Iterator

import pytest

from db.register import Register
from tests.operations.beginnings import begun, copy_of


@pytest.fixture(scope="package")
def beginning() -> Iterator[Register]:
    """A register that has begun, to look at and not to write."""
    with begun() as register:
        yield register


@pytest.fixture
def register(beginning: Register) -> Iterator[Register]:
    """The same, of the test's own."""
    with copy_of(beginning) as register:
        yield register
