"""A provider and the other names it goes by."""

import pytest

from db.rules.provider import Alias, AliasId, Provider, ProviderId, plain_name, same_name

ENTERPRISE = Provider(
    ProviderId("1"),
    1,
    "Social Enterprise Kent",
    (Alias(AliasId("2"), "SEK"), Alias(AliasId("3"), "South East Kent (SEK)")),
)


def test_a_provider_is_known_by_its_name_and_every_alias() -> None:
    assert ENTERPRISE.names == ("Social Enterprise Kent", "SEK", "South East Kent (SEK)")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Involve Kent", "involve  kent"),
        ("Imago Community Ltd.", "Imago Community Ltd"),
        (" SEK ", "S.E.K".replace(".", "")),
    ],
)
def test_case_spaces_and_full_stops_do_not_make_another_name(one: str, other: str) -> None:
    assert same_name(one, other)


@pytest.mark.parametrize("other", ["Involve", "Involve Kent and Medway", ""])
def test_a_word_more_or_less_is_another_name(other: str) -> None:
    assert not same_name("Involve Kent", other)


def test_a_name_typed_in_two_pieces_is_the_same_name() -> None:
    assert plain_name("Sia\u0302n Care") == plain_name("Siân Care")
