"""The fields of a contract's own terms: its days, its options, the notice each side gives."""

from collections.abc import Sequence
from datetime import date

from db.rules.contract import NoticeTerm, Side
from db.rules.dates import Period, Unit, show_day, show_length, term_end
from db.rules.refusal import Refusal
from desktop.dialogs.rows_field import Cells, RowsField

_SIDES = ((Side.COUNCIL, "The council"), (Side.PROVIDER, "The provider"))
_UNITS = tuple((unit, unit.value) for unit in Unit)


def option_rows(months: Sequence[int]) -> RowsField:
    """Extension options in the order they are used, a length in months each."""
    return RowsField(
        "options",
        "Extension o&ptions",
        (Cells("Months", 8),),
        [(str(each),) for each in months],
        line="option",
        helped="In the order they are used. A year is 12 months.",
    )


def read_options(field: RowsField) -> tuple[int, ...]:
    """The months of each option.

    Raises:
        Refusal: one is not a whole number.
    """
    return tuple(whole(text, f"option {number}", "12") for number, (text,) in enumerate(field.read(), 1))


def notice_rows(terms: Sequence[NoticeTerm]) -> RowsField:
    """The notice each side must give, as the contract says it."""
    cells = (
        Cells("Given by", 14, _SIDES),
        Cells("Length", 6),
        Cells("Counted in", 10, _UNITS),
        Cells("Where the contract says so", 28, stretches=True),
    )
    rows = [(term.side, str(term.length), term.unit, term.source) for term in terms]
    return RowsField("notice", "N&otice to end it", cells, rows or [(Side.COUNCIL, "", Unit.MONTHS, "")], line="notice")


def read_notice(field: RowsField) -> tuple[NoticeTerm, ...]:
    """The notice of each side that has a length.

    Raises:
        Refusal: a line is half filled in, or a side stands twice.
    """
    terms = []
    for side, length, unit, source in field.read():
        if not length and not source:
            continue
        if side is None or unit is None:
            raise Refusal("Choose who gives each notice and what its length is counted in.")
        terms.append(NoticeTerm(side, whole(length, "the length of notice", "3"), unit, source))
    if len({term.side for term in terms}) < len(terms):
        raise Refusal("One side’s notice stands twice. Remove one line.")
    return tuple(terms)


def whole(text: str, what: str, example: str) -> int:
    """A whole number as typed.

    Raises:
        Refusal: it is not one.
    """
    if not text.isascii() or not text.isdigit():
        raise Refusal(
            f"Enter {what} as a whole number, such as {example}." + (f" “{text}” is not one." if text else "")
        )
    return int(text)


def term_working(starts_on: date | None, ends_on: date | None, months: int | None) -> tuple[date | None, str]:
    """The last day of a term from its first day and either its last day or its length, and the working in words.

    Raises:
        Refusal: the end is before the start, or the length is not at least a month.
    """
    if starts_on is None:
        return ends_on, "Enter the first day to see the term." if ends_on or months else "The term stays not recorded."
    if months is not None:
        computed = term_end(starts_on, months)
        length = show_length(months, Unit.MONTHS)
        return computed, f"{length} from {show_day(starts_on)}, that day included, end on {show_day(computed)}."
    if ends_on is None:
        return None, f"Starts {show_day(starts_on)}; its last day stays not recorded."
    return ends_on, f"The term is {Period(starts_on, ends_on)}, both days included."
