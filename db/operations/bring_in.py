"""Bring in a register that was kept elsewhere: new contracts, changes, and the rows still to do, in one act."""

import hashlib
import json
from collections.abc import Generator, Iterator, Mapping
from datetime import date
from typing import cast

from db.changes import Author, Changed
from db.incoming.fields import Field
from db.incoming.known import Known
from db.incoming.plan import Plan
from db.incoming.plan_parts import ContractChange, Draft, Party, SourceRow
from db.operations.add_contract import check_reach, check_term, write_options
from db.operations.money import partner_id
from db.register import Register
from db.returns.undisturbed import undisturbed
from db.rules.contract import Contract
from db.rules.dates import show_day
from db.rules.decision import ContractId
from db.rules.money import Pence
from db.rules.provider import plain_name
from db.rules.refusal import Refusal
from db.rules.words import clean, clean_line, counted, required
from db.store.journal import Ledger, Value, finished

WHOLE = "Whole contract"
"""The part to which a value a year is recorded, where the register tells of no parts."""
_BETWEEN = 25
"""Contracts and rows written between two tellings of how much is done."""


def known_to(register: Register) -> Known:
    """What the register holds, as planning needs it."""
    contracts = tuple(each for each in register.contracts.all() if isinstance(each, Contract))
    brought = register.brought_in
    files = {sha256: show_day(on) for sha256, on in brought.files().items()}
    withdrawn = frozenset(each.reference for each in register.contracts.withdrawn())
    return Known(
        register.providers.all(), contracts, brought.values(), brought.rows(), withdrawn, brought.profiles(), files
    )


def bring_in(register: Register, by: Author, plan: Plan, content: bytes) -> Changed:
    """Do what a plan says: every provider, contract and change, the file and each of its rows, or nothing.

    Raises:
        Refusal: the file is not the planned one, nothing would be taken in or listed, or the register has moved on.
        Stale: a contract was changed meanwhile.
    """
    return finished(bringing_in(register, by, plan, content))


def bringing_in(register: Register, by: Author, plan: Plan, content: bytes) -> Generator[float, None, Changed]:
    """As bring_in, pausing now and then to say how much is done, from 0 to 1; closed at a pause, nothing is done."""
    if hashlib.sha256(content).hexdigest() != plan.file_sha256:
        raise Refusal(f"“{plan.file_name}” has changed since it was looked at. Read it again.")
    _check_fits(register, plan)
    with undisturbed(), register.acting(by, "bring in", _sentence(plan)) as ledger:
        yield from _Bringing(register, ledger, plan).write(content)
        closing = ledger.closing()
        while True:
            try:
                next(closing)
            except StopIteration as end:
                return cast(Changed, end.value)
            yield 1


def settle_rows(register: Register, by: Author, rows: Mapping[str, int]) -> Changed:
    """Take rows off the to-do list, all or none: they were entered by hand, or are not wanted.

    Args:
        rows: By their ids, the versions in which they were looked at.

    Raises:
        Refusal: no row is given.
        Stale: one was settled meanwhile.
    """
    if not rows:
        raise Refusal("No row is chosen. Choose the rows that are done with.")
    named = "a row" if len(rows) == 1 else f"{len(rows):,} rows"
    with register.acting(by, "settle rows", f"Settled {named} of a register brought in") as ledger:
        for row_id, version in rows.items():
            ledger.update("brought_row", row_id, {"settled": 1}, version)
        return ledger.close()


def _sentence(plan: Plan) -> str:
    said = [f"{len(plan.drafts):,} new", f"{len(plan.changed):,} changed", counted(len(plan.listed), "rows to do")]
    return f"Brought in “{clean_line(plan.file_name, 'File name')}”: {', '.join(said)}"


def _check_fits(register: Register, plan: Plan) -> None:
    if not plan.rows_in:
        raise Refusal(f"“{plan.file_name}” has no rows to bring in. Choose the sheet that holds the register.")
    held = {reference.casefold() for reference in register.contracts.references()}
    taken = next((each.reference for each in plan.drafts if each.reference.casefold() in held), "")
    if taken:
        raise Refusal(f"{taken} was entered meanwhile. Look at the file again before it is brought in.")
    names = {plain_name(name) for each in register.providers.all() for name in each.names}
    known = next((each.name for each in plan.providers if plain_name(each.name) in names), "")
    if known:
        raise Refusal(f"{known} was entered meanwhile. Look at the file again before it is brought in.")


