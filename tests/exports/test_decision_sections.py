"""Everything a decision may hold has its place in the printed record."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest

from db.rules.decision import DecisionKind, RecordOfDecision, Signatory
from db.rules.decision_facts import DecisionStatus, ForwardPlan, Route
from db.rules.delegation import Delegation, DelegationId, Power
from db.rules.funding import FundingLine, PartId, PartnerId, funding_table
from db.rules.money import Pence
from db.rules.refusal import Refusal
from exports import decision_pdf, record_templates
from exports.record.authority import power_in_words
from tests.exports.pdf_reading import elems, links, outline, pages, tags, text
from tests.exports.records import (
    PARENT,
    bare_record,
    full_record,
    member_record,
    officer_record,
    with_decision,
    with_text,
)

FULL = decision_pdf.render(full_record())
SAID = text(FULL)


def fields_to_sign(record: RecordOfDecision) -> list[str]:
    """The names of the fields in a record's file."""
    with pikepdf.open(BytesIO(decision_pdf.render(record))) as document:
        return [str(field.T) for field in document.Root.AcroForm.Fields] if "/AcroForm" in document.Root else []


@pytest.mark.parametrize(
    "said",
    [
        "Status Recommendations Approved (subject to call-in)",
        "Key decision No",
        "Subject to call-in No",
        "Notice and urgency General exception (regulation 10) Notice published 5 January 2024 The option ends before",
        "non-executive Executive (SI 2012/2089)",
        "Corrects or replaces Decision OD.24.00001",
        "Lead officer Commissioner, Community Adult Social Care Contact: commissioning@example.org",
        "Divisions affected All",
        "Decided 15 January 2024 Published 18 January 2024 Takes effect 26 January 2024 May be put into effect from",
        "Decision 22/00092 of 21 October 2022: Community Navigation Services Contract Extension",
        "Scheme of delegation: Part 8, paragraph 4.2",
        "Contracts affected • Extends SC180001, Community Navigation, Part A: to 31 March 2025",
        "Support for the council’s strategy It serves New Models of Care and Support.",
        "Procurement ground: Regulation 72(1)(a)",
        "Data protection implications Nothing changes",
        "Consulted: • Corporate Director Finance",
        "Option considered Why it was rejected Let the contracts end on 31 March 2024 More people could become",
        "None Dispensation None was asked for.",
        "Reports and background papers considered • Report of the commissioner, 8 January 2024",
        "Implementation Letters go out by 31 January 2024.",
        "Reason for signing I took the decision recorded above.",
        "Signed on another day The officer was on leave until 22 January 2024. Signature Signed 22 January 2024",
        "Counter-signature Name General Counsel Post Proper Officer",
    ],
)
def test_each_fact_is_printed_under_its_heading(said: str) -> None:
    assert said in SAID


def test_a_limb_is_told_with_all_its_limits() -> None:
    assert power_in_words(PARENT.delegations[0]) == (
        "Limb b) allows the Corporate Director Adult Social Care and Health to use an extension option: option 2; "
        "between 1 April 2024 and 31 March 2025; up to £5,301,565; in consultation with the Cabinet Member and the "
        "Corporate Director Finance; by 31 March 2024; once for each contract."
    )


def test_a_limb_without_limits_is_told_without_them() -> None:
    limb = Delegation(DelegationId("1"), "", Power.GIVE_NOTICE, "Director")
    assert power_in_words(limb) == "It allows the Director to give notice."


def test_the_words_of_a_limb_are_printed_unless_the_record_quotes_them() -> None:
    limb = replace(PARENT.delegations[0], words="DELEGATE the use of the second option.")
    record = replace(full_record(), delegation=limb)
    assert text(decision_pdf.render(record)).count("DELEGATE the use of the second option.") == 1
    quoted = replace(
        record, decision=replace(record.decision, text=replace(record.decision.text, related_decision=limb.words))
    )
    assert text(decision_pdf.render(quoted)).count("DELEGATE the use of the second option.") == 1


def test_what_is_not_recorded_and_need_not_be_is_left_out() -> None:
    words = text(decision_pdf.render(officer_record()))
    for heading in ("Status", "Notice and urgency", "Divisions", "Data protection", "Implementation", "Web address"):
        assert heading not in words


