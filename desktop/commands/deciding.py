"""Commands on decisions: record one, record its signature, write its record as a PDF."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from db.changes import Author
from db.operations.record_decision import NewDecision, NewEffect, record_decision, record_signature
from db.register import Register
from db.rules.decision import DecisionKind, DecisionText, EffectKind, Publication, Saving
from db.rules.money import parse_pounds
from db.rules.refusal import Refusal
from desktop.commands.decision_facts import as_decided, facts_of_decision
from desktop.commands.group import desk
from desktop.commands.officer import as_officer
from desktop.commands.opening import reading, writing
from desktop.commands.saying import told
from desktop.commands.writing_out import write_out
from desktop.commands.written import DAY, FILE, WORDS, Line, things
from desktop.writing.gathering import gather

KINDS = {
    "officer": DecisionKind.OFFICER,
    "member": DecisionKind.MEMBER,
    "cabinet": DecisionKind.CABINET,
    "council": DecisionKind.COUNCIL,
}
PUBLICATIONS = {"unanswered": Publication.UNANSWERED, "yes": Publication.YES, "no": Publication.NO,
                "part": Publication.PART}  # fmt: skip
SECTIONS = {
    "related_decision": "The decision it relates to, as quoted.",
    "decision": "What is decided.",
    "reasons": "Reasons for the decision.",
    "financial": "Financial implications.",
    "legal": "Legal implications.",
    "equality": "Equality implications.",
    "comments": "Comments of those consulted.",
    "alternatives": "Alternatives considered and rejected.",
    "conflicts": "Conflicts of interest.",
    "dispensation": "The note of dispensation for a conflict.",
    "purpose": "What it is for.",
    "strategy": "How it supports the council's strategy.",
    "consultation": "How people were consulted.",
    "data_protection": "Data protection implications.",
    "reports": "Reports and background papers considered.",
    "implementation": "What happens next.",
}
"""The sections of a record, each an option that takes words or @FILE."""


def _effect(line: str) -> tuple[str, EffectKind, str]:
    reference, kind, *detail = things(line, "REF|KIND or REF|KIND|DETAIL", 2, 3)
    if kind not in {each.value for each in EffectKind}:
        known = ", ".join(each.value for each in EffectKind)
        raise Refusal(f"“{kind}” is not what a decision does to a contract. Write one of: {known}.")
    return reference, EffectKind(kind), "".join(detail)


def _saving(line: str) -> Saving:
    group, label, amount = things(line, "GROUP|LABEL|AMOUNT", 3)
    return Saving(group, label, parse_pounds(amount))


def _sections(command: Any) -> Any:
    for name, means in reversed(SECTIONS.items()):
        option = f"--{name.replace('_', '-')}"
        command = click.option(option, name, type=WORDS, default="", help=f"{means} Words, or @FILE.")(command)
    return command


@desk.command("record-decision")
@click.argument("file", type=FILE)
@click.argument("number")
@click.option("--subject", required=True)
@click.option("--kind", type=click.Choice(list(KINDS)), required=True, help="Who took it.")
@click.option("--decided", "decided_on", type=DAY, help="The day it was taken; left out while it is to be taken.")
@facts_of_decision
@click.option("--maker", "maker_name", default="", metavar="NAME", help="Who took it, by name.")
@click.option("--maker-post", default="", metavar="POST", help="The post they took it in.")
@click.option("--signed", "signed_on", type=DAY, help="The day it was signed.")
@click.option("--publication", type=click.Choice(list(PUBLICATIONS)), default="unanswered")
@click.option("--key/--not-key", "is_key", default=None, help="Whether it is a key decision.")
@click.option("--call-in/--no-call-in", "callable_in", default=None, help="Whether it may be called in.")
@click.option("--rests-on", "relates_to_number", default="", metavar="NUMBER", help="The decision it rests on.")
@click.option("--link", default="", help="Where it is published.")
@click.option("--effect", "effects", type=Line("REF|KIND[|DETAIL]", _effect), multiple=True, help="Repeatable.")
@click.option("--saving", "savings", type=Line("GROUP|LABEL|AMOUNT", _saving), multiple=True, help="Repeatable.")
@_sections
@as_officer
def enter_decision(
    by: Author,
    file: Path,
    kind: str,
    publication: str,
    effects: tuple[tuple[str, EffectKind, str], ...],
    **given: Any,
) -> None:
    """Record a decision, with the text of its record. NUMBER may be empty ("") where none is known."""
    text = DecisionText(**{name: given.pop(name) for name in SECTIONS})
    with writing(file) as register:
        new = NewDecision(
            kind=KINDS[kind],
            for_publication=PUBLICATIONS[publication],
            text=text,
            effects=tuple(NewEffect(register.contracts.get(ref).id, does, detail) for ref, does, detail in effects),
            **as_decided(register, given),
        )
        told(record_decision(register, by, new))


@desk.command("sign")
@click.argument("file", type=FILE)
@click.argument("number")
@click.option("--on", "signed_on", type=DAY, required=True, help="The day its record was signed.")
@as_officer
def sign(by: Author, file: Path, number: str, signed_on: date) -> None:
    """Record the day on which the record of a decision was signed."""
    with writing(file) as register:
        told(record_signature(register, by, register.decisions.get(number).id, signed_on))


@desk.command("record")
@click.argument("file", type=FILE)
@click.argument("number")
@click.option("--to", "target", type=FILE, required=True, metavar="PDF")
def record(file: Path, number: str, target: Path) -> None:
    """Write the record of a decision as a PDF that is accessible and fit to be kept (PDF/UA-1, PDF/A-2a)."""
    with reading(file) as register:
        write_out(target, file, lambda: record_pdf(register, number))
    click.echo(f"Wrote the record of {number} to “{target}”.")


def record_pdf(register: Register, number: str) -> bytes:
    """The record of a decision in a register, as a PDF file.

    Raises:
        Refusal: no such decision, or its text has a character that cannot be printed.
    """
    from exports.decision_pdf import render

    return render(gather(register, register.decisions.get(number)))
