"""Search everything: contracts, decisions, providers, places and commands by a few letters."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from db.rules.contract import Contract
from desktop.desk import Desk
from desktop.look import icons
from desktop.look.theme import theme
from desktop.screens.screen import Place
from desktop.tables.columns import folded

_MOST = 40
_PAD = 8
_KIND = Qt.ItemDataRole.UserRole
_BESIDE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that can be found: what it is, its words, more beside them, and what choosing it does."""

    kind: str
    icon: str
    words: str
    beside: str
    do: Callable[[], object]
    also: str = ""

    @property
    def searched(self) -> str:
        """What it is found by."""
        return folded(f"{self.words} {self.beside} {self.also}")


def findings(desk: Desk, go: Callable[[Place], object]) -> Iterator[Finding]:
    """Everything in the register that can be gone to."""

    def to(screen: str, row_id: str) -> Callable[[], object]:
        return lambda: go(Place(screen, row_id))

    for contract in desk.register.contracts.all():
        beside = f"{contract.title} · {contract.provider_names}" if isinstance(contract, Contract) else contract.problem
        yield Finding("Contract", "register", contract.reference, beside, to("contract", contract.id))
    for decision in desk.register.decisions.all():
        yield Finding("Decision", "decisions", decision.name, decision.subject, to("decisions", decision.id))
    for provider in desk.register.providers.all():
        also = ", ".join(provider.names[1:])
        yield Finding("Provider", "providers", provider.name, also, to("providers", provider.id))


def found(among: Iterable[Finding], words: str) -> list[Finding]:
    """Those that have every word, those whose own words begin with them first."""
    wanted = folded(words).split()
    kept = [each for each in among if all(word in each.searched for word in wanted)]
    start = folded(words).strip()
    return sorted(kept, key=lambda each: not folded(each.words).startswith(start))[:_MOST] if start else kept[:_MOST]


class Search(QDialog):
    """A line to type in, and below it what was found. Enter goes there, Esc goes back."""

    def __init__(self, parent: QWidget, among: Iterable[Finding]) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("search")
        self.setWindowTitle("Search everything")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._among = list(among)
        self._shown: list[Finding] = []
        self.line = QLineEdit()
        self.line.setObjectName("searchLine")
        self.line.setAccessibleName("Search everything")
        self.line.setPlaceholderText("A reference, title, provider, decision, or something to do")
        self.list = QListWidget()
        self.list.setObjectName("searchFound")
        self.list.setAccessibleName("Found")
        self.list.setItemDelegate(_Lines(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        edge = QFrame()
        edge.setProperty("role", "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(edge)
        column = QVBoxLayout(edge)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        self.line.textChanged.connect(self._find)
        self.line.returnPressed.connect(self._take)
        self.list.itemClicked.connect(lambda _item: self._take())
        self.line.installEventFilter(self)
        self._find("")

    def sizeHint(self) -> QSize:
        above = self.parentWidget()
        room = above.size() if above else QSize(800, 600)
        wanted = QSize(90 * self.fontMetrics().averageCharWidth(), 24 * self.fontMetrics().height())
        return wanted.boundedTo(room - QSize(48, 96))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}.get(
                Qt.Key(event.key())
            )
            if step:
                self._move(step)
                return True
        return False

    def _move(self, step: int) -> None:
        last = self.list.count() - 1
        self.list.setCurrentRow(max(0, min(last, self.list.currentRow() + step)))

    def _find(self, words: str) -> None:
        self._shown = found(self._among, words)
        self.list.clear()
        tokens = theme().tokens
        for each in self._shown:
            item = QListWidgetItem(icons.icon(each.icon, tokens, "quiet"), each.words)
            item.setData(_KIND, each.kind)
            item.setData(_BESIDE, each.beside)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{each.kind}: {each.words}. {each.beside}")
            self.list.addItem(item)
        if not self._shown:
            item = QListWidgetItem(f"Nothing has “{words.strip()}” in it.")
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _take(self) -> None:
        at = self.list.currentRow()
        if 0 <= at < len(self._shown):
            chosen = self._shown[at]
            self.accept()
            chosen.do()


class _Lines(QStyledItemDelegate):
    """A line: icon, words, what is beside them quietly, and its kind at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, round(option.fontMetrics.height() * 2.1))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens, area = theme().tokens, QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(tokens.selection))
        area.adjust(_PAD, 0, -_PAD, 0)
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(picture, QIcon):
            side = icons.SIZE
            picture.paint(painter, QRect(area.left(), area.center().y() - side // 2, side, side))
        area.setLeft(area.left() + icons.SIZE + _PAD)
        kind = str(index.data(_KIND) or "")
        self._words(painter, area, kind, tokens.quiet, Qt.AlignmentFlag.AlignRight)
        area.setRight(area.right() - option.fontMetrics.horizontalAdvance(kind) - 2 * _PAD)
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        self._words(painter, area, words, tokens.text)
        area.setLeft(area.left() + option.fontMetrics.horizontalAdvance(words) + _PAD)
        self._words(painter, area, str(index.data(_BESIDE) or ""), tokens.quiet)

    def _words(
        self,
        painter: QPainter,
        area: QRect,
        words: str,
        ink: str,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        painter.setPen(QColor(ink))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(area.width(), 0))
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)
