"""The timestamp service a council sets: an address of the web or none, journalled like every act."""

from collections.abc import Iterator

import pytest

from db.operations.timestamp_service import set_timestamp_service
from db.register import Register
from db.rules.refusal import Refusal
from tests.operations.beginnings import officer


@pytest.fixture
def register() -> Iterator[Register]:
    with Register.in_memory() as made:
        yield made


def test_no_service_is_set_at_first(register: Register) -> None:
    assert register.decisions.timestamp_service() == ""


def test_a_service_is_set_and_taken_out_again_and_the_journal_says_so(register: Register) -> None:
    said = set_timestamp_service(register, officer(), " https://stamps.example/tsa ").sentence
    assert said == "Set the timestamp service to https://stamps.example/tsa"
    assert register.decisions.timestamp_service() == "https://stamps.example/tsa"
    set_timestamp_service(register, officer(), "")
    assert register.decisions.timestamp_service() == ""
    assert register.journal.entries()[0].sentence == "Set that no timestamp service is used"


@pytest.mark.parametrize(
    "address",
    ["stamps.example", "ftp://stamps.example", "https://", "https://a b", "file:///etc/passwd", "https://x:port",
     "https://officer:words@stamps.example"],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_refused_and_nothing_is_set(register: Register, address: str) -> None:
    with pytest.raises(Refusal, match="begins with https:// or http://"):
        set_timestamp_service(register, officer(), address)
    assert register.decisions.timestamp_service() == ""
