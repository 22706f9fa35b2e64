"""Files that hold no cells, or not safely: what each is, and a word of what is said of it."""

from db.returns.container import MEGABYTE, MOST_ENTRIES
from db.returns.files.web_page import LARGEST_PAGE
from tests.returns import files
from tests.returns.awkward_harmful import HARMFUL
from tests.returns.other_kinds import OLE, ods, ole, xls, xlsb

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
CELL = '<row r="1"><c t="inlineStr"><is><t>&{};</t></is></c></row>'
BODY = f'<worksheet xmlns="{files.MAIN}"><sheetData>{CELL}</sheetData></worksheet>'
ROWS = (("Measure", "Figure"), ("People", 12))
XML_2003 = (
    b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>'
)
WORD = bytes.fromhex("0609020000000000C000000000000046")


def _no_sheets() -> bytes:
    content = files.plain_workbook()
    workbook = files.parts_of(content)["xl/workbook.xml"]
    start, end = workbook.index(b"<sheets>"), workbook.index(b"</sheets>") + len(b"</sheets>")
    return files.with_part(content, "xl/workbook.xml", workbook[:start] + b"<sheets/>" + workbook[end:])


def _only_charts() -> bytes:
    parts = files.parts_of(files.plain_workbook())
    relations = parts["xl/_rels/workbook.xml.rels"].replace(b'/worksheet"', b'/chartsheet"')
    return files.packed({**parts, "xl/_rels/workbook.xml.rels": relations})


def _without(part: str) -> bytes:
    parts = files.parts_of(files.plain_workbook())
    del parts[part]
    return files.packed(parts)


def _with_doctype(part: str) -> bytes:
    content = files.plain_workbook()
    body = files.parts_of(content)[part]
    return files.with_part(content, part, OUTSIDE.encode() + body[body.index(b"?>") + 2 if b"?>" in body[:80] else 0 :])


def _locked_parts() -> bytes:
    """A packed file whose directory says that its parts are encrypted."""
    content = bytearray(files.plain_workbook())
    at = 0
    while (at := content.find(b"PK\x01\x02", at)) >= 0:
        content[at + 8] |= 1
        at += 4
    return bytes(content)


