"""Options are used in their order, each once, before the term has run out; what is asked for must be what follows."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.contract import (
    Contract,
    Extension,
    ExtensionId,
    ExtensionOption,
    Notice,
    NoticeId,
    OptionId,
    Side,
    Variation,
    VariationId,
)
from db.rules.dates import Period
from db.rules.decision import ContractId
from db.rules.extension import extension_by
from db.rules.refusal import Refusal
from db.rules.standing import standing


def contract(*months: int, ends_on: date | None = date(2023, 3, 31)) -> Contract:
    options = tuple(ExtensionOption(OptionId(str(number)), number, each) for number, each in enumerate(months, 1))
    return Contract(ContractId("A"), 1, "R-1", "A service", starts_on=date(2019, 4, 1), initial_ends_on=ends_on,
                    options=options)  # fmt: skip


def extended(before: Contract, decided_on: date) -> Contract:
    option, period = extension_by(before, decided_on)
    used = Extension(ExtensionId(option.id), option.id, option.number, period, decided_on)
    return replace(before, extensions=(*before.extensions, used))


TWO_YEARS = contract(12, 12)
OCTOBER_2022, JANUARY_2024 = date(2022, 10, 21), date(2024, 1, 15)


def test_the_first_option_adds_the_year_after_the_initial_term() -> None:
    option, period = extension_by(TWO_YEARS, OCTOBER_2022)
    assert (option.number, period) == (1, Period(date(2023, 4, 1), date(2024, 3, 31)))


def test_the_second_option_adds_the_year_after_the_first() -> None:
    option, period = extension_by(extended(TWO_YEARS, OCTOBER_2022), JANUARY_2024, option=2, to=date(2025, 3, 31))
    assert (option.number, period) == (2, Period(date(2024, 4, 1), date(2025, 3, 31)))


@pytest.mark.parametrize("decided_on", [date(2019, 4, 1), date(2023, 3, 31)])
def test_an_option_can_be_used_until_the_last_day(decided_on: date) -> None:
    assert extension_by(TWO_YEARS, decided_on)[0].number == 1


USED_ONCE = extended(TWO_YEARS, OCTOBER_2022)
USED_UP = extended(USED_ONCE, JANUARY_2024)
REFUSED: dict[str, tuple[Contract, date, int | None, date | None, str]] = {
    "the day after the end": (
        TWO_YEARS, date(2023, 4, 1), None, None, "option 1 lapsed when the contract ended on 31 March 2023"
    ),
    "the second before the first": (TWO_YEARS, OCTOBER_2022, 2, None, "because option 1 comes next"),
    "an option there is not": (TWO_YEARS, OCTOBER_2022, 3, None, "Options are used in order"),
    "the first again": (USED_ONCE, JANUARY_2024, 1, None, "because option 2 comes next"),
    "past the maximum end": (TWO_YEARS, OCTOBER_2022, None, date(2025, 4, 1), "its maximum end is 31 March 2025"),
    "both years at once": (TWO_YEARS, OCTOBER_2022, None, date(2025, 3, 31), "It cannot end on 31 March 2025"),
    "a day short": (TWO_YEARS, OCTOBER_2022, None, date(2024, 3, 30), "option 1 is 12 months"),
    "a third year": (USED_UP, date(2024, 2, 1), None, None, "runs to its maximum end, 31 March 2025"),
    "before the last extension": (USED_ONCE, date(2022, 10, 20), None, None, "in the order they were taken"),
    "no option": (contract(), OCTOBER_2022, None, None, "has no option to extend"),
    "no recorded end": (contract(12, ends_on=None), OCTOBER_2022, None, None, "no recorded last day"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_an_option_cannot_do_is_refused_with_the_reason(case: str) -> None:
    subject, decided_on, option, to, told = REFUSED[case]
    with pytest.raises(Refusal, match=r"\.$") as refused:
        extension_by(subject, decided_on, option, to)
    assert told in str(refused.value)


def test_an_option_cannot_be_used_once_notice_is_served() -> None:
    notice = Notice(NoticeId("1"), Side.COUNCIL, date(2022, 9, 1), date(2022, 12, 1))
    with pytest.raises(Refusal, match="lapsed"):
        extension_by(replace(TWO_YEARS, notices=(notice,)), OCTOBER_2022)


def test_an_option_follows_a_varied_last_day_and_the_maximum_end_moves_with_it() -> None:
    varied = Variation(VariationId("1"), 1, date(2022, 5, 1), date(2022, 5, 1), "Half a year more", date(2025, 9, 30))
    carried_on = replace(TWO_YEARS, variations=(varied,))
    assert standing(carried_on, date(2022, 4, 30)).maximum_end == date(2025, 3, 31)
    assert standing(carried_on, OCTOBER_2022).maximum_end == date(2027, 9, 30)
    _, period = extension_by(carried_on, OCTOBER_2022)
    assert period == Period(date(2025, 10, 1), date(2026, 9, 30))


@given(
    st.dates(date(1990, 1, 1), date(2050, 12, 31)),
    st.lists(st.integers(1, 60), max_size=6),
    st.none() | st.integers(-400, 400),
)
def test_using_every_option_on_each_last_day_ends_at_the_maximum_end_without_gap_or_overlap(
    ends_on: date, months: list[int], varied_by: int | None
) -> None:
    subject = replace(contract(*months, ends_on=ends_on), starts_on=None)
    if varied_by is not None:
        new_end = ends_on + timedelta(days=varied_by)
        varied = Variation(VariationId("1"), 1, new_end, None, "Varied", new_end)
        subject = replace(subject, variations=(varied,))
    first = standing(subject, ends_on if varied_by is None else new_end)
    day, maximum = first.ends_on, first.maximum_end
    assert day is not None
    for number, _ in enumerate(months, 1):
        subject = extended(subject, day)
        assert subject.extensions[-1].option_number == number
        assert subject.extensions[-1].period.starts_on == day + timedelta(days=1)
        day = subject.extensions[-1].period.ends_on
    assert day == maximum
