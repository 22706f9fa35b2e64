"""The description that the writer and the reader of the blank return share."""

from db.returns.layout import STANDARD_MEASURES, fingerprint, stamp_of
from db.rules.monitoring import Measure, MeasureId, MeasureUnit
from tests.returns import files


def test_the_standard_measures_keep_their_ids_and_units() -> None:
    assert [(measure.id, measure.unit.value) for measure in STANDARD_MEASURES] == [
        ("standard-people-supported", "number"),
        ("standard-new-referrals", "number"),
        ("standard-support-ended", "number"),
        ("standard-spend", "pounds"),
        ("standard-narrative", "words"),
    ]


def test_blank_returns_already_sent_stay_readable() -> None:
    assert fingerprint(STANDARD_MEASURES) == "bb5ac8a15a419831"


def test_the_fingerprint_tells_every_change_to_what_is_asked() -> None:
    one, two, *rest = files.MEASURES
    changed = [
        (one, two),
        (two, one, *rest),
        (Measure(one.id, "People", one.unit), two, *rest),
        (Measure(one.id, one.name, MeasureUnit.PERCENT), two, *rest),
        (Measure(MeasureId("m0"), one.name, one.unit), two, *rest),
    ]
    prints = {fingerprint(measures) for measures in (files.MEASURES, *changed)}
    assert len(prints) == len(changed) + 1


def test_the_stamp_names_the_contract_and_the_first_day_of_the_quarter() -> None:
    assert stamp_of(files.FORM).values[1:3] == (files.CONTRACT, "2025-10-01")
