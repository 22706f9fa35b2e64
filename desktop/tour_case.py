"""What an officer did in January 2024, done again on a register of that day: a decision, an extension, a return."""

from datetime import date
from pathlib import Path

from db.changes import Author
from db.operations.extend import extend_contracts
from db.operations.money import YearAmount
from db.operations.record_decision import NewDecision, record_decision, record_signature
from db.operations.returns import expect_returns, import_return
from db.operations.undo import undo
from db.register import Register
from db.rules.contract import Contract
from db.rules.decision import ContractId, Decision
from desktop.commands.attention_page import attention_page
from desktop.commands.attention_sorted import sorted_attention
from desktop.commands.contract_page import contract_page
from desktop.commands.deciding import record_pdf
from desktop.commands.known import known
from desktop.commands.return_page import return_page
from desktop.commands.returns import form_of, new_return, read_workbook
from exports.files import write_beside_then_replace
from exports.filled_return import Answer, fill_in

NUMBER = "OD.24.00002"
RECORD = f"record-{NUMBER}.pdf"
DECIDED_ON = date(2024, 1, 15)
PART_A = "SAMPLE-CN-A"
QUARTER = date(2023, 10, 1)
ANSWERS: tuple[Answer, ...] = (
    (412, "Example figure"),
    ("about 120", "Example of what cannot be taken in"),
    (96, "Example figure"),
    (385_335.25, "Example figure"),
    ("These are example figures, typed by the tour to show how a return is read.", ""),
)


def extend_by_decision(register: Register, by: Author, folder: Path) -> list[str]:
    """Go back to the eve of the decision, record it, extend both contracts by it, sign it, and make its record."""
    published, contracts = register.decisions.get(NUMBER), _affected(register)
    funding = _funding(contracts)
    while register.decisions.find(NUMBER):
        undo(register, by)
    expect_returns(register, by, contracts[0].id, QUARTER, days_allowed=14)
    said = [_attention(register, "Before the decision")]
    said.append(record_decision(register, by, _unsigned(published)).sentence)
    decision = register.decisions.get(NUMBER)
    ids = tuple(each.id for each in contracts)
    said.append(extend_contracts(register, by, ids, decision.id, option=2, funding=funding).sentence)
    said.append(_attention(register, "Before the signature"))
    said.append(record_signature(register, by, decision.id, DECIDED_ON).sentence)
    write_beside_then_replace(folder / RECORD, record_pdf(register, NUMBER))
    said.append(f"Made the record of {NUMBER} as a PDF, ready to be kept.")
    said.append(f"How it stands: {contract_page(known(register, PART_A, DECIDED_ON))}")
    return said


def take_in_return(register: Register, by: Author, folder: Path) -> list[str]:
    """Send a blank return, have it filled in, read it back, import it, and try to import it twice."""
    from exports.blank_return import render

    blank, filled = folder / "return-blank.xlsx", folder / "return-filled.xlsx"
    write_beside_then_replace(blank, render(form_of(register, PART_A, QUARTER)))
    write_beside_then_replace(filled, fill_in(blank.read_bytes(), ANSWERS))
    content, read = read_workbook(register, filled)
    new = new_return(register, read, content, DECIDED_ON)
    first, again = import_return(register, by, new), import_return(register, by, new)
    what = f"Read the return of {return_page(read)}"
    return [what, first.sentence, again.sentence, _attention(register, "After the return")]


def _affected(register: Register) -> list[Contract]:
    effects = register.decisions.get(NUMBER).effects
    return [register.contracts.by_id(each.contract_id) for each in effects]


def _funding(contracts: list[Contract]) -> tuple[tuple[ContractId, YearAmount], ...]:
    return tuple(
        (each.id, YearAmount(line.part, line.partner, line.year, line.pence))
        for each in contracts
        for line in each.funding
        if line.decision_number == NUMBER
    )


def _unsigned(published: Decision) -> NewDecision:
    return NewDecision(
        number=published.number,
        kind=published.kind,
        subject=published.subject,
        decided_on=DECIDED_ON,
        maker_name=published.maker_name,
        maker_post=published.maker_post,
        relates_to_number=published.relates_to_number,
        relates_to_on=published.relates_to_on,
        delegation_id=published.delegation_id,
        consultees=published.consultees,
        alternatives=published.alternatives,
        none_considered=published.none_considered,
        text=published.text,
    )


def _attention(register: Register, when: str) -> str:
    return f"{when}: {attention_page(sorted_attention(register, DECIDED_ON), DECIDED_ON)}"
