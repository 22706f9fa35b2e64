"""Tables as offices of statistics publish them are found whole."""

from datetime import date

from db.returns.tables.table import Role
from tests.returns.tables.test_finding import names, tables


def test_years_again_and_again_over_their_quarters_are_headings() -> None:
    (table,) = tables(
        {
            "A2": ("Balances",),
            "C4": (2024, 2025, 2024, 2024, 2025),
            "E5": ("Q3", "Q4", "Q1"),
            "A8": ("Goods", "ABCD", 5, 6, 7, 8, 9),
            "A9": ("Services", "EFGH", 1, 2, 3, 4, 5),
        }
    )
    assert names(table) == ["", "", "2024", "2025", "2024 / Q3", "2024 / Q4", "2025 / Q1"]
    assert table.data_rows == (8, 9)


def test_a_row_of_words_over_figures_alone_is_a_level_past_a_blank_row() -> None:
    (table,) = tables(
        {
            "A1": (1, "Visits by month"),
            "C3": ("All visits", None, "Europe"),
            "C5": ("Raw", "Adjusted", "Raw"),
            "A6": (2012, "Jan", 5, 6, 7),
            "B7": ("Feb", 5, 6, 7),
            "B8": ("Mar", 5, 6, 7),
            "A9": (2013, "Jan", 5, 6, 7),
        },
        "C3:D3",
    )
    assert names(table) == ["", "", "All visits / Raw", "All visits / Adjusted", "Europe / Raw"]
    assert [title.text for title in table.titles] == ["1", "Visits by month"]


def test_sub_headings_between_blank_rows_do_not_break_a_table() -> None:
    (table,) = tables(
        {
            "A1": ("Measure", "Q1 2025/26", "Q2 2025/26"),
            "A3": ("Starts",),
            "A4": ("Referrals", 4, 5),
            "A6": ("Ends",),
            "A7": ("Referrals", 6, 7),
        }
    )
    assert table.data_rows == (3, 4, 6, 7)
    assert dict(table.indent) == {4: "Starts", 7: "Ends"}


def test_a_row_of_codes_under_the_headings_is_a_note() -> None:
    (table,) = tables(
        {"A1": ("Year", "Public", "Private"), "B2": ("MV3W", "MV3X"), "A3": ("2024/25", 5, 6), "A4": ("2025/26", 5, 6)}
    )
    assert table.data_rows == (3, 4)
    (table,) = tables(
        {
            "A1": ("Year", "Public", "Private", "Other"),
            "B2": ("MV3W", "MV3X", "MV3Y"),
            "A3": ("2024/25", 5, 6, 7),
            "A4": ("2025/26", 5, 6, 7),
        }
    )
    assert (table.rows[2], table.data_rows) == (Role.NOTE, (3, 4))


def test_rows_that_only_count_the_columns_or_the_weeks_are_no_data() -> None:
    (lettered,) = tables(
        {"A1": ("A", "B", "C", "D"), "A2": ("Area", "Target", "Actual", "Note"), "A3": ("North", 1, 2, "x")}
    )
    assert lettered.header_rows == (2,)
    (numbered,) = tables(
        {"A1": ("Area", "Target", "Actual"), "A2": (1, 2, 3), "A3": ("North", 4, 5), "A4": ("South", 6, 7)}
    )
    assert (numbered.rows[2], numbered.data_rows) == (Role.NOTE, (3, 4))
    days = tuple(date(2025, 4, day) for day in (4, 11, 18, 25))
    (weekly,) = tables({"A1": ("Week number", 1, 2, 3, 4), "A2": ("Week ended", *days), "A3": ("Calls", 5, 6, 7, 8)})
    assert (weekly.header_rows, weekly.data_rows) == ((2,), (3,))


def test_one_heading_that_looks_like_a_missing_mark_does_not_hide_the_headings() -> None:
    names_row = ("Month", "Belfield", "Northam", "Southey", "Westow", "Easton", "Midford", "Upton", "NA")
    (table,) = tables({"A1": names_row, "A2": ("Oct 2025", *range(8)), "A3": ("Nov 2025", *range(8))})
    assert table.header_rows == (1,)


def test_long_headings_over_figures_are_headings() -> None:
    long = "Cumulative number of homes for adults that have told of at least one case since the first day of the year"
    (table,) = tables(
        {"A1": ("Date", long, f"Share: {long}", "Note"), "A2": ("11 Apr 2025", 4, 5), "A3": ("12 Apr 2025", 6, 7)}
    )
    assert table.header_rows == (1,)
