"""What changes a contract's term: extending it, giving notice, varying it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from db.calendar import bank_holidays
from db.changes import Changed
from db.operations.extend import extend_by_new, extend_contracts
from db.operations.new_decision import NewDecision
from db.operations.notice import give_notice as give_notice_verb
from db.operations.notice import send_notice
from db.operations.vary import vary as vary_verb
from db.rules.authority import Rules
from db.rules.contract import Contract
from db.rules.decision import ContractId
from db.rules.refusal import Refusal
from db.rules.standing import standing
from db.rules.working_days import BankHolidays
from desktop.acts import work
from desktop.acts.carrying_out import carry_out, looked_up, ready, tell
from desktop.acts.decisions import record_decision
from desktop.acts.officer import who_are_you
from desktop.acts.saving import save_as
from desktop.desk import Desk
from desktop.dialogs.decision_field import DecisionField
from desktop.dialogs.extend_dialog import ExtendDialog, ExtensionAsked
from desktop.dialogs.notice_dialog import NoticeAsked, NoticeDialog
from desktop.dialogs.vary_dialog import VaryDialog
from desktop.extension_draft import Maker, alike
from desktop.screens.screen import Place


def extend(desk: Desk, parent: QWidget | None, contract_ids: Sequence[ContractId] = ()) -> Changed | None:
    """Extend contracts by their next option. Without any chosen, all that have an option left are offered."""
    contracts = _to_extend(desk, contract_ids)
    if not contracts:
        tell(
            parent,
            "Nothing to extend",
            "No contract has an option left to use. Only a variation can carry one further.",
        )
        return None
    if not ready(desk, parent):
        return None
    register = desk.register
    partners = tuple(each.name for each in register.partners.all())
    dialog = ExtendDialog(
        contracts, contract_ids, register.decisions.all(), partners, desk.day, parent, officer=_at_work(desk),
        rules=Rules(desk.holidays), noted=register.decisions.noted_numbers(),
    )  # fmt: skip
    _offer_new_decision(desk, dialog.decision, dialog, dialog.contracts.read)
    done = carry_out(desk, dialog, lambda asked: _extend(desk, asked))
    if done and dialog.answered and dialog.answered.new:
        _write_record(desk, dialog.answered.new)
    return done


def _extend(desk: Desk, asked: ExtensionAsked) -> Changed:
    if asked.new is not None:
        return desk.act(extend_by_new, asked.contract_ids, asked.new, funding=asked.funding)
    if asked.decision_id is None:
        raise Refusal("Choose the decision that extends them, or record it first.")
    return desk.act(extend_contracts, asked.contract_ids, asked.decision_id, funding=asked.funding)


def _write_record(desk: Desk, new: NewDecision) -> None:
    """Go on to the record of the decision that was drafted."""
    drafted = desk.register.decisions.find(new.number or new.subject)
    if drafted:
        desk.wanted.emit(Place("writing", drafted.id))


def _at_work(desk: Desk) -> Maker:
    officer = desk.session.officer
    return Maker(officer.name, officer.post) if officer else Maker("", "")


def give_notice(desk: Desk, parent: QWidget | None, contract_id: ContractId) -> Changed | None:
    """Give notice on a contract, or record what its provider gave."""
    contract = looked_up(parent, lambda: desk.register.contracts.by_id(contract_id))
    if contract is None:
        return None
    clauses, holidays = desk.register.diaries.service_clauses(contract_id), bank_holidays()
    dialog = NoticeDialog(contract, desk.register.decisions.all(), desk.day, parent, clauses=clauses, holidays=holidays)
    _offer_new_decision(desk, dialog.decision, dialog, lambda: (contract_id,))
    done = carry_out(desk, dialog, lambda asked: _give(desk, contract_id, asked, holidays))
    if done and dialog.answered and dialog.answered.letter:
        notice_letter(desk, parent, contract_id)
    return done


def _give(desk: Desk, contract_id: ContractId, asked: NoticeAsked, holidays: BankHolidays) -> Changed:
    side, decision = asked.given_by, asked.decision_id
    if asked.sent is not None and asked.rule is not None:
        return desk.act(send_notice, contract_id, side, asked.sent, asked.rule, holidays=holidays, decision_id=decision)
    return desk.act(give_notice_verb, contract_id, side, asked.served_on, method=asked.method, decision_id=decision)


def notice_letter(desk: Desk, parent: QWidget | None, contract_id: ContractId) -> Path | None:
    """Save the letter of the notice given on a contract as a PDF file."""
    contract = looked_up(parent, lambda: desk.register.contracts.by_id(contract_id))
    if contract is None:
        return None
    if not contract.notices:
        tell(parent, "There is no letter yet", f"No notice is recorded on {contract.reference}. Give notice first.")
        return None
    if not who_are_you(desk.session, parent) or desk.session.officer is None:
        return None
    officer = desk.session.officer
    name, made = f"Notice {contract.reference}", work.notice_letter_as_pdf
    title, words = "Save the letter", "Making the letter"
    council = desk.register.decisions.council().name
    facts = (contract, contract.notices[-1], officer.name, officer.post, desk.session.today(), council)
    return save_as(parent, title, name, ".pdf", words, made, *facts)


def vary(desk: Desk, parent: QWidget | None, contract_id: ContractId) -> Changed | None:
    """Vary a contract."""
    contract = looked_up(parent, lambda: desk.register.contracts.by_id(contract_id))
    if contract is None:
        return None
    partners = tuple(each.name for each in desk.register.partners.all())
    facts = desk.register.diaries.award(contract_id)
    dialog = VaryDialog(contract, desk.register.decisions.all(), partners, desk.day, parent, facts=facts)
    _offer_new_decision(desk, dialog.decision, dialog, lambda: (contract_id,))
    return carry_out(desk, dialog, lambda new: desk.act(vary_verb, contract_id, new))


def _to_extend(desk: Desk, contract_ids: Sequence[ContractId]) -> list[Contract]:
    known = [each for each in desk.register.contracts.all() if isinstance(each, Contract)]
    chosen = [each for each in known if each.id in contract_ids]
    others = [each for each in known if each.id not in contract_ids and standing(each, desk.day).next_option]
    return [*chosen, *alike(chosen, others, desk.day)] if contract_ids else others


def _offer_new_decision(
    desk: Desk, field: DecisionField, parent: QWidget, contract_ids: Callable[[], Sequence[ContractId]]
) -> None:
    """Let the field record a decision first; the new one is then chosen."""

    def record() -> None:
        before = {each.id for each in desk.register.decisions.all()}
        if record_decision(desk, parent, contract_ids(), effects_follow=True) is None:
            return
        decisions = desk.register.decisions.all()
        field.renew(decisions, next((each.id for each in decisions if each.id not in before), None))

    field.wanted_new.connect(record)
