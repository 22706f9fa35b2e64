"""Each matter comes into sight, becomes pressing and goes again on its day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.rules.attention import attention
from db.rules.attention_line import AttentionLine, Matter, Urgency
from db.rules.contract import (
    Contract,
    Extension,
    ExtensionId,
    ExtensionOption,
    Notice,
    NoticeDecided,
    NoticeId,
    NoticeTerm,
    OptionId,
    Side,
    Unreadable,
)
from db.rules.dates import Period, Unit, period_end
from db.rules.decision import ContractId, Decision, DecisionId, DecisionKind
from db.rules.monitoring import MonitoringReturn, ReturnId, ReturnSchedule, quarter_of

A_DAY = timedelta(days=1)
END = date(2027, 3, 31)
SERVE_BY = date(2026, 12, 31)
OPTION = ExtensionOption(OptionId("1"), 1, 12)
CONTRACT = Contract(
    ContractId("A"), 1, "R-1", "A service", starts_on=date(2024, 4, 1), initial_ends_on=END, options=(OPTION,),
    notice_terms=(NoticeTerm(Side.COUNCIL, 3, Unit.MONTHS),),
)  # fmt: skip
SERVED = Notice(NoticeId("1"), Side.COUNCIL, date(2026, 2, 2), date(2026, 5, 2))
DECISION = Decision(DecisionId("D"), 1, "OD.26.00001", DecisionKind.OFFICER, "A matter", date(2026, 2, 2))
SCHEDULE = ReturnSchedule(CONTRACT.id, date(2025, 10, 1), 30)
Q3 = quarter_of(date(2025, 10, 1))


def lines(contract: Contract, on: date) -> dict[Matter, AttentionLine]:
    found = attention([contract], [], [], [], on)
    assert len({line.matter for line in found}) == len(found)
    return {line.matter: line for line in found}


@pytest.mark.parametrize(
    ("on", "urgency"),
    [
        (SERVE_BY - 366 * A_DAY, None),
        (SERVE_BY - 365 * A_DAY, Urgency.LATER),
        (SERVE_BY - 91 * A_DAY, Urgency.LATER),
        (SERVE_BY - 90 * A_DAY, Urgency.SOON),
        (SERVE_BY, Urgency.SOON),
        (SERVE_BY + A_DAY, Urgency.OVERDUE),
        (END, Urgency.OVERDUE),
        (END + A_DAY, None),
    ],
)
def test_an_undecided_option_is_asked_for_from_a_year_before_until_it_lapses(on: date, urgency: Urgency | None) -> None:
    line = lines(CONTRACT, on).get(Matter.OPTION)
    assert (line and line.urgency) == urgency
    assert line is None or line.act_by == SERVE_BY


def test_an_option_that_was_used_is_no_longer_asked_for_from_the_day_it_was_decided() -> None:
    period = Period(END + A_DAY, date(2028, 3, 31))
    used = replace(CONTRACT, extensions=(Extension(ExtensionId("1"), OPTION.id, 1, period, date(2026, 11, 3)),))
    assert Matter.OPTION in lines(used, date(2026, 11, 2))
    assert Matter.OPTION not in lines(used, date(2026, 11, 3))


@pytest.mark.parametrize(("on", "shown"), [(END, False), (END + A_DAY, True), (END + 365 * A_DAY, True),
                                           (END + 366 * A_DAY, False)])  # fmt: skip
def test_a_lapsed_option_stays_in_sight_for_a_year(on: date, shown: bool) -> None:
    assert (Matter.OPTION_LAPSED in lines(CONTRACT, on)) is shown


@pytest.mark.parametrize(("on", "shown"), [(SERVE_BY - 365 * A_DAY, True), (SERVE_BY, True), (SERVE_BY + A_DAY, False)])
def test_the_last_day_to_serve_notice_is_shown_until_it_has_passed(on: date, shown: bool) -> None:
    assert (Matter.SERVE_BY in lines(CONTRACT, on)) is shown


def test_without_a_notice_term_no_day_to_serve_is_made_up() -> None:
    assert Matter.SERVE_BY not in lines(replace(CONTRACT, notice_terms=()), SERVE_BY)


@pytest.mark.parametrize(("on", "shown"), [(END - 366 * A_DAY, False), (END - 365 * A_DAY, True), (END, True),
                                           (END + A_DAY, False)])  # fmt: skip
def test_an_ending_is_shown_from_a_year_before_to_the_last_day(on: date, shown: bool) -> None:
    assert (Matter.ENDING in lines(CONTRACT, on)) is shown


def test_a_contract_is_past_its_end_from_the_day_after_until_its_end_is_recorded() -> None:
    line = lines(CONTRACT, END + 3 * A_DAY)[Matter.PAST_END]
    assert (line.what, line.act_by) == ("Running past its end by 3 days: no cover is recorded", END)
    assert lines(CONTRACT, END + A_DAY)[Matter.PAST_END].what.startswith("Running past its end by 1 day:")
    assert lines(replace(CONTRACT, ended_on=END), END + A_DAY) == {}


def test_under_notice_only_its_end_is_left_to_look_at() -> None:
    served = replace(CONTRACT, notices=(SERVED,))
    assert set(lines(served, SERVED.served_on)) == {Matter.UNDER_NOTICE}
    assert lines(served, SERVED.ends_on)[Matter.UNDER_NOTICE].act_by == SERVED.ends_on
    assert lines(served, SERVED.ends_on + A_DAY) == {}


def test_notice_that_was_decided_asks_for_its_service_from_that_day_until_it_is_recorded() -> None:
    decided = replace(CONTRACT, notices_decided=(NoticeDecided(date(2026, 1, 15), DecisionId("D"), "26/00001", "End"),))
    assert Matter.NOTICE_UNSERVED not in lines(decided, date(2026, 1, 14))
    line = lines(decided, date(2026, 1, 15))[Matter.NOTICE_UNSERVED]
    assert "15 April 2026" in line.why[1]
    assert Matter.NOTICE_UNSERVED not in lines(replace(decided, notices=(SERVED,)), SERVED.served_on)


def test_a_contract_of_which_nothing_is_recorded_asks_for_nothing() -> None:
    assert lines(Contract(ContractId("B"), 1, "R-2", "Bare"), END) == {}


def unsigned(decision: Decision, on: date) -> bool:
    return [line.matter for line in attention([], [decision], [], [], on)] == [Matter.UNSIGNED]


def test_an_officers_decision_is_unsigned_from_its_day_until_the_day_it_was_signed() -> None:
    assert not unsigned(DECISION, date(2026, 2, 1))
    assert unsigned(DECISION, date(2026, 2, 2))
    signed = replace(DECISION, signed_on=date(2026, 2, 9))
    assert unsigned(signed, date(2026, 2, 8))
    assert not unsigned(signed, date(2026, 2, 9))


def test_a_members_decision_is_not_ours_to_sign() -> None:
    assert not unsigned(replace(DECISION, kind=DecisionKind.MEMBER), END)


def returns_asked(on: date, received: tuple[MonitoringReturn, ...] = (), contract: Contract = CONTRACT) -> list[str]:
    found = attention([contract], [], [SCHEDULE], received, on)
    return [line.what for line in found if line.matter in {Matter.RETURN_DUE, Matter.RETURN_LATE}]


@pytest.mark.parametrize(
    ("on", "asked"),
    [
        (date(2025, 9, 30), []),
        (date(2025, 10, 1), ["Quarter 3 2025-26 return is due"]),
        (date(2025, 12, 31), ["Quarter 3 2025-26 return is due"]),
        (date(2026, 1, 30), ["Quarter 3 2025-26 return is due", "Quarter 4 2025-26 return is due"]),
        (date(2026, 1, 31), ["Quarter 3 2025-26 return is late", "Quarter 4 2025-26 return is due"]),
    ],
)
def test_a_return_is_due_from_its_quarter_and_late_when_the_days_allowed_are_over(on: date, asked: list[str]) -> None:
    assert returns_asked(on) == asked


def test_a_return_is_asked_for_until_the_day_it_was_received() -> None:
    received = MonitoringReturn(
        ReturnId("1"), CONTRACT.id, "R-1", "A service", "Northway", Q3, 1, date(2026, 1, 20), "q3.xlsx", ""
    )
    assert returns_asked(date(2026, 1, 19), (received,))[0] == "Quarter 3 2025-26 return is due"
    assert returns_asked(date(2026, 1, 20), (received,)) == ["Quarter 4 2025-26 return is due"]


def test_no_return_is_expected_after_a_contract_ends() -> None:
    ended = replace(CONTRACT, ended_on=date(2025, 12, 31))
    assert returns_asked(date(2026, 7, 31), contract=ended) == ["Quarter 3 2025-26 return is late"]


def test_a_contract_that_cannot_be_read_is_one_line_before_all_others_and_stops_none() -> None:
    unreadable = Unreadable(ContractId("X"), "R-9", "R-9 cannot be read: its last day is not a day.")
    found = attention([CONTRACT, unreadable], [], [], [], END + A_DAY)
    assert [line.matter for line in found] == [Matter.UNREADABLE, Matter.OPTION_LAPSED, Matter.PAST_END]
    assert found[0].what == unreadable.problem


def test_lines_are_sorted_soonest_first_then_by_reference() -> None:
    others = [replace(CONTRACT, id=ContractId(each), reference=each) for each in ("R-3", "R-2")]
    found = attention([CONTRACT, *others], [DECISION], [SCHEDULE], [], date(2026, 6, 1))
    assert [(line.act_by, line.contract_reference) for line in found] == sorted(
        (line.act_by or date.min, line.contract_reference) for line in found
    )
    assert len({line.contract_reference for line in found}) == 4


@pytest.mark.parametrize("served_on", [date(2024, 4, 1), date(2026, 8, 31), date(2027, 3, 31)])
def test_whatever_the_day_every_line_has_a_day_a_sentence_and_its_reasons(served_on: date) -> None:
    notice = replace(SERVED, served_on=served_on, ends_on=period_end(served_on, 3))
    for offset in range(-400, 1200, 7):
        for line in attention([replace(CONTRACT, notices=(notice,))], [DECISION], [SCHEDULE], [], END + offset * A_DAY):
            assert line.act_by is not None
            assert line.what
            assert all(step.endswith(".") for step in line.why)
