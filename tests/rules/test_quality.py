"""The data quality rules: what each finds, and that it finds nothing where nothing is wrong."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from db.rules.contract import (
    Contract,
    Extension,
    ExtensionId,
    ExtensionOption,
    Holder,
    NoticeTerm,
    OptionId,
    Part,
    Side,
    Unreadable,
    Variation,
    VariationId,
)
from db.rules.dates import Period, Unit
from db.rules.decision import ContractId, Decision, DecisionId, DecisionKind
from db.rules.funding import FundingLine, PartId, PartnerId
from db.rules.listing import RegisterLine, Unfilled
from db.rules.money import Pence
from db.rules.provider import Provider, ProviderId
from db.rules.publish_readiness import readiness
from db.rules.quality import completeness, examined, missing_facts, quality
from db.rules.quality_rules import RULES

DAY = date(2024, 6, 1)
GOOD = Contract(
    ContractId("c"), 1, "R-1", "Help at home", "Support", "Block", "An officer", "someone@example.org", "",
    date(2023, 4, 1), date(2025, 3, 31), parts=(Part(PartId("p"), "All"),),
    holders=(Holder(ProviderId("v"), "One Ltd"),), options=(ExtensionOption(OptionId("o"), 1, 12),),
    notice_terms=(NoticeTerm(Side.COUNCIL, 3, Unit.MONTHS),),
    funding=(FundingLine(PartId("p"), "All", PartnerId("f"), "Council", 2023, Pence(1)),),
)  # fmt: skip
EXTENSION = Extension(ExtensionId("e"), OptionId("o"), 1, Period(date(2025, 4, 1), date(2026, 3, 31)),
                      date(2024, 5, 1), DecisionId("d"), "OD.24.1")  # fmt: skip
SIGNED = Decision(DecisionId("d"), 1, "OD.24.1", DecisionKind.OFFICER, "Extend", date(2024, 5, 1),
                  signed_on=date(2024, 5, 2))  # fmt: skip
PROVIDER = Provider(ProviderId("v"), 1, "One Ltd", company_number="01234567")


def broken(
    contracts: Iterable[Contract | Unreadable] = (GOOD,),
    decisions: Iterable[Decision] = (SIGNED,),
    providers: Iterable[Provider] = (PROVIDER,),
) -> set[str]:
    """The rules that find something."""
    found = quality(examined(contracts, tuple(decisions), tuple(providers), DAY), RULES)
    assert [each.name for each in found] == [rule.name for rule in RULES]
    return {each.name for each in found if each.rows}


def test_nothing_is_found_where_nothing_is_wrong() -> None:
    assert broken() == set()
    assert broken((replace(GOOD, extensions=(EXTENSION,)),)) == set()


def begun(day: date) -> Extension:
    return replace(EXTENSION, period=Period(day, date(2026, 3, 31)))


MORE = Variation(VariationId("w"), 1, date(2024, 1, 1), None, "More")
SECOND = Extension(ExtensionId("e2"), OptionId("o2"), 2, Period(date(2026, 4, 1), date(2027, 3, 31)),
                   date(2024, 5, 2), DecisionId("d"), "OD.24.1")  # fmt: skip
LATE = replace(EXTENSION, decided_on=date(2025, 5, 1))
CASES = [
    ("Cannot be read", Unreadable(ContractId("x"), "R-9", "its start is not a day")),
    ("No first day", replace(GOOD, starts_on=None)),
    ("No last day", replace(GOOD, initial_ends_on=None)),
    ("Past its end", replace(GOOD, initial_ends_on=date(2024, 5, 31))),
    ("One-day term", replace(GOOD, starts_on=date(2025, 3, 31))),
    ("Very long term", replace(GOOD, initial_ends_on=date(2035, 3, 31))),
    ("No provider", replace(GOOD, holders=())),
    ("No manager", replace(GOOD, manager="")),
    ("No notice term", replace(GOOD, notice_terms=())),
    ("No value", replace(GOOD, funding=())),
    ("Dates do not join", replace(GOOD, extensions=(begun(date(2025, 5, 1)),))),
    ("Dates do not join", replace(GOOD, extensions=(begun(date(2025, 3, 1)),))),
    ("Extended after it ran out", replace(GOOD, extensions=(LATE,))),
    ("Varied without a decision", replace(GOOD, variations=(MORE,))),
]  # fmt: skip


@pytest.mark.parametrize(("name", "contract"), CASES, ids=[f"{name} {at}" for at, (name, _) in enumerate(CASES)])
def test_a_rule_finds_what_it_is_for_and_no_other_rule_does(name: str, contract: Contract | Unreadable) -> None:
    assert broken((contract,)) == {name}


def test_extensions_that_follow_one_another_join() -> None:
    assert broken((replace(GOOD, extensions=(EXTENSION, SECOND)),)) == set()
    gap = replace(SECOND, period=Period(date(2026, 4, 2), date(2027, 3, 31)))
    assert broken((replace(GOOD, extensions=(EXTENSION, gap)),)) == {"Dates do not join"}


def test_a_contract_that_is_over_needs_no_manager_and_no_notice_term() -> None:
    assert broken((replace(GOOD, manager="", notice_terms=(), ended_on=date(2024, 5, 1)),)) == set()


def test_two_contracts_of_one_title_are_both_named() -> None:
    twin = replace(GOOD, id=ContractId("d"), reference="R-2", title="Help at  home.")
    found = quality(examined((GOOD, twin), (), (PROVIDER,), DAY), RULES)
    [rows] = [each.rows for each in found if each.rows]
    assert [(each.name, each.contract_id) for each in rows] == [("R-1", "c"), ("R-2", "d")]


def test_decisions_and_providers_are_looked_at_too() -> None:
    assert broken(decisions=(replace(SIGNED, number=""),)) == {"Decision without a number"}
    assert broken(decisions=(replace(SIGNED, signed_on=None),)) == {"Not signed"}
    assert broken(providers=(replace(PROVIDER, company_number=""),)) == {"Provider without a number"}
    assert broken(providers=(replace(PROVIDER, company_number="", charity_number="1"),)) == set()
    late = replace(SIGNED, signed_on=date(2025, 4, 2))
    assert broken((replace(GOOD, extensions=(EXTENSION,)),), (late,)) == {"Signed after it began", "Not signed"}


def test_every_rule_has_a_name_and_a_sentence_of_its_own() -> None:
    assert len({rule.name for rule in RULES}) == len({rule.sentence for rule in RULES}) == len(RULES) == 18


def test_completeness_is_counted_for_each_contract_manager() -> None:
    bare = Contract(ContractId("b"), 1, "R-3", "Bare", manager="An  officer")
    alone = Contract(ContractId("a"), 1, "R-4", "Nobody’s")
    nobody, officer = completeness((GOOD, bare, alone))
    assert missing_facts(GOOD) == ()
    assert (nobody.manager, nobody.percent) == ("", 0)
    assert (officer.manager, officer.contracts, officer.percent) == ("An officer", 2, 55)
    assert dict(officer.missing)["first day"] == 1


def test_a_line_is_ready_when_nothing_required_lacks() -> None:
    def line(reference: str, *columns: str) -> RegisterLine:
        return RegisterLine("c", reference, {}, tuple(Unfilled(reference, each, "why", True) for each in columns))

    worst, applying, ready = readiness((line("B"), line("A", "CharityCommissionNumber"), line("C", "EndDate")))
    assert (worst.reference, worst.words) == ("C", "Lacks last day (EndDate)")
    assert (applying.reference, applying.is_ready, len(applying.where_they_apply)) == ("A", True, 1)
    assert (ready.reference, ready.words) == ("B", "Ready")
