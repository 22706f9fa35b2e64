"""What a decision rests on: the chain drawn, and the same in words, with where each step leads."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.drawing.chain import ChainDrawing, Step, StepKind
from desktop.drawing.chain_view import ChainView
from desktop.look.parts import GAP, button, prose
from desktop.screens.detail import Detail, linked
from desktop.screens.screen import Place

Go = Callable[[Place], object]
NOTHING = (
    "Nothing is recorded that this decision rests on, and nothing rests on it. Name the decision or the entry of the "
    "scheme of delegation it rests on in its record."
)


def show_authority(pane: Detail, drawing: ChainDrawing, reasons: Sequence[str], go: Go) -> None:
    """Fill the pane with a chain; `reasons` say why the decision shown is inside its power or outside."""
    pane.begin("Where the power comes from")
    if not any(step.kind is not StepKind.EFFECT and not step.is_here for step in drawing.steps):
        pane.say(NOTHING, "quiet")
    view = ChainView()
    view.opened.connect(lambda step: go(Place(step.screen, step.row_id)))
    view.show_chain(drawing)
    pane.add(view)
    if reasons:
        pane.group("Why")
        for reason in reasons:
            pane.say(reason)
    _offer_list(pane, drawing, go)


def _offer_list(pane: Detail, drawing: ChainDrawing, go: Go) -> None:
    """The list is made when it is first asked for: a chain may end in hundreds of contracts."""
    holder = QWidget()
    held = QVBoxLayout(holder)
    held.setContentsMargins(0, 0, 0, 0)
    holder.hide()
    shows = button("The same as a list", "chainAsList", icon="rail", role="link")
    shows.setCheckable(True)

    def show(wanted: bool) -> None:
        if wanted and not held.count():
            held.addWidget(_as_list(drawing, go))
        holder.setVisible(wanted)

    shows.toggled.connect(show)
    line = QWidget()
    across = QHBoxLayout(line)
    across.setContentsMargins(0, GAP, 0, 0)
    across.addWidget(shows)
    across.addStretch(1)
    pane.add(line)
    pane.add(holder)


def _as_list(drawing: ChainDrawing, go: Go) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(GAP)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for row, step in enumerate(drawing.steps):
        grid.addWidget(_way(step, row, go), row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        verdict = f"{step.verdict.word}. " if step.verdict else ""
        words = f"{drawing.depth(row) + 1}. {step.kind.value}. {verdict}{step.says}"
        grid.addWidget(prose(words, "quiet"), row, 1, Qt.AlignmentFlag.AlignTop)
    return made


def _way(step: Step, row: int, go: Go) -> QWidget:
    if not step.screen or step.is_here:
        return prose(step.title)
    return linked(step.title, f"chainStep{row}", partial(go, Place(step.screen, step.row_id)))
