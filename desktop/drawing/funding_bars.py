"""Money by year: a small bar for each funding partner, with its words and figure beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.rules.money import Pence, show_pounds
from desktop.look.fonts import sized
from desktop.look.theme import theme


@dataclass(frozen=True, slots=True)
class PartnerAmount:
    """What one funding partner pays in a year."""

    partner: str
    amount: Pence


@dataclass(frozen=True, slots=True)
class FundedYear:
    """One financial year and who pays what in it."""

    year: str
    amounts: tuple[PartnerAmount, ...]

    @property
    def total(self) -> Pence:
        """All partners together."""
        return Pence(sum(each.amount for each in self.amounts))

    def spoken(self) -> str:
        """The year in words."""
        paid = ", ".join(f"{each.partner} {show_pounds(each.amount)}" for each in self.amounts)
        return f"{self.year}: {show_pounds(self.total)} ({paid})" if paid else f"{self.year}: no money recorded"


class FundingBars(QWidget):
    """Years under each other; in each, a bar a partner, all to one scale. Every figure stands beside its bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fundingBars")
        self.setAccessibleName("Money by year")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._years: tuple[FundedYear, ...] = ()
        theme().changed.connect(self._again)

    def show_years(self, years: Sequence[FundedYear]) -> None:
        """Draw these years, in their order."""
        self._years = tuple(years)
        self.setAccessibleDescription(". ".join(year.spoken() for year in self._years))
        self._again()

    def sizeHint(self) -> QSize:
        line = self._line()
        height = sum(line * (1 + len(year.amounts)) + 8 for year in self._years)
        return QSize(420, round(height))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._name_width() + self._figure_width() + 40), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._again()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0.0
        for year in self._years:
            top = self._paint_year(painter, year, top) + 8
        painter.end()

    def _paint_year(self, painter: QPainter, year: FundedYear, top: float) -> float:
        t, line = theme().tokens, self._line()
        painter.setFont(sized(self.font(), 1.0, self.font().Weight.DemiBold))
        self._words(painter, QRectF(0, top, self.width(), line), year.year, t.text)
        self._words(painter, QRectF(0, top, self.width(), line), show_pounds(year.total), t.text, right=True)
        painter.setFont(self.font())
        for each in year.amounts:
            top += line
            self._paint_amount(painter, each, top)
        return top + line

    def _paint_amount(self, painter: QPainter, each: PartnerAmount, top: float) -> None:
        t, line = theme().tokens, self._line()
        names, figures = self._name_width(), self._figure_width()
        metrics = QFontMetricsF(self.font())
        name = metrics.elidedText(each.partner, Qt.TextElideMode.ElideRight, names - 8)
        self._words(painter, QRectF(0, top, names, line), name, t.quiet)
        self._words(painter, QRectF(0, top, self.width(), line), show_pounds(each.amount), t.text, right=True)
        room = max(self.width() - names - figures - 16, 0)
        largest = max((abs(one.amount) for year in self._years for one in year.amounts), default=0)
        long = room * abs(each.amount) / largest if largest else 0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.accent if each.amount >= 0 else t.overdue.ink))
        thick = round(line * 0.4)
        box = QRectF(QPointF(names, top + (line - thick) / 2), QPointF(names + long, top + (line + thick) / 2))
        painter.drawRoundedRect(box, 2, 2)

    def _words(self, painter: QPainter, area: QRectF, words: str, ink: str, *, right: bool = False) -> None:
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.setPen(QColor(ink))
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)

    def _line(self) -> float:
        return round(QFontMetricsF(self.font()).height() * 1.4)

    def _name_width(self) -> float:
        metrics = QFontMetricsF(self.font())
        wide = max((metrics.horizontalAdvance(one.partner) for year in self._years for one in year.amounts), default=0)
        return min(wide + 16, max(self.width() * 0.4, 80))

    def _figure_width(self) -> float:
        metrics = QFontMetricsF(sized(self.font(), 1.0, self.font().Weight.DemiBold))
        figures = [show_pounds(year.total) for year in self._years]
        return max((metrics.horizontalAdvance(figure) for figure in figures), default=0)

    def _again(self) -> None:
        self.updateGeometry()
        self.update()
