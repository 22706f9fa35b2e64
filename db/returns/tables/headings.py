"""Heading rows: which rows name the columns below them."""

from db.returns.tables.look import Look, RowLook, SeenRow, heading_like, is_codes
from db.returns.tables.sheet import Sheet
from db.returns.tables.words import fold, label

MOST_LEVELS = 5
_LOOK_AHEAD = 30
_NEAR = 2
_CONTEXT = frozenset(
    [
        "provider", "organisation", "supplier", "contract", "quarter", "period", "month", "year", "completed", "name",
        "email", "telephone", "phone", "contact", "date", "reference", "ref", "service", "prepared", "submitted",
        "signed", "role", "address", "project", "lot", "area", "version", "return"
    ]
)  # fmt: skip

_PERIOD_LABELS = frozenset(
    {"quarter", "period", "month", "year", "financial year", "reporting period", "return period"}
)


def heading_rows(sheet: Sheet, at: int) -> int:
    """How many rows from the one at an index on are headings of one table; 0 when that row is none."""
    rows = sheet.rows
    count = 0
    while count < MOST_LEVELS and at + count < len(rows):
        if count and not (is_next(sheet, at + count - 1) or names_parts(sheet, at + count)):
            break
        if not _may_be_heading(sheet, at + count):
            break
        count += 1
        if not _goes_on(sheet, at, at + count - 1):
            break
    return count if count and _names_columns(sheet, at, count) else 0


def _may_be_heading(sheet: Sheet, at: int) -> bool:
    row = sheet.rows[at]
    if row.look is RowLook.FIGURES or (Look.LONG in row.looks[:-1] and not _told_over_figures(sheet, at)):
        return False
    if row.look is RowLook.SINGLE:
        return _is_upper(sheet, at)
    return not holds_data(sheet, at)


def _told_over_figures(sheet: Sheet, at: int) -> bool:
    """Whether long headings stand right over figures, a short one over what the rows are called by."""
    if at + 1 >= len(sheet.rows) or sheet.rows[at + 1].number != sheet.rows[at].number + 1:
        return False
    row, below = sheet.rows[at], sheet.rows[at + 1]
    figures = {
        column for column, look in zip(below.columns, below.looks, strict=True) if look in (Look.NUMBER, Look.MARK)
    }
    long = {column for column, look in zip(row.columns, row.looks, strict=True) if look is Look.LONG}
    return row.columns[0] == below.columns[0] and row.columns[0] not in long and long <= figures


def _goes_on(sheet: Sheet, start: int, at: int) -> bool:
    """Whether the row after one heading row is a level of the same headings."""
    if at + 1 >= len(sheet.rows):
        return False
    below = sheet.rows[at + 1]
    if below.look is RowLook.FIGURES or not (is_next(sheet, at) or names_parts(sheet, at + 1)):
        return False
    if _is_upper(sheet, at) or _parts_periods(sheet.rows[at], below) or names_parts(sheet, at + 1):
        return True
    covered = any(sheet.height(sheet.rows[index].number, column) > at - index + 1
                  for index in range(start, at + 1) for column in sheet.rows[index].columns)  # fmt: skip
    return covered or (_is_level(below) and at > start) or (_is_units(below) and len(below.cells) > 1)


def is_next(sheet: Sheet, at: int) -> bool:
    """Whether the row below one is its next level: right below, or past one blank row where the upper one spans."""
    row, below = sheet.rows[at], sheet.rows[at + 1]
    apart = below.number - row.number
    return apart == 1 or (apart == 2 and _spans_rightward(sheet, row))


def _spans_rightward(sheet: Sheet, row: SeenRow) -> bool:
    spans = [(column, sheet.width(row.number, column)) for column in row.columns]
    return any(width > 1 for _, width in spans) and min(column for column, _ in spans) > 1


def _parts_periods(row: SeenRow, below: SeenRow) -> bool:
    """Whether a row of periods stands under a row of periods over some or all of its columns: quarters under years."""
    periods = all(look is Look.PERIOD for look in (*row.looks, *below.looks))
    return periods and len(below.cells) > 1 and set(below.columns) <= set(row.columns)


