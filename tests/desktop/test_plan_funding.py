"""Planning funding from the window and the command line."""

from pathlib import Path

from db.operations.extend import extend_contracts
from db.operations.money import YearAmount
from db.operations.plan_funding import plan_funding
from db.rules.money import Pence
from desktop import acts
from desktop.desk import Desk
from desktop.dialogs.plan_funding_dialog import PlanFundingDialog
from tests.desktop.acting import BY, COUNCIL, answering, contract, press, write_cell
from tests.desktop.acting import desk as desk
from tests.desktop.commands.command_line import OFFICER, done, refused
from tests.desktop.commands.conftest import made_once as made_once
from tests.desktop.commands.conftest import sample as sample


def planned(desk: Desk, year: int, pounds: int) -> None:
    amount = YearAmount("Part A", COUNCIL, year, Pence(pounds * 100))
    plan_funding(desk.register, BY, contract(desk.register, "CN-A").id, (amount,))


def amounts(desk: Desk) -> list[tuple[int, int]]:
    return [(each.year, each.pence) for each in contract(desk.register, "CN-A").funding]


def test_a_year_is_planned_by_typing_into_its_row(desk: Desk) -> None:
    planned(desk, 2025, 100)

    def answer(dialog: PlanFundingDialog) -> None:
        grid = dialog.funding.grid
        years = [grid.text_at(row, 0) for row in range(grid.rowCount())]
        assert years[:5] == ["2023-24", "2024-25", "2025-26", "2026-27", "2027-28"]
        write_cell(grid, years.index("2024-25"), 1, "£692,531")
        press(dialog)

    answering(PlanFundingDialog, answer)
    assert acts.plan_funding(desk, None, contract(desk.register, "CN-A").id)
    assert sorted(amounts(desk)) == [(2024, 692_531_00), (2025, 100_00)]


def test_what_a_decision_approved_is_shown_and_not_planned_again(desk: Desk) -> None:
    found = contract(desk.register, "CN-A")
    approved = (found.id, YearAmount("Part A", COUNCIL, 2024, Pence(100_00)))
    extend_contracts(desk.register, BY, (found.id,), desk.register.decisions.get("OD.24.00002").id, funding=(approved,))
    planned(desk, 2025, 7)

    def answer(dialog: PlanFundingDialog) -> None:
        assert dialog.funding.total == 107_00
        assert dialog.value() == (YearAmount("Part A", COUNCIL, 2025, Pence(7_00)),)
        dialog.reject()

    answering(PlanFundingDialog, answer)
    assert acts.plan_funding(desk, None, found.id) is None


def test_a_plan_is_made_from_the_command_line(sample: Path) -> None:
    fund = "Part A|KCC Adult Social Care|2031-32|£1,000"
    assert "Planned funding of SAMPLE-CN-A" in done("plan-funding", sample, "SAMPLE-CN-A", "--fund", fund, *OFFICER)
    approved = fund.replace("2031-32", "2024-25")
    assert "has no part" in refused("plan-funding", sample, "SAMPLE-CN-A", "--fund", "Z" + approved)