class _Bringing:
    """Writes a plan through a ledger."""

    def __init__(self, register: Register, ledger: Ledger, plan: Plan) -> None:
        self._register, self._ledger, self._plan = register, ledger, plan
        self._providers: dict[str, str] = {}
        self._bring_in_id = ""
        self._partner = ""

    def write(self, content: bytes) -> Iterator[float]:
        """Everything, in the order in which each needs the other; pausing to say how much is done."""
        plan, ledger = self._plan, self._ledger
        earlier = self._register.brought_in.waiting()
        self._bring_in_id = ledger.insert(
            "bring_in",
            {
                "file_name": clean_line(plan.file_name, "File name"),
                "file_sha256": ledger.keep_file(content),
                "brought_on": plan.on.isoformat(),
                "profile": plan.profile,
            },
        )
        self._write_providers()
        for row_id, version in earlier:
            ledger.update("brought_row", row_id, {"settled": 1}, version)
        done, whole = 0, len(plan.drafts) + len(plan.changes) + len(plan.listed)
        for writing in (self._write_drafts, self._write_changes, self._write_listed):
            for _ in writing():
                done += 1
                if not done % _BETWEEN:
                    yield done / whole

    def _write_drafts(self) -> Iterator[None]:
        for draft in self._plan.drafts:
            self._write_rows(draft.rows, self._write_contract(draft))
            yield

    def _write_changes(self) -> Iterator[None]:
        for change in self._plan.changes:
            self._write_change(change)
            self._write_rows(change.draft.rows, change.contract_id)
            yield

    def _write_listed(self) -> Iterator[None]:
        for listed in self._plan.listed:
            self._write_rows((listed.row,), None, listed.reason)
            yield

    def _write_providers(self) -> None:
        for each in self._plan.providers:
            name = required(each.name, "Provider's name")
            values: dict[str, Value] = {
                "name": name,
                "company_number": clean_line(each.company_number, "Company number"),
                "charity_number": clean_line(each.charity_number, "Charity number"),
                "contact": "",
                "notes": "",
            }
            self._providers[plain_name(each.name)] = self._ledger.insert("provider", values)
        for alias in self._plan.aliases:
            provider = alias.provider_id or self._providers[plain_name(alias.provider)]
            name = required(alias.name, "Other name")
            source = clean_line(self._plan.file_name, "File name")
            self._ledger.insert("provider_alias", {"provider_id": provider, "name": name, "source": source})

    def _provider(self, party: Party) -> str:
        return party.provider_id or self._providers[plain_name(party.name)]

    def _write_contract(self, draft: Draft) -> ContractId:
        check_term(draft.starts_on, draft.ends_on)
        check_reach(draft.ends_on, draft.options)
        contract_id = ContractId(self._ledger.insert("contract", _columns(draft)))
        for position, party in enumerate(draft.providers, 1):
            holder: dict[str, Value] = {
                "contract_id": contract_id,
                "provider_id": self._provider(party),
                "position": position,
            }
            self._ledger.insert("contract_holder", holder)
        write_options(self._ledger, contract_id, draft.options)
        if draft.value:
            self._write_value(contract_id, draft.value)
        if draft.annual_value:
            self._write_rate(contract_id, draft.annual_value)
        return contract_id

    def _write_value(self, contract_id: ContractId, pence: Pence) -> None:
        values: dict[str, Value] = {
            "contract_id": contract_id,
            "procured_on": None,
            "health_care": 0,
            "light_touch": 0,
            "original_pence": pence,
            "maximum_months": None,
        }
        self._ledger.insert("award", values)

    def _write_rate(self, contract_id: ContractId, pence: Pence) -> None:
        part = self._ledger.insert("part", {"contract_id": contract_id, "position": 1, "name": WHOLE})
        self._partner = self._partner or partner_id(self._register, self._ledger, self._plan.partner)
        self._ledger.insert(
            "annual_value",
            {"part_id": part, "partner_id": self._partner, "effective_on": None, "pence": pence, "decision_id": None},
        )

    def _write_rows(self, rows: tuple[SourceRow, ...], contract_id: ContractId | None, reason: str = "") -> None:
        for row in rows:
            self._ledger.insert(
                "brought_row",
                {
                    "bring_in_id": self._bring_in_id,
                    "sheet": row.sheet,
                    "row_number": row.number,
                    "content": json.dumps(dict(row.texts), ensure_ascii=False),
                    "contract_id": contract_id,
                    "reason": reason,
                    "settled": 0,
                },
            )

    def _write_change(self, change: ContractChange) -> None:
        made = {each.field for each in change.made}
        columns = {name: value for name, value in _columns(change.draft).items() if _FIELDS.get(name) in made}
        if columns:
            self._ledger.update("contract", change.contract_id, columns, change.version)
        if Field.EXTENSION_MONTHS in made:
            write_options(self._ledger, change.contract_id, change.draft.options)
        if Field.VALUE in made and change.draft.value:
            self._change_value(change.contract_id, change.draft.value)
        if Field.ANNUAL_VALUE in made and change.draft.annual_value:
            self._write_rate(change.contract_id, change.draft.annual_value)
        if Field.PROVIDER in made:
            self._change_provider(change)

    def _change_value(self, contract_id: ContractId, pence: Pence) -> None:
        stored = self._register.diaries.row_id("award", contract_id=contract_id)
        if stored:
            self._ledger.update("award", stored, {"original_pence": pence})
        else:
            self._write_value(contract_id, pence)

    def _change_provider(self, change: ContractChange) -> None:
        (party,) = change.draft.providers
        stored = self._register.diaries.row_id("contract_holder", contract_id=change.contract_id)
        if stored:
            self._ledger.update("contract_holder", stored, {"provider_id": self._provider(party)})


_FIELDS = {
    "title": Field.TITLE,
    "service": Field.SERVICE,
    "category": Field.CATEGORY,
    "manager": Field.MANAGER,
    "contact": Field.CONTACT,
    "notes": Field.NOTES,
    "starts_on": Field.START,
    "initial_ends_on": Field.END,
}


def _columns(draft: Draft) -> dict[str, Value]:
    return {
        "reference": required(draft.reference, "Contract reference"),
        "title": required(draft.title, "Title"),
        "service": clean_line(draft.service, "Service"),
        "category": clean_line(draft.category, "Category"),
        "manager": clean_line(draft.manager, "Contract manager"),
        "contact": clean_line(draft.contact, "Contact"),
        "notes": clean(draft.notes, "Notes"),
        "starts_on": _stored(draft.starts_on),
        "initial_ends_on": _stored(draft.ends_on),
        "ended_on": _stored(draft.ended_on),
    }


def _stored(day: date | None) -> str | None:
    return day.isoformat() if day else None
