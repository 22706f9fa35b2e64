"""Take in what was changed in a workbook of the register: everything in one act, or nothing."""

from collections.abc import Mapping, Sequence
from datetime import date

from db.changes import Author, Changed
from db.errors import Stale
from db.operations.add_contract import NewContract, check_reference_is_free, check_term, write_contract
from db.operations.edit_details import FIELDS
from db.operations.withdraw import check_withdrawal, withdrawal
from db.own_workbook.changes import AddedRow, Edit, Incoming, RemovedRow, Settled, Spot
from db.own_workbook.values import LONG, NEEDED, as_written
from db.register import Register
from db.rules.decision import ContractId
from db.rules.provider import plain_name
from db.rules.refusal import Refusal
from db.rules.sheets.columns import Kind
from db.rules.sheets.register import CONTRACTS, PROVIDERS, edited_fields
from db.rules.words import clean, clean_line, counted, required
from db.store.journal import Ledger, read_row


def apply_changes(
    register: Register,
    by: Author,
    incoming: Incoming,
    source: str,
    settled: Mapping[Spot, Settled] | None = None,
    added: Sequence[AddedRow] = (),
    removed: Sequence[RemovedRow] = (),
    on: date | None = None,
) -> Changed:
    """Take in a workbook's changes, the conflicts as settled, and of the rows it adds or lacks those that are given.

    A contract that the workbook lacks is taken out of the register on a day, and can be put back.

    Raises:
        Refusal: a conflict is not settled, a value cannot be taken, or an added row is not one that can be.
        Stale: the register was changed after the workbook was compared with it.
    """
    edits = [*incoming.changes, *_won(incoming, settled or {})]
    sentence = f"Took in {counted(len(edits), 'changes')}"
    sentence += f" and {counted(len(added), 'new rows')}" if added else ""
    sentence += f", took out {counted(len(removed), 'contracts')}," if removed else ""
    with register.acting(by, "apply changes", f"{sentence} from {clean_line(source, 'File')}") as ledger:
        for edit in edits:
            _write(ledger, edit)
        _add(register, ledger, added)
        _take_out(register, ledger, removed, on, source)
        _check_names(register, edits)
        return ledger.close()


def _won(incoming: Incoming, settled: Mapping[Spot, Settled]) -> list[Edit]:
    for edit in incoming.conflicts:
        if edit.spot not in settled:
            raise Refusal(
                f"{edit.name}, {edit.spot.title}: both the workbook and the register changed it. "
                "Say which of the two stands."
            )
    return [edit for edit in incoming.conflicts if settled[edit.spot] is Settled.THEIRS]


def _write(ledger: Ledger, edit: Edit) -> None:
    table, name = edited_fields()[edit.spot.sheet, edit.spot.title]
    before = read_row(ledger.connection, table, edit.spot.row_id)
    if before is None or as_written(before[name], Kind.TEXT, edit.spot.title) != edit.ours:
        raise Stale(
            f"{edit.name} was changed after the workbook was compared with the register, so nothing was taken in. "
            "Compare it again."
        )
    ledger.update(table, edit.spot.row_id, {name: _tidy(name, str(edit.theirs), edit)})


def _tidy(name: str, text: str, edit: Edit) -> str:
    field = FIELDS.get(name, edit.spot.title)
    if name in NEEDED:
        if not text:
            raise Refusal(f"{edit.name}, {edit.cell}: {NEEDED[name].lower()} cannot be empty. Write it in.")
        return required(text, field)
    return clean(text, field) if edit.spot.title in LONG else clean_line(text, field)


def _check_names(register: Register, edits: Sequence[Edit]) -> None:
    """Hold references and names against one another once everything is written, so that two may change places."""
    for edit in edits:
        table, name = edited_fields()[edit.spot.sheet, edit.spot.title]
        if (table, name) == ("contract", "reference"):
            check_reference_is_free(register, str(edit.theirs), besides=ContractId(edit.spot.row_id))
        elif (table, name) == ("provider", "name"):
            _check_provider(register, edit)
        elif (table, name) == ("part", "name"):
            _check_part(register, edit)


def _check_provider(register: Register, edit: Edit) -> None:
    for provider in register.providers.all():
        known = {plain_name(name) for name in provider.names}
        if provider.id != edit.spot.row_id and plain_name(str(edit.theirs)) in known:
            raise Refusal(f"“{edit.theirs}” is already a name of {provider.name}. Give this provider another name.")


def _check_part(register: Register, edit: Edit) -> None:
    for contract in register.contracts.all():
        parts = getattr(contract, "parts", ())
        names = [part.name.casefold() for part in parts]
        if any(part.id == edit.spot.row_id for part in parts) and len(set(names)) < len(names):
            raise Refusal(f"{contract.reference} has two parts called “{edit.theirs}”. Give each a name of its own.")


def _add(register: Register, ledger: Ledger, added: Sequence[AddedRow]) -> None:
    for row in sorted(added, key=lambda row: row.sheet != PROVIDERS):
        if row.sheet == PROVIDERS:
            _add_provider(register, ledger, row)
        elif row.sheet == CONTRACTS:
            _add_contract(register, ledger, row)
        else:
            raise Refusal(f"{row.name}: a row of “{row.sheet}” is not taken in from a workbook. Use {row.by}.")


def _add_provider(register: Register, ledger: Ledger, row: AddedRow) -> None:
    name = required(_text(row, "Provider"), "Provider's name")
    if known := register.providers.find(name):
        raise Refusal(f"“{name}” is already a name of {known.name}. Leave row {row.row} out.")
    columns = {"company_number": "Company number", "charity_number": "Charity number", "contact": "Contact"}
    values = {field: clean_line(_text(row, title), title) for field, title in columns.items()}
    ledger.insert("provider", {"name": name, **values, "notes": clean(_text(row, "Notes"), "Notes")})


def _add_contract(register: Register, ledger: Ledger, row: AddedRow) -> None:
    texts = {field: _text(row, title) for (sheet, title), (_, field) in edited_fields().items() if sheet == CONTRACTS}
    days: dict[str, object] = {"starts_on": row.values.get("Start"), "initial_ends_on": row.values.get("Initial end")}
    new = NewContract(**texts, **days, providers=_providers(register, _text(row, "Providers")))  # type: ignore[arg-type]
    check_reference_is_free(register, required(new.reference, "Contract reference"))
    check_term(new.starts_on, new.initial_ends_on)
    write_contract(register, ledger, new)


def _take_out(register: Register, ledger: Ledger, removed: Sequence[RemovedRow], on: date | None, source: str) -> None:
    for row in removed:
        if row.sheet != CONTRACTS or on is None:
            raise Refusal(f"{row.name}: a row of “{row.sheet}” is not taken out by a workbook. Use {row.by}.")
        contract, why = check_withdrawal(register, ContractId(row.row_id), on, f"No longer in {source}")
        ledger.update("contract", contract.id, withdrawal(on, why))


def _providers(register: Register, stated: str) -> tuple[str, ...]:
    if not stated or register.providers.find(stated):
        return (stated,) if stated else ()
    return tuple(each.strip() for each in stated.replace(";", ",").split(",") if each.strip())


def _text(row: AddedRow, title: str) -> str:
    return str(row.values.get(title) or "")