def test_the_form_for_any_council_prints_the_same_facts_under_its_own_headings() -> None:
    words = text(decision_pdf.render(replace(full_record(), template=record_templates.load("generic"))))
    assert "Officer decision record" in words
    assert "Wards affected All" in words
    assert "Dispensation granted None was asked for." in words
    assert "Cabinet Member or Council/Cabinet decision" not in words


def test_a_link_is_tagged_said_and_can_be_followed() -> None:
    assert set(links(FULL)) == {PARENT.link, full_record().decision.link}
    assert tags(FULL).count("Link") == 2
    with pikepdf.open(BytesIO(FULL)) as document:
        said = {
            str(each.Contents) for page in document.pages for each in page.get("/Annots", []) if each.Subtype == "/Link"
        }
    assert said == {
        "Decision 22/00092 of 21 October 2022: Community Navigation Services Contract Extension",
        full_record().decision.link,
    }


def test_a_table_that_was_written_keeps_its_amounts_to_the_right_and_says_what_heads_it() -> None:
    assert "Quarter Spent Left First £210,000 £638,829 Second £205,500.50 £433,328.50 Total £415,500.50" in SAID
    assert [elem.attributes["Scope"] for elem in elems(FULL) if elem.tag == "TH"][:6] == ["Column"] * 3 + ["Row"] * 3


def test_many_parts_paid_for_by_many_partners_stand_one_below_the_other() -> None:
    lines = [
        FundingLine(PartId(part), f"Area {part}", PartnerId(partner), partner, 2024, Pence(1_000_000_00))
        for part in "ABCDEF"
        for partner in ("Council", "Board", "District", "Trust", "Police")
    ]
    words = text(decision_pdf.render(replace(officer_record(), funding=funding_table(lines))))
    assert "Part and funding partner Amount Area A Council £1,000,000 Board £1,000,000 District £1,000,000" in words
    assert "Total: Area F £5,000,000 Total £30,000,000" in words


def test_a_table_too_wide_for_a_page_is_refused_by_its_heading() -> None:
    row = "\t".join(["£12,345,678.90"] * 9)
    with pytest.raises(Refusal, match="“Legal implications” has 9 columns"):
        decision_pdf.render(with_text(legal=f"{row}\n{row}"))


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (officer_record(), ["Signature"]),
        (full_record(), ["Signature", "CounterSignature"]),
        (replace(officer_record(), counter_signatory=Signatory("Proper Officer")), ["Signature", "CounterSignature"]),
        (member_record(), []),
        (with_decision(kind=DecisionKind.COUNCIL), []),
    ],
)
def test_an_officers_record_has_a_field_to_sign_in_and_a_second_where_one_is_asked_for(
    record: RecordOfDecision, expected: list[str]
) -> None:
    assert fields_to_sign(record) == expected


def test_a_form_may_have_every_record_counter_signed() -> None:
    form = record_templates.load()
    counter = replace(form, signature=replace(form.signature, is_counter_signed=True))
    assert fields_to_sign(replace(bare_record(), template=counter)) == ["Signature", "CounterSignature"]


def test_a_decision_still_to_be_taken_says_when_it_is_due() -> None:
    record = with_decision(
        decided_on=None,
        status=DecisionStatus.FOR_DETERMINATION,
        plan=ForwardPlan(Route.NOTICE, "", date(2026, 1, 5), date(2026, 3, 2), date(2026, 2, 2)),
    )
    words = text(decision_pdf.render(record))
    assert "Status For Determination" in words
    assert "28 days’ notice (regulation 9) Notice published 5 January 2026 Due 2 March 2026 First due 2" in words
    assert "Dates Not taken yet" in words


def test_no_heading_of_a_section_is_alone_at_the_foot_of_a_page() -> None:
    headings = [words for _, words in outline(FULL)]
    for page in pages(FULL)[1:]:
        body, margins = page.rsplit("Kent County Council", 1)
        assert "Page" in margins
        assert not body.rstrip().endswith(tuple(headings))
