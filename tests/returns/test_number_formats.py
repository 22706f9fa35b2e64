"""What a number format makes of a number."""

import pytest

from db.returns.files.number_formats import Shows, hides, may_mislead, scale, shows


@pytest.mark.parametrize(
    ("code", "is_shown"),
    [
        ("General", Shows.NUMBER),
        ("#,##0.00", Shows.NUMBER),
        ("0.0%", Shows.PERCENT),
        ('0 "%"', Shows.NUMBER),
        ("dd/mm/yyyy", Shows.DAY),
        ("[$-809]d mmmm yyyy;@", Shows.DAY),
        ("h:mm AM/PM", Shows.DAY),
        ("[h]:mm", Shows.DURATION),
        ('0 "days"', Shows.NUMBER),
        ("[Red]0", Shows.NUMBER),
        (r"0\d", Shows.NUMBER),
        ("0.00E+00", Shows.NUMBER),
        ('_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', Shows.NUMBER),
    ],
)
def test_a_format_says_what_a_number_is(code: str, is_shown: Shows) -> None:
    assert shows(code) is is_shown


@pytest.mark.parametrize(
    ("code", "by"), [("#,##0", 1), ("#,##0,", 1_000), ("0.0,,", 1_000_000), ("£#,##0,k", 1_000), ("#,##0,.0", 1_000)]
)
def test_thousands_are_told_from_the_comma_that_groups(code: str, by: int) -> None:
    assert scale(code) == by


@pytest.mark.parametrize(
    ("code", "hidden", "shown"),
    [
        ('[<5]"*";0', [1, 4.9], [5, 0]),
        ('[<=5]"<5";#,##0', [5, -3], [6]),
        (";;;", [1, -1], []),
        ('0;"-"', [-1], [1]),
        ('#,##0;-#,##0;"-"', [], [0, 5, -5]),
        ('_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', [], [0, 12, -12]),
        ('[>99]"many"', [100], [1]),
    ],
)
def test_a_number_hidden_by_its_format_is_told(code: str, hidden: list[float], shown: list[float]) -> None:
    assert all(hides(code, value) for value in hidden)
    assert not any(hides(code, value) for value in shown)
    assert may_mislead(code) is bool(hidden)
