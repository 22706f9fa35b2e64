"""What is said of a file that cannot be read, each kind in its own words."""

from db.rules.refusal import Refusal

MEGABYTE = 1_000_000
SAVE_AS = "Open it in Excel, choose Save As and “Excel Workbook (.xlsx)”, and read that file."
ASK_AGAIN = "Ask for it to be sent again."
COPY_FIGURES = "It was not opened. Ask the provider to copy the figures into a new workbook."


class UnreadableWorkbook(Refusal):
    """A file that cannot be read as cells: what it is, and what to do."""


def damaged(name: str) -> UnreadableWorkbook:
    """The file's packing is broken."""
    return UnreadableWorkbook(f"“{name}” is damaged or was cut short on its way, so it cannot be opened. {ASK_AGAIN}")


_HOW = {
    "BadZipFile": "a part of it is not what it was when it was packed",
    "error": "a part of it cannot be unpacked, or breaks off",
    "EOFError": "a part of it breaks off",
    "NotImplementedError": "it is packed in a way that workbooks are not",
    "ExpatError": "a part of it is not well-formed XML, or breaks off",
    "KeyError": "a part that it needs is not in it",
    "IndexError": "it points to something that is not in it",
    "LookupError": "it is written in letters that nobody knows",
    "UnicodeDecodeError": "some of its letters make no sense",
    "ValueError": "an address or a number in it is none",
    "OverflowError": "a number in it is larger than any can be",
    "RecursionError": "it is nested deeper than a workbook can be",
    "MemoryError": "it would fill the memory",
    "CalamineError": "its records do not fit together, or are of a kind that no sheet of cells has",
}
"""What the readers' troubles mean."""
_SENSELESS = "what is in it makes no sense"


def damaged_inside(name: str, trouble: str) -> UnreadableWorkbook:
    """The file can be unpacked, but what is in it makes no sense; the trouble is the kind its reader had."""
    return UnreadableWorkbook(
        f"“{name}” looks like a workbook but its inside is damaged: {_HOW.get(trouble, _SENSELESS)}. Open it in Excel, "
        "let it repair the file, save it as “Excel Workbook (.xlsx)”, and read that."
    )


def with_password(name: str) -> UnreadableWorkbook:
    """The file is encrypted."""
    return UnreadableWorkbook(
        f"“{name}” is locked with a password. Open it in Excel with the password, choose File, Info, "
        "Protect Workbook, Encrypt with Password, empty the box, save it, and read it again."
    )


def not_safe(name: str, how: str) -> UnreadableWorkbook:
    """Reading the file brought the reader down."""
    return UnreadableWorkbook(f"“{name}” could not be read safely: {how}. {SAVE_AS}")


def own_document_type(name: str) -> UnreadableWorkbook:
    """The file declares XML entities or a document type."""
    return UnreadableWorkbook(
        f"“{name}” declares its own document type, which no workbook does and harmful files do. {COPY_FIGURES}"
    )


def without_sheets(name: str) -> UnreadableWorkbook:
    """The workbook lists no sheet."""
    return UnreadableWorkbook(f"“{name}” has no sheets that can be read. {SAVE_AS}")


def only_charts(name: str) -> UnreadableWorkbook:
    """Every sheet is a chart or a dialog."""
    return UnreadableWorkbook(
        f"“{name}” holds only charts and no sheet of cells. Ask for the workbook with the figures behind the charts."
    )


def too_scattered(name: str) -> UnreadableWorkbook:
    """The cells lie so far apart that the room between them would fill the memory."""
    return UnreadableWorkbook(
        f"“{name}” has cells so far apart that the blanks between them would fill the memory. {COPY_FIGURES}"
    )


def too_many_elements(name: str) -> UnreadableWorkbook:
    """Its XML is made of so many elements that reading them would take minutes."""
    return UnreadableWorkbook(
        f"“{name}” is made of millions of cells or marks, most of them empty, as files made to keep a computer busy "
        f"are. {COPY_FIGURES}"
    )


def too_many_sheets(name: str, count: int, most: int) -> UnreadableWorkbook:
    """It lists more sheets than anybody can look at."""
    return UnreadableWorkbook(
        f"“{name}” lists {count:,} sheets; the most that are read is {most:,}. Ask the provider for the sheets that "
        "hold figures."
    )


def too_much_unpacked(name: str, size: int, most: int) -> UnreadableWorkbook:
    """It is too large once unpacked, in bytes."""
    return UnreadableWorkbook(
        f"“{name}” would unpack to {size // MEGABYTE:,} MB; the most that is opened is {most // MEGABYTE} MB. "
        "Ask for the return without the sheets that are not needed."
    )
