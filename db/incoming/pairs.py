"""Names of one file that may mean the same provider, each pair once."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from db.incoming.near import Near
from db.rules.provider import plain_name

_MOST_OF_A_NUMBER = 6
"""Names that one number may have; where there are more, it stands for none."""


def before(
    written: Mapping[str, str], rows: Mapping[str, int], numbers: Mapping[str, set[str]]
) -> dict[str, list[str]]:
    """By plain name, the plain names that may mean the same and go before it, so that each pair is asked of once.

    The name on most rows goes first; of those on as many, the one met first.

    Args:
        written: By plain name, the name as it was first written, in the order in which they were met.
        rows: By plain name, the rows it stands on.
        numbers: By a company's or charity's number, the plain names it was given with.
    """
    order = sorted(written, key=lambda key: -rows[key])
    place = {key: at for at, key in enumerate(order)}
    pairs = {tuple(sorted(pair, key=place.__getitem__)) for pair in (*_near(written), *_of_one_number(numbers))}
    found: dict[str, list[str]] = defaultdict(list)
    for first, second in sorted(pairs, key=lambda pair: (place[pair[1]], place[pair[0]])):
        found[second].append(first)
    return found


def _near(written: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    near = Near(written.values())
    for key, name in written.items():
        for other in near.to(name):
            yield key, plain_name(other)


def _of_one_number(numbers: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    for several in numbers.values():
        if len(several) <= _MOST_OF_A_NUMBER:
            yield from ((one, other) for one in several for other in several if one != other)
