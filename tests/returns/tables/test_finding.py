"""Tables are found wherever they stand, and every row of them is what it is."""

from db.returns.cells import Cells, CellValue, Merged, place
from db.returns.tables.finding import find_tables
from db.returns.tables.roles import Roles
from db.returns.tables.table import Role, Table

Rows = dict[str, tuple[CellValue | None, ...]]


def cells_of(rows: Rows, *merged: str) -> Cells:
    """A sheet from its rows, each by the address of its first cell."""
    held = {}
    for first, values in rows.items():
        row, column = place(first)
        held.update({(row, column + step): value for step, value in enumerate(values) if value is not None})
    blocks = tuple(Merged(*place(each.split(":")[0]), *place(each.split(":")[1])) for each in merged)
    return Cells("f.xlsx", "", {"S": held}, merged={"S": blocks})


def tables(rows: Rows, *merged: str) -> tuple[Table, ...]:
    """The tables of a sheet."""
    return find_tables(cells_of(rows, *merged))


def names(table: Table) -> list[str]:
    """What the columns are called."""
    return [column.name for column in table.columns]


def test_headings_are_found_under_a_merged_title() -> None:
    (table,) = tables(
        {
            "A1": ("Return for the year",),
            "A7": ("Measure", "Target", "Actual"),
            "A8": ("Referrals", 4, 5),
            "A9": ("Cases", 6, 7),
        },
        "A1:C1",
    )
    assert (table.header_rows, names(table), table.data_rows) == ((7,), ["Measure", "Target", "Actual"], (8, 9))
    assert [title.text for title in table.titles] == ["Return for the year"]


def test_a_merged_heading_counts_for_every_column_it_spans() -> None:
    (table,) = tables(
        {
            "A1": ("Measure", "2024/25", None, "2025/26"),
            "B2": ("Q1", "Q2", "Q1", "Q2"),
            "A3": ("Referrals", 1, 2, 3, 4),
        },
        "A1:A2",
        "B1:C1",
        "D1:E1",
    )
    assert names(table) == ["Measure", "2024/25 / Q1", "2024/25 / Q2", "2025/26 / Q1", "2025/26 / Q2"]


def test_a_year_over_the_first_of_several_columns_counts_for_them_without_a_merge() -> None:
    (table,) = tables(
        {
            "B1": ("2024/25", None, None, "2025/26"),
            "A2": ("Measure", "Q1", "Q2", "Q3", "Q1", "Q2", "Q3"),
            "A3": ("R", 1, 2, 3, 4, 5, 6),
        }
    )
    assert names(table)[1:] == [f"{year} / Q{n}" for year in ("2024/25", "2025/26") for n in (1, 2, 3)]


def test_a_row_without_headings_above_it_begins_a_table() -> None:
    (table,) = tables({"A1": ("Referrals", "Q1", 5), "A2": ("Cases", "Q1", 6)})
    assert (table.header_rows, table.data_rows) == ((), (1, 2))


def test_rows_of_words_and_days_are_not_taken_for_headings() -> None:
    (table,) = tables({"A1": ("Alpha", "1/4/2024", "31/3/2025"), "A2": ("Beta", "1/5/2024", "30/4/2025")})
    assert table.header_rows == ()


def test_a_table_of_words_has_its_first_row_as_headings() -> None:
    (table,) = tables(
        {"A1": ("Title", "Supplier"), "A2": ("Advice", "Alpha"), "A3": ("Care", "Alpha"), "A4": ("Care", "Beta")}
    )
    assert (table.header_rows, table.data_rows) == ((1,), (2, 3, 4))


def test_blank_rows_inside_a_table_do_not_end_it() -> None:
    (table,) = tables({"A1": ("Measure", "Actual"), "A2": ("R", 1), "A4": ("C", 2), "A7": ("D", 3)})
    assert table.data_rows == (2, 4, 7)


def test_totals_examples_and_notes_are_set_apart() -> None:
    (table,) = tables(
        {
            "A1": ("Measure", "Actual"),
            "A2": ("Example of how to complete", 9),
            "A3": ("R", 1),
            "A4": ("Total", 1),
            "A5": ("C", 2),
            "A6": ("Grand total", 3),
            "A8": ("* includes transfers",),
        }
    )
    assert list(table.rows.items()) == [
        (2, Role.EXAMPLE),
        (3, Role.DATA),
        (4, Role.TOTAL),
        (5, Role.DATA),
        (6, Role.TOTAL),
    ]


def test_a_measure_whose_name_begins_with_total_is_no_total() -> None:
    (table,) = tables({"A1": ("Measure", "Actual"), "A2": ("Total number of referrals", 1), "A3": ("C", 2)})
    assert table.data_rows == (2, 3)


def test_a_repeated_heading_begins_another_table_linked_to_the_first() -> None:
    first, second, third = tables(
        {
            "A1": ("North",),
            "A2": ("Measure", "Actual"),
            "A3": ("R", 1),
            "A4": ("South",),
            "A5": ("Measure", "Actual"),
            "A6": ("R", 2),
            "A9": ("Measure", "Actual"),
            "A10": ("R", 3),
        }
    )
    assert [first.repeats, second.repeats, third.repeats] == [None, 1, 1]
    assert [each.data_rows for each in (first, second, third)] == [(3,), (6,), (10,)]
    assert [title.text for title in second.titles] == ["South"]


