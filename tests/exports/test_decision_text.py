"""The record as plain text, whole and field by field."""

from dataclasses import replace

import pytest

from db.rules.decision import RecordOfDecision
from exports.decision_text import fields, render_text
from exports.record.compose import sections
from tests.exports.records import full_record, member_record, officer_record, with_decision, with_text

FULL = dict(fields(full_record()))


@pytest.mark.parametrize("record", [officer_record(), full_record(), member_record()])
def test_each_printed_section_is_a_field(record: RecordOfDecision) -> None:
    headings = [heading for heading, _ in fields(record)]
    assert headings[: len(sections(record))] == [section.heading for section in sections(record)]


def test_quotation_marks_and_dashes_are_left_as_they_were_typed() -> None:
    typed = "\"Straight\" and 'single', a - b -- c ... “curly” ‘both’ – —"
    assert dict(fields(with_text(legal=typed)))["Legal implications"] == typed


def test_lists_begin_with_a_dash_or_with_their_letter() -> None:
    assert dict(fields(with_text(legal="Because:\n• one\n- two\na) three")))["Legal implications"] == (
        "Because:\n\n- one\n- two\n\na) three"
    )


def test_tables_have_tabs_between_their_cells() -> None:
    assert "Quarter\tSpent\tLeft\nFirst\t£210,000\t£638,829\n" in FULL["Financial implications"]
    assert (
        "Care Board\t£692,531\t£1,252,704\t£1,945,235\nTotal\t£1,541,360\t£3,760,205" in FULL["Financial implications"]
    )
    assert (
        "Buy the service anew\tThere was no time to before the last day."
        in FULL["Alternatives considered and rejected"]
    )


def test_facts_stand_on_lines_of_their_own() -> None:
    assert FULL["Decision taken by"] == "Richard Smith\nCorporate Director of Adult Social Care and Health"
    assert FULL["Dates"] == (
        "Decided 15 January 2024\nPublished 18 January 2024\nTakes effect 26 January 2024\n"
        "May be put into effect from 1 February 2024"
    )


def test_a_link_says_where_it_leads() -> None:
    related = FULL["Cabinet Member or Council/Cabinet decision to which this action relates"]
    assert "https://democracy.kent.gov.uk/ieDecisionDetails.aspx?ID=2648" in related
    assert FULL["Web address"] == "https://democracy.kent.gov.uk/ieDecisionDetails.aspx?ID=2790"


def test_who_signs_is_said_after_the_sections() -> None:
    first = (
        "Name: Richard Smith\nPost: Corporate Director of Adult Social Care and Health\n"
        "Date of decision: 15 January 2024\nReason for signing: I took the decision recorded above.\n"
        "Signed on another day: The officer was on leave until 22 January 2024.\nSignature: Signed 22 January 2024"
    )
    assert fields(full_record())[-2:] == (
        ("Signature", first),
        (
            "Counter-signature",
            "Name: General Counsel\nPost: Proper Officer\nReason for signing: Seen, and placed on record.",
        ),
    )


def test_the_whole_text_is_the_fields_under_their_headings() -> None:
    whole = render_text(officer_record())
    assert whole.startswith("Kent County Council\nRecord of officer decision\n\nDecision taken by\n-----------------\n")
    assert all(f"\n{heading}\n{'-' * len(heading)}\n{text}\n" in whole for heading, text in fields(officer_record()))


def test_no_mark_and_no_control_character_is_left() -> None:
    bell = with_text(legal="a\x07b \x0ebold\x0f \x02withheld\x03")
    assert dict(fields(bell))["Legal implications"] == "ab bold withheld"


def test_a_decision_that_considered_no_alternative_says_so_outright() -> None:
    record = with_decision(none_considered=True, text=replace(officer_record().decision.text, alternatives=""))
    assert dict(fields(record))["Alternatives considered and rejected"] == "No alternative was considered."
