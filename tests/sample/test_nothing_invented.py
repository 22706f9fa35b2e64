"""What the two decisions do not say is not in the sample, and everything in it went through an officer's verb."""

from datetime import UTC, date, datetime

import pytest

from db.register import Register
from db.rules.contract import Contract, Side
from db.rules.decision import Publication
from db.sample import fill
from db.sample.live_well_kent import PORCHLIGHT, SHAW_TRUST
from db.sample.wellbeing import IMAGO, INVOLVE, SEK


def contracts(register: Register) -> list[Contract]:
    found = [each for each in register.contracts.all() if isinstance(each, Contract)]
    assert len(found) == len(register.contracts.all()) == 7
    return found


def test_every_reference_is_visibly_a_samples(sample: Register) -> None:
    assert all(each.reference.startswith("SAMPLE-") for each in contracts(sample))


def test_nobody_is_named_as_manager_or_contact(sample: Register) -> None:
    assert {(each.manager, each.contact, each.category) for each in contracts(sample)} == {("", "", "")}


def test_no_provider_has_a_number_or_contact_that_was_not_published(sample: Register) -> None:
    details = {(each.company_number, each.charity_number, each.contact, each.notes) for each in sample.providers.all()}
    assert details == {("", "", "", "")}


@pytest.mark.parametrize("reference", [PORCHLIGHT, SHAW_TRUST])
def test_live_well_kent_has_no_term_value_or_notice_because_none_is_published(sample: Register, reference: str) -> None:
    contract = sample.contracts.get(reference)
    assert (contract.starts_on, contract.initial_ends_on, contract.ended_on) == (None, None, None)
    assert (contract.funding, contract.annual_values, contract.notice_terms, contract.options) == ((), (), (), ())


@pytest.mark.parametrize("reference", [INVOLVE, SEK, IMAGO])
def test_when_wellbeing_began_is_not_recorded(sample: Register, reference: str) -> None:
    contract = sample.contracts.get(reference)
    assert (contract.starts_on, contract.initial_ends_on, contract.funding, contract.options) == (None, None, (), ())


def test_no_notice_is_recorded_as_served_and_no_provider_notice_term_is_guessed(sample: Register) -> None:
    for contract in contracts(sample):
        assert contract.notices == ()
        assert contract.notice_term(Side.PROVIDER) is None
        assert all("not recorded" in term.source for term in contract.notice_terms)


def test_no_return_measure_or_schedule_is_made_up(sample: Register) -> None:
    assert sample.returns.all() == ()
    assert sample.returns.schedules() == ()
    assert not any(sample.returns.measures(each.id) for each in contracts(sample))


def test_only_the_officer_decision_is_signed_and_names_its_maker(sample: Register) -> None:
    named = {each.number: (each.maker_name, each.signed_on) for each in sample.decisions.all()}
    assert named == {
        "22/00092": ("", None),
        "OD.24.00002": ("Richard Smith", date(2024, 1, 15)),
        "24/00113": ("", None),
        "": ("", None),
    }


def test_whether_a_record_is_for_publication_is_left_as_open_as_on_the_form(sample: Register) -> None:
    assert {each.for_publication for each in sample.decisions.all()} == {Publication.UNANSWERED}


@pytest.mark.parametrize(
    ("met_as", "provider"),
    [
        ("SEK", "Social Enterprise Kent"),
        ("South East Kent (SEK)", "Social Enterprise Kent"),
        ("Involve Kent", "Involve"),
        ("Imago Community", "Imago"),
        ("porchlight", "Porchlight"),
    ],
)
def test_each_name_in_the_decisions_finds_its_provider(sample: Register, met_as: str, provider: str) -> None:
    assert sample.providers.get(met_as).name == provider


def test_the_sample_is_built_through_the_verbs_an_officer_uses(sample: Register) -> None:
    verbs = {each.verb for each in sample.journal.entries()}
    assert verbs == {"add provider", "add alias", "add contract", "record decision", "extend contracts", "vary"}
    assert sample.check() == ()


def test_two_samples_hold_the_same_whenever_they_were_made() -> None:
    one, other = (told(datetime(year, 1, 5, tzinfo=UTC)) for year in (2026, 2031))
    assert one == other


def told(at: datetime) -> list[tuple[object, ...]]:
    with Register.in_memory() as register:
        fill(register, at)
        return [(each.reference, each.title, each.provider_names, each.notes) for each in contracts(register)]
