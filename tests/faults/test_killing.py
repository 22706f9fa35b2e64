"""A saved edit outlives its program, however that ends. `python -m tests.faults --loops 200` runs this in full."""

from pathlib import Path
from random import Random

import pytest

from tests.faults.killing import kill_often


@pytest.mark.slow
def test_a_killed_program_loses_no_acknowledged_edit_and_leaves_none_half_done(tmp_path: Path) -> None:
    toll = kill_often(tmp_path, 40, Random(2))  # noqa: S311 - chance, not a secret
    assert toll.acknowledged > 40
    assert toll.midway > 0
    assert (toll.lost, toll.half) == (0, 0), str(toll)
