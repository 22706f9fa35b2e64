"""Cells that other systems leave behind: days run together, days that stand for none, characters that are none."""

from datetime import UTC, date, datetime

import pytest

from db.changes import Author
from db.incoming.choices import Choices
from db.incoming.fields import Field
from db.incoming.known import Known
from db.incoming.plan import plan
from db.operations.bring_in import bring_in
from db.register import Register
from db.returns.cells import CellValue
from db.rules.words import LONGEST
from tests.incoming.boards import HEADINGS, TODAY, Row, cells_of, planned, row
from tests.incoming.makings import csv_bytes, from_csv

BY = Author("A tester", "Commissioning officer", datetime(2026, 11, 22, 9, tzinfo=UTC))


@pytest.mark.parametrize("written", ["20260401", 20260401, 20260401.0, "20260401.0"], ids=repr)
def test_a_day_may_be_eight_figures_run_together(written: CellValue) -> None:
    assert planned(row(start=written)).drafts[0].starts_on == date(2026, 4, 1)


def test_eight_figures_that_are_no_day_list_their_row() -> None:
    assert "not a date" in planned(row(start="20261401")).listed[0].reason


def test_a_column_of_days_run_together_is_known_for_days_without_headings() -> None:
    rows: list[Row] = [["R-1", "Meals at home", 20260401, 20280331], ["R-2", "Lifts to clinics", 20260501, 20290430]]
    found = plan(cells_of(*rows), Known(), TODAY)
    assert [each.field for each in found.sheets[0].columns][2:] == [Field.START, Field.END]


@pytest.mark.parametrize("written", ["31/12/9999", "9999-12-31", date(9999, 12, 31), "12/31/9999", "31/12/2999"])
def test_a_day_at_the_end_of_all_calendars_stands_for_none_and_is_kept_in_the_notes(written: CellValue) -> None:
    found = planned(row(end=written))
    (draft,) = found.drafts
    assert draft.ends_on is None
    assert draft.notes.startswith("End date: ")
    assert [each.why for each in found.problems] == ["It stands for a day that is not known."]


def test_the_first_day_that_a_spreadsheet_counts_is_no_start() -> None:
    assert planned(row(start="01/01/1900"), row("R-2", start="25/12/2025")).drafts[0].starts_on is None


@pytest.mark.parametrize("character", ["\x02", "\x80", "\ud800"])
def test_a_character_that_cannot_be_kept_is_left_out_and_pointed_out(character: str) -> None:
    found = planned(row(title=f"Meals{character}at home"))
    assert found.drafts[0].title == "Meals at home"
    assert [each.why for each in found.problems] == ["It holds a character that cannot be kept."]
    assert ("Title", f"Meals{character}at home") in found.drafts[0].rows[0].texts


def test_one_such_character_does_not_keep_a_whole_register_out() -> None:
    rows: list[list[object]] = [[*HEADINGS, "Notes"], [*row(title="Meals\x02"), "\x85 see file"], [*row("R-2"), ""]]
    content = csv_bytes(rows)
    with Register.in_memory() as register:
        bring_in(register, BY, plan(from_csv(content), Known(), TODAY), content)
        assert sorted(str(getattr(each, "title", "")) for each in register.contracts.all()) == [
            "Meals",
            "Meals at home",
        ]


def test_a_title_of_nothing_but_such_characters_is_none() -> None:
    assert planned(row(title="\x02")).listed[0].reason.endswith("It has no title.")


def test_what_is_too_long_to_keep_lists_its_row() -> None:
    assert "characters" in planned(row(title="x" * (LONGEST + 1))).listed[0].reason


def test_notes_are_as_long_as_they_can_be_kept_and_the_row_is_whole() -> None:
    cells = cells_of([*HEADINGS, "Notes", "Comments"], [*row(), "a" * LONGEST, "b" * LONGEST])
    (draft,) = plan(cells, Known(), TODAY).drafts
    assert len(draft.notes) == LONGEST
    assert ("Comments", "b" * LONGEST) in draft.rows[0].texts


@pytest.mark.parametrize("said", ["Not yet available", "Sole trader", "N/A", "0"])
def test_words_in_place_of_a_companys_number_are_none(said: str) -> None:
    rows = [[*row(supplier="Elm"), said], [*row("R-2", supplier="Oak"), said]]
    found = plan(cells_of([*HEADINGS, "Company number"], *rows), Known(), TODAY)
    assert [each.company_number for each in found.providers] == ["", ""]
    assert not found.questions


def test_options_past_all_counting_are_kept_in_the_notes() -> None:
    chosen = Choices(columns={("Register", 7): Field.EXTENSION_MONTHS})
    (draft,) = planned(row(end="31 March 2198", extension="20 x 600"), choices=chosen).drafts
    assert draft.options == ()
    assert "Extension: 20 x 600" in draft.notes
