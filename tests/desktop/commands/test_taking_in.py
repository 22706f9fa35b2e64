"""A provider's own workbook read, settled and taken in from the command line, and its layout kept."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from db.register import Register
from tests.desktop.commands.command_line import OFFICER, content, done, give, refused, stated
from tests.desktop.importing_files import MEASURES, separated, two_quarters, workbook

REF = "SAMPLE-CN-A"
OF_ONE = ("--answer", "percent|{period}|target=of one", "--answer", "percent|{period}|actual=of one")


@pytest.fixture
def asked(sample: Path) -> Path:
    """The sample in which Community Navigation Part A reports four measures."""
    lines = [part for name, unit in MEASURES for part in ("--measure", f"{name}|{unit.value}")]
    done("set-measures", sample, REF, *lines, *OFFICER)
    return sample


def kept(register: Path) -> dict[str, Any]:
    with Register.open(register, writable=False) as opened:
        (found,) = opened.returns.all()
        return {each.cell: each.value for each in found.readings}


def test_what_was_understood_is_shown_with_every_answer_there_is_and_nothing_is_kept(asked: Path) -> None:
    before = content(asked)
    file = workbook(asked.with_name("q3.xlsx"), people="about 400")
    page = done("read-return", asked, file, "--contract", REF)
    assert f"{REF}, Quarter 3 2023-24" in page
    assert '? --answer "percent|{period}|target=of one"' in page
    assert "Q3 2023-24 B  Target" in page
    assert "Q3 2023-24 C6  New referrals" in page
    assert "cell C5, People supported, holds “about 400”" in page
    assert "import-return takes it in" in page
    assert '* --answer "percent|{period}|target=of one"' in done("read-return", asked, file, "--contract", REF, *OF_ONE)
    assert content(asked) == before


def test_the_same_is_said_as_json(asked: Path) -> None:
    read = stated("read-return", asked, workbook(asked.with_name("q3.xlsx")), "--contract", REF)
    assert read["tables"][0] == {"sheet": "Q3 2023-24", "cells": "A4:D9"}
    assert {each["meaning"] for each in read["columns"] if each["sheet"] == "Cases"} == {"personal data", "group"}
    assert [(each["suggested"], each["answered"]) for each in read["questions"]] == [("of one", None)] * 2
    assert read["readings"][1]["cell"] == "C5"


def test_a_return_is_taken_in_with_its_answers_and_the_next_quarters_needs_none(asked: Path) -> None:
    first = workbook(asked.with_name("q3.xlsx"))
    assert "2 questions are open" in refused("import-return", asked, first, "--contract", REF, *OFFICER)
    assert "Imported the return" in done("import-return", asked, first, "--contract", REF, *OF_ONE, *OFFICER)
    assert kept(asked)["C7"] == Decimal(82)
    assert "imported already" in done("import-return", asked, first, "--contract", REF, *OF_ONE, *OFFICER)
    after = workbook(asked.with_name("q4.xlsx"), 4, people=430)
    assert "Quarter 4 2023-24" in done("import-return", asked, after, *OFFICER)


def test_what_is_suggested_can_be_taken_whole(asked: Path) -> None:
    done("import-return", asked, workbook(asked.with_name("q3.xlsx")), "--contract", REF, "--suggested", *OFFICER)
    assert kept(asked)["C7"] == Decimal(82)


def test_problems_and_open_questions_are_put_to_the_provider(asked: Path) -> None:
    file, listed = workbook(asked.with_name("q3.xlsx"), people="about 400"), asked.with_name("queries.xlsx")
    words = ("--contract", REF, "--ask", "--queries-to", listed)
    assert "3 queries" in done("import-return", asked, file, *words, *OFFICER)
    sheet = load_workbook(listed)["Queries"]
    assert [row[2] for row in sheet.iter_rows(min_row=2, values_only=True)] == ["C5", "B7", "C7"]
    assert "C5" not in kept(asked)


def test_undo_takes_it_out_whole(asked: Path) -> None:
    before = content(asked)
    done("import-return", asked, separated(asked.with_name("q3.csv")), "--contract", REF, *OFFICER)
    done("undo", asked, *OFFICER)
    assert content(asked) == before


def test_what_a_file_does_not_tell_is_asked_for(asked: Path) -> None:
    file = asked.with_name("figures.csv")
    file.write_text("Measure,Figure\nPeople supported,12\nNew referrals,3\n", encoding="utf-8")
    assert "Name the contract by --contract" in refused("import-return", asked, file, "--quarter", "1/11/2023")
    assert "Name a day of it by --quarter" in refused("import-return", asked, file, "--contract", REF)
    done("import-return", asked, file, "--contract", REF, "--quarter", "1/11/2023", *OFFICER)
    assert kept(asked)["B2"] == Decimal(12)


def test_an_answer_that_is_none_is_refused(asked: Path) -> None:
    file = workbook(asked.with_name("q3.xlsx"))
    assert "is not KEY=CHOICE" in refused("import-return", asked, file, "--contract", REF, "--answer", "yes")
    assert "no longer asked" in refused("import-return", asked, file, "--contract", REF, "--answer", "a=b")


def test_a_layout_is_written_forgotten_and_taken_over(asked: Path) -> None:
    file, layout = workbook(asked.with_name("q3.xlsx")), asked.with_name("layout.json")
    assert "No layout was learned" in refused("layout", asked, REF)
    done("import-return", asked, file, "--contract", REF, *OF_ONE, *OFFICER)
    done("layout", asked, REF, "--to", layout)
    assert json.loads(layout.read_text("utf-8")) == json.loads(done("layout", asked, REF))
    done("layout", asked, REF, "--rename", "Northfield Trust", *OFFICER)
    assert json.loads(done("layout", asked, REF, "--provider", "northfield trust")) != {}
    done("layout", asked, REF, "--forget", *OFFICER)
    assert "No layout was learned" in refused("layout", asked, REF)
    after = workbook(asked.with_name("q4.xlsx"), 4)
    read = stated("read-return", asked, after, "--contract", REF, "--profile", layout)
    assert all(each["answered"] for each in read["questions"])
    done("layout", asked, REF, "--from", layout, *OFFICER)
    assert all(each["answered"] for each in stated("read-return", asked, after, "--contract", REF)["questions"])
    assert give("layout", asked, REF, "--to", layout, "--forget").exit_code == 2


def test_a_blank_return_of_ours_is_taken_in_by_its_stamp(sample: Path) -> None:
    from exports.filled_return import fill_in

    file = sample.with_name("ours.xlsx")
    done("blank-return", sample, REF, "--to", file, "--quarter", "15/11/2025")
    file.write_bytes(fill_in(file.read_bytes(), ((412, "up"), (120, ""))))
    assert "Quarter 3 2025-26" in done("import-return", sample, file, *OFFICER)
    assert kept(sample)["C10"] == Decimal(412)


def test_every_quarter_of_a_file_is_taken_in_as_one_act_and_what_is_there_already_is_left(asked: Path) -> None:
    before = content(asked)
    words = ("--contract", REF, "--all-quarters", *OFFICER)
    said = done("import-return", asked, two_quarters(asked.with_name("year.csv")), *words)
    assert "Quarter 2 2023-24, Quarter 3 2023-24" in said
    again = done("import-return", asked, two_quarters(asked.with_name("again.csv"), third=431), *words)
    assert f"Imported returns of {REF} for Quarter 3 2023-24" in again
    with Register.open(asked, writable=False) as opened:
        assert [each.number for each in opened.returns.all()] == [2, 1, 1]
    for _ in range(2):
        done("undo", asked, *OFFICER)
    assert content(asked) == before
    both = give("import-return", asked, asked.with_name("year.csv"), "--quarter", "2023-10-01", *words)
    assert both.exit_code == 2
    assert "Choose --quarter or --all-quarters." in both.output
