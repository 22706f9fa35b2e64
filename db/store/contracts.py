"""Contracts as the register holds them, each with everything done to it."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field

from db.errors import NotFound
from db.rules.contract import (
    Contract,
    Extension,
    ExtensionOption,
    Holder,
    Notice,
    NoticeDecided,
    NoticeTerm,
    Part,
    Side,
    Unreadable,
    Variation,
    Withdrawn,
)
from db.rules.dates import Period, Unit
from db.rules.decision import ContractId
from db.rules.funding import AnnualValue, FundingLine
from db.rules.money import Pence
from db.rules.refusal import Refusal
from db.store.failures import as_stored
from db.store.rows import Named, at_one_moment, by, day, day_or_none, read

_CHILDREN = {
    "parts": "SELECT * FROM part {of} ORDER BY position",
    "options": "SELECT * FROM extension_option {of} ORDER BY number",
    "terms": "SELECT * FROM notice_term {of} ORDER BY side",
    "holders": "SELECT h.contract_id, h.provider_id, p.name FROM contract_holder h JOIN provider p"
    " ON p.id = h.provider_id {of} ORDER BY h.position",
    "extensions": "SELECT e.*, o.number AS option_number, d.number AS decision_number FROM extension e"
    " JOIN extension_option o ON o.id = e.option_id JOIN decision d ON d.id = e.decision_id {of} ORDER BY e.starts_on",
    "variations": "SELECT v.*, d.number AS decision_number FROM variation v"
    " LEFT JOIN decision d ON d.id = v.decision_id {of} ORDER BY v.number",
    "notices": "SELECT n.*, d.number AS decision_number FROM notice n"
    " LEFT JOIN decision d ON d.id = n.decision_id {of} ORDER BY n.served_on",
    "decided": "SELECT e.contract_id, e.decision_id, d.decided_on, d.number, d.subject FROM decision_effect e"
    " JOIN decision d ON d.id = e.decision_id AND e.kind = 'gives notice' AND e.withdrawn = 0"
    " AND d.decided_on IS NOT NULL AND d.status LIKE 'Recommendations Approved%' {of} ORDER BY d.decided_on",
    "funding": "SELECT p.contract_id, p.name AS part, f.*, q.name AS partner, d.number AS decision_number"
    " FROM funding f JOIN part p ON p.id = f.part_id JOIN funding_partner q ON q.id = f.partner_id"
    " LEFT JOIN decision d ON d.id = f.decision_id {of} ORDER BY f.year, p.position, f.id",
    "values": "SELECT p.contract_id, p.name AS part, f.*, q.name AS partner, d.number AS decision_number"
    " FROM annual_value f JOIN part p ON p.id = f.part_id JOIN funding_partner q ON q.id = f.partner_id"
    " LEFT JOIN decision d ON d.id = f.decision_id {of} ORDER BY f.effective_on, p.position, f.id",
}  # fmt: skip
_OWNERS = {"holders": "h.contract_id", "extensions": "e.contract_id", "variations": "v.contract_id",
           "notices": "n.contract_id", "decided": "e.contract_id", "funding": "p.contract_id",
           "values": "p.contract_id"}  # fmt: skip

_WORDS = """
SELECT c.id, c.reference || char(10) || c.title || char(10) || c.service || char(10) || c.category || char(10)
  || c.manager || char(10) || c.contact || char(10) || c.notes || char(10)
  || coalesce((SELECT group_concat(p.name || char(10) || coalesce(
       (SELECT group_concat(a.name, char(10)) FROM provider_alias a WHERE a.provider_id = p.id), ''), char(10))
     FROM contract_holder h JOIN provider p ON p.id = h.provider_id WHERE h.contract_id = c.id), '') || char(10)
  || coalesce((SELECT group_concat(d.number, char(10)) FROM decision_effect e JOIN decision d ON d.id = e.decision_id
     WHERE e.contract_id = c.id AND e.withdrawn = 0), '') AS words