def names_parts(sheet: Sheet, at: int) -> bool:
    """Whether a row of short words stands over the figures right below it, with nothing over their labels."""
    if not 0 < at < len(sheet.rows) - 1 or sheet.rows[at].number - sheet.rows[at - 1].number > _NEAR:
        return False
    row, data = sheet.rows[at], sheet.rows[at + 1]
    is_words = row.look is RowLook.LABELS and len(row.cells) > 1 and all(look is Look.WORDS for look in row.looks)
    if not is_words or is_codes(row) or data.look is not RowLook.FIGURES or data.number - row.number > _NEAR:
        return False
    figures = {
        column for column, look in zip(data.columns, data.looks, strict=True) if look in (Look.NUMBER, Look.MARK)
    }
    return set(row.columns) <= figures and data.columns[0] not in row.columns and len(row.cells) * 2 >= len(figures)


def _is_level(row: SeenRow) -> bool:
    return (
        heading_like(row) == 1 and all(look in (Look.PERIOD, Look.DAY) for look in row.looks[1:]) and len(row.cells) > 2
    )


def _is_units(row: SeenRow) -> bool:
    return all(isinstance(value, str) and fold(value) in _UNITS for _, value in row.cells)


_UNITS = frozenset(
    {"£", "%", "number", "no.", "no", "£000", "£000s", "£k", "£m", "words", "text", "(£)", "(%)", "hours"}
)


def _is_upper(sheet: Sheet, at: int) -> bool:
    """Whether a row spans several columns of a row right below that names them one by one."""
    if at + 1 >= len(sheet.rows):
        return False
    row, below = sheet.rows[at], sheet.rows[at + 1]
    if not is_next(sheet, at) or below.look is not RowLook.LABELS or holds_data(sheet, at + 1):
        return False
    if _is_wide_title(sheet, row, below):
        return False
    if any(sheet.width(row.number, column) > 1 for column in row.columns):
        return _spans_named(sheet, row, below)
    return _is_sparse(row, below) or completes(sheet, at)


def completes(sheet: Sheet, at: int) -> bool:
    """Whether a row and the one below name all columns of the data under them, and neither does so alone.

    So text files have it: what names one column stands above, and so does the first cell of a heading over several.
    """
    if at + 2 >= len(sheet.rows):
        return False
    row, below, data = sheet.rows[at : at + 3]
    upper, lower, held = set(row.columns), set(below.columns), set(data.columns)
    is_right_below = data.number == below.number + 1 and data.look is RowLook.FIGURES
    own, over = upper - lower, upper & lower
    is_shared = bool(own) and bool(over) and len(lower) > len(over)
    return is_right_below and is_shared and own <= held <= upper | lower and len(held & lower) * 2 >= len(lower)


def _is_wide_title(sheet: Sheet, row: SeenRow, below: SeenRow) -> bool:
    """A single text over everything is a title, not a heading."""
    if len(row.cells) > 1:
        return False
    column = row.columns[0]
    width = sheet.width(row.number, column)
    if width == 1:
        return row.looks[0] is not Look.PERIOD or column <= below.columns[0]
    return column <= below.columns[0] and column + width > below.columns[-1]


def _spans_named(sheet: Sheet, row: SeenRow, below: SeenRow) -> bool:
    named = set(below.columns)
    spans = [(column, sheet.width(row.number, column)) for column in row.columns if sheet.width(row.number, column) > 1]
    wide = [(column, width) for column, width in spans if sheet.height(row.number, column) == 1]
    return any(len(named & set(range(column, column + width))) for column, width in wide)


def _is_sparse(row: SeenRow, below: SeenRow) -> bool:
    """Periods that stand over the first of several columns, as a sheet without merged cells has them."""
    gaps = set(below.columns) - set(row.columns)
    over = [look for look, column in zip(row.looks, row.columns, strict=True) if column + 1 in gaps]
    return len(gaps) >= 2 and bool(over) and all(look in (Look.PERIOD, Look.DAY) for look in over)


