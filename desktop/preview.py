"""A PDF on screen, page under page, as it will print: signature boxes drawn, white paper in either scheme."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.look.parts import GAP, button, icon_button, label
from desktop.look.theme import theme
from desktop.paper import Paper

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
_POINTS_TO_PIXELS = 96 / 72


class PdfPreview(QWidget):
    """Shows a PDF. Page up and down turn pages, Ctrl+plus and Ctrl+minus zoom, Ctrl+0 fits the width.

    Signals:
        turned: another page is in view (its number from 1, and how many there are).
    """

    turned = Signal(int, int)

    def __init__(self, name: str = "preview", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.paper: Paper | None = None
        self._zoom: float | None = None
        self._pages: list[_Page] = []
        self.area = _PageScroller(self._step_page, self._step_zoom, self.fit_width)
        self.area.setObjectName(f"{name}Pages")
        self.area.setAccessibleName("Pages of the document")
        self.where = label("", "quiet")
        self.size_told = label("", "quiet")
        self._lay_out(name)
        self.area.verticalScrollBar().valueChanged.connect(self._tell_page)
        self.area.resized.connect(self._follow_width)
        theme().changed.connect(self._measure)

    def show_pdf(self, content: bytes) -> None:
        """Show this document from its first page."""
        self.clear()
        self.paper = Paper(content)
        column = QVBoxLayout()
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(2 * GAP)
        self._pages = [_Page(self.paper, number) for number in range(len(self.paper.sizes))]
        for page in self._pages:
            column.addWidget(page, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        holder = QWidget()
        holder.setLayout(column)
        self.area.setWidget(holder)
        self.area.verticalScrollBar().setValue(0)
        self._measure()

    def renew(self, content: bytes) -> None:
        """Show another state of the document, the place in it kept."""
        bar = self.area.verticalScrollBar()
        place = bar.value()
        self.show_pdf(content)
        if (holder := self.area.widget()) and (layout := holder.layout()):
            layout.activate()
            holder.resize(holder.width(), layout.sizeHint().height())
        bar.setValue(place)
        QTimer.singleShot(0, self, lambda: bar.setValue(place))

    def clear(self) -> None:
        """Show nothing."""
        self._pages = []
        self.area.setWidget(QWidget())
        if self.paper:
            self.paper.close()
            self.paper = None
        self.where.setText("")

    @property
    def page(self) -> int:
        """The page in view, from 1; 0 without a document."""
        top = self.area.verticalScrollBar().value() + self.area.viewport().height() // 3
        return max((number for number in range(1, len(self._pages) + 1) if self._top(number) <= top), default=0)

    def go_to(self, number: int) -> None:
        """Bring a page into view, from 1."""
        if self._pages:
            self.area.verticalScrollBar().setValue(self._top(min(max(number, 1), len(self._pages))) - 2 * GAP)

    def fit_width(self) -> None:
        """As large as the width lets it be."""
        self._zoom = None
        self._measure()

    def zoom_in(self) -> None:
        """A step larger."""
        self._step_zoom(1)

    def zoom_out(self) -> None:
        """A step smaller."""
        self._step_zoom(-1)

    @property
    def zoom(self) -> float:
        """How large it is shown; 1 is the size of the paper."""
        if self._zoom is not None or not self.paper:
            return self._zoom or 1.0
        widest = max(width for width, _ in self.paper.sizes) * _POINTS_TO_PIXELS
        room = self.area.viewport().width() - 4 * GAP - 2
        return max(room / widest, 0.2)

    def _lay_out(self, name: str) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(GAP)
        before = icon_button("chevron-up", "Page before (Page up)", f"{name}Before")
        after = icon_button("chevron-down", "Next page (Page down)", f"{name}After")
        before.clicked.connect(lambda: self._step_page(-1))
        after.clicked.connect(lambda: self._step_page(1))
        smaller = button("−", f"{name}Smaller")
        larger = button("+", f"{name}Larger")
        fit = button("Fit width", f"{name}Fit")
        smaller.setAccessibleName("Smaller")
        smaller.setToolTip("Smaller (Ctrl+−)")
        larger.setAccessibleName("Larger")
        larger.setToolTip("Larger (Ctrl++)")
        fit.setToolTip("As wide as there is room (Ctrl+0)")
        smaller.clicked.connect(self.zoom_out)
        larger.clicked.connect(self.zoom_in)
        fit.clicked.connect(self.fit_width)
        for turner in (before, after, self.where):
            bar.addWidget(turner)
        bar.addStretch()
        for widget in (self.size_told, smaller, larger, fit):
            bar.addWidget(widget)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(GAP)
        body.addLayout(bar)
        body.addWidget(self.area, 1)

    def _top(self, number: int) -> int:
        """Where a page begins, known before the pages are laid out."""
        return 2 * GAP + sum(page.height() + 2 * GAP for page in self._pages[: number - 1])

    def _step_page(self, by: int) -> None:
        self.go_to(self.page + by)

    def _step_zoom(self, by: int) -> None:
        now = self.zoom
        steps = [zoom for zoom in ZOOMS if (zoom > now + 0.01 if by > 0 else zoom < now - 0.01)]
        if steps:
            kept = self.page
            self._zoom = steps[0] if by > 0 else steps[-1]
            self._measure()
            self.go_to(kept)

    def _follow_width(self) -> None:
        if self._zoom is None:
            self._measure()

    def _measure(self) -> None:
        for page in self._pages:
            page.show_at(self.zoom * _POINTS_TO_PIXELS)
        self.size_told.setText(f"{self.zoom * 100:.0f} %" if self._pages else "")
        self._tell_page()

    def _tell_page(self) -> None:
        if self._pages:
            self.where.setText(f"Page {self.page} of {len(self._pages)}")
            self.turned.emit(self.page, len(self._pages))


class _Page(QWidget):
    """One page; painted when it comes into view."""

    def __init__(self, paper: Paper, number: int) -> None:
        super().__init__()
        self._paper = paper
        self._number = number
        self._scale = 1.0
        self._picture: QPixmap | None = None
        self.setAccessibleName(f"Page {number + 1}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_at(self, scale: float) -> None:
        """Be that many pixels to the point."""
        width, height = self._paper.sizes[self._number]
        self._scale = scale
        self._picture = None
        self.setFixedSize(QSize(round(width * scale), round(height * scale)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            ratio = self.devicePixelRatioF()
            self._picture = QPixmap.fromImage(self._paper.picture(self._number, self._scale * ratio))
            self._picture.setDevicePixelRatio(ratio)
            self.setAccessibleDescription(self._paper.words(self._number))
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setPen(QColor(theme().tokens.line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class _PageScroller(QScrollArea):
    """Scrolls the pages and turns keys into pages and zoom."""

    resized = Signal()

    def __init__(
        self, step_page: Callable[[int], None], step_zoom: Callable[[int], None], fit: Callable[[], None]
    ) -> None:
        super().__init__()
        self._keys = {
            (Qt.Key.Key_PageDown, False): lambda: step_page(1),
            (Qt.Key.Key_PageUp, False): lambda: step_page(-1),
            (Qt.Key.Key_Plus, True): lambda: step_zoom(1),
            (Qt.Key.Key_Equal, True): lambda: step_zoom(1),
            (Qt.Key.Key_Minus, True): lambda: step_zoom(-1),
            (Qt.Key.Key_0, True): fit,
        }
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        act = self._keys.get((Qt.Key(event.key()), held))
        if act:
            act()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()
