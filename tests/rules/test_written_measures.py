"""Facts about measures as officers write them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from db.rules.monitoring import Measure, MeasureId, MeasureUnit
from db.rules.outcome import Outcome
from db.rules.rating_bands import Band, Bands
from db.rules.rating_rules import TargetAndFloor, WithinPercent
from db.rules.refusal import Refusal
from db.rules.targets import Direction, Target
from db.rules.written_measures import (
    Part,
    RuleKind,
    WrittenBand,
    WrittenMeasure,
    parse_figure,
    read_measure,
    write_measure,
    wrong_among,
    wrong_in,
)

APRIL = date(2025, 4, 1)
RATE = WrittenMeasure(
    "Answered in time", MeasureUnit.PERCENT, Direction.HIGHER, RuleKind.TARGET, targets=(("1/4/2025", "90%", "75"),)
)
RED, AMBER, GREEN = Outcome.RED, Outcome.AMBER, Outcome.GREEN


def banded(*bands: WrittenBand, unit: MeasureUnit = MeasureUnit.COUNT) -> WrittenMeasure:
    return WrittenMeasure("Calls", unit, Direction.HIGHER, RuleKind.BANDS, bands=bands)


@pytest.mark.parametrize(
    "measure",
    [
        Measure(MeasureId("1"), "Calls", MeasureUnit.COUNT),
        Measure(MeasureId("2"), "Cost", MeasureUnit.POUNDS, Direction.LOWER, "", "",
                (Target(APRIL, Decimal(1_250_050), Decimal(1_300_000)),), TargetAndFloor()),
        Measure(MeasureId("3"), "Rate", MeasureUnit.PERCENT, Direction.HIGHER, "In time", "All",
                (Target(APRIL, Decimal("92.5")),), WithinPercent(Decimal("7.5"))),
        Measure(MeasureId("4"), "Outcomes", MeasureUnit.PERCENT, Direction.HIGHER, rule=Bands((
            Band(None, Decimal(60), RED), Band(Decimal(60), Decimal(80), AMBER, high_included=True),
            Band(Decimal(80), None, GREEN, low_included=False, word="Good")))),
    ],
    ids=lambda each: each.name,
)  # fmt: skip
def test_a_measure_written_down_and_read_again_is_the_same(measure: Measure) -> None:
    assert read_measure(write_measure(measure)) == measure


def test_a_target_counts_from_the_first_day_of_the_quarter_its_day_is_in() -> None:
    made = read_measure(replace(RATE, targets=(("20 May 2025", "90", ""), ("1/1/2025", "85", ""))))
    assert [(each.starts_on, each.value) for each in made.targets] == [
        (date(2025, 1, 1), Decimal(85)),
        (APRIL, Decimal(90)),
    ]


@pytest.mark.parametrize(
    ("written", "part", "said"),
    [
        (replace(RATE, name=" "), Part.NAME, "Enter the measure’s name"),
        (replace(RATE, targets=(("1/4/2025", "ninety", ""),)), Part.TARGETS, "“ninety” is not a figure"),
        (replace(RATE, targets=(("", "90", ""),)), Part.TARGETS, "Enter the day from which"),
        (replace(RATE, targets=(("1/4/2025", "", "75"),)), Part.TARGETS, "Enter each target’s figure"),
        (replace(RATE, targets=(("1/4/2025", "75", "90"),)), Part.TARGETS, "The floor, 90.0%, is better"),
        (replace(RATE, targets=(("1/4/2025", "90", ""), ("30/6/2025", "91", ""))), Part.TARGETS, "Two targets begin"),
        (replace(RATE, direction=Direction.NONE), Part.DIRECTION, "Choose whether higher or lower"),
        (replace(RATE, rule=RuleKind.WITHIN, percent="0"), Part.PERCENT, "more than 0%"),
        (replace(RATE, numerator="In time"), Part.PARTS, "or neither"),
        (banded(), Part.BANDS, "at least one band"),
        (banded(WrittenBand("", "", False, None)), Part.BANDS, "Choose green, amber or red"),
        (banded(WrittenBand("", "5", False, RED), WrittenBand("6", "", False, GREEN)), Part.BANDS,
         "Figures between 5 and 6 belong to no band, such as 5.5"),
        (banded(WrittenBand("", "7", False, RED), WrittenBand("6", "", False, GREEN)), Part.BANDS, "overlap"),
        (banded(WrittenBand("2", "", False, GREEN)), Part.BANDS, "0 belongs to no band"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_the_part_it_is_about(written: WrittenMeasure, part: Part, said: str) -> None:
    ((about, sentence),) = wrong_in(written)
    assert about is part
    assert said in sentence
    with pytest.raises(Refusal, match=sentence[:12].replace("“", ".")):
        read_measure(written)


def test_a_figure_at_an_end_that_is_taken_in_does_not_belong_to_the_next_band_too() -> None:
    made = read_measure(banded(WrittenBand("", "5", True, RED), WrittenBand("5", "", False, GREEN)))
    assert isinstance(made.rule, Bands)
    band = made.rule.band_of(Decimal(5))
    assert band is not None
    assert band.outcome is RED


def test_pounds_are_read_as_pence_and_percentages_with_or_without_their_sign() -> None:
    assert parse_figure("£1,250.50", MeasureUnit.POUNDS) == 125_050
    assert parse_figure("92.5 %", MeasureUnit.PERCENT) == parse_figure("92.5", MeasureUnit.PERCENT)
    with pytest.raises(Refusal, match="is not a figure"):
        parse_figure("Infinity", MeasureUnit.COUNT)


def test_names_are_told_apart_and_parts_are_looked_for_among_the_measures() -> None:
    assert wrong_among((RATE, replace(RATE, name="answered in time"))) == (
        1, Part.NAME, "Two measures are called “answered in time”. Give each a name of its own.",
    )  # fmt: skip
    worked_out = replace(RATE, numerator="In time", denominator="All")
    found = wrong_among((worked_out, replace(RATE, name="In time")))
    assert found is not None
    assert found[1:] == (Part.PARTS, "“All” is not among the measures. Add it, or choose another.")
    assert wrong_among((worked_out, replace(RATE, name="In time"), replace(RATE, name="ALL"))) is None
