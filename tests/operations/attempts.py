"""What each verb is asked that it must refuse, and what its sentence must tell."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from db.changes import Changed
from db.operations.add_contract import add_contract
from db.operations.correct_terms import Terms, correct_terms, record_end, terms_of
from db.operations.edit_details import edit_details
from db.operations.extend import extend_contracts
from db.operations.money import AnnualRate, YearAmount
from db.operations.notice import give_notice
from db.operations.providers import add_alias, add_provider
from db.operations.record_decision import NewEffect, record_decision, record_signature
from db.operations.returns import NewReturn, expect_returns, import_return, set_measures
from db.operations.vary import NewVariation, vary
from db.register import Register
from db.rules.contract import NoticeTerm, Side
from db.rules.dates import Unit
from db.rules.decision import ContractId, DecisionId, EffectKind
from db.rules.money import Pence
from db.rules.monitoring import MeasureUnit, quarter_of
from db.rules.provider import ProviderId
from tests.operations.beginnings import BARE, DECISION, RUNNING, decision, officer, running
from tests.operations.many_states import (
    ENDED,
    FULLY_EXTENDED,
    LAPSED,
    LATER,
    NO_OPTION,
    NOT_STARTED,
    SIGNED,
    UNDER_NOTICE,
)

Attempt = Callable[[Register], Changed]
NEW = running("R-NEW")
COUNCIL_TERM = NoticeTerm(Side.COUNCIL, 3, Unit.MONTHS)
TOO_FAR = date(2200, 1, 1)
NOBODY, NOWHERE, NOTHING = ProviderId("nobody"), ContractId("nowhere"), DecisionId("nothing")


def add(**changed: object) -> Attempt:
    return lambda register: add_contract(register, officer(), replace(NEW, **changed))  # type: ignore[arg-type]


def edit(version: int = 0, **values: str) -> Attempt:
    def attempt(register: Register) -> Changed:
        contract = register.contracts.get(RUNNING)
        return edit_details(register, officer(), contract.id, contract.version + version, values)

    return attempt


def extend(
    *references: str, by: str = DECISION, option: int | None = None, to: date | None = None, fund: str = ""
) -> Attempt:
    def attempt(register: Register) -> Changed:
        ids = tuple(register.contracts.get(each).id for each in references)
        paid = register.contracts.get(fund).id if fund else NOWHERE
        funding = ((paid, YearAmount("North", "The council", 2024, Pence(1))),) if fund else ()
        decided = register.decisions.get(by).id
        return extend_contracts(register, officer(), ids, decided, option=option, to=to, funding=funding)

    return attempt


def serve(reference: str, served_on: date, given_by: Side = Side.COUNCIL, by: DecisionId | None = None) -> Attempt:
    def attempt(register: Register) -> Changed:
        contract_id = register.contracts.get(reference).id
        return give_notice(register, officer(), contract_id, given_by, served_on, decision_id=by)

    return attempt


def varied(reference: str = RUNNING, **changed: object) -> Attempt:
    def attempt(register: Register) -> Changed:
        new = NewVariation("Fewer sites", decided_on=date(2026, 2, 2), effective_on=date(2026, 4, 1))
        return vary(
            register, officer(), register.contracts.get(reference).id, replace(new, **changed)  # type: ignore[arg-type]
        )  # fmt: skip

    return attempt


def decide(number: str = "26/00999", **changed: object) -> Attempt:
    return lambda register: record_decision(
        register, officer(), replace(decision(number), **changed)  # type: ignore[arg-type]
    )  # fmt: skip


def sign(number: str, signed_on: date) -> Attempt:
    return lambda register: record_signature(register, officer(), register.decisions.get(number).id, signed_on)


def correct(reference: str = RUNNING, reason: str = "misread", **changed: object) -> Attempt:
    def attempt(register: Register) -> Changed:
        contract = register.contracts.get(reference)
        terms: Terms = replace(terms_of(contract), **changed)  # type: ignore[arg-type]
        return correct_terms(register, officer(), contract.id, terms, reason)

    return attempt


def end(reference: str, ended_on: date) -> Attempt:
    return lambda register: record_end(register, officer(), register.contracts.get(reference).id, ended_on)


def provider(name: str, *aliases: str) -> Attempt:
    return lambda register: add_provider(register, officer(), name, aliases)


def alias(name: str, of: str = "Northway") -> Attempt:
    return lambda register: add_alias(register, officer(), register.providers.get(of).id, name)


def expect(first_day: date, days_allowed: int) -> Attempt:
    return lambda register: expect_returns(
        register, officer(), register.contracts.get(RUNNING).id, first_day, days_allowed
    )


def measure(*names: str) -> Attempt:
    measures = tuple((name, MeasureUnit.COUNT) for name in names)
    return lambda register: set_measures(register, officer(), register.contracts.get(RUNNING).id, measures)


def import_nothing(register: Register) -> Changed:
    contract_id, period = register.contracts.get(RUNNING).id, quarter_of(date(2025, 10, 1))
    return import_return(
        register, officer(), NewReturn(contract_id, "Northway", period, date(2026, 1, 9), "q3.xlsx", b"y", ())
    )


def year(pence: int, part: str = "North", starting: int = 2026) -> tuple[YearAmount, ...]:
    return (YearAmount(part, "The council", starting, Pence(pence)),)


REFUSED: dict[str, tuple[Attempt, str]] = {
    # add contract
    "no reference": (add(reference="  "), "Enter contract reference"),
    "no title": (add(title=""), "Enter title"),
    "a reference that is taken": (add(reference=RUNNING), "Another contract has the reference"),
    "a reference taken in other capitals": (add(reference=" r-1 "), "Another contract has the reference"),
    "an end before the start": (add(initial_ends_on=date(2024, 3, 31)), "is before the start"),
    "a start in 1066": (add(starts_on=date(1066, 10, 14)), "from 1900 to 2199"),
    "an end in 2200": (add(initial_ends_on=TOO_FAR), "from 1900 to 2199"),
    "a provider nobody knows": (add(providers=("Northway", "Nobody")), "No provider is known as “Nobody”"),
    "the same provider twice": (add(providers=("Northway", "northway")), "twice"),
    "two parts of one name": (add(parts=("North", "north")), "Two parts have the same name"),
    "a part without a name": (add(parts=("",)), "Enter part"),
    "an option of no months": (add(options=(12, 0)), "An option is from 1 to 600 months"),
    "options past every calendar": (add(options=(600,) * 200), "run on past 2199"),
    "notice of no length": (add(notice_terms=(replace(COUNCIL_TERM, length=0),)), "length from 1 to 600"),
    "two notices by one side": (add(notice_terms=(COUNCIL_TERM, COUNCIL_TERM)), "more than once"),
    "a part that is not there": (add(funding=year(1, part="West")), "has no part “West”"),
    "money below nothing": (add(funding=year(-1)), "is less than nothing"),
    "more money than any contract": (add(funding=year(10**19)), "larger than any contract"),
    "money twice for one year": (add(funding=(*year(1), *year(2)), stated_totals={}), "already funds North"),
    "a year that is none": (add(funding=year(1, starting=26)), "Check the year"),
    "a total a penny out": (add(stated_totals={"Total": Pence(200_000_01)}), "difference of £0.01"),
    "a part that does not add up": (add(stated_totals={"South": Pence(1_00)}), "does not add up"),
    "a total for nobody": (add(stated_totals={"The board": Pence(1)}), "no row or column called “The board”"),
    "half a character": (add(notes="\ud800"), "Notes has a character that cannot be kept"),
    "a bell in the title": (add(title="Ring\a"), "Title has a character"),
    "notes without end": (add(notes="x" * 100_001), "at most 100,000"),
    # edit details
    "an emptied title": (edit(title=" "), "Enter title"),
    "another's reference": (edit(reference="r-2"), "Another contract has the reference"),
    "a day edited in place": (edit(initial_ends_on="2030-01-01"), "is not edited in place"),
    "an edit of an older version": (edit(version=-1, title="Later"), "changed meanwhile"),
    "an edit of a version to come": (edit(version=1, title="Later"), "changed meanwhile"),
    "an edit of no contract": (
        lambda register: edit_details(register, officer(), NOWHERE, 1, {"title": "x"}), "no longer in the register"
    ),
    # extend
    "no contract chosen": (extend(), "at least one contract"),
    "an option out of order": (extend(NOT_STARTED, option=2), "Options are used in order"),
    "past the maximum end": (extend(NOT_STARTED, to=date(2031, 4, 1)), "its maximum end is 31 March 2031"),
    "short of the option's end": (extend(NOT_STARTED, to=date(2030, 9, 30)), "It cannot end on 30 September 2030"),
    "a lapsed option": (extend(LAPSED), "option 1 lapsed when the contract ended on 31 March 2025"),
    "no option": (extend(NO_OPTION), "has no option to extend"),
    "no option left": (extend(FULLY_EXTENDED, by=LATER), "used all its options"),
    "no term to extend": (extend(BARE), "has no option to extend"),
    "an option under notice": (extend(UNDER_NOTICE), "lapsed"),
    "a decision before the last extension": (extend(RUNNING), "in the order they were taken"),
    "one good contract and one bad": (extend(NOT_STARTED, LAPSED), "lapsed"),
    "money for a contract not extended": (extend(NOT_STARTED, fund=RUNNING), "is not among the contracts"),
    "an extension by no decision": (
        lambda register: extend_contracts(register, officer(), (register.contracts.get(RUNNING).id,), NOTHING),
        "no longer in the register",
    ),
    # notice
    "no notice term": (serve(BARE, date(2026, 2, 2)), "no notice recorded for the council"),
    "no notice term for that side": (serve(RUNNING, date(2026, 2, 2), Side.PROVIDER), "recorded for the provider"),
    "notice twice": (serve(UNDER_NOTICE, date(2026, 2, 2)), "Undo that first"),
    "notice on what has ended": (serve(ENDED, date(2026, 2, 2)), "ended on 30 September 2025"),
    "notice before the start": (serve(NOT_STARTED, date(2026, 2, 2)), "starts on 1 April 2027"),
    "notice in 2200": (serve(RUNNING, TOO_FAR), "from 1900 to 2199"),
    "notice by no decision": (serve(RUNNING, date(2026, 2, 2), by=NOTHING), "no longer in the register"),
    # vary
    "a variation of nothing": (varied(summary=" "), "Enter what"),
    "a variation nobody agreed": (varied(decided_on=None), "enter the day it was agreed"),
    "a variation by no decision": (varied(decision_id=NOTHING), "no longer in the register"),
    "a last day before the first": (varied(ends_on=date(2024, 3, 31)), "is before the start"),
    "a last day before its effect": (varied(ends_on=date(2026, 3, 31)), "before the variation takes effect"),
    "a variation to 2200": (varied(ends_on=TOO_FAR), "from 1900 to 2199"),
    "a variation of what has ended": (varied(ENDED), "so it cannot be varied"),
    "a rate with no first day": (
        varied(effective_on=None, rates=(AnnualRate("North", "The council", Pence(1)),)), "the new rates take effect"
    ),
    "a rate below nothing": (varied(rates=(AnnualRate("North", "The council", Pence(-1)),)), "less than nothing"),
    "a rate for no part": (varied(rates=(AnnualRate("West", "The council", Pence(1)),)), "has no part"),
    "money before its effect": (varied(funding=year(1, starting=2025)), "before the variation takes effect"),
    "money that is there already": (
        varied(effective_on=date(2024, 4, 1), funding=year(1, starting=2024)), "already funds North"
    ),
    # decisions
    "a number that is taken": (decide(DECISION), "is in the register already"),
    "a number taken in other capitals": (decide("od.26.00001"), "is in the register already"),
    "no subject": (decide(subject=""), "Enter subject"),
    "a decision in 1899": (decide(decided_on=date(1899, 12, 31)), "from 1900 to 2199"),
    "signed before it was decided": (decide(signed_on=date(2026, 2, 1)), "is before the decision"),
    "signed in 2200": (decide(signed_on=TOO_FAR), "from 1900 to 2199"),
    "an effect on no contract": (decide(effects=(NewEffect(NOWHERE, EffectKind.ENDS),)), "no longer in the register"),
    "a signature before the decision": (sign(DECISION, date(2026, 2, 1)), "is before the decision"),
    "a second signature": (sign(SIGNED, date(2026, 2, 4)), "A correction is a new decision"),
    "a signature in 2200": (sign(DECISION, TOO_FAR), "from 1900 to 2199"),
    # corrections
    "a correction without a reason": (correct(reason=""), "Enter reason for the correction"),
    "a corrected end before the start": (correct(BARE, starts_on=date(2026, 4, 1), initial_ends_on=date(2026, 3, 31)),
                                         "is before the start"),
    "a used option corrected": (correct(options=(24, 12)), "an option that has been used cannot be corrected"),
    "an option removed": (correct(options=(12,)), "cannot be removed"),
    "options corrected past every calendar": (correct(NO_OPTION, options=(600,) * 200), "run on past 2199"),
    "the end from which it was extended": (correct(initial_ends_on=date(2026, 4, 30)), "Undo the extension first"),
    "a notice term removed": (correct(notice_terms=()), "cannot be removed"),
    "a notice term twice": (correct(notice_terms=(COUNCIL_TERM, COUNCIL_TERM)), "more than once"),
    "ended twice": (end(ENDED, date(2025, 10, 1)), "recorded as ended already"),
    "ended before it began": (end(RUNNING, date(2024, 3, 31)), "is before the start"),
    # providers
    "a provider without a name": (provider(" "), "Enter provider's name"),
    "a provider that is known": (provider("NORTHWAY."), "is already a name of Northway"),
    "an alias that is another's": (provider("Harbour", "Southgate Trust"), "is already a name of Southgate Trust"),
    "an alias that is its own": (alias("northway"), "is already a name of Northway"),
    "an alias without letters": (alias(""), "Enter other name"),
    "an alias of nobody": (
        lambda register: add_alias(register, officer(), NOBODY, "Harbour"), "no longer in the register"
    ),
    # returns
    "a return of nothing": (import_nothing, "nothing to import"),
    "days below nothing": (expect(date(2025, 4, 1), -1), "from 0 to 365"),
    "more days than a year": (expect(date(2025, 4, 1), 366), "from 0 to 365"),
    "returns since 1066": (expect(date(1066, 10, 14), 30), "from 1900 to 2199"),
    "two measures of one name": (measure("People", "people"), "Two measures have the same name"),
    "a measure without a name": (measure(""), "Enter measure"),
}  # fmt: skip
