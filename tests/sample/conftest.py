"""One sample register for the tests that only look at it."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from db.register import Register
from db.sample import fill

FILLED_AT = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="package")
def sample() -> Iterator[Register]:
    """The sample, to look at and not to write."""
    with Register.in_memory() as register:
        fill(register, FILLED_AT)
        yield register


@pytest.fixture
def own_sample() -> Iterator[Register]:
    """A sample of the test's own, to write."""
    with Register.in_memory() as register:
        fill(register, FILLED_AT)
        yield register
