"""A record field by field, in the words and order of councils' decision pages, to be pasted there."""

from collections.abc import Iterator

from db.rules.dates import show_day
from db.rules.decision import Decision, RecordOfDecision
from db.rules.record_dates import RecordDates
from db.rules.rich_text import plain
from exports.decision_text import fields
from exports.record.compose import NOT_RECORDED, sections


def site_fields(record: RecordOfDecision, dates: RecordDates) -> tuple[tuple[str, str], ...]:
    """Each field's name and its text: the facts a decision page asks for, then every section that says something.

    `dates` are the clocks of the same decision, by which its effect is known.
    """
    short = {each.heading for each in sections(record) if each.is_short}
    written = ((name, text) for name, text in fields(record) if name not in short and text != NOT_RECORDED)
    facts = ((name, plain(text).strip()) for name, text in _facts(record.decision, dates))
    return tuple((name, text) for name, text in (*facts, *written) if text)


def all_as_text(named: tuple[tuple[str, str], ...]) -> str:
    """Every field with its name over it."""
    return "\n\n".join(f"{name}\n{text}" for name, text in named)


def _facts(decision: Decision, dates: RecordDates) -> Iterator[tuple[str, str]]:
    published, responsible = decision.published, decision.responsible
    effective = published.effective_on or (dates.effective.day if dates.effective else None)
    yield "Title", decision.subject
    yield "Reference", decision.number
    yield "Decision maker", ", ".join(filter(None, (decision.maker_name, decision.maker_post)))
    yield "Decision status", decision.status.value
    yield "Is key decision?", _yes_or_no(decision.is_key)
    yield "Is subject to call in?", _yes_or_no(decision.callable_in)
    yield "Date of decision", show_day(decision.decided_on) if decision.decided_on else ""
    yield "Publication date", show_day(published.published_on) if published.published_on else ""
    yield "Effective from", show_day(effective) if effective else ""
    yield "Lead officer", responsible.lead_officer
    yield "Department", responsible.department
    yield "Divisions affected", responsible.divisions


def _yes_or_no(answer: bool | None) -> str:
    return "" if answer is None else "Yes" if answer else "No"
