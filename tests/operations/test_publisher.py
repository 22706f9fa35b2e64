"""What a council states of itself when it publishes contracts."""

from dataclasses import replace

import pytest

from db.operations.council import set_council
from db.operations.publisher import set_publisher
from db.operations.undo import undo
from db.rules.money import Pence
from db.rules.publisher import Publisher
from db.rules.refusal import Refusal
from tests.operations.beginnings import begun, officer


def test_what_the_council_states_when_it_publishes_is_the_registers_and_can_be_undone() -> None:
    register = begun()
    set_council(register, officer(), "Kent County Council", "kent")
    stated = Publisher(
        "Kent County Council", "https://example.org/kent", department="Adults", irrecoverable_vat=Pence(0), area="Kent"
    )
    done = set_publisher(register, officer(), stated)
    assert register.decisions.publisher() == stated
    assert done.sentence.endswith("address as an organisation, department, VAT not recovered, area served")
    assert set_publisher(register, officer(), stated).entry is None
    set_publisher(register, officer(), replace(stated, department="", irrecoverable_vat=None))
    assert register.decisions.publisher() == replace(stated, department="", irrecoverable_vat=None)
    undo(register, officer())
    undo(register, officer())
    assert register.decisions.publisher() == Publisher("Kent County Council")
    with pytest.raises(Refusal, match="£0 or more"):
        set_publisher(register, officer(), replace(stated, irrecoverable_vat=Pence(-1)))
