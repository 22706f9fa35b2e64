"""Checks C01 to C25: a complete record has no gap, and for each check there is a record that breaks only it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.completeness import (
    CHECKS,
    RecordInHand,
    Severity,
    completeness,
    for_information,
    may_sign,
    open_warnings,
)
from db.rules.dates import Period
from db.rules.decision import Decision, DecisionId, DecisionKind, DecisionText, EffectKind, Publication
from db.rules.decision_facts import Alternative, Override, Published
from db.rules.money import Pence
from db.rules.provider import Alias, AliasId, Provider, ProviderId
from db.rules.working_days import NONE_RECORDED
from tests.rules.navigation_decisions import (
    CONTRACTS,
    FUNDING,
    LIMB_B,
    OFFICER,
    PARENT,
    SIGNED,
    effects,
)
from tests.rules.records import COMPLETE, checks_broken, gaps_of, record_with, said, with_decision

BLOCKING, WARNING = Severity.BLOCKING, Severity.WARNING
ONE_DAY = timedelta(days=1)


def with_parent(parent: Decision) -> RecordInHand:
    return replace(COMPLETE, decisions=(parent, OFFICER))


def with_limb(**changes: Any) -> RecordInHand:
    return with_parent(replace(PARENT, delegations=(replace(LIMB_B, **changes),)))


def taken_late() -> RecordInHand:
    """Taken, signed and checked two days after the start it authorises, with the option's own day kept out of it."""
    day = date(2024, 4, 2)
    contracts = tuple(
        replace(each, notice_terms=(), extensions=(each.extensions[0], replace(each.extensions[1], decided_on=day)))
        for each in CONTRACTS
    )
    late = replace(OFFICER, decided_on=day, signed_on=day)
    return replace(with_decision(late), day=day, contracts=contracts)


def varied(ground: str) -> RecordInHand:
    """A variation by the Director under a limb that allows it, its effect not recorded on the contracts."""
    parent = replace(PARENT, delegations=(replace(LIMB_B, power=LIMB_B.power.VARY, option_number=None, within=None),))
    text = replace(OFFICER.text, decision="VARY the Community Navigation contracts to serve more people.")
    decision = replace(OFFICER, effects=effects(EffectKind.VARIES), ground=ground, text=text)
    contracts = tuple(replace(each, extensions=each.extensions[:1]) for each in CONTRACTS)
    return replace(with_decision(decision), decisions=(parent, decision), contracts=contracts)


INVOLVE = Provider(ProviderId("p"), 1, "Involve", (Alias(AliasId("a"), "Involve Kent"),))
OFF_BY_A_PENNY = replace(
    FUNDING, rows=(replace(FUNDING.rows[0], total=Pence(FUNDING.rows[0].total + 1)), FUNDING.rows[1])
)

ONLY = [
    ("C01", BLOCKING, "number", record_with(number="")),
    ("C02", BLOCKING, "maker_name", record_with(maker_name="")),
    ("C03", BLOCKING, "decided_on", record_with(decided_on=None)),
    ("C04", BLOCKING, "decision", record_with({"decision": "EXTEND it for 12 months, 1 April 2024 to 31 March 2025."})),
    ("C05", BLOCKING, "decision", record_with(
        {"decision": "EXTEND the Community Navigation contracts for 11 months, from 1 April 2024 to 31 March 2025."})),
    ("C06", BLOCKING, "reasons", record_with({"reasons": " \n"})),
    ("C07", BLOCKING, "alternatives", record_with(alternatives=())),
    ("C08", BLOCKING, "conflicts", record_with({"conflicts": ""})),
    ("C09", BLOCKING, "dispensation", record_with({"conflicts": "The Cabinet Member is a trustee of Involve."})),
    ("C10", BLOCKING, "for_publication", record_with(for_publication=Publication.UNANSWERED)),
    ("C11", BLOCKING, "exemption.paragraphs", record_with(
        for_publication=Publication.NO, exemption=replace(OFFICER.exemption, public_interest="Rates would be known.",
                                                          withheld="The providers’ rates"))),
    ("C12", BLOCKING, "relates_to_number", record_with(relates_to_number="", delegation_id=None)),
    ("C13", WARNING, "decision", with_limb(within=Period(date(2024, 4, 1), date(2025, 3, 30)))),
    ("C14", BLOCKING, "financial", replace(COMPLETE, funding=OFF_BY_A_PENNY)),
    ("C15", WARNING, "plan.route", with_parent(replace(PARENT, is_key=False))),
    ("C16", WARNING, "data_protection", record_with({"data_protection": ""})),
    ("C17", WARNING, "consultees", with_limb(in_consultation_with=("Leader of the Council",))),
    ("C18", WARNING, "reports", record_with({"reports": ""})),
    ("C19", BLOCKING, "late_signing", replace(record_with(signed_on=SIGNED + ONE_DAY), day=SIGNED + ONE_DAY)),
    ("C20", WARNING, "published.published_on", replace(COMPLETE, day=date(2024, 1, 30))),
    ("C21", WARNING, "decided_on", taken_late()),
    ("C22", WARNING, "decided_on", replace(
        COMPLETE, contracts=tuple(replace(each, notice_terms=(replace(each.notice_terms[0], length=3),))
                                  for each in CONTRACTS))),
    ("C23", WARNING, "ground", varied("Regulation 72 of the Public Contracts Regulations 2015")),
    ("C24", WARNING, "reasons", record_with({"reasons": "The year costs £5.3 milion and gives time to settle."})),
    ("C25", WARNING, "decided_on", replace(COMPLETE, holidays=NONE_RECORDED)),
]  # fmt: skip