REFUSED: dict[str, tuple[bytes, str]] = {
    "nothing at all": (b"", "empty"),
    "a workbook with a password": (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "password"),
    "a web page": (b"<html><body><form>Sign in: <input name=who></form></body></html>", "without a table"),
    "a web page after blank lines": (b"\n\n  <!DOCTYPE html><html></html>", "without a table"),
    "a web page of rubbish": (b"<html>" + b"\x00\x01\x02\xff" * 50, "without a table"),
    "an endless web page": (b"<html>" + b"<table>" * (LARGEST_PAGE // 7 + 1), "web page of more than 6 MB"),
    "an XML spreadsheet of 2003": (XML_2003, "no sheets"),
    "an XML spreadsheet of 2003 cut short": (XML_2003[:-5], "damaged"),
    "an XML spreadsheet of 2003 with a document type": (
        XML_2003.replace(b"<Workbook", b'<!DOCTYPE w [<!ENTITY a "ha">]><Workbook'),
        "document type",
    ),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
    "zeros": (bytes(4096), "not a workbook"),
    "two letters": (b"PK", "cut short"),
    "a packed file cut short": (files.plain_workbook()[:-200], "cut short"),
    "the first hundred bytes": (files.plain_workbook()[:100], "cut short"),
    "a packed file of nothing": (files.packed({}), "no workbook in it"),
    "a packed text": (files.packed({"notes.txt": b"hello"}), "no workbook in it"),
    "no sheets": (_no_sheets(), "no sheets"),
    "no workbook part": (_without("xl/workbook.xml"), "damaged"),
    "no sheet part": (_without(files.SHEET_PART), "no sheets"),
    "a sheet that is not XML": (files.with_part(files.plain_workbook(), files.SHEET_PART, b"hello"), "damaged"),
    "a sheet cut short": (
        files.with_part(files.plain_workbook(), files.SHEET_PART, b"<worksheet><sheetData><row>"),
        "damaged",
    ),
    "a shared text that is not there": (
        files.with_sheet('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'),
        "damaged",
    ),
    "a cell without a place": (files.with_sheet('<row r="1"><c r="??"><v>1</v></c></row>'), "damaged"),
    "a row of nought": (files.with_sheet('<row r="0"><c><v>1</v></c></row>'), "damaged"),
    "a row below nought": (files.with_sheet('<row r="-5"><c><v>1</v></c></row>'), "damaged"),
    "a cell in the row of nought": (files.with_sheet('<row r="1"><c r="A0"><v>1</v></c></row>'), "damaged"),
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
    "a 400 MB text": (files.declaring(files.plain_workbook(), files.SHEET_PART, 400 * MEGABYTE), "would unpack to"),
    "a part packed 100 to 1": (files.declaring(files.plain_workbook(), files.SHEET_PART, 6 * MEGABYTE), "exhaust"),
    "thousands of parts": (files.packed({f"xl/{n}": b"" for n in range(MOST_ENTRIES + 1)}), "parts"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(100), "a picture"),
    "a photograph": (b"\xff\xd8\xff\xe0" + bytes(100), "a picture"),
    "a PDF after a blank line": (b"\n%PDF-1.4\n", "a PDF"),
    "formatted text": (rb"{\rtf1\ansi hello}", "RTF"),
    "a gzip": (b"\x1f\x8b\x08" + bytes(20), "gzip"),
    "a 7-Zip": (b"7z\xbc\xaf\x27\x1c" + bytes(20), "7-Zip"),
    "a RAR": (b"Rar!\x1a\x07" + bytes(20), "RAR"),
    "a database": (b"SQLite format 3\x00" + bytes(90), "a database"),
    "a web archive": (b"MIME-Version: 1.0\r\n\r\n", "MHTML"),
    "SYLK": (b"ID;PWXL;N;E\r\nC;Y1;X1;K1\r\nE\r\n", "SYLK"),
    "DIF": (b'TABLE\r\n0,1\r\n"EXCEL"\r\n', "DIF"),
    "a web page in UTF-16": ("\ufeff<html><table></table></html>".encode("utf-16-le"), "tables are empty"),
    "a web page of empty cells": (b"<table><tr><td>&nbsp;<td> </table>", "tables are empty"),
    "flat OpenDocument": (b'<?xml version="1.0"?><office:document xmlns:office="urn:opendocument"/>', "fods"),
    "flat OpenDocument with its tables": (
        b'<?xml version="1.0"?><office:document xmlns:office="urn:opendocument"><table:table/></office:document>',
        "fods",
    ),
    "other XML": (b'<?xml version="1.0"?><rss/>', "XML and not a workbook"),
    "an old workbook cut short": (xls(ROWS)[:700], "no workbook can be found"),
    "an old workbook of rubbish": (OLE + b"Workbook\0".decode().encode("utf-16-le") + bytes(3000), "damaged"),
    "an OLE file of nothing": (OLE + bytes(600), "no workbook can be found"),
    "an old Word document": (ole({"WordDocument": b"x"}, WORD), "a Word document"),
    "an old Word document round a workbook": (
        ole({"WordDocument": b"x", "Workbook": b"x"}, WORD),
        "a Word document",
    ),
    "an old presentation": (ole({"PowerPoint Document": b"x"}), "a PowerPoint presentation"),
    "an Outlook message": (ole({"__substg1.0_0037": b"x"}), "an Outlook message"),
    "Excel 4": (b"\x09\x04\x06\x00\x00\x00\x10\x00" + bytes(40), "before 1997"),
    "an old workbook with a password": (xls(ROWS, before=b"\x2f\x00\x06\x00" + bytes(6)), "password"),
    "encrypted parts": (_locked_parts(), "password"),
    "a Word document": (
        files.packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}),
        "a Word document",
    ),
    "a presentation": (
        files.packed({"[Content_Types].xml": b"<Types/>", "ppt/presentation.xml": b"<p/>"}),
        "a PowerPoint presentation",
    ),
    "an OpenDocument text": (
        files.packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<o/>"}),
        "not a spreadsheet",
    ),
    "OpenDocument of rubbish": (files.with_part(ods(""), "content.xml", b"<office:document-content><table"), "damaged"),
    "a Numbers file": (files.packed({"Index/Document.iwa": b"\0"}), "Numbers spreadsheet"),
    "a packed folder": (files.packed({"Q1/return.xlsx": files.plain_workbook()}), "packed folder"),
    "a binary workbook of rubbish": (files.with_part(xlsb(ROWS), "xl/workbook.bin", b"\xff" * 60), "damaged"),
    "only charts": (_only_charts(), "only charts"),
    "blanks": (b" \r\n\t \r\n", "nothing but blanks"),
    "separators": (b",,,\n,,,\n", "separators and no values"),
    "bytes of chance": (bytes(range(256)) * 8, "not a workbook"),
} | HARMFUL
