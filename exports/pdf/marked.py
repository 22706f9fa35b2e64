"""A document for papers that nobody signs: a character that the typeface cannot show is marked, and that is told."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from exports.pdf.document import Document
from exports.pdf.style import PORTRAIT, Sheet
from exports.pdf.table_content import Column, Row
from exports.pdf.text import STAND_IN, fit

TOLD = f"{STAND_IN} stands for a character that the typeface of this paper cannot show."


class MarkedDocument(Document):
    """The same document; only the record of a decision, which is signed, is refused instead."""

    def __init__(
        self,
        *,
        title: str,
        author: str,
        subject: str,
        made_on: date,
        header: tuple[str, str],
        footer: str,
        sheet: Sheet = PORTRAIT,
    ) -> None:
        self._is_marked = False
        left, right = header
        super().__init__(
            title=self._fit(title), author=self._fit(author), subject=self._fit(subject), made_on=made_on,
            header=(self._fit(left), self._fit(right)), footer=self._fit(footer), is_dense=True, sheet=sheet,
        )  # fmt: skip

    def heading(self, level: int, text: str) -> None:
        super().heading(level, self._fit(text))

    def kicker(self, text: str) -> None:
        super().kicker(self._fit(text))

    def paragraph(self, text: str, *, quiet: bool = False, emphasis: str = "") -> None:
        super().paragraph(self._fit(text), quiet=quiet, emphasis=emphasis)

    def fact(self, name: str, *lines: str, quiet: bool = False) -> None:
        super().fact(self._fit(name), *map(self._fit, lines), quiet=quiet)

    def table(self, caption: str, columns: Iterable[Column], rows: Iterable[Row]) -> None:
        headed = [replace(each, heading=self._fit(each.heading)) for each in columns]
        fitted = [replace(row, cells=tuple(map(self._fit, row.cells))) for row in rows]
        super().table(self._fit(caption), headed, fitted)

    def to_bytes(self) -> bytes:
        if self._is_marked:
            super().paragraph(TOLD, quiet=True)
        return super().to_bytes()

    def _fit(self, text: str) -> str:
        fitted, marked = fit(text)
        self._is_marked |= marked
        return fitted
