"""The letter about notice: what it says, what it admits is missing, and that anybody can read it for good."""

from dataclasses import replace
from datetime import date

import pytest

from db.rules.contract import Contract, Holder, Notice, NoticeId, NoticeTerm, Side
from db.rules.dates import Unit
from db.rules.decision import ContractId
from db.rules.provider import ProviderId
from db.rules.refusal import Refusal
from exports.letters import NoticeLetter, facts, missing, render, wording_of
from tests.exports.pdf_reading import PROFILES, broken_rules, pages, tags, text

CONTRACT = Contract(
    ContractId("one"), 1, "H-1", "Help at home", contact="contracts@example.org",
    holders=(Holder(ProviderId("p"), "Help CIO"),),
    notice_terms=(NoticeTerm(Side.COUNCIL, 3, Unit.MONTHS, "clause 12"),),
)  # fmt: skip
NOTICE = Notice(
    NoticeId("n"), Side.COUNCIL, date(2025, 10, 6), date(2026, 1, 6), "First class post",
    decision_number="OD.25.00001", sent_at="2025-10-02",
)  # fmt: skip
LETTER = NoticeLetter(CONTRACT, NOTICE, "A. Officer", "Commissioner", date(2025, 10, 2), "Kent County Council")


def test_the_notice_says_the_days_the_term_and_what_it_rests_on() -> None:
    said = text(render(LETTER))
    for stated in ("Notice to end a contract", "Help CIO", "H-1: Help at home", "3 months (clause 12)",
                   "2 October 2025, first class post", "the contract ends on 6 January 2026", "OD.25.00001",
                   "contracts@example.org", "A. Officer", "Commissioner"):  # fmt: skip
        assert stated in said
    assert missing(LETTER) == ()


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("side", list(Side))
def test_every_letter_conforms(side: Side, profile: str) -> None:
    assert broken_rules(render(replace(LETTER, notice=replace(NOTICE, given_by=side))), profile) == set()


def test_a_letter_is_read_in_order_with_its_headings_lists_and_signature() -> None:
    found = tags(render(LETTER))
    assert [tag for tag in found if tag in {"H1", "L", "H2", "Form"}] == ["H1", "H2", "L", "Form"]


def test_a_providers_notice_is_answered() -> None:
    theirs = replace(LETTER, notice=replace(NOTICE, given_by=Side.PROVIDER))
    assert "Kent County Council has your notice" in text(render(theirs))
    assert missing(theirs) == ("length", "clause")


def test_what_is_not_recorded_is_named_and_printed_so() -> None:
    bare = replace(LETTER, notice=replace(NOTICE, sent_at="", decision_number=""), post="")
    assert missing(bare) == ("sent_on", "decision", "post")
    assert "A. Officer, not recorded" in text(render(bare))


def test_the_time_of_sending_stands_where_it_counts() -> None:
    at = replace(LETTER, notice=replace(NOTICE, method="E-mail", sent_at="2025-10-02T16:45"))
    assert "2 October 2025 at 4.45pm, e-mail" in text(render(at))


def test_a_field_that_is_not_known_is_refused_by_its_name() -> None:
    with pytest.raises(Refusal, match=r"\{ends_at\}, which is not known"):
        render(LETTER, "# Notice\n\nIt ends on {ends_at}.")
    with pytest.raises(Refusal, match="brace"):
        missing(LETTER, "It ends on {ends_on.")


def test_every_field_can_be_named_in_a_wording_of_ones_own() -> None:
    wording = "# Our letter\n\n" + "\n\n".join(f"{name} :: {{{name}}}" for name in facts(LETTER))
    said = text(render(replace(LETTER, contract=replace(CONTRACT, service="Home care")), wording))
    assert "not recorded" not in said
    assert "service Home care" in said


def test_words_with_braces_in_a_contract_stay_words() -> None:
    odd = replace(LETTER, contract=replace(CONTRACT, title="Help {ends_on} # :: home"))
    assert "H-1: Help {ends_on} # :: home" in text(render(odd))


def test_the_wording_is_the_file_for_the_side_that_gave_notice() -> None:
    assert wording_of(LETTER).startswith("# Notice to end")
    assert wording_of(replace(LETTER, notice=replace(NOTICE, given_by=Side.PROVIDER))).startswith("# Your notice")


def test_the_letter_is_one_page_with_its_signature() -> None:
    assert len(pages(render(LETTER))) == 1
