"""A dialog that stays open until what it asks for was done, so that nothing typed is lost when it is refused."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QScrollArea, QWidget

from db.rules.refusal import Refusal
from desktop.fields.field import Field
from desktop.fields.form_dialog import FormDialog
from desktop.look.parts import MARGIN
from desktop.screens.flow import Flow

T = TypeVar("T")


class ActDialog(FormDialog[T]):
    """Gives its value to `attempt`. A refusal is shown on top and beside the field it is about; the dialog stays."""

    attempt: Callable[[T], object] | None = None
    """What is tried with the value; it may raise a Refusal."""
    _was_shown = False
    wide = 0
    """How wide it would like to be, in characters; 0 leaves it to the fields."""

    def __init__(
        self, title: str, act: str, parent: QWidget | None = None, *, intro: str = "", safe: str = "Cancel"
    ) -> None:
        super().__init__(title, act, parent, intro=intro, safe=safe)
        self._wanted: dict[Field, int] = {}

    def concerning(self) -> Sequence[tuple[str, Field]]:
        """Words of a refusal and the field they are about, the first that fit."""
        return ()

    def accept(self) -> None:
        self.act_button.setFocus()  # so that a cell still being typed in is taken
        if not self.form.check(self.rules):
            return
        try:
            answered = self.value()
            if self.attempt:
                self.attempt(answered)
        except Refusal as refusal:
            self._show(str(refusal))
            return
        self.answered = answered
        QDialog.accept(self)
        self.given.emit(answered)

    def sizeHint(self) -> QSize:
        """As wide as it would like, and as tall as its wrapped words then need, within the screen."""
        room = QGuiApplication.primaryScreen().availableSize() * 0.94
        wanted = self.wide * self.fontMetrics().averageCharWidth()
        width = min(max(super().sizeHint().width(), wanted), room.width())
        inside = self._room(width)
        form = self.form.heightForWidth(inside) if self.form.hasHeightForWidth() else self.form.sizeHint().height()
        around = self._height_around(width - 2 * MARGIN)
        return QSize(width, form + around + 8).boundedTo(room)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt alone would open it no larger than two thirds of the screen."""
        if not self._was_shown:
            self._was_shown = True
            self.resize(self.sizeHint())
        super().showEvent(event)

    def beside(self, *fields: Field) -> None:
        """Put fields side by side in one row of the form; those that find no room go on below."""
        holder = QWidget()
        row = Flow(16)
        holder.setLayout(row)
        for field in fields:
            self.form.fields.append(field)
            row.addWidget(field)
        self.form.add_widget(holder)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_fields(self._room(self.width()))

    def _room(self, width: int) -> int:
        """What a dialog of a width leaves to the fields, beside margins, focus rings and scroll bar."""
        area = self.findChild(QScrollArea)
        bar = area.verticalScrollBar().sizeHint().width() if area else 0
        return width - 2 * MARGIN - 18 - bar

    def _fit_fields(self, room: int) -> None:
        """No control is wider than the dialog: large type on a small screen would cut it."""
        for field in self.form.fields:
            control, beside = field.control, field.beside()
            if control.minimumWidth() == control.maximumWidth():
                self._wanted[field] = max(self._wanted.get(field, 0), control.minimumWidth())
            if field in self._wanted:
                taken = beside.sizeHint().width() + 4 if beside else 0
                control.setFixedWidth(max(min(self._wanted[field], room - taken), 60))

    def _height_around(self, width: int) -> int:
        """What stands above and below the scrolled form needs, at a width."""
        layout = self.layout()
        if layout is None:
            return 0
        margins = layout.contentsMargins()
        height = margins.top() + margins.bottom() + layout.spacing() * (layout.count() - 1)
        for item in (layout.itemAt(at) for at in range(layout.count())):
            if item is not None and not isinstance(item.widget(), QScrollArea):
                height += item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
        return height

    def _show(self, sentence: str) -> None:
        about = next((field for words, field in self.concerning() if words.lower() in sentence.lower()), None)
        self.form.show_problems([(about, sentence)])
