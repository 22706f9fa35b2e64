"""Awkward files that can be read, each with every value it holds, by sheet and address."""

from collections.abc import Mapping
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from db.returns.cells import CellValue
from db.returns.workbook import MOST_ROWS
from tests.returns import files
from tests.returns.awkward_odd import ODD
from tests.returns.other_kinds import ods, ods_rows, ods_table, xls, xlsb

Expected = Mapping[str, Mapping[str, CellValue]]

ROWS = (("Measure", "Figure"), ("People", 12))
PLAIN: Expected = {"Sheet": {"A1": "Measure", "B1": "Figure", "A2": "People", "B2": 12}}
TEXT: Expected = {"Sheet1": {"A1": "Measure", "B1": "Figure", "A2": "Café £", "B2": "012"}}
WORDS = "Measure,Figure\nCafé £,012\n"


def one(**cells: CellValue) -> Expected:
    """The values of one sheet called Sheet."""
    return {"Sheet": cells}


def text(**cells: CellValue) -> Expected:
    """The values of separated text."""
    return {"Sheet1": cells}


def _strict() -> bytes:
    parts = files.parts_of(files.plain_workbook())
    for old, new in (
        (files.MAIN.encode(), b"http://purl.oclc.org/ooxml/spreadsheetml/main"),
        (
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    ):
        parts = {name: part.replace(old, new) for name, part in parts.items()}
    return files.packed(parts)


def _prefixed() -> bytes:
    xml = (
        f'<?xml version="1.0"?><x:worksheet xmlns:x="{files.MAIN}"><x:sheetData><x:row r="1">'
        '<x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    return files.with_part(files.plain_workbook(), files.SHEET_PART, xml.encode())


def _renamed(change: dict[str, str]) -> bytes:
    parts = files.parts_of(files.plain_workbook())
    return files.packed({change.get(name, name): part for name, part in parts.items()})


def _without(*names: str) -> bytes:
    parts = files.parts_of(files.plain_workbook())
    return files.packed({name: part for name, part in parts.items() if name not in names})


def _from_1904() -> bytes:
    workbook = Workbook()
    workbook.epoch = CALENDAR_MAC_1904
    workbook.worksheets[0]["A1"] = date(2025, 3, 31)
    return files.saved(workbook)


def _twins() -> bytes:
    workbook = Workbook()
    workbook.worksheets[0]["A1"] = 1
    workbook.create_sheet("Other")["A1"] = 2
    content = files.saved(workbook)
    listed = files.parts_of(content)["xl/workbook.xml"].replace(b'name="Other"', b'name="Sheet"')
    return files.with_part(content, "xl/workbook.xml", listed)


def _inline(content: str) -> bytes:
    return files.with_sheet(f'<row r="1"><c r="A1" t="inlineStr">{content}</c></row>')


def _row(cells: str) -> bytes:
    return files.with_sheet(f'<row r="1">{cells}</row>')


OPEN_XML: dict[str, tuple[bytes, Expected]] = {
    "a plain workbook": (files.plain_workbook(), PLAIN),
    "Strict Open XML": (_strict(), PLAIN),
    "a sheet with prefixed names": (_prefixed(), one(A1=7)),
    "parts named in capitals": (_renamed({"xl/workbook.xml": "xl/Workbook.xml"}), PLAIN),
    "parts packed with backslashes": (_renamed({files.SHEET_PART: files.SHEET_PART.replace("/", "\\")}), PLAIN),
    "no package relationships": (_without("_rels/.rels"), PLAIN),
    "no content types": (_without("[Content_Types].xml"), PLAIN),
    "no styles": (_without("xl/styles.xml"), PLAIN),
    "a broken part that nobody needs": (files.with_part(files.plain_workbook(), "docProps/app.xml", b"<"), PLAIN),
    "counted from 1904": (_from_1904(), one(A1=date(2025, 3, 31))),
    "two sheets of one name": (_twins(), {"Sheet": {"A1": 1}, "Sheet (2)": {"A1": 2}}),
    "rows out of order": (
        files.with_sheet('<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'),
        one(A1=1, A3=3),
    ),
    "cells without addresses": (
        files.with_sheet("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"),
        one(A1=1, B1=2, A2=3),
    ),
    "cells numbered and not addressed": (_row('<c r="0"><v>1</v></c><c r="1"><v>2</v></c>'), one(A1=1, B1=2)),
    "cells of another row within a row": (_row('<c r="A1"><v>1</v></c><c r="B4"><v>2</v></c>'), one(A1=1, B4=2)),
    "a number of letters": (_row('<c r="A1"><v>twelve</v></c>'), one(A1="twelve")),
    "not a number": (_row('<c r="A1"><v>NaN</v></c><c r="B1"><v>1_0</v></c>'), one(A1="NaN", B1="1_0")),
    "a long whole number": (_row('<c r="A1"><v>12345678901234567890</v></c>'), one(A1=12345678901234567890)),
    "a number with an exponent": (_row('<c r="A1"><v>1.5E3</v></c>'), one(A1=1500.0)),
    "an error": (_row('<c r="A1" t="e"><v>#N/A</v></c>'), one(A1="#N/A")),
    "an error of a formula": (_row('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>'), one(A1="#DIV/0!")),
    "yes and no": (_row('<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c>'), one(A1=True, B1=False)),
    "a day in words": (
        _row('<c r="A1" t="d"><v>2025-03-31</v></c><c r="B1" t="d"><v>2025-03-31T09:30:00</v></c>'),
        one(A1=date(2025, 3, 31), B1=datetime(2025, 3, 31, 9, 30)),
    ),
    "a text that looks like a formula": (
        _inline("<is><t>=XLOOKUP(A1,B:B,C:C)</t></is>"),
        one(A1="=XLOOKUP(A1,B:B,C:C)"),
    ),
    "a text in several runs": (_inline("<is><r><t>on</t></r><r><t>e two</t></r></is>"), one(A1="one two")),
    "a text with how it is said": (_inline("<is><t>one</t><rPh><t>wun</t></rPh></is>"), one(A1="one")),
    "a text beside a value": (_inline("<v>0</v><is><t>one</t></is>"), one(A1="one")),
    "a coded line end": (_inline("<is><t>one_x000D_\ntwo</t></is>"), one(A1="one\r\ntwo")),
    "a code that is meant": (_inline("<is><t>_x005F_x000D_</t></is>"), one(A1="_x000D_")),
    "a text that a formula made": (_row('<c r="A1" t="str"><f>A2</f><v>made</v></c>'), one(A1="made")),
    "a day no calendar has": (
        files.with_part(
            files.plain_workbook((date(2025, 3, 31),)),
            files.SHEET_PART,
            files.parts_of(files.plain_workbook((date(2025, 3, 31),)))[files.SHEET_PART].replace(b"45747", b"99999999"),
        ),
        one(A1=99999999),
    ),
    "the last cell within the caps": (
        files.with_sheet(f'<row r="{MOST_ROWS}"><c r="GR{MOST_ROWS}"><v>7</v></c></row>'),
        {"Sheet": {f"GR{MOST_ROWS}": 7}},
    ),
    "macros": (files.with_part(files.plain_workbook(), "xl/vbaProject.bin", b"\x00"), PLAIN),
    "links": (files.with_part(files.plain_workbook(), "xl/externalLinks/externalLink1.xml", b"<externalLink/>"), PLAIN),
}
"""Workbooks of the usual kind."""

SEPARATED: dict[str, tuple[bytes, Expected]] = {
    "CSV": (WORDS.encode(), TEXT),
    "CSV with a byte order mark": (WORDS.encode("utf-8-sig"), TEXT),
    "CSV in UTF-16": (WORDS.encode("utf-16"), TEXT),
    "CSV in UTF-16 the other way round": ("\ufeff".encode("utf-16-be") + WORDS.encode("utf-16-be"), TEXT),
    "CSV in UTF-16 without its mark": (WORDS.encode("utf-16-le"), TEXT),
    "CSV in the Windows alphabet": (WORDS.encode("cp1252"), TEXT),
    "CSV with Windows line ends": (WORDS.replace("\n", "\r\n").encode(), TEXT),
    "CSV with line ends of old Macintoshes": (WORDS.replace("\n", "\r").encode(), TEXT),
    "CSV by tabs": (WORDS.replace(",", "\t").encode(), TEXT),
    "CSV by semicolons": (WORDS.replace(",", ";").encode(), TEXT),
    "CSV by upright lines": (WORDS.replace(",", "|").encode(), TEXT),
    "CSV without a last line end": (WORDS.rstrip().encode(), TEXT),
    "decimal commas by semicolons": (b"a;b\n1,5;2,5\n", text(A1="a", B1="b", A2="1,5", B2="2,5")),
    "commas within quotation marks": (b'a,b\n"1,234","say ""hi"""\n', text(A1="a", B1="b", A2="1,234", B2='say "hi"')),
    "a line end within a cell": (b'a,b\n"one\ntwo",3\n', text(A1="a", B1="b", A2="one\ntwo", B2="3")),
    "ragged rows": (b"a,b\n1\n2,3,4\n", text(A1="a", B1="b", A2="1", A3="2", B3="3", C3="4")),
    "a title and blank rows above": (b"Title\n\na,b\n1,2\n", text(A1="Title", A3="a", B3="b", A4="1", B4="2")),
    "one column": (b"a\nb\n", text(A1="a", A2="b")),
    "blank columns after": (b"a,b,,\n1,2,,\n", text(A1="a", B1="b", A2="1", B2="2")),
    "blanks round values": (b"a, b\n1 ,2\n", text(A1="a", B1=" b", A2="1 ", B2="2")),
    "what looks like formulas": (b"=1+1,+44 1622\n-,@x\n", text(A1="=1+1", B1="+44 1622", A2="-", B2="@x")),
    "a nought byte": (b"a,b\n1\x00,2\n", text(A1="a", B1="b", A2="1", B2="2")),
    "broken characters": (
        "é,b\nü,1\n".encode() + b"\xff,2\n",
        text(A1="é", B1="b", A2="ü", B2="1", A3="\ufffd", B3="2"),
    ),
    "a quotation mark never closed": (b'a,b\n1,"2\n3,4\n', text(A1="a", B1="b", A2="1", B2='"2', A3="3", B3="4")),
    "a quotation mark within a value": (b'a,b\n5" pipe,1\n', text(A1="a", B1="b", A2='5" pipe', B2="1")),
    "a value as long as a book": (b"a,b\n" + b"x" * 200_000 + b",1\n", text(A1="a", B1="b", A2="x" * 200_000, B2="1")),
}
"""Separated text."""

_ERROR = (
    '<table:table-cell table:formula="of:=NA()" office:value-type="string" office:string-value="" '
    'calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>'
)
OTHERS: dict[str, tuple[bytes, Expected]] = {
    "an old workbook": (xls(ROWS), PLAIN),
    "a binary workbook": (xlsb(ROWS), PLAIN),
    "OpenDocument": (ods(ods_table(ods_rows(ROWS))), PLAIN),
    "OpenDocument without its type": (
        files.packed({"content.xml": files.parts_of(ods(ods_table(ods_rows(ROWS))))["content.xml"]}), PLAIN,
    ),
    "OpenDocument set out for the eye": (
        ods(ods_table(ods_rows(ROWS)).replace("><", ">\n   <").replace("Sheet\"", "Sheet\" ")), PLAIN,
    ),
    "OpenDocument with an error": (
        ods(ods_table(f"<table:table-row>{_ERROR}<table:table-cell/></table:table-row>")), one(A1="#N/A"),
    ),
    "OpenDocument that goes on to the last row": (
        ods(ods_table(ods_rows(ROWS) + '<table:table-row table:number-rows-repeated="1048574"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>')), PLAIN,
    ),
    "an old workbook with nothing in it": (xls(()), {"Sheet": {}}),
    "a binary workbook with nothing in it": (xlsb(()), {"Sheet": {}}),
}  # fmt: skip
"""Workbooks of the other kinds."""

READ = OPEN_XML | ODD | SEPARATED | OTHERS
