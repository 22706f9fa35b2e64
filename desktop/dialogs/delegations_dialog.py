"""The powers a decision delegates, limb by limb."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from db.rules.contract import Contract
from db.rules.decision import Decision
from db.rules.delegation import Delegation
from db.rules.refusal import Refusal
from desktop.dialogs.act_dialog import ActDialog
from desktop.dialogs.limb_form import Contracts, LimbForm, new_limb
from desktop.fields.field import Field
from desktop.look.parts import GAP, button


class LimbsField(Field):
    """The limbs as a list, and the chosen one below it. What is typed in one stays while another is open."""

    def __init__(self, name: str, words: str, limbs: Sequence[Delegation], contracts: Contracts) -> None:
        self._contracts = contracts
        self._made = 0
        self.forms: list[LimbForm] = []
        self._list = QListWidget()
        self._list.setAccessibleName("Powers delegated")
        self._pages = QVBoxLayout()
        self.add = button("Add a po&wer", f"{name}Add", icon="add")
        self.remove = button("&Remove this power", f"{name}Remove", icon="close")
        for each in (self.add, self.remove):
            each.setAutoDefault(False)
        holder = QWidget()
        self._lay_out_inside(holder)
        super().__init__(name, words, holder, missing=words)
        self._list.setObjectName(f"{name}List")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        for each in (self.add, self.remove):
            each.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
        holder.setFocusProxy(self._list)
        for limb in limbs or (new_limb(1),):
            self._append(limb)
        self._list.currentRowChanged.connect(self._open)
        self.add.clicked.connect(self._add_new)
        self.remove.clicked.connect(self._remove)
        self._list.setCurrentRow(0)
        self._open(0)

    def is_empty(self) -> bool:
        return False

    def problem(self) -> str:
        for row, form in enumerate(self.forms):
            found = list(form.problems())
            form.show_problems(found)
            if found:
                self._list.setCurrentRow(row)
                return f"{form.title}: {found[0][1]}"
        return super().problem()

    def read(self) -> tuple[Delegation, ...]:
        """The limbs in order.

        Raises:
            Refusal: one of them cannot be understood.
        """
        return tuple(form.read() for form in self.forms)

    def open_limb(self, row: int) -> LimbForm:
        """Bring a limb into sight, and give its fields."""
        self._list.setCurrentRow(row)
        return self.forms[row]

    def _append(self, limb: Delegation) -> None:
        self._made += 1
        form = LimbForm(self._made, limb, self._contracts)
        form.hide()
        form.changed.connect(self._name_all)
        self.forms.append(form)
        self._pages.addWidget(form)
        QListWidgetItem(form.title, self._list)
        self._measure()

    def _add_new(self) -> None:
        self._append(new_limb(len(self.forms) + 1))
        self._list.setCurrentRow(len(self.forms) - 1)
        self.forms[-1].delegate.focus()
        self._touched()

    def _remove(self) -> None:
        row = self._list.currentRow()
        if not 0 <= row < len(self.forms):
            return
        form = self.forms.pop(row)
        self._list.takeItem(row)
        self._pages.removeWidget(form)
        form.deleteLater()
        self._open(self._list.currentRow())
        self._touched()

    def _open(self, row: int) -> None:
        self.remove.setEnabled(bool(self.forms))
        for at, form in enumerate(self.forms):
            form.setVisible(at == row)

    def _name_all(self) -> None:
        for row, form in enumerate(self.forms):
            self._list.item(row).setText(form.title)
        self._touched()

    def _measure(self) -> None:
        row = self.fontMetrics().height() + 12
        for at in range(self._list.count()):
            self._list.item(at).setSizeHint(QSize(0, row))
        self._list.setFixedHeight(min(max(self._list.count(), 2), 4) * row + 6)

    def _lay_out_inside(self, holder: QWidget) -> None:
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._list)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addWidget(self.remove)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addLayout(self._pages)


class DelegationsDialog(ActDialog[tuple[Delegation, ...]]):
    """What later decisions may rest on, and are held against."""

    wide = 116

    def __init__(self, decision: Decision, contracts: Sequence[Contract], parent: QWidget | None = None) -> None:
        intro = f"{decision.name}: {decision.subject}" if decision.number else decision.subject
        super().__init__("Powers it delegates", "&Keep the powers", parent, intro=intro)
        acted_on = {effect.contract_id for effect in decision.effects}
        in_order = sorted(contracts, key=lambda each: each.id not in acted_on)
        choices = [(str(each.id), f"{each.reference}   {each.title}") for each in in_order]
        self.limbs = self.form.add(LimbsField("limbs", "Powers, &limb by limb", decision.delegations, choices))

    def value(self) -> tuple[Delegation, ...]:
        found = self.limbs.read()
        letters = [each.limb for each in found if each.limb]
        if len(letters) != len(set(letters)):
            raise Refusal("Two powers have the same letter. Give each limb its own, as the decision does.")
        return found

    def concerning(self) -> Sequence[tuple[str, Field]]:
        return (("", self.limbs),)