FROM contract c WHERE c.id IN (SELECT value FROM json_each(?))
"""

_KEPT = "withdrawn_on IS NULL"
_IN_ORDER = "ORDER BY reference COLLATE NOCASE, id"
_GONE = "That contract is no longer in the register. Go back to the register and look again."


@dataclass(frozen=True, slots=True)
class Contracts:
    """Reads contracts."""

    connection: sqlite3.Connection

    def all(self) -> tuple[Contract | Unreadable, ...]:
        """Every contract by reference; one that cannot be understood comes as Unreadable."""
        with at_one_moment(self.connection):
            rows = read(self.connection, f"SELECT * FROM contract WHERE {_KEPT} {_IN_ORDER}")  # noqa: S608 - own words
            children = _Children.of(self.connection)
        return tuple(_contract(row, children) for row in rows)

    def ids(self, most: int = -1) -> tuple[ContractId, ...]:
        """The id of every contract, by reference; at most so many of them, where that is not negative."""
        query = f"SELECT id FROM contract WHERE {_KEPT} {_IN_ORDER} LIMIT ?"  # noqa: S608 - own words
        with as_stored("Part of the register"):
            return tuple(row[0] for row in self.connection.execute(query, (most,)))

    def withdrawn(self) -> tuple[Withdrawn, ...]:
        """The contracts that were taken out of the register, by reference."""
        rows = read(self.connection, f"SELECT * FROM contract WHERE NOT {_KEPT} {_IN_ORDER}")  # noqa: S608 - own words
        return tuple(
            Withdrawn(row["id"], row["reference"], row["title"], day(row["withdrawn_on"]), row["withdrawn_because"])
            for row in rows
        )

    def some(self, ids: Sequence[str]) -> tuple[Contract | Unreadable, ...]:
        """The contracts of some ids, in their order; those that are gone are left out."""
        with at_one_moment(self.connection):
            found = read(
                self.connection, "SELECT * FROM contract WHERE id IN (SELECT value FROM json_each(?))", (_listed(ids),)
            )
            children = _Children.of(self.connection, ids)
        by_id = {row["id"]: row for row in found}
        return tuple(_contract(by_id[each], children) for each in ids if each in by_id)

    def references(self) -> dict[str, ContractId]:
        """The reference of every contract, and whose it is."""
        rows = read(self.connection, f"SELECT id, reference FROM contract WHERE {_KEPT}")  # noqa: S608 - own words
        return {row["reference"]: row["id"] for row in rows}

    def titles(self) -> dict[ContractId, str]:
        """What every contract is called, by reference: its reference and its title."""
        rows = read(self.connection, f"SELECT id, reference, title FROM contract WHERE {_KEPT} {_IN_ORDER}")  # noqa: S608 - own words
        return {row["id"]: f"{row['reference']}: {row['title']}" for row in rows}

    def words(self, ids: Sequence[str]) -> dict[ContractId, str]:
        """What some contracts are found by: their own texts, their providers' names and other names, and the numbers
        of the decisions about them."""
        rows = read(self.connection, _WORDS, (_listed(ids),))
        return {row["id"]: row["words"] for row in rows}

    def get(self, reference: str) -> Contract:
        """The contract of a reference, capitals aside.

        Raises:
            NotFound: no contract has it, or the contract cannot be read.
        """
        found = self.find(reference)
        if found is None:
            raise NotFound(f"No contract has the reference “{reference}”. Look it up in the register and try again.")
        return self.by_id(found)

    def find(self, reference: str) -> ContractId | None:
        """The id of the contract that has a reference, capitals and outer spaces aside."""
        wanted = reference.strip().casefold()
        rows = read(self.connection, f"SELECT id, reference FROM contract WHERE {_KEPT} ORDER BY id")  # noqa: S608 - own words
        return next((row["id"] for row in rows if row["reference"].casefold() == wanted), None)

    def by_id(self, contract_id: ContractId) -> Contract:
        """The contract of an id.

        Raises:
            NotFound: not there, or it cannot be read.
        """
        with at_one_moment(self.connection):
            rows = read(self.connection, "SELECT * FROM contract WHERE id = ?", (contract_id,))
            children = _Children.of(self.connection, (contract_id,))
        if not rows:
            raise NotFound(_GONE)
        found = _contract(rows[0], children)
        if isinstance(found, Unreadable):
            raise NotFound(found.problem)
        return found

    def details(self, contract_id: ContractId) -> dict[str, object]:
        """What is recorded of a contract itself, column by column, and nothing of what was done to it.

        Raises:
            NotFound: not there.
        """
        rows = read(self.connection, "SELECT * FROM contract WHERE id = ?", (contract_id,))
        if not rows:
            raise NotFound(_GONE)
        return dict(rows[0])

    def notice_rows(self, contract_id: ContractId) -> dict[Side, str]:
        """The ids of a contract's notice terms by side."""
        rows = read(self.connection, "SELECT id, side FROM notice_term WHERE contract_id = ?", (contract_id,))
        return {Side(row["side"]): row["id"] for row in rows}

    def row_ids(self, contract_id: ContractId) -> frozenset[str]:
        """The ids of every row that belongs to a contract, for its history."""
        ids = {str(contract_id)}
        for table in ("contract_holder", "part", "extension_option", "notice_term", "extension", "variation", "notice",
                      "decision_effect", "measure", "return_schedule", "monitoring_return", "service_clause", "award",
                      "attention_mark", "attention_lead",
                      "layout_profile", "return_event", "escalation"):  # fmt: skip
            rows = read(self.connection, f"SELECT id FROM {table} WHERE contract_id = ?", (contract_id,))  # noqa: S608
            ids.update(row["id"] for row in rows)
        for table in ("funding", "annual_value"):
            statement = f"SELECT f.id FROM {table} f JOIN part p ON p.id = f.part_id WHERE p.contract_id = ?"  # noqa: S608
            ids.update(row["id"] for row in read(self.connection, statement, (contract_id,)))
        return frozenset(ids)