def holds_data(sheet: Sheet, at: int) -> bool:
    """Whether days in a row stand in columns that hold days near it as well: then it is a row of data."""
    row = sheet.rows[at]
    days = [column for column, look in zip(row.columns, row.looks, strict=True) if look is Look.DAY]
    if not days:
        return False
    for near in (*sheet.rows[max(at - 1, 0) : at], *sheet.rows[at + 1 : at + 6]):
        looks = dict(zip(near.columns, near.looks, strict=True))
        if any(looks.get(column) in (Look.DAY, Look.MARK) for column in days):
            return True
    return False


def _names_columns(sheet: Sheet, at: int, count: int) -> bool:
    leaf = sheet.rows[at + count - 1]
    if len(leaf.cells) < 2 and count < 2:
        return False
    if count == 1 and is_pair(sheet, at):
        return False
    return count > 1 or not _comes_back(sheet, at)


def counts_days(sheet: Sheet, at: int) -> bool:
    """Whether a row numbers the days, weeks or periods that the row right below names, each in its column."""
    if at + 1 >= len(sheet.rows) or sheet.rows[at + 1].number != sheet.rows[at].number + 1:
        return False
    row, below = sheet.rows[at], sheet.rows[at + 1]
    named = {column for column, look in zip(below.columns, below.looks, strict=True) if look in (Look.DAY, Look.PERIOD)}
    numbers = [column for column, look in zip(row.columns, row.looks, strict=True) if look is Look.NUMBER]
    return len(numbers) > 2 and set(numbers) <= named and len(below.cells) - len(named) <= 1


def is_pair(sheet: Sheet, at: int) -> bool:
    """Whether a row of two cells says one thing, as "Provider" and its name, and names no columns."""
    row = sheet.rows[at]
    if len(row.cells) != 2 or not isinstance(row.cells[0][1], str):
        return False
    first = str(row.cells[0][1]).strip()
    if _stands_over_periods(sheet, at):
        return False
    if first.endswith(":") or (label(first) in _PERIOD_LABELS and row.looks[1] in (Look.PERIOD, Look.DAY)):
        return True
    if heading_like(row) == 1 and _column_is_even(sheet, at, row.columns[1]):
        return False
    return bool(set(label(first).split()) & _CONTEXT) or not _column_is_even(sheet, at, row.columns[1])


def _stands_over_periods(sheet: Sheet, at: int) -> bool:
    """Whether three rows right below hold a day or period under the first cell and a figure under the second."""
    columns = sheet.rows[at].columns
    below = [row for row in sheet.rows[at + 1 : at + 4] if row.columns == columns]
    return len(below) == 3 and all(
        row.looks[0] in (Look.DAY, Look.PERIOD) and row.looks[1] in (Look.NUMBER, Look.MARK) for row in below
    )


def _column_is_even(sheet: Sheet, at: int, column: int) -> bool:
    """Whether what stands below in a column is figures and nothing else, or words and nothing else."""
    kinds: set[str] = set()
    for below in sheet.rows[at + 1 : at + _LOOK_AHEAD]:
        looks = dict(zip(below.columns, below.looks, strict=True))
        if kinds == {"figure"} and heading_like(below) == 1 and len(below.cells) > 1:
            break
        if len(below.cells) > 1 and column in looks:
            kinds.add({Look.NUMBER: "figure", Look.MARK: "figure"}.get(looks[column], "words"))
    return kinds == {"figure"} or (kinds == {"words"} and heading_like(sheet.rows[at]) == 1)


def _comes_back(sheet: Sheet, at: int) -> bool:
    """Whether most words of a row come again right below in their columns, as in rows of data without headings."""
    row = sheet.rows[at]
    if heading_like(row) >= 0.5:
        return False
    below: dict[int, set[str]] = {}
    for each in sheet.rows[at + 1 : at + _LOOK_AHEAD]:
        for column, value in each.cells:
            below.setdefault(column, set()).add(fold(str(value)))
    again = sum(fold(str(value)) in below.get(column, ()) for column, value in row.cells)
    return again * 2 >= len(row.cells)


def is_same_heading(row: SeenRow, heading: SeenRow) -> bool:
    """Whether a row says what a heading row says, cell by cell."""
    if len(row.cells) != len(heading.cells):
        return False
    pairs = zip(row.cells, heading.cells, strict=True)
    return all(fold(str(one)) == fold(str(other)) for (_, one), (_, other) in pairs)
