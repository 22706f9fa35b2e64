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


def damaged_inside(name: str, how: str) -> UnreadableWorkbook:
    """The file can be unpacked, but what is in it makes no sense."""
    return UnreadableWorkbook(
        f"“{name}” looks like a workbook but its inside is damaged ({how}). Open it in Excel, let it repair the file, "
        "save it as “Excel Workbook (.xlsx)”, and read that."
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
