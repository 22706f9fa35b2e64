"""What a notice comes to, told while it is typed: the day of service, the end, and the last day to send it."""

from datetime import date, datetime

from db.rules.contract import Contract, Side
from db.rules.dates import show_day
from db.rules.notice import notice_ending, serve_by
from db.rules.refusal import Refusal
from db.rules.service_of_notice import ServiceRule, send_notice_by, service_worked, show_rule, show_time
from db.rules.standing import standing
from db.rules.working_days import BankHolidays, YearNotKnown, show_weekday
from desktop.dialogs.consequence import Told
from desktop.look.palette import Tone


def what_follows(contract: Contract, side: Side, served_on: date | None, today: date) -> Told:
    """The day notice would end a contract with its working, or why it cannot. Without a day: if served today."""
    try:
        ending = notice_ending(contract, side, served_on or today)
    except Refusal as refusal:
        return Tone.OVERDUE, str(refusal), ()
    begins = "Ends" if served_on else "If served today it ends"
    return (
        Tone.DONE if served_on else Tone.LATER,
        f"{begins} {contract.reference} on {show_day(ending.day)}.",
        ending.working,
    )


def serving_told(
    contract: Contract, side: Side, rule: ServiceRule, sent: date | datetime | None, holidays: BankHolidays
) -> list[Told]:
    """When a notice sent one way counts as served, and the end that gives; without a day, the rule by itself."""
    if sent is None or (rule.cut_off and not isinstance(sent, datetime)):
        asked = "the day" if sent is None else "the time"
        return [(Tone.NEUTRAL, f"Enter {asked} it was sent. {show_rule(rule)}", (f"Source: {rule.source}.",))]
    try:
        served = service_worked(sent, rule, holidays=holidays)
    except (Refusal, YearNotKnown) as refusal:
        return [(Tone.OVERDUE, str(refusal), ())]
    deemed = (Tone.DONE, f"Counts as served on {show_weekday(served.day)}.", served.working)
    return [deemed, what_follows(contract, side, served.day, served.day)]


def last_to_send(
    contract: Contract, side: Side, rule: ServiceRule | None, today: date, holidays: BankHolidays
) -> list[Told]:
    """The last day to send or serve notice so that the contract ends by its last day; nothing where it has none."""
    term, ends_on = contract.notice_term(side), standing(contract, today).ends_on
    if term is None or ends_on is None or contract.notices:
        return []
    if rule is None:
        worked, act = serve_by(ends_on, term), "serve"
    else:
        try:
            worked, act = send_notice_by(ends_on, term, rule, holidays=holidays), "send"
        except YearNotKnown as unknown:
            return [(Tone.SOON, str(unknown), ())]
    before = f" before {show_time(rule.cut_off)}" if rule and rule.cut_off else ""
    by = f"To end on its last day, {show_day(ends_on)}: {act} it by {show_weekday(worked.day)}{before}."
    return [(Tone.SOON if worked.day >= today else Tone.OVERDUE, by, worked.working)]
