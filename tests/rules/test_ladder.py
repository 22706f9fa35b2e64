"""The ladder from a query to a default, with its days."""

from dataclasses import replace
from datetime import date

import pytest

from db.rules.ladder import Escalation, Rung, next_rung, overdue, standing_rung
from db.rules.refusal import Refusal

QUERY = Escalation(Rung.QUERY, date(2026, 1, 5), "Two figures differ", date(2026, 1, 19))
PLAN = Escalation(Rung.ACTION_PLAN, date(2026, 2, 2), "Red twice", date(2026, 2, 16), date(2026, 3, 2))


def test_the_highest_open_rung_stands_until_the_day_it_is_settled() -> None:
    days = (date(2026, 1, 4), date(2026, 1, 5), date(2026, 2, 2), date(2026, 3, 1), date(2026, 3, 2))
    standing = [standing_rung((PLAN, QUERY), day) for day in days]
    assert [each and each.rung.value for each in standing] == [None, "query", "action plan", "action plan", "query"]


def test_the_next_rung_is_one_above_and_there_is_none_above_a_default() -> None:
    assert next_rung((), date(2026, 1, 1)) is Rung.QUERY
    assert next_rung((QUERY,), date(2026, 1, 5)) is Rung.CONCERN
    assert next_rung((replace(QUERY, rung=Rung.DEFAULT),), date(2026, 1, 5)) is None


def test_an_answer_is_overdue_from_the_day_after_it_was_due_until_it_is_settled() -> None:
    assert [bool(overdue((QUERY,), date(2026, 1, day))) for day in (19, 20)] == [False, True]
    assert overdue((PLAN, QUERY), date(2026, 2, 17)) == (QUERY, PLAN)
    assert overdue((PLAN,), date(2026, 3, 2)) == ()


def test_a_day_before_the_rung_was_taken_is_refused() -> None:
    with pytest.raises(Refusal, match="answer is due on 4 January 2026"):
        replace(QUERY, answer_by=date(2026, 1, 4))
    with pytest.raises(Refusal, match="settled on 4 January 2026"):
        replace(QUERY, settled_on=date(2026, 1, 4))
