"""Registers without headings: only what the cells bear out is taken for anything."""

from db.incoming.fields import Field
from tests.incoming.test_gaps import FIRMS, TOLD, many, read, taken

REFERENCE, VALUE = ("R-{}",), ("£1,00{}.00",)
STARTS, ENDS = ("01/04/2026", "13/05/2026"), ("31/03/2028", "30/06/2028")


def test_a_single_column_of_days_is_neither_start_nor_end_and_goes_to_the_notes() -> None:
    rows = many(REFERENCE, TOLD, FIRMS, ENDS)
    assert list(taken(*rows).values()) == [Field.REFERENCE, Field.TITLE, Field.PROVIDER, Field.NOTES]
    assert read(*rows).drafts[0].notes == "column D: 31/03/2028"


def test_the_start_and_the_end_are_two_columns_of_which_one_follows_the_other_by_weeks() -> None:
    advertised, opened = ("02/01/2026", "13/01/2026"), ("05/01/2026", "16/01/2026")
    found = list(taken(*many(REFERENCE, TOLD, advertised, opened, ENDS)).values())
    assert found[2:] == [Field.NOTES, Field.START, Field.END]


def test_moments_at_which_something_was_recorded_are_no_term() -> None:
    recorded = ("2026-01-02T16:56:46Z", "2026-01-03T09:12:00Z")
    found = list(taken(*many(REFERENCE, TOLD, recorded, STARTS, ENDS)).values())
    assert found[2:] == [Field.NOTES, Field.START, Field.END]


def test_addresses_and_keys_of_other_systems_are_no_titles() -> None:
    web, key = ("https://tenders.example.org/contract/view?id=2280{}",), ("CONT_AWD_FA8615_{}_NONE",)
    found = list(taken(*many(REFERENCE, web, TOLD, key)).values())
    assert found == [Field.REFERENCE, None, Field.TITLE, None]


def test_a_column_that_repeats_the_provider_is_no_title() -> None:
    found = list(taken(*many(REFERENCE, FIRMS, ("Meals", "Lifts and meals", "Night shelter"), FIRMS)).values())
    assert found == [Field.REFERENCE, Field.PROVIDER, Field.TITLE, None]


def test_long_descriptions_are_no_names_of_providers() -> None:
    told = ("Support services and management of the transport systems of the whole housing group {}",)
    assert list(taken(*many(REFERENCE, told, VALUE)).values()) == [Field.REFERENCE, Field.TITLE, Field.VALUE]


def test_numbers_that_are_neither_round_nor_written_as_money_are_no_value() -> None:
    found = list(taken(*many(REFERENCE, TOLD, ("48753", "50023", "49813"), ("125000", "98600"))).values())
    assert found[2:] == [None, Field.VALUE]


def test_a_column_that_counts_the_rows_is_no_reference_beside_one_of_codes() -> None:
    assert list(taken(*many(("{}",), ("LAL-{}-2077",), TOLD)).values())[:2] == [None, Field.REFERENCE]
