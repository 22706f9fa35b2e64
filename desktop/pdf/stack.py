"""The pages of a document under one another: how large, which is in view, what is marked and chosen on them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.look.parts import GAP
from desktop.look.theme import theme
from desktop.paper import Paper, Passage
from desktop.pdf.pages import Page
from desktop.pdf.scroller import Keys, PageScroller

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
_POINTS_TO_PIXELS = 96 / 72
_MARGIN = 2 * GAP


class PageStack(PageScroller):
    """Signals:
    moved: another page is in view, or its size is different.
    """

    moved = Signal()

    def __init__(self, keys: Keys) -> None:
        super().__init__(keys)
        self._paper: Paper | None = None
        self._zoom: float | None = None
        self.pages: list[Page] = []
        self.chosen: Passage | None = None
        self.verticalScrollBar().valueChanged.connect(self.moved)
        self.resized.connect(self._follow_width)
        theme().changed.connect(self._measure)

    def show_paper(self, paper: Paper) -> None:
        """Show these pages from the first."""
        self._paper = paper
        self.pages = [Page(paper, number) for number in range(paper.page_count)]
        column = QVBoxLayout()
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_MARGIN)
        for page in self.pages:
            column.addWidget(page, alignment=Qt.AlignmentFlag.AlignHCenter)
            page.dragged.connect(self._choosing(page))
        column.addStretch()
        holder = QWidget()
        holder.setLayout(column)
        self.setWidget(holder)
        self.verticalScrollBar().setValue(0)
        self._measure()

    def clear(self) -> None:
        """Show nothing."""
        self.pages, self.chosen, self._paper = [], None, None
        self.setWidget(QWidget())

    def lay_out_at_once(self) -> None:
        """Know how far down the pages reach before the event loop says."""
        if (holder := self.widget()) and (layout := holder.layout()):
            layout.activate()
            holder.resize(holder.width(), layout.sizeHint().height())

    @property
    def page(self) -> int:
        """The page in view, from 1; 0 without a document."""
        top = self.verticalScrollBar().value() + self.viewport().height() // 3
        return max((number for number in range(1, len(self.pages) + 1) if self._top(number) <= top), default=0)

    def go_to(self, number: int) -> None:
        """Bring a page into view, from 1."""
        if self.pages:
            self.verticalScrollBar().setValue(self._top(min(max(number, 1), len(self.pages))) - _MARGIN)

    def step_page(self, by: int) -> None:
        """Turn pages."""
        self.go_to(self.page + by)

    def show_passage(self, passage: Passage) -> None:
        """Bring a passage into view, a third of the way down."""
        box = next(iter(self._boxes((passage,))), QRectF())
        place = self._top(passage.page + 1) + self.pages[passage.page].top_of(box)
        self.lay_out_at_once()
        self.verticalScrollBar().setValue(place - self.viewport().height() // 3)

    def mark(self, places: Sequence[Passage], current: Passage | None) -> None:
        """Mark what was found, and the one gone to."""
        for page in self.pages:
            here = [each for each in places if each.page == page.number and each != current]
            gone_to = [current] if current and current.page == page.number else []
            page.mark_found(self._boxes(here), self._boxes(gone_to))

    def choose_all(self) -> None:
        """Choose all the text."""
        self.chosen = None
        for page in self.pages:
            page.mark_chosen(self._boxes((Passage(page.number, 0, -1),)))

    @property
    def zoom(self) -> float:
        """How large it is shown; 1 is the size of the paper."""
        if self._zoom is not None or not self._paper:
            return self._zoom or 1.0
        widest = max(width for width, _ in self._paper.sizes) * _POINTS_TO_PIXELS
        room = self.viewport().width() - 2 * _MARGIN - 2
        return max(room / widest, 0.2)

    def fit_width(self) -> None:
        """As large as the width lets it be."""
        self._zoom = None
        self._measure()

    def step_zoom(self, by: int) -> None:
        """A step larger or smaller, the page in view kept."""
        now = self.zoom
        steps = [zoom for zoom in ZOOMS if (zoom > now + 0.01 if by > 0 else zoom < now - 0.01)]
        if steps:
            kept = self.page
            self._zoom = steps[0] if by > 0 else steps[-1]
            self._measure()
            self.go_to(kept)

    def _top(self, number: int) -> int:
        """Where a page begins, known before the pages are laid out."""
        return _MARGIN + sum(page.height() + _MARGIN for page in self.pages[: number - 1])

    def _follow_width(self) -> None:
        if self._zoom is None:
            self._measure()

    def _measure(self) -> None:
        for page in self.pages:
            page.show_at(self.zoom * _POINTS_TO_PIXELS)
        self.moved.emit()

    def _choosing(self, page: Page) -> Callable[[QPointF, QPointF], None]:
        return lambda begin, end: self._choose(page, begin, end)

    def _choose(self, page: Page, begin: QPointF, end: QPointF) -> None:
        for each in self.pages:
            each.mark_chosen(())
        self.chosen = self._paper.passage(page.number, begin, end) if self._paper and begin != end else None
        if self.chosen:
            page.mark_chosen(self._boxes((self.chosen,)))

    def _boxes(self, passages: Sequence[Passage]) -> tuple[QRectF, ...]:
        return self._paper.boxes(passages) if self._paper else ()
