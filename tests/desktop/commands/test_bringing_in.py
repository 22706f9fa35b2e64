"""An old register comes in from the command line: what it would do, the answers, the rows still to do, a newer copy."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.desktop.commands.command_line import OFFICER, content, done, refused

ROWS = (
    "Ref,Contract title,Supplier,Start date,End date,Annual value",
    'A1,Meals at home,Example Care Limited,01/04/2024,31/03/2027,"£12,000"',
    "A2,Advice,Example Care Ltd,01/04/2024,31/03/2027,9000",
    "A3,Carers,Example Advice,01/04/2024,31/02/2027,100",
    "A4,Respite,Example Advice,01/04/2024,31/03/2027,£1.2m",
)
QUESTION = "name|Example Care Ltd"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    file = tmp_path / "Own.register"
    done("new", file)
    return file


@pytest.fixture
def old(tmp_path: Path) -> Path:
    file = tmp_path / "old.csv"
    file.write_text("\n".join(ROWS), encoding="utf-8")
    return file


def said(register: Path, *words: object) -> Any:
    return json.loads(done("bring-in", register, *words, "--json"))


def test_a_preview_says_what_comes_in_what_waits_and_why_and_changes_nothing(register: Path, old: Path) -> None:
    before = content(register)
    page = done("bring-in", register, old, "--preview")
    assert "“old.csv”: 4 rows, 2 taken in, 2 to do" in page
    assert f'--answer "{QUESTION}=1"  It is Example Care Limited' in page
    assert "Sheet1 row 4: End date: There is no such day in the calendar." in page
    assert content(register) == before


def test_every_row_comes_in_or_waits_with_a_reason(register: Path, old: Path) -> None:
    found = said(register, old, "--answer", f"{QUESTION}=1", *OFFICER)
    assert (found["rows_in"], found["rows_accepted"], len(found["to_do"])) == (4, 3, 1)
    assert [each["reference"] for each in found["contracts"]] == ["A1", "A2", "A4"]
    assert [each["annual_value_pence"] for each in found["contracts"]] == [1_200_000, 900_000, 120_000_000]
    assert found["other_names"] == [{"provider": "Example Care Limited", "name": "Example Care Ltd"}]
    assert "Meals at home" in done("list", register)
    assert done("undo", register, *OFFICER).startswith("Undid: Brought in “old.csv”")
    assert "Meals at home" not in done("list", register)


def test_the_rows_that_wait_are_listed_written_and_taken_off(register: Path, old: Path, tmp_path: Path) -> None:
    done("bring-in", register, old, *OFFICER)
    assert [line[:16] for line in done("to-do", register).splitlines()] == ["1  old.csv, Shee", "2  old.csv, Shee"]
    file = tmp_path / "to do.xlsx"
    assert done("to-do", register, "--to", file).startswith("Wrote 2 rows to")
    assert "31/02/2027" in [cell.value for row in load_workbook(file).worksheets[0] for cell in row]
    assert done("to-do", register, "--settle", "2", *OFFICER) == "Settled a row of a register brought in.\n"
    assert len(json.loads(done("to-do", register, "--json"))["to_do"]) == 1
    done("to-do", register, "--settle-all", *OFFICER)
    assert done("to-do", register) == "No row waits.\n"


def test_a_newer_copy_comes_in_as_its_changes(register: Path, old: Path) -> None:
    done("bring-in", register, old, "--answer", f"{QUESTION}=1", *OFFICER)
    old.write_text("\n".join(ROWS).replace("Respite,", "Respite at home,"), encoding="utf-8")
    found = said(register, old, "--preview")
    changed = [each for each in found["changes"] if each["fields"]]
    assert [(each["contract"], each["fields"][0]["becomes"]) for each in changed] == [("A4", "Respite at home")]
    assert not found["contracts"]


def test_what_a_column_is_and_where_the_headings_stand_may_be_said(register: Path, old: Path) -> None:
    found = said(register, old, "--preview", "--column", "F=Value of the whole term", "--column", "Sheet1!A=nothing",
                 "--number-from", "NEW", "--headings", "1")  # fmt: skip
    first = found["contracts"][0]
    assert (first["value_pence"], first["annual_value_pence"]) == (1_200_000, None)
    assert first["reference"].startswith("NEW")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--answer", "name|Nobody=1"), "There is no question “name|Nobody”."),
        (("--answer", f"{QUESTION}=9"), "“9” is none of the answers."),
        (("--answer", "one"), "“one” is not written as KEY=NUMBER."),
        (("--column", "F=Price"), "“Price” is no field."),
        (("--column", "F1=End"), "“F1” is no column."),
        (("--column", "Other!F=End"), "There is no sheet “Other”."),
    ],
)
def test_what_cannot_be_meant_is_refused_and_changes_nothing(
    register: Path, old: Path, words: tuple[str, str], sentence: str
) -> None:
    before = content(register)
    assert sentence in refused("bring-in", register, old, *words, *OFFICER)
    assert content(register) == before


def test_a_row_that_is_not_on_the_list_is_refused(register: Path, old: Path) -> None:
    done("bring-in", register, old, *OFFICER)
    assert "There is no row 3 on the list. It has 2 rows." in refused("to-do", register, "--settle", "3", *OFFICER)
