"""A sample register and its workbook, as read back untouched."""

from collections.abc import Iterator

import pytest

from db.register import Register
from db.returns.cells import Cells
from db.sample import fill
from tests.own_workbook.books import AT, read, written


@pytest.fixture
def register() -> Iterator[Register]:
    with Register.in_memory() as made:
        fill(made, AT)
        yield made


@pytest.fixture
def untouched(register: Register) -> Cells:
    return read(written(register))
