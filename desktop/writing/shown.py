"""What a record shows and nobody types: the funding the register adds up, effects carried out, powers delegated."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.register import Register
from db.rules.decision import Decision, Effect
from db.rules.record_template import RecordField
from desktop.look.parts import button, prose
from desktop.screens.delegation_words import headline
from desktop.screens.detail import money_grid
from desktop.writing.asking import done_by
from desktop.writing.gathering import gather


class Shown(QWidget):
    """Follows the decision as the register has it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)

    def tell(self, decision: Decision) -> None:
        """Show what belongs to a decision."""
        raise NotImplementedError

    def lock(self) -> None:
        """Nothing can be changed any more."""


class FundingShown(Shown):
    """The funding table, part by part."""

    def __init__(self, register: Register) -> None:
        super().__init__("recordFunding")
        self._register = register

    def tell(self, decision: Decision) -> None:
        while (item := self.column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        funding = gather(self._register, decision).funding
        if funding is not None:
            rows = [(row.partner, (*row.amounts, row.total)) for row in funding.rows]
            totals = [("Total", (*funding.totals, funding.total))]
            self.column.addWidget(money_grid((*funding.columns, "Total"), rows, totals))


class DoneShown(Shown):
    """The effects that were carried out: they are history, and stay."""

    def __init__(self, register: Register) -> None:
        super().__init__("effectsDone")
        self._register = register
        self.words = prose("", "quiet")
        self.words.setObjectName("effectsDoneWords")
        self.column.addWidget(self.words)

    def tell(self, decision: Decision) -> None:
        done = done_by(self._register, decision)
        self.words.setText(done_in_words(done))
        self.setVisible(bool(done))


class PowersShown(Shown):
    """The powers a decision delegates, and the way to change them."""

    def __init__(self, grant: Callable[[], object]) -> None:
        super().__init__("powersDelegated")
        self.words = prose("", "quiet")
        self.words.setObjectName("powersWords")
        self.change = button("Po&wers it delegates…", "recordPowers", icon="decisions")
        self.change.clicked.connect(grant)
        self.column.addWidget(self.words)
        self.column.addWidget(self.change, alignment=Qt.AlignmentFlag.AlignLeft)

    def tell(self, decision: Decision) -> None:
        powers = [headline(each) for each in decision.delegations]
        self.words.setText("\n".join(["It delegates:", *powers]) if powers else "It delegates no power.")

    def lock(self) -> None:
        self.change.setEnabled(False)


def done_in_words(effects: Sequence[Effect]) -> str:
    """Effects that were carried out, line by line."""
    lines = (
        f"{each.contract_reference}: {each.kind.value}{', ' if each.detail else ''}{each.detail}" for each in effects
    )
    return "\n".join(["Carried out already, so it stays in the record:", *lines])


def shown_of(register: Register, grant: Callable[[], object]) -> Callable[[RecordField], Shown | None]:
    """What to show for each part of a record."""
    makers: dict[RecordField, Callable[[], Shown]] = {
        RecordField.DECISION: lambda: PowersShown(grant),
        RecordField.EFFECTS: lambda: DoneShown(register),
        RecordField.FUNDING: lambda: FundingShown(register),
    }
    return lambda field: makers[field]() if field in makers else None
