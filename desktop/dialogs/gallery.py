"""Every dialog, filled as it typically is from the sample register: for pictures, and for tests that walk them all."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time

from PySide6.QtWidgets import QWidget

from db.calendar import bank_holidays
from db.returns.layout import STANDARD_MEASURES
from db.returns.taking.asking import Doubt
from db.rules.attention import attention
from db.rules.award_facts import AwardFacts
from db.rules.contract import Contract
from db.rules.counting import Counting
from db.rules.decision import ContractId, Decision
from db.rules.money import Pence
from db.rules.monitoring import DaysCounted, ReturnSchedule
from db.rules.queries import Query
from db.rules.service_of_notice import ServiceRule
from desktop.checked_file import check_content
from desktop.desk import Desk
from desktop.dialogs.award_dialogs import AwardDialog, ClauseDialog, ExerciseDialog
from desktop.dialogs.blank_return_dialog import BlankReturnDialog
from desktop.dialogs.contract_dialog import ContractDialog
from desktop.dialogs.contract_edits import DetailsDialog, EndDialog, TermsDialog
from desktop.dialogs.decision_dialog import DecisionDialog
from desktop.dialogs.delegations_dialog import DelegationsDialog
from desktop.dialogs.diary_dialogs import LeadsDialog, PutOffDialog, RunwayDialog
from desktop.dialogs.expect_dialog import Expectation, ExpectDialog
from desktop.dialogs.extend_dialog import ExtendDialog
from desktop.dialogs.gallery_following import FOLLOWING
from desktop.dialogs.gallery_grid import GRID
from desktop.dialogs.gallery_leaving import LEAVING
from desktop.dialogs.measures_dialog import MeasuresDialog
from desktop.dialogs.notice_dialog import NoticeDialog
from desktop.dialogs.number_dialog import NumberDialog
from desktop.dialogs.plan_funding_dialog import PlanFundingDialog
from desktop.dialogs.provider_dialogs import AliasDialog, ProviderDialog
from desktop.dialogs.published_dialog import PublishedDialog
from desktop.dialogs.small_dialogs import SignatureDialog, WhoDialog
from desktop.dialogs.take_in_dialog import TakeInDialog
from desktop.dialogs.told_dialog import ToldDialog
from desktop.dialogs.vary_dialog import VaryDialog
from desktop.dialogs.wait_dialog import WaitDialog
from desktop.dialogs.what_if_dialog import WhatIfDialog
from desktop.filed_copies import match
from desktop.look.palette import Tone
from desktop.picture_returns import MEASURES
from desktop.publishing.versions import as_pdf, record_in
from desktop.screens.verify import VerifyDialog
from desktop.writing import gallery as writing

DAY = date(2024, 1, 10)
"""The day the pictures look from: just before the second option of Community Navigation was used."""


_SCHEDULE = ReturnSchedule(ContractId(""), date(2023, 4, 1), 15, DaysCounted.WORKING)
_CLAUSE = ServiceRule("First class post", 2, Counting.WORKING_DAYS, "clause 34.2")


def every(desk: Desk) -> list[tuple[str, QWidget]]:
    """Each dialog by a name for its picture, not shown yet. The desk's register is the sample."""
    return [(name, make(desk)) for name, make in {**_MAKERS, **FOLLOWING, **GRID, **LEAVING}.items()]


def _contracts(desk: Desk) -> list[Contract]:
    return [each for each in desk.register.contracts.all() if isinstance(each, Contract)]


def _decisions(desk: Desk) -> tuple[Decision, ...]:
    return desk.register.decisions.all()


def _partners(desk: Desk) -> tuple[str, ...]:
    return tuple(each.name for each in desk.register.partners.all())


def _navigation(desk: Desk) -> list[Contract]:
    """Community Navigation as it stood before its second option was used."""
    then = [each for each in _contracts(desk) if each.service == "Community Navigation"]
    return [_before_second_option(each) for each in then]


def _before_second_option(contract: Contract) -> Contract:
    return replace(contract, extensions=contract.extensions[:1], variations=(), notices=(), notices_decided=())


