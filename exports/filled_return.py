"""A blank return filled in as a provider does in a spreadsheet program: for the tour and for trying things out."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from db.returns.layout import COMMENT_COLUMN, FIGURE_COLUMN, FIRST_MEASURE_ROW, RETURN_SHEET

Answer = tuple[str | int | float, str]
"""What is typed for a measure: the figure or words, and a comment (empty for none)."""


def fill_in(blank: bytes, answers: Sequence[Answer]) -> bytes:
    """The workbook with an answer typed for each measure, in the order they are asked."""
    workbook = load_workbook(BytesIO(blank))
    sheet: Any = workbook[RETURN_SHEET]
    for row, (figure, comment) in enumerate(answers, FIRST_MEASURE_ROW):
        sheet[f"{FIGURE_COLUMN}{row}"].value = figure
        if comment:
            sheet[f"{COMMENT_COLUMN}{row}"].value = comment
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()
