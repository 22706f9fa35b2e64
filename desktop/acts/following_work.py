"""Files about returns, made away from the window: plain values in, bytes out. No Qt here."""

from collections.abc import Sequence
from datetime import date

from db.rules.owed import Owed
from db.rules.queries import QueryList
from db.rules.scorecard import Scorecard


def scorecard_as_pdf(card: Scorecard, council: str) -> bytes:
    """A council's scorecard as a tagged PDF.

    Raises:
        Refusal: the typeface lacks a character, or a table is too wide for a page.
    """
    from exports.scorecard_pdf import render

    return render(card, council)


def scorecard_as_workbook(card: Scorecard) -> bytes:
    """A scorecard as a workbook."""
    from exports.scorecard_workbook import render

    return render(card)


def ledger_as_workbook(rows: Sequence[Owed], on: date, name: str) -> bytes:
    """Lines of the ledger of returns as a workbook."""
    from exports.returns_ledger import render

    return render(rows, on, name)


def queries_as_workbook(asked: QueryList) -> bytes:
    """What a provider is asked, as a workbook with room to answer."""
    from exports.query_list import render

    return render(asked)
