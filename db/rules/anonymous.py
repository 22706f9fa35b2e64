"""Names taken out of a register's rows: one stand-in for each, wherever the name stands."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from db.rules.publisher import is_contact

Row = Mapping[str, str | int | None]
Rows = Mapping[str, tuple[Row, ...]]
"""Every row by table."""

PEOPLE = frozenset((
    ("contract", "manager"), ("decision", "maker_name"), ("decision", "lead_officer"), ("rating_override", "made_by"),
    ("signed_file", "signer"),
))  # fmt: skip
"""Columns that hold a person's name."""
LEFT_OUT = frozenset(("signed_file", "layout_profile", "return_query", "bring_in", "brought_row"))
"""Tables that do not go into the copy: they hold documents, signatures and words of others."""
_REMOVED = frozenset((
    "contact", "notes", "note", "company_number", "charity_number", "link", "source", "related_decision", "decision",
    "reasons", "financial", "legal", "equality", "comments", "alternatives", "conflicts", "purpose", "strategy",
    "consultation", "data_protection", "reports", "dispensation", "implementation", "urgency_reason",
    "public_interest", "withheld", "late_signing", "consultees", "words", "why_rejected", "reason", "scope", "working",
    "answer", "consult", "divisions", "withdrawn_because",
))  # fmt: skip
"""Columns of free text, addresses and numbers that say who somebody is."""
_NEVER_EMPTY = frozenset((("passed_check", "reason"), ("noted_number", "reason"), ("escalation", "reason"),
                          ("rating_override", "reason")))  # fmt: skip
_OF_THE_PROGRAM = frozenset((
    "kind", "side", "unit", "status", "given_by", "state", "counting", "counted_in", "for_publication", "direction",
    "rule", "outcome", "rung", "matter", "decides", "waits", "check_id", "how", "value", "line_key", "days",
    "exercise_unit", "route", "file_sha256",
))  # fmt: skip
_LEGAL_FORMS = re.compile(
    r"[\s,]+(?:ltd|limited|plc|llp|cic|cio|c\.i\.c\.?|charity|trust|uk|\(uk\))\.?$", re.IGNORECASE
)
_WORD = re.compile(r"\w+")
SHORTEST = 3
"""Names with fewer letters are replaced in their own columns and not looked for elsewhere."""


@dataclass(frozen=True, slots=True)
class StandIns:
    """What stands in for every name."""

    names: Mapping[str, str]
    """By the name in lower case."""
    pattern: re.Pattern[str] | None

    def of(self, name: str) -> str:
        """What stands in for a whole name; the text without known names where it is none."""
        return self.names.get(name.casefold(), "") or self.within(name)

    def within(self, text: str) -> str:
        """A text with every known name in it replaced."""
        return self.pattern.sub(lambda found: self.names[found[0].casefold()], text) if self.pattern else text


def stand_ins(rows: Rows) -> StandIns:
    """A stand-in for every person, provider and other name of a provider: Person 1, Provider 1, Provider 1 (2)."""
    names: dict[str, str] = {}
    people = {str(row[column]).strip() for table, column in PEOPLE for row in rows.get(table, ()) if row.get(column)}
    for number, person in enumerate(sorted(people), 1):
        names[person.casefold()] = f"Person {number}"
    for number, provider in enumerate(rows.get("provider", ()), 1):
        aliases = [row["name"] for row in rows.get("provider_alias", ()) if row["provider_id"] == provider["id"]]
        known = [str(name) for name in (provider["name"], *aliases)]
        for place, name in enumerate(known):
            names[name.casefold()] = f"Provider {number}" if not place else f"Provider {number} ({place + 1})"
        for name in known:
            names.setdefault(_LEGAL_FORMS.sub("", name).casefold(), f"Provider {number}")
    spelled = {str(row["name"]) for table in ("provider", "provider_alias") for row in rows.get(table, ())}
    spelled |= {_LEGAL_FORMS.sub("", name) for name in spelled}
    return StandIns(names, _pattern_of({*names, *spelled, *people}))


def _pattern_of(names: Iterable[str]) -> re.Pattern[str] | None:
    wanted = sorted((name for name in names if len(name) >= SHORTEST), key=len, reverse=True)
    joined = "|".join(re.escape(name) for name in wanted)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE) if wanted else None


def first_left(text: str, names: StandIns) -> str:
    """The first of the names that still stands in a text as words of its own; nothing where none does.

    A name can only be there where all its words are; of a large text that leaves few names to look for.
    """
    plain = text.casefold()
    words = set(_WORD.findall(plain))
    found = (name for name in names.names if len(name) >= SHORTEST and words.issuperset(_WORD.findall(name)))
    return next((name for name in found if _stands(name, plain)), "")


def _stands(name: str, plain: str) -> bool:
    at = plain.find(name)
    while at >= 0:
        before, after = plain[at - 1 : at] if at else "", plain[at + len(name) : at + len(name) + 1]
        if not _WORD.match(before) and not _WORD.match(after):
            return True
        at = plain.find(name, at + 1)
    return False


def without_names(rows: Rows, names: StandIns, file_sha256: str) -> Rows:
    """The rows as they stand in an anonymised copy; `file_sha256` is of the file that stands in for every file."""
    return {
        table: tuple(_row(table, row, names, file_sha256) for row in found if not _is_contact(table, row))
        for table, found in rows.items()
        if table not in LEFT_OUT
    }


def _is_contact(table: str, row: Row) -> bool:
    return table == "setting" and is_contact(str(row["name"]))


def _row(table: str, row: Row, names: StandIns, file_sha256: str) -> dict[str, str | int | None]:
    changed = {column: _value(table, column, value, names) for column, value in row.items()}
    if "file_sha256" in row:
        changed["file_sha256"] = file_sha256
    if "file_name" in row:
        changed["file_name"] = "return.xlsx"
    if table == "reading" and row["unit"] == "words":
        changed["value"] = None
    return changed


def _value(table: str, column: str, value: str | int | None, names: StandIns) -> str | int | None:
    if not isinstance(value, str) or column == "id" or column.endswith(("_id", "_on", "_day")):
        return value
    if (table, column) in _NEVER_EMPTY:
        return "Removed" if value else value
    if column in _REMOVED:
        return ""
    if (table, column) in PEOPLE or (table, column) in {("provider", "name"), ("provider_alias", "name")}:
        return names.of(value)
    return value if column in _OF_THE_PROGRAM else names.within(value)
