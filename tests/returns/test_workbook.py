"""Whatever is sent, the answer is cells or a sentence."""

from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from db.returns.container import LARGEST_FILE
from db.returns.workbook import MOST_COLUMNS, MOST_ROWS, UnreadableWorkbook, read, read_content
from tests.returns import files
from tests.returns.awkward_refused import REFUSED


@pytest.mark.parametrize("name", ["a 400 MB text", "a part packed 100 to 1", "thousands of parts"])
def test_a_file_made_to_exhaust_is_refused_before_any_part_is_unpacked(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ZipFile, "open", lambda *_: pytest.fail("a part was unpacked"))
    with pytest.raises(UnreadableWorkbook):
        read_content(REFUSED[name][0], "sent.xlsx")


def test_a_file_over_the_limit_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.xlsx"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE * 50)
    with pytest.raises(UnreadableWorkbook, match="larger than 20 MB"):
        read(path)


def test_a_file_that_is_not_there_or_is_a_folder_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableWorkbook, match=r"no file “gone\.xlsx”"):
        read(tmp_path / "gone.xlsx")
    with pytest.raises(UnreadableWorkbook, match="is a folder"):
        read(tmp_path)


def test_a_workbook_is_read_whatever_its_name_says(tmp_path: Path) -> None:
    path = tmp_path / "return.csv"
    path.write_bytes(files.plain_workbook(("People", 12)))
    assert read(path).at("Sheet", "B1") == 12


def test_a_sheet_that_understates_its_size_is_read_whole() -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 51))
    cells = read_content(files.with_sheet(rows, before='<dimension ref="A1"/>'), "x.xlsx")
    assert len(cells.sheets["Sheet"]) == 50


def test_a_sheet_that_overstates_its_size_is_read_at_once() -> None:
    content = files.with_sheet('<row r="1"><c r="A1"><v>1</v></c></row>', before='<dimension ref="A1:XFD1048576"/>')
    cells = read_content(content, "x.xlsx")
    assert cells.sheets["Sheet"] == {(1, 1): 1}
    assert cells.notes == ()


def test_what_lies_beyond_the_caps_is_not_read_and_the_notes_say_so() -> None:
    content = files.with_sheet(
        '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>'
        '<row r="1048576"><c r="A1048576"><v>3</v></c></row>'
    )
    cells = read_content(content, "x.xlsx")
    assert cells.sheets["Sheet"] == {(1, 1): 1}
    assert ["column GR" in cells.notes[0], f"{MOST_ROWS:,}" in cells.notes[1]] == [True, True]


def test_the_last_row_and_column_within_the_caps_are_read() -> None:
    content = files.with_sheet(f'<row r="{MOST_ROWS}"><c r="GR{MOST_ROWS}"><v>7</v></c></row>')
    cells = read_content(content, "x.xlsx")
    assert cells.sheets["Sheet"] == {(MOST_ROWS, MOST_COLUMNS): 7}
    assert cells.notes == ()


def test_a_formula_saved_without_its_result_is_reported_and_one_with_an_empty_result_is_not() -> None:
    cells = read_content(
        files.with_sheet(
            '<row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v></v></c>'
            '<c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><f>1+1</f><v>2</v></c></row>'
        ),
        "x.xlsx",
    )
    assert cells.uncalculated == {("Sheet", "A1"), ("Sheet", "B1")}
    assert cells.sheets["Sheet"] == {(1, 4): 2}


def test_days_come_back_as_days_and_moments_keep_their_time() -> None:
    cells = read_content(files.plain_workbook((date(2025, 3, 31), datetime(2025, 3, 31, 14, 30))), "x.xlsx")
    assert type(cells.at("Sheet", "A1")) is date
    assert cells.at("Sheet", "B1") == datetime(2025, 3, 31, 14, 30)


def test_a_number_shown_as_a_percentage_is_marked() -> None:
    workbook = Workbook()
    workbook.worksheets[0]["B2"] = 0.85
    workbook.worksheets[0]["B2"].number_format = "0.0%"
    workbook.worksheets[0]["B3"] = 0.85
    assert read_content(files.saved(workbook), "x.xlsx").percent == {("Sheet", "B2")}


def test_macros_are_told_and_links_to_other_workbooks_are_left_alone() -> None:
    content = files.with_part(files.plain_workbook(), "xl/vbaProject.bin", b"\x00")
    content = files.with_part(content, "xl/externalLinks/externalLink1.xml", b"<externalLink/>")
    cells = read_content(content, "x.xlsm")
    assert cells.at("Sheet", "B2") == 12
    assert "not run" in cells.notes[0]


def test_a_part_that_points_outside_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    monkeypatch.chdir(inside)
    cells = read_content(files.with_part(files.plain_workbook(), "../../OUT", b"x"), "x.xlsx")
    assert cells.at("Sheet", "B2") == 12
    assert list(tmp_path.rglob("*")) == [inside]
