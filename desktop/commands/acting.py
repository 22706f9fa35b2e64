"""Commands that act on contracts: extend, vary."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from db.changes import Author
from db.operations.extend import extend_contracts
from db.operations.money import YearAmount
from db.operations.vary import NewVariation, vary
from db.rules.decision import EffectKind
from desktop.commands.funding import check_stated, owned
from desktop.commands.group import desk
from desktop.commands.officer import as_officer
from desktop.commands.opening import writing
from desktop.commands.saying import told
from desktop.commands.written import DAY, FILE, FUND, RATE, TOTAL, WORDS, Total


@desk.command("extend")
@click.argument("file", type=FILE)
@click.argument("references", nargs=-1, required=True, metavar="REF...")
@click.option("--decision", required=True, metavar="NUMBER", help="The decision it rests on.")
@click.option("--option", type=int, metavar="N", help="The option used; it must be the next.")
@click.option("--to", type=DAY, help="The new last day; it must be the option's.")
@click.option("--fund", "funding", type=FUND, multiple=True, help="What a partner pays for a part in a year.")
@click.option("--total", "totals", type=TOTAL, multiple=True, help="A total the funding must come to; Total for all.")
@as_officer
def extend(
    by: Author,
    file: Path,
    references: tuple[str, ...],
    decision: str,
    option: int | None,
    to: date | None,
    funding: tuple[YearAmount, ...],
    totals: tuple[Total, ...],
) -> None:
    """Use the next option of one or several contracts: all are extended, or none.

    A part that several of the contracts have is written REF/PART in --fund.
    """
    check_stated(funding, totals)
    with writing(file) as register:
        contracts = list({found.id: found for found in map(register.contracts.get, references)}.values())
        rests_on = register.decisions.get(decision).id
        ids = tuple(each.id for each in contracts)
        told(extend_contracts(register, by, ids, rests_on, option=option, to=to, funding=owned(contracts, funding)))


@desk.command("vary")
@click.argument("file", type=FILE)
@click.argument("ref", metavar="REF")
@click.option("--summary", required=True, help="What it changes.")
@click.option("--decision", metavar="NUMBER", help="The decision it rests on.")
@click.option("--decided", "decided_on", type=DAY, help="The day it was agreed, where no decision is recorded.")
@click.option("--effective", "effective_on", type=DAY, help="The first day of the change.")
@click.option("--ends", "ends_on", type=DAY, help="The contract's new last day, if it changes.")
@click.option("--ground", default="", help="The procurement ground, such as regulation 72(1)(b).")
@click.option("--reason", type=WORDS, default="", help="Why; words, or @FILE for a text file.")
@click.option("--scope", type=WORDS, default="", help="What changes in what is delivered, and to whom.")
@click.option("--measures", type=WORDS, default="", help="What changes in what the provider reports.")
@click.option("--rate", "rates", type=RATE, multiple=True, help="A new rate a year.")
@click.option("--fund", "funding", type=FUND, multiple=True, help="What a partner pays for a part in a year.")
@click.option(
    "--kind", type=click.Choice([EffectKind.VARIES.value, EffectKind.MODIFIES.value]), default=EffectKind.VARIES.value,
    help="How the decision words it.",
)  # fmt: skip
@as_officer
def change(by: Author, file: Path, ref: str, decision: str | None, kind: str, **given: Any) -> None:
    """Record a variation: of the last day, the rates, the scope."""
    with writing(file) as register:
        rests_on = register.decisions.get(decision).id if decision else None
        new = NewVariation(decision_id=rests_on, kind=EffectKind(kind), **given)
        told(vary(register, by, register.contracts.get(ref).id, new))