def _extend(desk: Desk) -> QWidget:
    contracts = _navigation(desk)
    approving = {line.decision_number for each in contracts for line in each.funding} - {""}
    decision = next((each for each in _decisions(desk) if each.number in approving), None)
    dialog = ExtendDialog(contracts, [each.id for each in contracts], _decisions(desk), _partners(desk), DAY)
    if decision:
        dialog.decision.write(decision.id)
    amounts = [(f"{each.id}\n{line.part}", line.partner, line.pence) for each in contracts for line in each.funding]
    for field in dialog.funding.values():
        field.write(amounts)
    return dialog


def _notice(desk: Desk) -> QWidget:
    contract = _contracts(desk)[-1]
    contract = next((each for each in _contracts(desk) if each.notice_terms), contract)
    dialog = NoticeDialog(contract, _decisions(desk), date(2024, 10, 2), clauses=(_CLAUSE,), holidays=bank_holidays())
    dialog.sent_on.write(date(2024, 10, 2))
    return dialog


def _vary(desk: Desk) -> QWidget:
    contract = next(each for each in _contracts(desk) if len(each.parts) > 1)
    dialog = VaryDialog(contract, _decisions(desk), _partners(desk), date(2025, 10, 1))
    dialog.summary.write("Redesigned for medium to higher needs, at reduced funding")
    dialog.decision.write(_decisions(desk)[0].id)
    dialog.effective_on.write(date(2026, 1, 2))
    dialog.ends_on.write(date(2027, 3, 31))
    new = [value.pence for value in contract.annual_values if value.effective_on]
    dialog.rates.write(new)
    return dialog


def _what_if(desk: Desk) -> QWidget:
    contracts = [replace(each, variations=(), annual_values=each.annual_values[: len(each.parts)])
                 for each in _contracts(desk) if each.reference.startswith("SAMPLE-WB55")]  # fmt: skip
    facts = AwardFacts(date(2018, 9, 3), original_pence=Pence(14_000_000_00), maximum_months=72)
    known = {contracts[0].id: facts}
    dialog = WhatIfDialog(contracts, _decisions(desk), _partners(desk), date(2025, 10, 1), known)
    dialog.effective_on.write(date(2026, 1, 2))
    dialog.ends_on.write(date(2027, 3, 31))
    dialog.percent.write("57.9")
    dialog.subject.write("Wellbeing Services in the Community 55+ redesigned")
    return dialog


def _decision(desk: Desk) -> QWidget:
    dialog = DecisionDialog(_contracts(desk), _decisions(desk), [_contracts(desk)[0].id], DAY)
    example = next(each for each in _decisions(desk) if each.needs_signature or each.signed_on)
    dialog.subject.write(example.subject)
    dialog.decided_on.write(example.decided_on)
    dialog.maker_post.write(example.maker_post)
    dialog.rests_on.write(example.relates_to_number)
    dialog.sections.write(example.text)
    return dialog


def _delegating(desk: Desk) -> Decision:
    return max(_decisions(desk), key=lambda each: len(each.delegations))


def _contract(desk: Desk) -> QWidget:
    services = sorted({each.service for each in _contracts(desk)})
    dialog = ContractDialog(desk.register.providers.all(), _partners(desk), services, DAY)
    dialog.reference.write("ASC-2025-014")
    dialog.title.write("Community Navigation: adults aged 55 and over")
    dialog.service.write("Community Navigation")
    dialog.starts_on.write(date(2025, 4, 1))
    dialog.months.write("48")
    dialog.options.write([("12",), ("12",)])
    dialog.providers.write(("Imago", "Involve"))
    return dialog


def _take_in(_desk: Desk) -> QWidget:
    rule = "It is not a number. A number is whole and 0 or more, such as 1,234. What is the figure?"
    doubts = (
        Doubt(Query("Quarter 3", "C12", "about 120", rule), is_meant=True),
        Doubt(Query("Quarter 3", "C14", "", "What is the figure for New referrals received, Ashford?"), is_meant=False),
    )
    follows = [(Tone.LATER, "This becomes version 2; version 1 stays. 2 figures changed.",
                ("People supported: 1,204 → 1,210", "Spend in the quarter: £18,250.50 → £19,100"))]  # fmt: skip
    title, intro = "Accept the return of CN-A", "14 figures for Quarter 3 2023-24 from “Community Navigation Q3.xlsx”."
    return TakeInDialog(title, intro, "&Accept 14 figures", follows, doubts)


