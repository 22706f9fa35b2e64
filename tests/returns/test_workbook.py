"""Whatever is sent, the answer is cells or a sentence."""

import random
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from db.returns.container import LARGEST_FILE, MEGABYTE, MOST_ENTRIES
from db.returns.workbook import MOST_COLUMNS, MOST_ROWS, UnreadableWorkbook, read, read_content
from tests.returns import files

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
CELL = '<row r="1"><c t="inlineStr"><is><t>&{};</t></is></c></row>'
BODY = f'<worksheet xmlns="{files.MAIN}"><sheetData>{CELL}</sheetData></worksheet>'


def _strict() -> bytes:
    parts = files.parts_of(files.plain_workbook())
    old, new = files.MAIN.encode(), b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    return files.packed({name: part.replace(old, new) for name, part in parts.items()})


def _no_sheets() -> bytes:
    content = files.plain_workbook()
    workbook = files.parts_of(content)["xl/workbook.xml"]
    start, end = workbook.index(b"<sheets>"), workbook.index(b"</sheets>") + len(b"</sheets>")
    return files.with_part(content, "xl/workbook.xml", workbook[:start] + b"<sheets/>" + workbook[end:])


def _without(part: str) -> bytes:
    parts = files.parts_of(files.plain_workbook())
    del parts[part]
    return files.packed(parts)


def _with_doctype(part: str) -> bytes:
    content = files.plain_workbook()
    body = files.parts_of(content)[part]
    return files.with_part(content, part, OUTSIDE.encode() + body[body.index(b"?>") + 2 if b"?>" in body[:80] else 0 :])


REFUSED = {
    "nothing at all": (b"", "empty"),
    "an old .xls": (OLE + bytes(600), "old Excel format"),
    "a workbook with a password": (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "password"),
    "CSV called .xlsx": (b"Measure,Figure\nPeople,12\n", "plain text"),
    "CSV with a byte order mark": ("\ufeffMeasure;Figure".encode(), "plain text"),
    "a web page": (b"<html><body><table><tr><td>1</td></tr></table></body></html>", "web page"),
    "a web page after blank lines": (b"\n\n  <!DOCTYPE html><html></html>", "web page"),
    "an XML spreadsheet of 2003": (b'<?xml version="1.0"?><Workbook></Workbook>', "markup"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(100), "not a workbook"),
    "a lock file": (b"\x07Officer" + bytes(150), "not a workbook"),
    "zeros": (bytes(4096), "not a workbook"),
    "two letters": (b"PK", "cut short"),
    "a packed file cut short": (files.plain_workbook()[:-200], "cut short"),
    "the first hundred bytes": (files.plain_workbook()[:100], "cut short"),
    "a packed file of nothing": (files.packed({}), "no workbook in it"),
    "a packed text": (files.packed({"notes.txt": b"hello"}), "no workbook in it"),
    "a Word document": (
        files.packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}),
        "no workbook",
    ),
    "OpenDocument": (files.packed({"mimetype": b"application/x", "content.xml": b"<o/>"}), "OpenDocument"),
    "a binary workbook": (files.with_part(files.plain_workbook(), "xl/workbook.bin", b"\x00"), "xlsb"),
    "Strict Open XML": (_strict(), "Strict Open XML"),
    "no sheets": (_no_sheets(), "no sheets"),
    "no workbook part": (_without("xl/workbook.xml"), "damaged"),
    "no sheet part": (_without(files.SHEET_PART), "no sheets"),
    "no content types": (_without("[Content_Types].xml"), "no workbook in it"),
    "no relationships": (_without("_rels/.rels"), "damaged"),
    "a sheet that is not XML": (files.with_part(files.plain_workbook(), files.SHEET_PART, b"hello"), "damaged"),
    "a sheet cut short": (
        files.with_part(files.plain_workbook(), files.SHEET_PART, b"<worksheet><sheetData><row>"),
        "damaged",
    ),
    "a shared text that is not there": (
        files.with_sheet('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'),
        "damaged",
    ),
    "a number of letters": (files.with_sheet('<row r="1"><c r="A1"><v>twelve</v></c></row>'), "damaged"),
    "a cell without a place": (files.with_sheet('<row r="1"><c r="??"><v>1</v></c></row>'), "damaged"),
    "a laughing sheet": (
        files.with_part(files.plain_workbook(), files.SHEET_PART, (LAUGHS + BODY.format("c")).encode()),
        "document type",
    ),
    "a laughing sheet in UTF-16": (
        files.with_part(
            files.plain_workbook(),
            files.SHEET_PART,
            (LAUGHS.replace("?>", ' encoding="utf-16"?>', 1) + BODY.format("c")).encode("utf-16"),
        ),
        "document type",
    ),
    "a sheet that asks for a file": (
        files.with_part(files.plain_workbook(), files.SHEET_PART, (OUTSIDE + BODY.format("x")).encode()),
        "document type",
    ),
    "styles with a document type": (_with_doctype("xl/styles.xml"), "document type"),
    "a workbook part with a document type": (_with_doctype("xl/workbook.xml"), "document type"),
    "relationships with a document type": (_with_doctype("_rels/.rels"), "document type"),
    "a 400 MB text": (files.declaring(files.plain_workbook(), files.SHEET_PART, 400 * MEGABYTE), "400 MB"),
    "a part packed 100 to 1": (files.declaring(files.plain_workbook(), files.SHEET_PART, 6 * MEGABYTE), "exhaust"),
    "thousands of parts": (files.packed({f"xl/{n}": b"" for n in range(MOST_ENTRIES + 1)}), "parts"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_a_workbook_gets_a_sentence_that_names_the_file_and_says_what_it_is(name: str) -> None:
    content, said = REFUSED[name]
    with pytest.raises(UnreadableWorkbook, match=r"“sent\.xlsx”") as refused:
        read_content(content, "sent.xlsx")
    assert said in str(refused.value)


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
    with pytest.raises(UnreadableWorkbook, match="could not be read"):
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
    assert [f"{MOST_ROWS:,}" in cells.notes[0], "column GR" in cells.notes[1]] == [True, True]


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


def _outcome(content: bytes) -> str:
    try:
        return type(read_content(content, "x.xlsx")).__name__
    except UnreadableWorkbook:
        return "a sentence"


def _damage(part: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(part)
    for _ in range(chance.randint(1, 4)):
        damaged[chance.randrange(len(damaged))] = chance.choice(b'0123456789<>&"=/AZaz \x00\xff')
    return bytes(damaged[: chance.choice((len(damaged),) * 9 + (len(damaged) // 2,))])


@pytest.mark.parametrize("seed", range(10))
def test_a_file_damaged_on_its_way_gives_a_sentence(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    whole = files.filled({"C10": 12, "C11": "£5"})
    assert {_outcome(_damage(whole, chance)) for _ in range(20)} <= {"Cells", "a sentence"}


@pytest.mark.parametrize("seed", range(10))
def test_a_workbook_with_a_part_damaged_gives_cells_or_a_sentence(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    parts = files.parts_of(files.filled({"C10": 12, "C11": "£5"}))
    names = [name for name in sorted(parts) if parts[name]]
    damaged = [(name, _damage(parts[name], chance)) for name in (chance.choice(names) for _ in range(25))]
    assert {_outcome(files.packed({**parts, name: part})) for name, part in damaged} == {"Cells", "a sentence"}
