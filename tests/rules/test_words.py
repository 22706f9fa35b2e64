"""How many there are of something, in words."""

import pytest

from db.rules.words import counted


@pytest.mark.parametrize(
    ("count", "things", "said"),
    [
        (0, "returns", "0 returns"),
        (1, "returns", "1 return"),
        (2, "returns", "2 returns"),
        (1, "things to look at", "1 thing to look at"),
        (1, "new rows", "1 new row"),
        (3, "new rows", "3 new rows"),
        (1_000, "working days", "1,000 working days"),
    ],
)
def test_one_thing_is_named_in_the_singular(count: int, things: str, said: str) -> None:
    assert counted(count, things) == said