def test_two_tables_side_by_side_are_two() -> None:
    left, right = tables({"A1": ("Measure", "Actual", None, "Measure", "Actual"), "A2": ("R", 1, None, "R", 2)})
    assert [sorted(each.column_numbers) for each in (left, right)] == [[1, 2], [4, 5]]


def test_another_table_with_other_headings_stands_below() -> None:
    first, second = tables(
        {
            "A1": ("Measure", "Actual"),
            "A2": ("R", 1),
            "A4": ("Spend",),
            "A5": ("Month", "Budget", "Cost"),
            "A6": ("April", 10, 9),
        }
    )
    assert (names(first), names(second)) == (["Measure", "Actual"], ["Month", "Budget", "Cost"])


def test_a_column_of_labels_without_a_heading_belongs_to_the_table() -> None:
    (table,) = tables({"B1": ("Target", "Actual"), "A2": ("R", 4, 5), "A3": ("C", 6, 7)})
    assert names(table) == ["", "Target", "Actual"]


def test_a_form_of_labels_and_answers_is_a_table_without_headings() -> None:
    (table,) = tables(
        {
            "A1": ("Monitoring form",),
            "A3": ("Provider", "Alpha"),
            "A4": ("Quarter", "Q1"),
            "A5": ("Referrals", 12),
            "A6": ("Cases", "x"),
        }
    )
    assert (table.header_rows, table.data_rows) == ((), (3, 4, 5, 6))


def test_pairs_above_a_wider_table_are_its_titles() -> None:
    (table,) = tables(
        {"A1": ("Provider", "Alpha"), "A2": ("Quarter", "Q1"), "A4": ("Measure", "Target", "Actual"), "A5": ("R", 1, 2)}
    )
    assert [title.text for title in table.titles] == ["Provider", "Alpha", "Quarter", "Q1"]


def test_a_heading_of_a_part_within_a_table_is_told_for_the_rows_below_it() -> None:
    (table,) = tables(
        {"A1": ("Measure", "Actual"), "A2": ("Housing",), "A3": ("R", 1), "A4": ("Health",), "A5": ("R", 2)},
        "A2:B2",
        "A4:B4",
    )
    assert (table.rows[2], table.indent[3], table.indent[5]) == (Role.HEADER, "Housing", "Health")


def test_hidden_cells_are_hidden_until_they_are_asked_to_be_shown() -> None:
    plain = cells_of({"A1": ("Measure", "Actual"), "A2": ("R", 1), "A3": ("C", 2)})
    hidden = Cells("f", "", plain.sheets, hidden_rows={"S": frozenset({3})}, hidden_columns={"S": frozenset({1})})
    found = find_tables(hidden)
    assert [Roles(hidden, found).at("S", *spot) for spot in ((3, 2), (2, 1), (2, 2))] == [
        Role.HIDDEN,
        Role.HIDDEN,
        Role.DATA,
    ]
    assert Roles(hidden, found, frozenset({"S!rows", "S!columns"})).at("S", 3, 1) is Role.DATA


def test_notes_beside_and_below_are_notes_and_titles_are_titles() -> None:
    held = cells_of(
        {
            "A1": ("A title",),
            "A3": ("Measure", "Actual"),
            "A4": ("R", 1, None, None, "Read the guidance"),
            "A5": ("C", 2, None, None, None, 99),
            "A7": ("Source: case files",),
        }
    )
    roles = Roles(held, find_tables(held))
    assert [roles.at("S", *spot) for spot in ((1, 1), (3, 2), (4, 5), (5, 6), (7, 1), (2, 1))] == [
        Role.TITLE,
        Role.HEADER,
        Role.NOTE,
        Role.OUTSIDE,
        Role.NOTE,
        None,
    ]


def test_years_as_numbers_are_headings() -> None:
    (table,) = tables({"A1": ("Measure", 2023, 2024, 2025), "A2": ("R", 1, 2, 3), "A3": ("C", 4, 5, 6)})
    assert names(table) == ["Measure", "2023", "2024", "2025"]


def test_headings_on_two_rows_that_only_together_name_every_column_are_both_read() -> None:
    """As a text file has them, in which no cells can be merged, below a line that says something of the file."""
    (_, table) = tables(
        {
            "A1": ("Revised:", "-"),
            "A3": ("Year", "Month", "Waiting", None, "Seen", None),
            "C4": ("Median weeks", "People", "Median weeks", "People"),
            "A5": ("2025/26", "Apr-25", 9, 120, 4, 80),
            "B6": ("May-25", 8, 130, 5, 70),
        }
    )
    assert (table.header_rows, table.data_rows) == ((3, 4), (5, 6))
    assert [each.headings for each in table.columns] == [
        ("Year",), ("Month",), ("Waiting", "Median weeks"), ("Waiting", "People"), ("Seen", "Median weeks"),
        ("Seen", "People"),
    ]  # fmt: skip
