"""What a record's words must say: number, maker, decision, periods, alternatives, conflicts, publication, names."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from db.rules.decision import DecisionKind, Publication
from db.rules.decision_facts import Alternative, Exemption
from db.rules.rich_text import WITHHELD, WITHHELD_ENDS
from tests.rules.navigation_decisions import CONTRACTS, OFFICER, PARENT
from tests.rules.records import COMPLETE, checks_broken, gaps_of, record_with, said, with_decision

EXTEND = "EXTEND the Community Navigation contracts"


def wrong(check: str, text: dict[str, str], **changes: Any) -> bool:
    """Whether a check stops a record with other words."""
    return any(gap.stops for gap in gaps_of(record_with(text, **changes), check))


@pytest.mark.parametrize("number", ["OD-24-00002", "od/24/00002", "OD.24.00002"])
def test_a_number_that_another_decision_has_is_named_however_it_is_printed(number: str) -> None:
    other = replace(PARENT, number=number, subject="Another matter")
    record = replace(COMPLETE, decisions=(*COMPLETE.decisions, replace(other, id=OFFICER.id.__class__("third"))))
    assert "another decision, “Another matter”" in said(record, "C01")


@pytest.mark.parametrize("number", ["OD.24.00002", "OD-23-0002", "24/00119", "OKD35 (24/25)", "Minute 12"])
def test_numbers_are_accepted_as_councils_print_them(number: str) -> None:
    assert gaps_of(record_with(number=number), "C01") == ()


def test_a_misprinted_number_is_asked_about() -> None:
    parent = replace(PARENT, id=PARENT.id.__class__("113"), number="24/00113")
    record = replace(record_with(number="24/0113"), decisions=(PARENT, parent))
    [gap] = gaps_of(record, "C01")
    assert not gap.stops
    assert "24/00113 is in the register: is that meant?" in gap.sentence


def test_no_number_without_a_figure() -> None:
    assert "no figure" in said(record_with(number="to follow"), "C01")


@pytest.mark.parametrize(
    ("kind", "name", "post", "stops"),
    [
        (DecisionKind.OFFICER, "Richard Smith", "", True),
        (DecisionKind.OFFICER, "", "Director", True),
        (DecisionKind.MEMBER, "", "Cabinet Member", True),
        (DecisionKind.CABINET, "", "Cabinet", False),
        (DecisionKind.COUNCIL, "", " ", True),
    ],
)
def test_a_person_is_named_with_a_post_and_a_body_by_its_name(
    kind: DecisionKind, name: str, post: str, stops: bool
) -> None:
    assert wrong("C02", {}, kind=kind, maker_name=name, maker_post=post) is stops


@pytest.mark.parametrize(
    ("decision", "stops"),
    [
        ("Extend SAMPLE-CN-A and SAMPLE-CN-B.", False),
        ("Extend the community  navigation contracts.", False),
        ("Extend SAMPLE-CN-A.", True),
        ("Extend the contracts.", True),
        ("Agreed.", True),
        ("", True),
        ("To carry on with navigation in the community.", False),
    ],
)
def test_the_decision_names_every_contract_it_acts_on_or_its_service(decision: str, stops: bool) -> None:
    by_number = "SAMPLE" in decision
    contracts = tuple(replace(each, title="Lot", service="") if by_number else each for each in CONTRACTS)
    record = replace(record_with({"decision": decision}), contracts=contracts)
    assert any(gap.stops for gap in gaps_of(record, "C04")) is stops


@pytest.mark.parametrize(
    ("words", "stops"),
    [
        ("for 12 months, from 1 April 2024 to 31 March 2025", False),
        ("for one year, 1 April 2024–31 March 2025", False),
        ("for a further 12 months (1 April 2024 to 31 March 2025)", False),
        ("from 01/04/2024 to 31/03/2025 (12 months)", False),
        ("from April 1, 2024 until March 31, 2025, a period of twelve months", False),
        ("for 12 months, from 1 April 2024 to 1 April 2025", True),
        ("for 12 months, from 1 April 2024 to 30 March 2025", True),
        ("for two years, from 1 April 2024 to 31 March 2025", True),
        ("for 52 weeks, from 1 April 2024 to 31 March 2025", True),
        ("for 12 months, from 31 March 2025 to 1 April 2024", True),
        ("for 12 months, from 1 April 2024 to 31 April 2025", True),
        ("for 12 months from April 2024", False),
        ("with three months' notice, from 1 April 2024 to 31 March 2025", False),
    ],
)
def test_a_stated_length_is_what_its_days_say(words: str, stops: bool) -> None:
    assert wrong("C05", {"decision": f"{EXTEND} {words}."}) is stops


def test_the_sentence_gives_the_day_the_length_comes_to() -> None:
    record = record_with({"reasons": "It runs for 12 months, from 1 April 2024 to 1 April 2025, so."})
    assert "ends on 31 March 2025" in said(record, "C05")
    assert {gap.field for gap in gaps_of(record, "C05")} == {"reasons"}


def test_days_that_differ_from_the_extension_recorded_are_told() -> None:
    record = record_with({"decision": f"{EXTEND} from 1 April 2024 to 30 March 2025."})
    assert "the extension recorded on SAMPLE-CN-A is 1 April 2024 to 31 March 2025" in said(record, "C05")


def test_nothing_is_extended_past_its_maximum_end() -> None:
    record = record_with({"decision": f"{EXTEND} for 24 months, from 1 April 2024 to 31 March 2026."})
    contracts = tuple(replace(each, extensions=each.extensions[:1]) for each in CONTRACTS)
    assert "its options reach 31 March 2025 at most" in said(replace(record, contracts=contracts), "C05")


def test_a_month_without_a_day_is_asked_about() -> None:
    [gap] = gaps_of(record_with({"reasons": "It runs to March 2027 (12 months) because of that."}), "C05")
    assert not gap.stops
    assert "names a month and no day" in gap.sentence


ISOLATED = Alternative("End the contracts", "More people could become isolated.")


@pytest.mark.parametrize(
    ("table", "prose", "none_considered", "stops"),
    [
        ((ISOLATED,), "", False, False),
        ((Alternative("End the contracts"),), "", False, True),
        ((ISOLATED, Alternative("Do nothing", " ")), "", False, True),
        ((), "", True, False),
        ((), "", False, True),
        ((), "No alternatives were considered.", False, False),
        ((), "None considered", False, False),
        ((), "End the contracts: rejected, because people would be left alone.", False, False),
        ((), "Do nothing.", False, True),
        ((), "As detailed in the confidential report.", False, True),
        ((), "See the exempt appendix", False, True),
        ((), "Ending them was rejected as too harsh. Costs are set out in the exempt report.", False, False),
        ((), "N/A", False, True),
    ],
)
def test_an_alternative_comes_with_why_it_was_rejected(
    table: tuple[Alternative, ...], prose: str, none_considered: bool, stops: bool
) -> None:
    changes = {"alternatives": table, "none_considered": none_considered}
    assert wrong("C07", {"alternatives": prose}, **changes) is stops


def test_none_considered_beside_an_alternative_is_a_contradiction() -> None:
    [gap] = gaps_of(record_with(none_considered=True), "C07")
    assert (gap.stops, gap.field) == (False, "none_considered")


DECLARED = "Councillor Example is a trustee of Involve."


@pytest.mark.parametrize(
    ("conflicts", "dispensation", "c08", "c09"),
    [
        ("None", "", False, False),
        ("None declared.", "", False, False),
        ("No conflicts of interest were declared", "", False, False),
        ("There are none.", "", False, False),
        ("Not applicable", "", False, False),
        ("N/A", "", False, False),
        ("  \n", "", True, False),
        ("-", "", True, False),
        ("TBC", "", True, False),
        ("YES/NO?", "", True, False),
        ("Yes", "Granted on 3 January 2024", True, False),
        (DECLARED, "", False, True),
        (DECLARED, "TBC", False, True),
        (DECLARED, "Granted by the head of paid service on 3 January 2024.", False, False),
        (f"{DECLARED} A dispensation was granted on 3 January 2024.", "", False, False),
    ],
)
def test_a_conflict_is_answered_and_one_declared_has_its_dispensation(
    conflicts: str, dispensation: str, c08: bool, c09: bool
) -> None:
    text = {"conflicts": conflicts, "dispensation": dispensation}
    assert (wrong("C08", text), wrong("C09", text)) == (c08, c09)


def test_a_conflict_without_any_dispensation_granted_is_a_warning() -> None:
    [gap] = gaps_of(record_with({"conflicts": DECLARED, "dispensation": "None"}), "C09")
    assert not gap.stops


@pytest.mark.parametrize(
    "left",
    ["YES/NO?", "Yes/No", "yes / no", "[insert amount]", "[ ]", "TBC", "t.b.c.", "XX", "£XXX,XXX", "DD/MM/YYYY",
     "delete as appropriate", "<enter name>", "??", "_____", "[name]", "{date}", "TBD"],
)  # fmt: skip
def test_what_the_form_leaves_to_be_settled_stops_it_and_is_quoted(left: str) -> None:
    record = record_with({"financial": f"The cost is {left} in all."})
    assert f"“{left}”" in said(record, "C10")
    assert {(gap.field, gap.stops) for gap in gaps_of(record, "C10")} == {("financial", True)}


@pytest.mark.parametrize(
    "words",
    [
        "[Decision - 22/00092]",
        "[Name and address withheld]",
        "[Number 22/00092]",
        "yes and no",
        "Part XI",
        "MAXX",
        "1 / 2",
        "the TBCA group",
        "24/7",
        "what? why?",
    ],
)
def test_ordinary_words_leave_nothing_to_be_settled(words: str) -> None:
    assert gaps_of(record_with({"financial": f"It says {words} in all."}), "C10") == ()


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("scheme", {"scheme": "[insert]"}),
        ("late_signing", {"late_signing": "TBC"}),
        ("alternatives", {"alternatives": (Alternative("Option XX", "Because."),)}),
    ],
)
def test_every_field_is_searched(field: str, changes: dict[str, Any]) -> None:
    assert field in {gap.field for gap in gaps_of(record_with(**changes), "C10")}


GROUNDS = Exemption((3,), "Rates would be known to competitors.", "The providers’ rates")
SECRET = {"financial": f"The rate is {WITHHELD}£17.20{WITHHELD_ENDS} an hour."}


@pytest.mark.parametrize(
    ("answer", "exempt", "text", "fields"),
    [
        (Publication.NO, GROUNDS, {}, set()),
        (Publication.NO, replace(GROUNDS, paragraphs=()), {}, {"exemption.paragraphs"}),
        (Publication.NO, replace(GROUNDS, paragraphs=(8,)), {}, {"exemption.paragraphs"}),
        (Publication.NO, replace(GROUNDS, paragraphs=(1, 7)), {}, set()),
        (Publication.NO, replace(GROUNDS, public_interest=" "), {}, {"exemption.public_interest"}),
        (Publication.NO, replace(GROUNDS, withheld=""), {}, {"exemption.withheld"}),
        (Publication.PART, GROUNDS, SECRET, set()),
        (Publication.PART, replace(GROUNDS, withheld=""), SECRET, set()),
        (Publication.PART, replace(GROUNDS, withheld="", hides_money=True), {}, set()),
        (Publication.PART, replace(GROUNDS, withheld=""), {}, {"exemption.withheld"}),
        (Publication.YES, Exemption(), SECRET, {"financial"}),
        (Publication.YES, Exemption(), {}, set()),
    ],
)
def test_what_is_withheld_has_its_grounds(
    answer: Publication, exempt: Exemption, text: dict[str, str], fields: set[str]
) -> None:
    record = record_with(text, for_publication=answer, exemption=exempt)
    assert {gap.field for gap in gaps_of(record, "C11") if gap.stops} == fields


def test_a_part_without_marked_words_is_warned_of_before_all_of_it_is_shown() -> None:
    record = record_with(for_publication=Publication.PART, exemption=GROUNDS)
    assert "would show everything" in said(record, "C11")
    assert checks_broken(record) == {"C11"}


def test_a_month_later_the_record_is_still_checked_as_of_its_day() -> None:
    assert checks_broken(with_decision(replace(OFFICER, decided_on=date(2024, 1, 16), signed_on=None))) >= {"C03"}


@pytest.mark.parametrize(
    ("decision", "stops"), [("Award a framework for home care.", False), ("Award a framework for meals.", True)]
)
def test_a_decision_on_no_contract_names_its_subject(decision: str, stops: bool) -> None:
    assert wrong("C04", {"decision": decision}, effects=(), subject="Home care framework") is stops
