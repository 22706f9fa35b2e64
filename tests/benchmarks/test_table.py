"""The table of timings says plainly what is as owed and what is not."""

from tests.benchmarks.__main__ import table
from tests.benchmarks.ratio import Ratio

QUICK = Ratio("keystroke to filtered paint, 1,000 rows", 18.0, "C++ SQL table", 20.0, 1.2)
SLOW = Ratio("one journalled edit", 3.0, "bare commit", 1.0, 2.0)


def test_a_ratio_is_our_time_as_a_multiple_of_the_peers() -> None:
    assert (QUICK.ratio, QUICK.met) == (0.9, True)
    assert (SLOW.ratio, SLOW.met) == (3.0, False)


def test_each_ratio_has_a_row_that_says_whether_it_is_met() -> None:
    headings, *rows = table([QUICK, SLOW]).splitlines()
    assert headings.split() == ["what", "ours", "ms", "peer", "peer", "ms", "ratio", "owed"]
    assert [row.split("  ")[-1] for row in rows] == ["met", "NOT MET"]
    assert "0.90  1.20  met" in rows[0]
