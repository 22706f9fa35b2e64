"""What an officer did about a line of attention holds until the line's own day moves."""

from dataclasses import replace
from datetime import date

import pytest

from db.rules.attention_line import AttentionLine, Matter, Urgency
from db.rules.decision import ContractId
from db.rules.leads import USUAL, LeadTimes, leads, reminded_on
from db.rules.marks import MarkKind, mark, sort_out
from db.rules.refusal import Refusal

ON = date(2026, 11, 21)
LINE = AttentionLine(Matter.SERVE_BY, Urgency.SOON, date(2026, 12, 31), "Serve notice", (), ContractId("one"))
OTHER = replace(LINE, contract_id=ContractId("two"))


@pytest.mark.parametrize("kind", [MarkKind.SEEN, MarkKind.DONE])
def test_a_line_that_was_seen_or_done_rests_until_its_day_moves(kind: MarkKind) -> None:
    made = mark(LINE, kind, ON)
    assert sort_out((LINE, OTHER), (made,), ON).open == (OTHER,)
    moved = replace(LINE, act_by=date(2027, 1, 31))
    assert sort_out((moved, OTHER), (made,), ON).open == (moved, OTHER)


def test_a_line_that_was_put_off_is_open_again_on_the_day() -> None:
    made = mark(LINE, MarkKind.PUT_OFF, ON, date(2026, 12, 1))
    assert sort_out((LINE,), (made,), date(2026, 11, 30)).open == ()
    assert sort_out((LINE,), (made,), date(2026, 12, 1)).open == (LINE,)


def test_the_latest_mark_on_a_line_counts() -> None:
    marks = (mark(LINE, MarkKind.PUT_OFF, ON, date(2026, 11, 25)), mark(LINE, MarkKind.SEEN, ON))
    assert sort_out((LINE,), marks, date(2026, 12, 2)).open == ()


@pytest.mark.parametrize("until", [None, ON, date(2026, 1, 1)])
def test_a_line_is_put_off_only_to_a_day_that_is_ahead(until: date | None) -> None:
    with pytest.raises(Refusal):
        mark(LINE, MarkKind.PUT_OFF, ON, until)


def test_a_contracts_own_lead_goes_before_the_councils_and_that_before_the_usual() -> None:
    council = LeadTimes({Matter.ENDING: (400,)}, {(ContractId("one"), Matter.ENDING): (700, 30)})
    assert council.of(Matter.ENDING, ContractId("one")) == (700, 30)
    assert council.of(Matter.ENDING, ContractId("two")) == (400,)
    assert LeadTimes().of(Matter.ENDING, ContractId("two")) == USUAL[Matter.ENDING]


def test_each_lead_is_a_day_to_be_reminded() -> None:
    times = LeadTimes({Matter.SERVE_BY: leads((90, 180, 90))})
    assert reminded_on(LINE, times) == (date(2026, 7, 4), date(2026, 10, 2))


@pytest.mark.parametrize("days", [(), (0,), (-1, 90), (732,)])
def test_a_lead_is_from_a_day_to_twenty_four_months(days: tuple[int, ...]) -> None:
    with pytest.raises(Refusal, match="24 months"):
        leads(days)
