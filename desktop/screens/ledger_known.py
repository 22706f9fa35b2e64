"""What the register knows of a quarter's return besides its figures: its due day, its queries, what happened."""

from collections.abc import Iterator

from db.rules.dates import show_day
from db.rules.ledger import NOTHING_YET, ReturnFacts
from db.rules.queries import KeptQuery
from db.rules.return_due import DueDay, due_day
from desktop.desk import Desk
from desktop.screens.return_detail import Known
from desktop.screens.return_rows import LedgerRow


def known_of(desk: Desk, row: LedgerRow) -> Known:
    """All of it, as it stands on the day looked from."""
    register = desk.register
    facts = register.following.facts().get((row.contract_id, row.period), NOTHING_YET)
    asked = [query for found in row.returns for query in register.following.queries(found.id)]
    queries = tuple(query for query in asked if query.raised.raised_on <= desk.day)
    return Known(_due(desk, row), queries, tuple(_happened(row, facts, queries, desk)))


def _due(desk: Desk, row: LedgerRow) -> DueDay:
    schedules = desk.register.returns.schedules()
    schedule = next((each for each in schedules if each.contract_id == row.contract_id), None)
    if schedule is None or schedule.first_day > row.period.days.ends_on:
        return DueDay(None, (row.line.problem or "No return is expected for this quarter.",))
    return due_day(schedule, row.period, holidays=desk.holidays)


def _happened(row: LedgerRow, facts: ReturnFacts, queries: tuple[KeptQuery, ...], desk: Desk) -> Iterator[str]:
    """The days on which something happened, newest first."""
    days = [(day, "reminded") for day in facts.reminded_on]
    days += [(each.received_on, f"version {each.number} received") for each in row.returns]
    days += [(each.raised.raised_on, f"asked about {_lower(each.query.place)}") for each in queries]
    days += [(each.raised.answered_on, f"answered about {_lower(each.query.place)}") for each in queries
             if each.raised.answered_on]  # fmt: skip
    if facts.accepted_on:
        days.append((facts.accepted_on, "accepted"))
    for day, what in sorted((each for each in days if each[0] <= desk.day), reverse=True):
        yield f"{show_day(day)}: {what}"


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
