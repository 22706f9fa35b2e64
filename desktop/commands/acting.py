"""Commands that act on contracts: extend, vary."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from db.changes import Author
from db.operations.extend import extend_by_new, extend_contracts
from db.operations.money import YearAmount
from db.operations.vary import NewVariation, vary
from db.rules.decision import EffectKind
from desktop.commands.drafting import draft_for
from desktop.commands.funding import check_stated, owned
from desktop.commands.group import desk
from desktop.commands.moment import today
from desktop.commands.officer import as_officer
from desktop.commands.opening import writing
from desktop.commands.saying import told
from desktop.commands.written import DAY, FILE, FUND, RATE, TOTAL, WORDS, Total
from desktop.extension_draft import Maker


@desk.command("extend")
@click.argument("file", type=FILE)
@click.argument("references", nargs=-1, required=True, metavar="REF...")
@click.option("--decision", metavar="NUMBER", help="The decision it rests on.")
@click.option("--new-decision", metavar="NUMBER", help="A decision drafted with it; “next”: the next number.")
@click.option("--decided", "decided_on", type=DAY, help="The day of the new decision; today if none is given.")
@click.option("--maker", default="", metavar="NAME", help="Who takes the new decision, by name.")
@click.option("--maker-post", default="", metavar="POST", help="The post they take it in.")
@click.option("--option", type=int, metavar="N", help="The option used; it must be the next.")
@click.option("--to", type=DAY, help="The new last day; it must be the option's.")
@click.option("--fund", "funding", type=FUND, multiple=True, help="What a partner pays for a part in a year.")
@click.option("--total", "totals", type=TOTAL, multiple=True, help="A total the funding must come to; Total for all.")
@as_officer
def extend(
    by: Author,
    file: Path,
    references: tuple[str, ...],
    decision: str | None,
    new_decision: str | None,
    decided_on: date | None,
    maker: str,
    maker_post: str,
    option: int | None,
    to: date | None,
    funding: tuple[YearAmount, ...],
    totals: tuple[Total, ...],
) -> None:
    """Use the next option of one or several contracts: all are extended, or none.

    A part that several of the contracts have is written REF/PART in --fund.
    """
    check_stated(funding, totals)
    if (decision is None) == (new_decision is None):
        raise click.UsageError("Name the decision it rests on as --decision, or draft one with --new-decision.")
    with writing(file) as register:
        contracts = list({found.id: found for found in map(register.contracts.get, references)}.values())
        ids, amounts = tuple(each.id for each in contracts), owned(contracts, funding)
        if decision is not None:
            rests_on = register.decisions.get(decision).id
            told(extend_contracts(register, by, ids, rests_on, option=option, to=to, funding=amounts))
            return
        named = Maker(maker, maker_post)
        new = draft_for(register, contracts, new_decision or "", decided_on or today(), named, Maker(by.name, by.post))
        told(extend_by_new(register, by, ids, new, option=option, to=to, funding=amounts))


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
