"""What a letter about notice says, from the register: the notice that is recorded, or one about to be sent."""

from datetime import date, datetime

from db.calendar import bank_holidays
from db.changes import Author
from db.register import Register
from db.rules.contract import Contract, Notice, NoticeId, Side
from db.rules.notice import notice_ending
from db.rules.refusal import Refusal
from db.rules.service_of_notice import service_worked
from desktop.commands.officer import NOT_STATED
from desktop.commands.sending import rule_for
from exports.letters import NoticeLetter


def letter_of(
    register: Register, by: Author, reference: str, written_on: date, sent: date | None, method: str | None
) -> NoticeLetter:
    """The letter about a contract's notice; one that is still to be sent where the day and the way are given.

    Raises:
        Refusal: no notice is recorded and none is planned, or the planned one could not be given.
    """
    contract = register.contracts.get(reference)
    if sent is not None and method is not None:
        notice = _planned(register, contract, sent, method)
    elif contract.notices:
        notice = contract.notices[-1]
    else:
        raise Refusal(
            f"No notice is recorded on {contract.reference}. Record it with “give-notice”, or give --sent and "
            "--by-method for a letter that is still to be sent."
        )
    post = "" if by.post == NOT_STATED else by.post
    return NoticeLetter(contract, notice, by.name, post, written_on, register.decisions.council().name)


def _planned(register: Register, contract: Contract, sent: date, method: str) -> Notice:
    rule = rule_for(method, register.diaries.service_clauses(contract.id))
    served = service_worked(sent, rule, holidays=bank_holidays())
    ending = notice_ending(contract, Side.COUNCIL, served.day)
    decided = [each for each in contract.notices_decided if each.decided_on <= served.day]
    return Notice(
        NoticeId(""), Side.COUNCIL, served.day, ending.day, rule.method,
        decision_number=(decided[-1].decision_number or decided[-1].decision_subject) if decided else "",
        sent_at=sent.isoformat(timespec="minutes") if isinstance(sent, datetime) else sent.isoformat(),
    )  # fmt: skip