@dataclass(slots=True)
class _Children:
    rows: dict[str, dict[str, list[Named]]]
    aliases: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, connection: sqlite3.Connection, ids: Sequence[str] | None = None) -> "_Children":
        gathered = {}
        for name, statement in _CHILDREN.items():
            owner = _OWNERS.get(name, "contract_id")
            among = f"WHERE {owner} IN (SELECT value FROM json_each(?))"  # noqa: S608 - own column names
            where, values = ("", ()) if ids is None else (among, (_listed(ids),))
            gathered[name] = by(read(connection, statement.format(of=where), values), "contract_id")
        aliases = by(read(connection, "SELECT provider_id, name FROM provider_alias ORDER BY name"), "provider_id")
        return cls(gathered, {key: tuple(row["name"] for row in rows) for key, rows in aliases.items()})

    def get(self, name: str, contract_id: str) -> list[Named]:
        return self.rows[name].get(contract_id, [])


def _listed(ids: Sequence[str]) -> str:
    return json.dumps(list(ids))


def _contract(row: Named, children: _Children) -> Contract | Unreadable:
    try:
        return _readable(row, children)
    except (ValueError, TypeError, Refusal) as error:
        return Unreadable(row["id"], str(row["reference"]), f"{row['reference']} cannot be read: {error}.")


def _readable(row: Named, children: _Children) -> Contract:
    key = row["id"]
    return Contract(
        id=key, version=row["version"], reference=row["reference"], title=row["title"], service=row["service"],
        category=row["category"], manager=row["manager"], contact=row["contact"], notes=row["notes"],
        starts_on=day_or_none(row["starts_on"]), initial_ends_on=day_or_none(row["initial_ends_on"]),
        ended_on=day_or_none(row["ended_on"]),
        parts=tuple(Part(each["id"], each["name"]) for each in children.get("parts", key)),
        holders=tuple(_holder(each, children) for each in children.get("holders", key)),
        options=tuple(_option(each) for each in children.get("options", key)),
        notice_terms=tuple(_notice_term(each) for each in children.get("terms", key)),
        extensions=tuple(_extension(each) for each in children.get("extensions", key)),
        variations=tuple(_variation(each) for each in children.get("variations", key)),
        notices=tuple(_notice(each) for each in children.get("notices", key)),
        notices_decided=tuple(_decided(each) for each in children.get("decided", key)),
        funding=tuple(_funding(each) for each in children.get("funding", key)),
        annual_values=tuple(_value(each) for each in children.get("values", key)),
    )  # fmt: skip


def _holder(row: Named, children: _Children) -> Holder:
    return Holder(row["provider_id"], row["name"], children.aliases.get(row["provider_id"], ()))


def _option(row: Named) -> ExtensionOption:
    exercise = None
    if row["exercise_length"]:
        exercise = NoticeTerm(Side.COUNCIL, row["exercise_length"], Unit(row["exercise_unit"]), row["exercise_source"])
    return ExtensionOption(row["id"], row["number"], row["months"], exercise)


def _notice_term(row: Named) -> NoticeTerm:
    return NoticeTerm(Side(row["side"]), row["length"], Unit(row["unit"]), row["source"])


def _extension(row: Named) -> Extension:
    period = Period(day(row["starts_on"]), day(row["ends_on"]))
    return Extension(row["id"], row["option_id"], row["option_number"], period, day(row["decided_on"]),
                     row["decision_id"], row["decision_number"])  # fmt: skip


def _variation(row: Named) -> Variation:
    return Variation(row["id"], row["number"], day(row["decided_on"]), day_or_none(row["effective_on"]), row["summary"],
                     day_or_none(row["ends_on"]), row["ground"], row["decision_id"],
                     row["decision_number"] or "", row["reason"], row["scope"], row["measures"])  # fmt: skip


def _notice(row: Named) -> Notice:
    return Notice(row["id"], Side(row["given_by"]), day(row["served_on"]), day(row["ends_on"]), row["method"],
                  row["decision_id"], row["decision_number"] or "", row["sent_at"],
                  tuple(row["working"].splitlines()))  # fmt: skip


def _decided(row: Named) -> NoticeDecided:
    return NoticeDecided(day(row["decided_on"]), row["decision_id"], row["number"], row["subject"])


def _funding(row: Named) -> FundingLine:
    return FundingLine(row["part_id"], row["part"], row["partner_id"], row["partner"], row["year"], Pence(row["pence"]),
                       row["decision_number"] or "")  # fmt: skip


def _value(row: Named) -> AnnualValue:
    return AnnualValue(row["part_id"], row["part"], row["partner_id"], row["partner"], day_or_none(row["effective_on"]),
                       Pence(row["pence"]), row["decision_number"] or "")  # fmt: skip
