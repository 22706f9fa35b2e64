"""Facts about quarters whose provider reports by month."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from db.rules.figure import Figure, Presence, figure_in
from db.rules.monitoring import FigureState, Measure, MeasureId, MeasureUnit, MonitoringReturn, Reading, ReturnId
from db.rules.months import Months, month_named
from db.rules.rating import check_measure
from db.rules.refusal import Refusal
from db.rules.reported import standing_readings
from db.rules.written_measures import Part, read_measure, write_measure, wrong_in
from db.store.rating_rules import months_of, rule_of, rules_text
from tests.rules.measures import Q3

CALLS = Measure(MeasureId("c"), "Calls", MeasureUnit.COUNT, months=Months.SUM)
NAMES = ("October 2025", "November 2025", "December 2025")


def month(part: str, value: int | None, state: FigureState = FigureState.RETURNED) -> Reading:
    return Reading("Calls", MeasureUnit.COUNT, None if value is None else Decimal(value), "S", "A1", state, part=part)


def months(*values: int | None) -> tuple[Reading, ...]:
    return tuple(month(name, value) for name, value in zip(NAMES, values, strict=False))


def test_months_that_are_added_up_make_the_quarter_with_the_working() -> None:
    figure = figure_in(CALLS, months(10, 0, 7))
    assert figure == Figure(Decimal(17), Presence.KNOWN, "October 2025, November 2025 and December 2025 added up.")


def test_a_month_that_was_not_returned_keeps_the_sum_from_being_made() -> None:
    for given in (months(10, None, 7), months(10, 20)):
        figure = figure_in(CALLS, given)
        assert (figure.value, figure.presence) == (None, Presence.NOT_RETURNED)
        assert figure.working == "2 of 3 months were returned, and all are needed to add them up."


def test_the_last_month_counts_where_the_measure_says_so_and_none_before_it_stands_in() -> None:
    caseload = replace(CALLS, months=Months.LAST)
    assert figure_in(caseload, months(10, 20, 30)).value == Decimal(30)
    assert (
        figure_in(caseload, months(None, None, 30)).working == "The figure of December 2025, the quarter’s last month."
    )
    assert figure_in(caseload, months(10, 20)).value is None


def test_without_a_rule_months_make_no_quarter_and_that_is_said() -> None:
    figure = figure_in(replace(CALLS, months=Months.NONE), months(10, 20, 30))
    assert figure.value is None
    assert "does not say how months make the quarter" in figure.working


def test_the_quarters_own_figure_counts_and_months_that_differ_are_told() -> None:
    own = Reading("Calls", MeasureUnit.COUNT, Decimal(40), "S", "B1")
    figure = figure_in(CALLS, (own, *months(10, 20, 7)))
    assert figure.value == Decimal(40)
    assert figure.mismatch == "The provider states 40 for the quarter, but its months give 37."
    assert figure_in(CALLS, (own, *months(10, 20, 10))).mismatch == ""


def test_a_month_kept_back_keeps_the_quarter_back() -> None:
    given = (*months(10, 20), month(NAMES[2], None, FigureState.SUPPRESSED))
    assert figure_in(CALLS, given).presence is Presence.SUPPRESSED


def test_a_part_that_is_no_month_makes_no_quarter() -> None:
    assert [month_named(each) for each in ("April 2025", "North – April 2025", "2025-26", "")] == [
        (2025, 4), None, None, None,
    ]  # fmt: skip
    assert figure_in(CALLS, [replace(each, part=f"North – {each.part}") for each in months(1, 2, 3)]).value is None


RATE = Measure(
    MeasureId("r"), "Rate", MeasureUnit.PERCENT, numerator="Calls", denominator="Asked", months=Months.SUM
)  # fmt: skip


def asked(*values: int | None) -> tuple[Reading, ...]:
    return tuple(replace(each, measure="Asked") for each in months(*values))


def rates(*values: int | None) -> tuple[Reading, ...]:
    return tuple(replace(each, measure="Rate", unit=MeasureUnit.PERCENT) for each in months(*values))


def test_a_quarters_rate_comes_of_what_its_months_were_divided_from_not_of_their_rates() -> None:
    figure = figure_in(RATE, (*rates(10, 20, 90), *months(1, 2, 90), *asked(10, 10, 100)))
    assert figure.value == Decimal(93) * 100 / 120
    assert figure.working == (
        "Calls (93) divided by Asked (120). October 2025, November 2025 and December 2025 added up."
    )
    last = figure_in(replace(RATE, months=Months.LAST), (*months(1, 2, 90), *asked(10, 10, 100)))
    assert last.value == Decimal(90)


def test_rates_of_months_are_never_added_up() -> None:
    figure = figure_in(RATE, rates(10, 20, 30))
    assert (figure.value, figure.presence) == (None, Presence.NOT_RETURNED)
    assert figure_in(replace(RATE, unit=MeasureUnit.DECIMAL), rates(10, 20, 30)).value is None


def test_a_rate_with_a_month_of_its_parts_missing_is_not_made_and_that_is_said() -> None:
    figure = figure_in(RATE, (*months(1, None, 90), *asked(10, 10, 100)))
    assert figure.value is None
    assert figure.working == "2 of 3 months were returned, and all are needed to add them up."
    unsaid = figure_in(replace(RATE, months=Months.NONE), (*months(1, 2, 90), *asked(10, 10, 100)))
    assert unsaid.value is None
    assert "does not say how months make the quarter" in unsaid.working


def test_a_month_kept_back_of_what_a_rate_is_divided_from_keeps_the_rate_back() -> None:
    kept = (*months(1, 2), month(NAMES[2], None, FigureState.SUPPRESSED), *asked(10, 10, 100))
    assert figure_in(RATE, kept).presence is Presence.SUPPRESSED


def test_the_months_of_the_version_that_stands_are_what_a_scorecard_is_worked_out_from() -> None:
    from db.rules.decision import ContractId

    version = MonitoringReturn(
        ReturnId("r"), ContractId("c"), "H-1", "A", "P", Q3, 1, date(2026, 1, 5), "f.xlsx", "", months(1, 2, 3)
    )
    assert figure_in(CALLS, standing_readings((version,), date(2026, 2, 1))[Q3]).value == Decimal(6)


def test_percentages_of_months_are_not_added_up() -> None:
    rate = replace(CALLS, unit=MeasureUnit.PERCENT)
    with pytest.raises(Refusal, match="percentages of months are not added up"):
        check_measure(rate)
    assert [part for part, _ in wrong_in(write_measure(rate))] == [Part.MONTHS]
    check_measure(replace(rate, months=Months.LAST))


@pytest.mark.parametrize("rule", list(Months))
def test_what_months_make_is_written_stored_and_read_again(rule: Months) -> None:
    measure = replace(CALLS, months=rule)
    assert read_measure(write_measure(measure)) == measure
    stored = rules_text(measure.rule, rule)
    assert (rule_of(stored), months_of(stored)) == (measure.rule, rule)


def test_a_rule_stored_before_there_was_one_for_months_is_read_as_none() -> None:
    assert months_of("target and floor") is Months.NONE