def test_a_complete_record_has_no_gap_and_may_be_signed() -> None:
    assert completeness(COMPLETE) == ()
    assert may_sign(())


@pytest.mark.parametrize(("check", "severity", "field", "record"), ONLY, ids=[case[0] for case in ONLY])
def test_each_check_is_broken_alone_and_caught(
    check: str, severity: Severity, field: str, record: RecordInHand
) -> None:
    found = completeness(record)
    assert {gap.check for gap in found} == {check}
    assert {gap.severity for gap in found} == {severity}
    assert field in {gap.field for gap in found}
    assert all(gap.source and gap.sentence.endswith((".", "?")) for gap in found)
    assert may_sign(found) is (severity is WARNING)


def test_every_check_has_a_record_that_breaks_only_it() -> None:
    assert [case[0] for case in ONLY] == list(CHECKS) == [f"C{n:02d}" for n in range(1, 26)]


def test_a_warning_that_is_passed_over_says_why_and_is_no_longer_open() -> None:
    record = record_with({"reports": ""}, overrides=(Override("C18", "The form has no such section."),))
    [gap] = completeness(record)
    assert gap.overridden_by == "The form has no such section."
    assert open_warnings((gap,)) == ()
    assert open_warnings(gaps_of(record_with({"reports": ""}), "C18")) != ()


def test_a_gap_that_stops_signing_cannot_be_passed_over() -> None:
    [gap] = completeness(record_with({"reasons": ""}, overrides=(Override("C06", "No time."),)))
    assert (gap.overridden_by, gap.is_open, may_sign((gap,))) == ("", True, False)


def test_a_warning_passed_over_without_a_reason_stays_open() -> None:
    assert open_warnings(completeness(record_with({"reports": ""}, overrides=(Override("C18", " "),))))


def test_several_gaps_come_in_the_order_of_the_checks() -> None:
    record = with_decision(Decision(DecisionId("officer"), 1, "", DecisionKind.OFFICER, "", None))
    checks = [gap.check for gap in completeness(record)]
    assert checks == sorted(checks)
    assert {"C01", "C02", "C03", "C04", "C06", "C07", "C08", "C10", "C12", "C16", "C18"} <= set(checks)


def test_what_is_worth_knowing_is_told_apart_from_gaps() -> None:
    told = for_information(record_with({"conflicts": "Not applicable"}))
    assert {gap.severity for gap in told} == {Severity.NOTE}
    assert {gap.check for gap in told} == {"C08", "C13", "C25"}
    assert "The record is kept until 14 January 2030." in " ".join(gap.sentence for gap in told)
    assert may_sign(told)
    assert open_warnings(told) == ()


def test_two_names_for_one_provider_are_caught() -> None:
    record = record_with({"reasons": "Involve Kent asked for time, and Involve will have it."})
    assert "“Involve Kent” and “Involve”" in said(replace(record, providers=(INVOLVE,)), "C24")
    assert checks_broken(replace(record, providers=(INVOLVE,))) == {"C24"}


def test_a_published_record_is_dated_before_its_publication() -> None:
    record = record_with(decided_on=date(2025, 12, 6), signed_on=None, published=Published(date(2024, 12, 24)))
    assert "after it was published on 24 December 2024" in said(record, "C03")


texts = st.text(st.characters(codec="utf-8"), max_size=200) | st.sampled_from(
    [
        "YES/NO?",
        "£1.5m",
        "(SEK)",
        "12 months from 31 January 2024 to 30 February 2024",
        "a\tb\nTotal\t£5",
        "\x02x\x03",
        "(((((",
    ]
)


@given(st.builds(DecisionText, **dict.fromkeys(DecisionText.__slots__, texts)), texts, texts, texts)
def test_no_text_however_odd_stops_the_checks(text: DecisionText, number: str, post: str, parent: str) -> None:
    decision = replace(
        OFFICER, text=text, number=number, maker_post=post, relates_to_number=parent, delegation_id=None, subject=post,
        scheme=number, ground=parent, alternatives=(Alternative(number, post),), consultees=(post,),
    )  # fmt: skip
    record = replace(with_decision(decision), providers=(INVOLVE,))
    assert all(gap.sentence and gap.source for gap in (*completeness(record), *for_information(record)))
