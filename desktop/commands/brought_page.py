"""What bringing in a register comes to, as text for people and as the keys that --json promises."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from db.incoming.plan import Plan
from db.incoming.plan_parts import ContractChange, Draft, Question, SourceRow
from db.returns.cells import address
from db.rules.to_do import ToDo
from db.rules.words import counted
from desktop.commands.saying import aligned
from desktop.commands.things_json import iso

Values = dict[str, Any]


def question_key(question: Question) -> str:
    """What a question is answered under: its kind, and the column, name or reference it is about."""
    key = question.key
    about = f"{key[0]}!{address(1, key[1])[:-1]}" if isinstance(key, tuple) else str(key)
    return f"{question.kind}|{about}"


def brought_page(found: Plan) -> str:
    """The count of rows, what the columns were taken for, the questions, and what becomes of each row."""
    counts = f"{counted(found.rows_in, 'rows')}, {found.rows_accepted:,} taken in, {len(found.listed):,} to do"
    lines = [f"“{found.file_name}”: {counts}"]
    lines += _group("COLUMNS", aligned(_columns(found), indent="  "))
    lines += _group("QUESTIONS", (line for each in found.questions for line in _question(each)))
    lines += _group("NEW CONTRACTS", aligned(map(_draft, found.drafts), indent="  "))
    lines += _group("CHANGES", (line for each in found.changed for line in _change(each)))
    lines += _group("NO LONGER LISTED", (f"  {each.reference}  {each.title}" for each in found.missing))
    lines += _group("NEW PROVIDERS", (f"  {each.name}" for each in found.providers))
    lines += _group("OTHER NAMES", (f"  {each.name}: {each.provider}" for each in found.aliases))
    lines += _group("CELLS TO LOOK AT", (f"  {_where(each.sheet, each.cell or each.row)}: “{each.value}”. "
                                         f"{each.why} {each.todo}" for each in found.problems))  # fmt: skip
    lines += _group("ROWS TO DO", (f"  {_where(each.row.sheet, each.row.number)}: {each.reason}"
                                   for each in found.listed))  # fmt: skip
    lines += _group("REMARKS", (f"  {each}" for each in found.remarks))
    return "\n".join([*lines, ""])


def brought_values(found: Plan) -> Values:
    """Everything that a register would bring in, and everything that waits."""
    return {
        "file": found.file_name,
        "file_sha256": found.file_sha256,
        "rows_in": found.rows_in,
        "rows_accepted": found.rows_accepted,
        "columns": [
            {"sheet": sheet.name, "column": address(1, each.number)[:-1], "heading": each.heading or None,
             "field": each.field.value if each.field else None, "why": each.evidence}
            for sheet in found.sheets for each in sheet.columns
        ],
        "questions": [
            {"key": question_key(each), "sentence": each.sentence, "answers": [label for label, _ in each.answers],
             "rows": [{"sheet": sheet, "row": row} for sheet, row in each.rows]}
            for each in found.questions
        ],
        "contracts": [_draft_values(each) for each in found.drafts],
        "changes": [_change_values(each) for each in found.changes],
        "missing": [{"contract": each.reference, "title": each.title} for each in found.missing],
        "providers": [{"name": each.name, "company_number": each.company_number or None,
                       "charity_number": each.charity_number or None} for each in found.providers],
        "other_names": [{"provider": each.provider, "name": each.name} for each in found.aliases],
        "problems": [
            {"sheet": each.sheet, "row": each.row, "cell": each.cell or None, "heading": each.heading,
             "says": each.value, "why": each.why, "to_do": each.todo, "row_waits": each.stops}
            for each in found.problems
        ],
        "to_do": [{**_row(each.row), "reason": each.reason} for each in found.listed],
        "remarks": list(found.remarks),
    }  # fmt: skip


def to_do_page(rows: Sequence[ToDo]) -> str:
    """Every row that waits, with its number on the list and why."""
    if not rows:
        return "No row waits."
    return "\n".join(f"{at}  {each.file_name}, {_where(each.sheet, each.row)}: {each.reason}"
                     for at, each in enumerate(rows, 1))  # fmt: skip


def to_do_values(rows: Iterable[ToDo]) -> Values:
    """Every row that waits, with what it says."""
    return {
        "to_do": [
            {"file": each.file_name, "brought_on": iso(each.brought_on), "sheet": each.sheet, "row": each.row,
             "reason": each.reason, "says": [{"heading": name, "text": text} for name, text in each.said.items()]}
            for each in rows
        ]
    }  # fmt: skip


def _group(title: str, lines: Iterable[str]) -> list[str]:
    listed = list(lines)
    return ["", title, *listed] if listed else []


def _where(sheet: str, place: object) -> str:
    return f"{sheet} row {place}" if isinstance(place, int) else f"{sheet} {place}"


def _columns(found: Plan) -> Iterator[tuple[str, str, str]]:
    for sheet in found.sheets:
        for each in sheet.columns:
            yield f"{sheet.name} {address(1, each.number)[:-1]}", each.heading, each.field.value if each.field else "–"


def _question(question: Question) -> Iterator[str]:
    yield f"  {question.sentence}"
    for number, (label, _) in enumerate(question.answers, 1):
        yield f'    --answer "{question_key(question)}={number}"  {label}'


def _draft(draft: Draft) -> tuple[str, str, str, str]:
    providers = ", ".join(each.name for each in draft.providers)
    return draft.reference, draft.title, providers, f"{iso(draft.starts_on) or ''} to {iso(draft.ends_on) or ''}"


def _change(change: ContractChange) -> Iterator[str]:
    for each in change.fields:
        kept = f" (left as it is: {each.why_not})" if each.why_not else ""
        yield f"  {change.reference}, {each.field}: {each.old or 'not recorded'} → {each.new or 'not recorded'}{kept}"


def _draft_values(draft: Draft) -> Values:
    return {
        "reference": draft.reference, "title": draft.title, "providers": [each.name for each in draft.providers],
        "service": draft.service or None, "category": draft.category or None, "manager": draft.manager or None,
        "contact": draft.contact or None, "notes": draft.notes or None, "starts_on": iso(draft.starts_on),
        "ends_on": iso(draft.ends_on), "ended_on": iso(draft.ended_on), "options_months": list(draft.options),
        "value_pence": draft.value, "annual_value_pence": draft.annual_value,
        "rows": [_row(each) for each in draft.rows],
    }  # fmt: skip


def _change_values(change: ContractChange) -> Values:
    return {
        "contract": change.reference,
        "title": change.title,
        "rows": [_row(each) for each in change.draft.rows],
        "fields": [
            {"field": each.field.value, "was": each.old or None, "becomes": each.new or None,
             "why_not": each.why_not or None}
            for each in change.fields
        ],
    }  # fmt: skip


def _row(row: SourceRow) -> Values:
    return {"sheet": row.sheet, "row": row.number}
