"""Facts about saying what a provider reports and how it is rated."""

from decimal import Decimal

from db.operations.measures import define_measures
from db.rules.monitoring import Measure, MeasureId, MeasureUnit
from db.rules.outcome import Outcome
from db.rules.rating_bands import Bands
from db.rules.rating_rules import TargetAndFloor
from db.rules.targets import Direction
from db.rules.written_measures import RuleKind
from desktop import acts
from desktop.desk import Desk
from desktop.dialogs.measures_dialog import MeasuresDialog
from tests.desktop.acting import answering, contract, press, said
from tests.desktop.acting import desk as desk


def measures(desk: Desk) -> tuple[Measure, ...]:
    return desk.register.returns.measures(contract(desk.register, "CN-A").id)


def ask(desk: Desk) -> None:
    acts.set_measures(desk, None, contract(desk.register, "CN-A").id)


def test_a_contract_without_measures_is_offered_the_standard_ones(desk: Desk) -> None:
    answering(MeasuresDialog, press)
    ask(desk)
    assert [each.name for each in measures(desk)][:2] == ["People supported in the quarter", "New referrals received"]


def test_a_measure_is_given_its_direction_rule_and_target(desk: Desk) -> None:
    def answer(dialog: MeasuresDialog) -> None:
        dialog.fields.direction.write(Direction.HIGHER)
        dialog.fields.rule.write(RuleKind.TARGET)
        dialog.fields.targets.write([("1 April 2024", "1,200", "1,000")])
        press(dialog)

    answering(MeasuresDialog, answer)
    ask(desk)
    first = measures(desk)[0]
    assert (first.direction, first.rule) == (Direction.HIGHER, TargetAndFloor())
    assert [(each.value, each.floor) for each in first.targets] == [(Decimal(1200), Decimal(1000))]


def test_a_gap_between_bands_is_told_beside_the_bands_of_the_measure_it_is_in(desk: Desk) -> None:
    seen: list[object] = []

    def answer(dialog: MeasuresDialog) -> None:
        dialog.list.setCurrentRow(1)
        dialog.fields.rule.write(RuleKind.BANDS)
        dialog.fields.bands.write([("", "5", False, Outcome.RED, ""), ("6", "", False, Outcome.GREEN, "")])
        dialog.list.setCurrentRow(0)
        press(dialog)
        seen.extend((dialog.list.currentRow(), dialog.fields.bands.shown_problem, said(dialog)))
        dialog.fields.bands.write([("", "5", False, Outcome.RED, ""), ("5", "", False, Outcome.GREEN, "")])
        press(dialog)

    answering(MeasuresDialog, answer)
    ask(desk)
    gap = "Figures between 5 and 6 belong to no band, such as 5.5."
    assert seen == [1, gap, [gap]]
    assert isinstance(measures(desk)[1].rule, Bands)


def test_measures_are_reordered_added_and_left_out(desk: Desk) -> None:
    cn_a = contract(desk.register, "CN-A").id
    two = (Measure(MeasureId(""), "Calls", MeasureUnit.COUNT), Measure(MeasureId(""), "Visits", MeasureUnit.COUNT),
           Measure(MeasureId(""), "Letters", MeasureUnit.COUNT))  # fmt: skip
    desk.act(define_measures, cn_a, two)
    before = {each.name: each.id for each in measures(desk)}

    def answer(dialog: MeasuresDialog) -> None:
        dialog.list.setCurrentRow(1)
        press_named(dialog, "measureUp")
        dialog.list.setCurrentRow(2)
        press_named(dialog, "measureOut")
        press(dialog, "addMeasure")
        dialog.fields.name_field.write("In time")
        dialog.fields.unit.write(MeasureUnit.PERCENT)
        dialog.fields.numerator.write("Visits")
        dialog.fields.denominator.write("Calls")
        press(dialog)

    answering(MeasuresDialog, answer)
    ask(desk)
    after = measures(desk)
    assert [each.name for each in after] == ["Visits", "Calls", "In time"]
    assert (after[0].id, after[1].id) == (before["Visits"], before["Calls"])
    assert (after[2].numerator, after[2].denominator) == ("Visits", "Calls")


def test_only_what_a_rule_needs_is_asked(desk: Desk) -> None:
    seen: list[tuple[bool, bool, bool]] = []

    def answer(dialog: MeasuresDialog) -> None:
        fields = dialog.fields
        for rule in (RuleKind.TARGET, RuleKind.WITHIN, RuleKind.BANDS):
            fields.rule.write(rule)
            seen.append((fields.targets.isVisible(), fields.percent.isVisible(), fields.bands.isVisible()))
        fields.unit.write(MeasureUnit.WORDS)
        seen.append((fields.targets.isVisible(), fields.rule.isVisible(), fields.bands.isVisible()))
        dialog.reject()

    answering(MeasuresDialog, answer)
    ask(desk)
    assert seen == [(True, False, False), (True, True, False), (False, False, True), (False, False, False)]


def press_named(dialog: MeasuresDialog, name: str) -> None:
    from PySide6.QtWidgets import QToolButton

    found = dialog.findChild(QToolButton, name)
    assert found is not None
    found.click()
