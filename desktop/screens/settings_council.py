"""The council in the settings: its name, the form of its records, and what its decisions are held to."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.operations.council import set_council
from db.operations.decision_rules import set_decision_rules
from db.rules.decision_rules import DecisionRules, rules_from
from db.rules.refusal import Refusal
from desktop.desk import Desk
from desktop.fields.choice_fields import ChoiceField
from desktop.fields.form import Form
from desktop.fields.money_field import MoneyField
from desktop.fields.text_fields import TextField
from desktop.look.parts import GAP, button, label, prose
from desktop.screens.flow import Flow
from desktop.screens.settings_diary import attempt
from exports.record_templates import names

_KEPT = "Kept in the register, for everyone who opens it."


class CouncilSettings(QWidget):
    """Whose register it is. Every record that is not signed yet follows what is saved here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.form = Form()
        self.name = self.form.add(TextField("councilName", "Council", missing="Enter the council’s name"))
        self.template: ChoiceField[str] = self.form.add(
            ChoiceField("recordTemplate", "Form of its records", [], characters=24, missing="Choose a form",
                        helped="Headings, their order, and the wording of each record.")
        )  # fmt: skip
        self.threshold = self.form.add(
            MoneyField("keyThreshold", "Key decisions from", helped="The council’s constitution says, such as £1m.",
                       missing="Enter the value from which a decision is key")
        )  # fmt: skip
        self.days = self.form.add(
            TextField("callInDays", "Working days of call-in", characters=6, missing="Enter the days, such as 5",
                      helped="Counted after publication.")
        )  # fmt: skip
        self.save = button("Save the council", "saveCouncil", icon="save", role="act")
        self.save.clicked.connect(self._save)
        self._lay_out()

    def load(self) -> None:
        """Show what the register has."""
        council, rules = self._desk.register.decisions.council(), self._rules()
        self.name.write(council.name)
        forms = dict.fromkeys((*names(), council.template))
        self.template.offer([(each, each.capitalize()) for each in forms], council.template)
        self.threshold.write(rules.key_threshold)
        self.days.write(str(rules.call_in.working_days))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(label("The council", "groupTitle"))
        column.addWidget(prose(f"{_KEPT} Records of decision carry its name and are checked by its rules.", "quiet"))
        column.addWidget(self.form)
        buttons = Flow(GAP)
        buttons.addWidget(self.save)
        column.addLayout(buttons)

    def _rules(self) -> DecisionRules:
        return rules_from(self._desk.register.diaries.settings())

    def _save(self) -> None:
        if self.form.check():
            attempt(self._desk, self.window(), self.form, self._keep)

    def _keep(self) -> None:
        """Everything is read before the first act, because each act has the settings shown anew."""
        threshold, days = self.threshold.read(), self.days.read()
        if not days.isdecimal() or threshold is None:
            raise Refusal("Enter the working days of call-in as a whole number, such as 5.")
        council, rules = self._desk.register.decisions.council(), self._rules()
        name, template = self.name.read(), self.template.read() or council.template
        if (threshold, int(days)) != (rules.key_threshold, rules.call_in.working_days):
            self._desk.act(set_decision_rules, threshold, int(days))
        if (name, template) != (council.name, council.template):
            self._desk.act(set_council, name, template)
