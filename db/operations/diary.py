"""Keep the diary: marks on attention, lead times, the steps of each kind of decision."""

from collections.abc import Sequence
from datetime import date

from db.changes import Author, Changed
from db.register import Register
from db.rules.attention_line import AttentionLine, Matter
from db.rules.decision import ContractId
from db.rules.leads import leads
from db.rules.marks import MarkKind, mark
from db.rules.refusal import Refusal
from db.rules.runway import Step, check_steps
from db.rules.words import clean_line, required
from db.store.diaries import RUNWAY_OF, USUAL_RUNWAY
from db.store.journal import Ledger, Value


def mark_line(
    register: Register,
    by: Author,
    line: AttentionLine,
    kind: MarkKind,
    on: date,
    until: date | None = None,
    note: str = "",
) -> Changed:
    """Acknowledge a line of attention, put it off to a day, or call it done; it is open again when its day moves.

    Raises:
        Refusal: it is put off without a day, or to one that is not ahead.
    """
    made = mark(line, kind, on, until, clean_line(note, "Note"))
    name = line.contract_reference or line.decision_number or line.matter.value
    with register.acting(by, "mark attention", f"{kind.value.capitalize()}: {line.what} ({name})") as ledger:
        values: dict[str, Value] = {
            "line_key": made.line_key,
            "contract_id": line.contract_id,
            "act_by": made.act_by.isoformat() if made.act_by else None,
            "kind": made.kind.value,
            "until": made.until.isoformat() if made.until else None,
            "note": made.note,
        }
        _keep(register, ledger, "attention_mark", values, line_key=made.line_key)
        return ledger.close()


def set_leads(
    register: Register, by: Author, matter: Matter, days: Sequence[int], contract_id: ContractId | None = None
) -> Changed:
    """Say how many days before its day a matter comes into sight, for every contract or for one.

    Raises:
        Refusal: no lead is given, or one is not from 1 day to 24 months.
    """
    tidy = leads(days)
    whose = register.contracts.by_id(contract_id).reference if contract_id else "every contract"
    sentence = f"Set the lead time of “{matter.value}” for {whose}"
    with register.acting(by, "set leads", sentence) as ledger:
        values: dict[str, Value] = {
            "contract_id": contract_id,
            "matter": matter.name,
            "days": " ".join(str(each) for each in tidy),
        }
        _keep(register, ledger, "attention_lead", values, contract_id=contract_id, matter=matter.name)
        return ledger.close()


def set_runway(register: Register, by: Author, name: str, steps: Sequence[Step]) -> Changed:
    """Set the governance steps of a kind of decision, in order. Every contract's days move with them.

    Raises:
        Refusal: there are no steps, two have one name, none or several decide, or one waits for an earlier one.
    """
    check_steps(steps)
    kept = register.diaries.step_ids(name)
    with register.acting(by, "set runway", f"Set the steps of {name}") as ledger:
        for position, step in enumerate(steps, 1):
            values = _step_columns(name, position, step)
            if position <= len(kept):
                ledger.update("runway_step", kept[position - 1], values)
            else:
                ledger.insert("runway_step", values)
        for unused in kept[len(steps) :]:
            ledger.update("runway_step", unused, {"position": 0})
        return ledger.close()


def choose_runway(register: Register, by: Author, name: str, contract_id: ContractId | None = None) -> Changed:
    """Say which kind of decision a contract's end needs, or what is usual; "" counts no steps.

    Raises:
        Refusal: there is no such kind of decision.
    """
    if name and name not in register.diaries.runways():
        raise Refusal(f"There are no steps for “{name}”. Choose one of: {', '.join(register.diaries.runways())}.")
    whose = register.contracts.by_id(contract_id).reference if contract_id else "every contract"
    setting = f"{RUNWAY_OF}{contract_id}" if contract_id else USUAL_RUNWAY
    with register.acting(by, "choose runway", f"Chose {name.lower() or 'no steps'} for {whose}") as ledger:
        _keep(register, ledger, "setting", {"name": setting, "value": name}, name=setting)
        return ledger.close()


def _step_columns(name: str, position: int, step: Step) -> dict[str, Value]:
    return {
        "runway": required(name, "Kind of decision"),
        "position": position,
        "name": required(step.name, "Step"),
        "length": step.length,
        "counting": step.counting.value,
        "source": clean_line(step.source, "Source of the step"),
        "decides": int(step.decides),
        "waits": step.before,
    }


def _keep(register: Register, ledger: Ledger, table: str, values: dict[str, Value], **key: str | None) -> None:
    stored = register.diaries.row_id(table, **key)
    if stored:
        ledger.update(table, stored, values)
    else:
        ledger.insert(table, values)
