"""The dialogs that follow returns, filled as they typically are: for pictures, and for tests that walk them all."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from db.rules.chasing import Chased, chase
from db.rules.contract import Contract
from db.rules.ladder import Escalation, Rung
from db.rules.ledger import NOTHING_YET, QueryRaised, ledger_line
from db.rules.monitoring import (
    Measure,
    MeasureId,
    MeasureUnit,
    MonitoringReturn,
    Reading,
    ReturnId,
    ReturnSchedule,
    last_quarters,
    quarter_of,
)
from db.rules.outcome import Outcome
from db.rules.queries import KeptQuery, Query
from db.rules.rating_rules import TargetAndFloor
from db.rules.scorecard import Reported, score_row
from db.rules.targets import Direction, Target
from db.rules.working_days import NONE_RECORDED
from desktop.desk import Desk
from desktop.dialogs.chase_dialog import ChaseDialog
from desktop.dialogs.query_dialogs import AcceptDialog, AnswerDialog, QueriesDialog
from desktop.dialogs.rating_dialog import RatingDialog, SettleDialog, StepDialog

_DAY = date(2024, 1, 10)
_QUARTER = last_quarters(quarter_of(_DAY), 2)[0]
_ASKED = Query("Return", "C14", "12", "Does the figure count complaints about one closed road twice?")
_STEP = Escalation(Rung.CONCERN, date(2024, 1, 3), "Example: complaints rose for three quarters", date(2024, 1, 31))


def _contract(desk: Desk) -> Contract:
    return next(each for each in desk.register.contracts.all() if isinstance(each, Contract))


def _chase(desk: Desk) -> QWidget:
    contract = _contract(desk)
    schedule = ReturnSchedule(contract.id, date(2023, 4, 1), 15)
    lines = tuple(
        ledger_line(schedule, each, NOTHING_YET, _DAY, holidays=NONE_RECORDED)
        for each in last_quarters(_QUARTER, 2)
    )  # fmt: skip
    asked = Chased(contract.reference, contract.title, contract.provider_names, "returns@example.org", lines)
    text = chase([asked], _DAY, council="Kent County Council", officer="Sample officer, Commissioning Officer")
    if text is None:
        raise RuntimeError("two returns are owed")
    return ChaseDialog(text, len(lines), _DAY)


def _return(desk: Desk) -> MonitoringReturn:
    contract = _contract(desk)
    reading = Reading("Complaints", MeasureUnit.COUNT, Decimal(12), "Return", "C14")
    return MonitoringReturn(
        ReturnId("example"), contract.id, contract.reference, contract.title, contract.provider_names, _QUARTER, 1,
        date(2024, 1, 8), "Return Quarter 3 2023-24.xlsx", "", (reading,),
    )  # fmt: skip


def _queries(desk: Desk) -> QWidget:
    dialog = QueriesDialog(_return(desk))
    dialog.queries.write([(_ASKED.sheet, _ASKED.cell, _ASKED.asked)])
    return dialog


def _rating(_desk: Desk) -> QWidget:
    target = Target(date(2023, 4, 1), Decimal(5), Decimal(10))
    measure = Measure(
        MeasureId("m"), "Complaints", MeasureUnit.COUNT, Direction.LOWER, targets=(target,), rule=TargetAndFloor()
    )
    reading = Reading("Complaints", MeasureUnit.COUNT, Decimal(12), "Return", "C14")
    row = score_row(measure, Reported("", "", "", "", (measure,), {_QUARTER: (reading,)}), _QUARTER, _DAY)
    dialog = RatingDialog(row, None)
    dialog.outcome.write(Outcome.AMBER)
    dialog.reason.write("Example: seven of the twelve are about one closed road")
    dialog.until.write(date(2024, 3, 31))
    return dialog


FOLLOWING: dict[str, Callable[[Desk], QWidget]] = {
    "chase": _chase,
    "accept-return": lambda desk: AcceptDialog(_contract(desk).reference, _QUARTER.label),
    "ask-provider": _queries,
    "record-answer": lambda _desk: AnswerDialog(KeptQuery("q", _ASKED, QueryRaised(date(2024, 1, 9))), _DAY),
    "rate-otherwise": _rating,
    "take-step": lambda desk: StepDialog(_contract(desk).reference, Rung.CONCERN, _DAY),
    "settle-step": lambda _desk: SettleDialog(_STEP, _DAY),
}
