"""Follow returns: reminders, acceptance, queries and their answers, officers' own ratings, the ladder."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from db.changes import Author, Changed
from db.register import Register
from db.rules.decision import ContractId
from db.rules.ladder import Escalation
from db.rules.monitoring import MeasureId, ReturnId, ReturnPeriod
from db.rules.queries import Query
from db.rules.rating_override import Override
from db.rules.refusal import Refusal
from db.rules.words import clean, clean_line, counted, required
from db.store.following import ACCEPTED, REMINDED
from db.store.journal import Ledger, Value


def remind(
    register: Register, by: Author, owed: Sequence[tuple[ContractId, ReturnPeriod]], on: date, note: str = ""
) -> Changed:
    """Record that providers were reminded of returns they owe.

    Raises:
        Refusal: none is named.
    """
    if not owed:
        raise Refusal("Choose the returns to remind a provider of.")
    names = _names(register, tuple(contract_id for contract_id, _ in owed))
    with register.acting(by, "remind", f"Recorded a reminder of {counted(len(owed), 'returns')} of {names}") as ledger:
        for contract_id, period in owed:
            _note_event(ledger, contract_id, period, REMINDED, on, note)
        return ledger.close()


def accept_return(
    register: Register, by: Author, contract_id: ContractId, period: ReturnPeriod, on: date, note: str = ""
) -> Changed:
    """Accept a quarter's return.

    Raises:
        Refusal: none was received, it is accepted already, or a query about it is open.
    """
    contract = register.contracts.by_id(contract_id)
    name = f"the return of {contract.reference} for {period.label}"
    facts = register.following.facts().get((contract_id, period))
    if facts is None or not facts.received_on:
        raise Refusal(f"No return of {contract.reference} for {period.label} was received, so there is none to accept.")
    if facts.accepted_on:
        raise Refusal(f"{name[0].upper()}{name[1:]} is accepted already.")
    if any(each.is_open_on(on) for each in facts.queries):
        raise Refusal(f"A query about {name} is open. Record its answer first.")
    with register.acting(by, "accept return", f"Accepted {name}") as ledger:
        _note_event(ledger, contract_id, period, ACCEPTED, on, note)
        return ledger.close()


def raise_queries(register: Register, by: Author, return_id: ReturnId, queries: Sequence[Query], on: date) -> Changed:
    """Record what a provider is asked about a return.

    Raises:
        Refusal: nothing is asked.
    """
    if not queries:
        raise Refusal("There is nothing to ask about this return.")
    of = register.returns.by_id(return_id)
    things = counted(len(queries), "things")
    sentence = f"Asked {things} about the return of {of.contract_reference} for {of.period.label}"
    with register.acting(by, "raise queries", sentence) as ledger:
        write_queries(ledger, return_id, queries, on)
        return ledger.close()


def write_queries(ledger: Ledger, return_id: str, queries: Sequence[Query], on: date) -> None:
    """Write what is asked about a return."""
    for position, query in enumerate(queries, 1):
        ledger.insert(
            "return_query",
            {
                "return_id": return_id,
                "position": position,
                "sheet": clean_line(query.sheet, "Sheet"),
                "cell": clean_line(query.cell, "Cell"),
                "says": clean(query.says, "What the cell says"),
                "asked": required(query.asked, "What is asked"),
                "raised_on": on.isoformat(),
                "answered_on": None,
                "answer": "",
            },
        )


def answer_query(register: Register, by: Author, query_id: str, on: date, answer: str = "") -> Changed:
    """Record that a provider answered a query.

    Raises:
        Refusal: it was answered already, or before it was asked.
    """
    kept = register.following.query(query_id)
    if kept.raised.answered_on:
        raise Refusal("This query was answered already.")
    if on < kept.raised.raised_on:
        raise Refusal("The answer is before the question. Correct the day.")
    with register.acting(by, "answer query", f"Recorded the answer to a query about {kept.query.place}") as ledger:
        ledger.update("return_query", query_id, {"answered_on": on.isoformat(), "answer": clean(answer, "Answer")})
        return ledger.close()


def override_rating(
    register: Register, by: Author, contract_id: ContractId, measure_id: MeasureId, period: ReturnPeriod, own: Override
) -> Changed:
    """Rate a figure otherwise than its rule, with a reason and until a day.

    Raises:
        Refusal: the contract has no such measure.
    """
    contract = register.contracts.by_id(contract_id)
    measure = next((each for each in register.returns.measures(contract_id) if each.id == measure_id), None)
    if measure is None:
        raise Refusal(f"{contract.reference} has no such measure any more. Look at its measures again.")
    own = replace(own, made_by=own.made_by or by.name)
    values: dict[str, Value] = {
        "measure_id": measure_id,
        "starts_on": period.days.starts_on.isoformat(),
        "outcome": own.outcome.value,
        "reason": required(own.reason, "Reason"),
        "made_on": own.made_on.isoformat(),
        "until": own.until.isoformat(),
        "made_by": clean_line(own.made_by, "Officer"),
    }
    sentence = f"Rated “{measure.name}” of {contract.reference} {own.outcome} for {period.label}"
    with register.acting(by, "override rating", sentence) as ledger:
        kept = register.following.row_id("rating_override", measure_id=measure_id, starts_on=values["starts_on"])
        if kept:
            ledger.update("rating_override", kept, values)
        else:
            ledger.insert("rating_override", values)
        return ledger.close()


def keep_profile(register: Register, by: Author, contract_id: ContractId, provider: str, content: str) -> Changed:
    """Keep how a provider lays out its returns for a contract; empty content forgets it."""
    contract = register.contracts.by_id(contract_id)
    with register.acting(by, "keep layout", f"Kept the layout of {contract.reference}’s returns") as ledger:
        write_profile(register, ledger, contract_id, provider, content)
        return ledger.close()


def rename_profile(
    register: Register, by: Author, contract_id: ContractId, provider: str, name: str, content: str
) -> Changed:
    """Keep a layout under another name of its provider, so that files that come under that name find it.

    Raises:
        Refusal: there is no such layout, the name is missing or no other one, or another layout has it.
    """
    contract = register.contracts.by_id(contract_id)
    provider, wanted = (
        _named(register, contract_id, provider),
        clean_line(required(name, "Provider’s name"), "Provider’s name"),
    )
    if not register.following.profile(contract_id, provider):
        raise Refusal(f"No layout of {contract.reference}’s returns is called “{provider}”. Look at the layouts again.")
    if wanted == provider:
        raise Refusal(f"The layout is called “{wanted}” already. Give it another name.")
    is_other = wanted.casefold() != provider.casefold()
    if is_other and register.following.profile(contract_id, wanted):
        raise Refusal(f"Another layout of {contract.reference}’s returns is called “{wanted}”. Forget that one first.")
    with register.acting(by, "rename layout", f"Named the layout “{provider}” “{wanted}”") as ledger:
        row = register.following.row_id("layout_profile", contract_id=contract_id, provider=provider)
        if row and not register.following.row_id("layout_profile", contract_id=contract_id, provider=wanted):
            ledger.update("layout_profile", row, {"provider": wanted, "content": content})
        else:
            write_profile(register, ledger, contract_id, provider, "")
            write_profile(register, ledger, contract_id, wanted, content)
        return ledger.close()


def _named(register: Register, contract_id: ContractId, provider: str) -> str:
    """The name of a layout as it is kept, whatever case it is asked for in."""
    sought = provider.strip().casefold()
    kept = (name for identity, name, _ in register.following.profiles() if identity == contract_id)
    return next((name for name in kept if name.casefold() == sought), provider)


def write_profile(register: Register, ledger: Ledger, contract_id: ContractId, provider: str, content: str) -> None:
    """Write a layout profile, in place of the one before."""
    name = clean_line(provider, "Provider")
    kept = register.following.row_id("layout_profile", contract_id=contract_id, provider=name)
    if kept:
        ledger.update("layout_profile", kept, {"content": content})
    elif content:
        ledger.insert("layout_profile", {"contract_id": contract_id, "provider": name, "content": content})


def escalate(register: Register, by: Author, contract_id: ContractId, taken: Escalation) -> Changed:
    """Take a rung of the ladder about a contract."""
    contract = register.contracts.by_id(contract_id)
    with register.acting(by, "escalate", f"Recorded a {taken.rung} on {contract.reference}") as ledger:
        ledger.insert("escalation", {"contract_id": contract_id, **_escalation_columns(taken)})
        return ledger.close()


def settle(register: Register, by: Author, contract_id: ContractId, escalation_id: str, on: date) -> Changed:
    """Record that a rung of the ladder was settled.

    Raises:
        Refusal: it is not there, or was settled already or before it was taken.
    """
    contract = register.contracts.by_id(contract_id)
    taken = dict(register.following.escalations(contract_id)).get(escalation_id)
    if taken is None or taken.settled_on:
        raise Refusal("That is settled already, or no longer in the register.")
    settled = replace(taken, settled_on=on)
    with register.acting(by, "settle", f"Recorded that a {taken.rung} on {contract.reference} was settled") as ledger:
        ledger.update("escalation", escalation_id, _escalation_columns(settled))
        return ledger.close()


def _escalation_columns(taken: Escalation) -> dict[str, Value]:
    return {
        "rung": taken.rung.value,
        "taken_on": taken.taken_on.isoformat(),
        "reason": required(taken.reason, "Reason"),
        "answer_by": taken.answer_by.isoformat() if taken.answer_by else None,
        "settled_on": taken.settled_on.isoformat() if taken.settled_on else None,
    }


def _note_event(ledger: Ledger, contract_id: ContractId, period: ReturnPeriod, kind: str, on: date, note: str) -> None:
    ledger.insert(
        "return_event",
        {
            "contract_id": contract_id,
            "starts_on": period.days.starts_on.isoformat(),
            "kind": kind,
            "happened_on": on.isoformat(),
            "note": clean_line(note, "Note"),
        },
    )


def _names(register: Register, contract_ids: Sequence[ContractId]) -> str:
    return ", ".join(register.contracts.by_id(each).reference for each in dict.fromkeys(contract_ids))