def _measures(desk: Desk) -> QWidget:
    dialog = MeasuresDialog(_navigation(desk)[0], MEASURES)
    dialog.list.setCurrentRow(1)
    return dialog


def _award(desk: Desk) -> QWidget:
    facts = AwardFacts(date(2018, 9, 3), original_pence=Pence(20_000_000_00), maximum_months=72)
    return AwardDialog(_navigation(desk)[0], facts)


def _put_off(desk: Desk) -> QWidget:
    line = next(each for each in attention(_navigation(desk), [], [], [], DAY) if each.act_by)
    dialog = PutOffDialog(line, DAY)
    dialog.until.write(date(2024, 2, 1))
    return dialog


def _verify(desk: Desk) -> QWidget:
    record = record_in(desk.register, next(each for each in _decisions(desk) if each.signed_on))
    checked = check_content(f"{record.decision.name}.pdf", as_pdf(record.full), datetime.combine(DAY, time(), UTC))
    return VerifyDialog(checked, match(desk.register, checked))


def _refused(desk: Desk) -> QWidget:
    dialog = NoticeDialog(_contracts(desk)[0], _decisions(desk), DAY)
    dialog.accept()
    return dialog


_MAKERS: dict[str, Callable[[Desk], QWidget]] = {
    "plan-funding": lambda desk: PlanFundingDialog(_navigation(desk)[0], _partners(desk), 2024),
    "extend": _extend,
    "give-notice": _notice,
    "vary": _vary,
    "what-if": _what_if,
    "record-decision": _decision,
    "how-it-was-bought": _award,
    "clause-on-service": lambda desk: ClauseDialog(_navigation(desk)[0], (_CLAUSE,)),
    "option-used-by": lambda desk: ExerciseDialog(_navigation(desk)[0], DAY, 2),
    "put-off": _put_off,
    "lead-times": lambda desk: LeadsDialog(_navigation(desk)[0], desk.register.diaries.lead_times()),
    "steps-before-end": lambda desk: RunwayDialog(
        _navigation(desk)[0], desk.register.diaries.diary(bank_holidays()), date(2023, 6, 1)
    ),
    "add-contract": _contract,
    "edit-details": lambda desk: DetailsDialog(_contracts(desk)[0]),
    "correct-terms": lambda desk: TermsDialog(_navigation(desk)[0]),
    "record-end": lambda desk: EndDialog(_contracts(desk)[0], DAY),
    "add-provider": lambda desk: ProviderDialog(),
    "add-name": lambda desk: AliasDialog(desk.register.providers.all()[0]),
    "import-return": _take_in,
    "blank-return": lambda desk: BlankReturnDialog(
        _navigation(desk)[0], STANDARD_MEASURES, _SCHEDULE, DAY, bank_holidays()
    ),
    "expect-returns": lambda desk: ExpectDialog(
        _navigation(desk)[0], Expectation(date(2024, 1, 1), 15, DaysCounted.WORKING), bank_holidays()
    ),
    "measures": _measures,
    "delegations": lambda desk: DelegationsDialog(_delegating(desk), _contracts(desk)),
    "note-number": lambda desk: NumberDialog("OD.24.00001"),
    "record-signature": lambda desk: SignatureDialog(_decisions(desk)[0]),
    "record-publication": lambda desk: PublishedDialog(_delegating(desk), DAY),
    "verify": _verify,
    "sign": lambda desk: writing.signing(),
    "pass-over": lambda desk: writing.passing_over(),
    "leave": lambda desk: writing.leaving(),
    "who-are-you": lambda desk: WhoDialog(),
    "a-problem": _refused,
    "told": lambda desk: ToldDialog(
        "Nothing to import", "“Return Quarter 3.xlsx” was imported already, so nothing changed."
    ),
    "wait": lambda desk: WaitDialog("Making the record"),
}
