"""Facts about a decision that is drafted with an extension: its power, its maker, its words, its money."""

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from db.operations.add_contract import NewContract, add_contract
from db.operations.money import YearAmount
from db.operations.undo import undo
from db.operations.write_record import write_record
from db.rules.dates import Period
from db.rules.delegation import Delegation, DelegationId, Power
from db.rules.funding import AnnualValue, FundingLine, PartId, PartnerId
from db.rules.money import Pence
from desktop import acts
from desktop.desk import Desk
from desktop.dialogs.extend_dialog import ExtendDialog
from desktop.dialogs.funding_offered import offered
from desktop.screens.screen import Place
from tests.desktop.acting import (
    BY,
    COUNCIL,
    answering,
    contract,
    decision,
    press,
)
from tests.desktop.acting import desk as desk


def granted(desk: Desk, *, ends_on: date = date(2025, 3, 31), delegate: str = BY.post) -> None:
    """22/00092 delegates the use of the second option to whoever is at work, unless told otherwise."""
    ids = tuple(each.id for each in desk.register.contracts.all())
    limb = Delegation(
        DelegationId(""), "b)", Power.EXTEND, delegate, "the second option", ids, 2, Period(date(2024, 4, 1), ends_on)
    )
    write_record(desk.register, BY, replace(decision(desk.register, "22/00092"), delegations=(limb,)))


def test_a_decision_is_drafted_with_the_extension_and_its_record_opened(desk: Desk, qtbot: QtBot) -> None:
    granted(desk)
    seen: list[str] = []

    def answer(dialog: ExtendDialog) -> None:
        seen.append(dialog.follows.words())
        press(dialog)

    answering(ExtendDialog, answer)
    with qtbot.waitSignal(desk.wanted) as heard:
        done = acts.extend(desk, None, (contract(desk.register, "CN-A").id,))
    assert done is not None
    drafted = decision(desk.register, "OD.24.00003")
    assert heard.args == [Place("writing", drafted.id)]
    assert "Authority: CN-A, CN-B, inside 22/00092 limb b)" in seen[0]
    assert (drafted.maker_name, drafted.maker_post, drafted.decided_on) == (BY.name, BY.post, date(2024, 1, 10))
    assert drafted.relates_to_number == "22/00092"
    assert drafted.text.decision.startswith("EXTEND the Community Navigation contracts (Community Navigation Part A; ")
    assert [each.contract_reference for each in drafted.effects] == ["CN-A", "CN-B"], "the part alike goes with it"
    undo(desk.register, BY)
    assert desk.register.decisions.find("OD.24.00003") is None
    assert len(contract(desk.register, "CN-A").extensions) == 1, "drafted and extended in one breath"


def test_one_day_outside_the_power_is_told_and_the_draft_does_not_claim_it(desk: Desk) -> None:
    granted(desk, ends_on=date(2025, 3, 30))
    seen: list[str] = []

    def answer(dialog: ExtendDialog) -> None:
        seen.append(dialog.follows.words())
        press(dialog)

    answering(ExtendDialog, answer)
    acts.extend(desk, None, (contract(desk.register, "CN-A").id,))
    assert "outside 22/00092 limb b)" in seen[0]
    assert "1 day too long" in seen[0]
    drafted = decision(desk.register, "OD.24.00003")
    assert (drafted.relates_to_number, drafted.delegation_id) == ("", None)


def test_the_delegate_is_the_maker_where_the_power_is_not_the_officer_s_at_work(desk: Desk) -> None:
    granted(desk, delegate="Corporate Director")

    def answer(dialog: ExtendDialog) -> None:
        assert dialog.drafted.maker_post.read() == "Corporate Director"
        assert dialog.drafted.maker_name.read() == ""
        dialog.drafted.subject.write("In our own words")
        dialog.contracts.write([contract(desk.register, "CN-B").id])
        assert dialog.drafted.subject.read() == "In our own words", "what was written over stays"
        dialog.reject()

    answering(ExtendDialog, answer)
    assert acts.extend(desk, None, (contract(desk.register, "CN-A").id,)) is None


def test_what_partners_pay_is_filled_in_from_what_was_entered_and_taken_over(desk: Desk) -> None:
    planned = YearAmount("All", COUNCIL, 2024, Pence(848_829_00))
    new = NewContract("HELP", "Help at home", starts_on=date(2023, 4, 1), initial_ends_on=date(2024, 3, 31),
                      parts=("All",), options=(12,), funding=(planned,))  # fmt: skip
    add_contract(desk.register, BY, new)
    found = contract(desk.register, "HELP")

    def answer(dialog: ExtendDialog) -> None:
        dialog.contracts.write([found.id])
        assert dialog.funding[2024].total == Pence(848_829_00)
        press(dialog)

    answering(ExtendDialog, answer)
    acts.extend(desk, None, (found.id,))
    (line,) = contract(desk.register, "HELP").funding
    assert (line.pence, line.decision_number) == (Pence(848_829_00), "OD.24.00003")


@pytest.mark.parametrize(
    ("rates", "years", "added", "expected", "said"),
    [
        ((), ((2024, 5),), (1, 4), 5, "as entered for 2024-25"),
        ((100,), ((2023, 7),), (1, 4), 100, "by the annual rates in force."),
        ((36500,), (), (31, 3), 100, "for the days that are added"),
        ((), ((2022, 3), (2023, 7)), (1, 4), 7, "as in 2023-24, because nothing is recorded for 2024-25"),
        ((), (), (1, 4), 0, ""),
    ],
)
def test_what_is_offered_is_what_is_known_best(
    desk: Desk, rates: tuple[int, ...], years: tuple[tuple[int, int], ...], added: tuple[int, int], expected: int,
    said: str,
) -> None:  # fmt: skip
    one, who = PartId("p"), PartnerId("w")
    known = replace(
        contract(desk.register, "CN-A"),
        annual_values=tuple(AnnualValue(one, "Part A", who, COUNCIL, None, Pence(each)) for each in rates),
        funding=tuple(FundingLine(one, "Part A", who, COUNCIL, year, Pence(pence)) for year, pence in years),
    )
    first = date(2025 if added == (31, 3) else 2024, added[1], added[0])
    found = offered(known, Period(first, date(2025, 3, 31)), 2024)
    assert sum(pence for _, _, pence in found.amounts) == expected
    assert said in found.source
