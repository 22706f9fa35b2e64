"""Facts about what a scorecard is worked out from."""

from datetime import date
from decimal import Decimal

from db.rules.contract import Contract
from db.rules.decision import ContractId
from db.rules.funding import AnnualValue, FundingLine, PartId, PartnerId
from db.rules.money import Pence
from db.rules.monitoring import (
    Measure,
    MeasureId,
    MeasureUnit,
    MonitoringReturn,
    Reading,
    ReturnId,
    last_quarters,
)
from db.rules.outcome import Outcome
from db.rules.rating_override import Override
from db.rules.reported import newest_told, profile_of, quarters_told, reported, spend_measure, standing_readings
from tests.rules.measures import Q3

ON = date(2026, 1, 20)
ID = ContractId("c")
PARTS = (PartId("p"), "Part A", PartnerId("c"), "The council")
CONTRACT = Contract(
    ID, 1, "C-1", "Advice", service="Advice", starts_on=date(2024, 4, 1), initial_ends_on=date(2027, 3, 31),
    annual_values=(AnnualValue(*PARTS, None, Pence(400_000_00)),),
)  # fmt: skip
SPEND = Measure(MeasureId("s"), "Spend in the quarter", MeasureUnit.POUNDS)


def returned(number: int, pence: int | None, on: date, kind: str = "value", part: str = "") -> MonitoringReturn:
    value = None if pence is None else Decimal(pence)
    reading = Reading(SPEND.name, MeasureUnit.POUNDS, value, "Return", "C9", kind=kind, part=part)
    return MonitoringReturn(ReturnId(str(number)), ID, "C-1", "Advice", "P", Q3, number, on, "r.xlsx", "0", (reading,))


def test_the_latest_version_that_had_come_by_the_day_stands() -> None:
    versions = [returned(2, 200, ON), returned(1, 100, date(2026, 1, 12))]
    assert [each.value for each in standing_readings(versions, ON)[Q3]] == [200]
    assert [each.value for each in standing_readings(versions, date(2026, 1, 19))[Q3]] == [100]


def test_targets_stated_by_the_provider_and_figures_of_one_area_are_not_the_measures_figure() -> None:
    assert standing_readings([returned(1, 100, ON, kind="target")], ON)[Q3] == ()
    assert standing_readings([returned(1, 100, ON, part="Swale")], ON)[Q3] == ()


def test_spend_is_held_against_a_quarter_of_the_rate_a_year() -> None:
    found = reported(CONTRACT, (SPEND,), [returned(1, 104_000_00, ON)], {}, Q3, ON).spend
    assert found is not None
    assert (found.to_date.profile, found.to_date.actual) == (100_000_00, 104_000_00)
    assert len(found.missing) == 2


def test_the_funding_of_the_year_comes_before_the_rate_a_year() -> None:
    funded = Contract(ID, 1, "C-1", "Advice", funding=(FundingLine(*PARTS, 2025, Pence(1_000_00)),))
    profile = profile_of(funded, Q3)
    assert profile is not None
    assert (profile.year, profile.total) == (2025, 1_000_00)
    january = last_quarters(Q3, 1)[0]
    assert profile_of(Contract(ID, 1, "C-1", "Advice"), january) is None


def test_no_spend_is_told_without_a_measure_of_it() -> None:
    count = Measure(MeasureId("n"), "People who spent time", MeasureUnit.COUNT)
    assert spend_measure((count,)) is None
    assert reported(CONTRACT, (count,), [], {}, Q3, ON).spend is None


def test_only_the_officers_ratings_of_the_quarter_are_taken() -> None:
    own = Override(Outcome.AMBER, "One closed road", ON, date(2026, 3, 31))
    overrides = {(SPEND.id, Q3): own, (SPEND.id, last_quarters(Q3, 2)[0]): own}
    assert reported(CONTRACT, (SPEND,), [], overrides, Q3, ON).overrides == {SPEND.id: own}


def test_quarters_go_from_the_newest_that_ended_back_to_the_first_returned() -> None:
    assert [each.label for each in quarters_told([returned(1, 1, ON)], date(2026, 7, 1))] == [
        "Quarter 1 2026-27", "Quarter 4 2025-26", "Quarter 3 2025-26",
    ]  # fmt: skip
    assert newest_told([returned(1, 1, ON)], date(2026, 7, 1)) == Q3
    assert newest_told([], ON) == Q3
    assert quarters_told([], ON) == (Q3,)
