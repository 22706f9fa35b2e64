"""The faults of two published records are caught: a choice left open, two names for one provider, a slip, a repeat."""

from dataclasses import replace
from datetime import date

import pytest

from db.rules.completeness import for_information
from db.rules.decision import Publication
from db.rules.decision_facts import Published
from db.rules.governance import CallIn
from db.rules.provider import Alias, AliasId, Provider, ProviderId
from tests.rules.navigation_decisions import OFFICER
from tests.rules.records import COMPLETE, checks_broken, gaps_of, record_with, said, with_decision

SEK = Provider(
    ProviderId("sek"),
    1,
    "Social Enterprise Kent",
    (Alias(AliasId("1"), "SEK"), Alias(AliasId("2"), "South East Kent (SEK)")),
)
TWO_NAMES = (
    "Delivered by Social Enterprise Kent (SEK), Involve Kent and Imago Community. "
    "Cease to commission services delivered by South East Kent (SEK)."
)


def test_the_publication_choice_that_od_24_00002_left_open_is_caught() -> None:
    record = record_with({"related_decision": "For publication: YES/NO?"}, for_publication=Publication.UNANSWERED)
    assert {gap.field for gap in gaps_of(record, "C10")} == {"for_publication", "related_decision"}
    assert "“YES/NO?”" in said(record, "C10")


def test_two_names_for_one_provider_are_caught_by_its_aliases_and_by_its_abbreviation() -> None:
    record = replace(record_with({"reasons": TWO_NAMES}), providers=(SEK,))
    told = said(record, "C24")
    assert "“Social Enterprise Kent” and “South East Kent (SEK)”" in told or "“South East Kent (SEK)” and" in told
    assert "SEK stands for “Social Enterprise Kent” and “South East Kent”" in told
    assert checks_broken(record) == {"C24"}


def test_without_any_alias_recorded_the_abbreviation_still_gives_it_away() -> None:
    assert "SEK stands for" in said(record_with({"reasons": TWO_NAMES}), "C24")


@pytest.mark.parametrize(
    "words",
    [
        "Social Enterprise Kent (SEK) delivers it, and SEK will go on because it does so well.",
        "Social Enterprise Kent delivers it.",
        "SEK delivers it.",
        "The voluntary, community, and social enterprise (VCSE) sector and the VCSE sector.",
        "The NHS Kent and Medway Integrated Care Board (ICB) and the Integrated Care Board (ICB).",
    ],
)
def test_a_name_with_its_own_abbreviation_is_one_name(words: str) -> None:
    assert gaps_of(replace(record_with({"reasons": words}), providers=(SEK,)), "C24") == ()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("It costs £0.98milion.", "“milion” is likely “million”"),
        ("It is in in place.", "“in in” says a word twice"),
        ("The the year.", "“The the” says a word twice"),
        ("He said that that is so, and had had it.", ""),
        ("It costs £0.98million.", ""),
    ],
)
def test_slips_of_the_pen_are_told(words: str, told: str) -> None:
    assert told in said(record_with({"reasons": words}), "C24")
    assert bool(told) is bool(gaps_of(record_with({"reasons": words}), "C24"))


DUTY = (
    "Under the Care Act 2014 the council must meet the needs of unpaid carers, of older people who are frail, and of "
    "younger adults who are frail or vulnerable."
)


def test_a_paragraph_that_stands_in_two_sections_is_told_once() -> None:
    record = record_with({"reasons": f"{DUTY} More.", "legal": f"{DUTY} The contracts provide for it."})
    [gap] = gaps_of(record, "C24")
    assert gap.field == "legal"
    assert "Reasons for decision and Legal implications both say" in gap.sentence


def test_what_is_quoted_from_the_decision_it_rests_on_may_stand_twice() -> None:
    assert gaps_of(record_with({"reasons": DUTY, "related_decision": DUTY}), "C24") == ()


def test_an_effect_printed_before_call_in_ends_is_told() -> None:
    decision = replace(
        OFFICER, decided_on=date(2022, 9, 28), signed_on=date(2022, 9, 28), callable_in=True, is_key=True,
        published=Published(date(2022, 9, 28), date(2022, 10, 5)),
    )  # fmt: skip
    record = replace(with_decision(decision), day=date(2022, 10, 5))
    assert "call-in lets it take effect on 6 October 2022" in said(record, "C25")
    assert "C25" not in checks_broken(replace(record, call_in=CallIn(4)))


def test_nothing_is_put_into_effect_before_it_takes_effect() -> None:
    record = record_with(published=Published(None, date(2024, 1, 20), date(2024, 1, 19)))
    assert [gap.field for gap in gaps_of(record, "C25")] == ["published.implement_from"]


def test_the_clocks_are_told_as_information() -> None:
    told = [gap.sentence for gap in for_information(COMPLETE) if gap.check == "C25"]
    assert any(sentence.startswith("The record is kept until 14 January 2030.") for sentence in told)
    assert any("Members may inspect" in sentence for sentence in told)
