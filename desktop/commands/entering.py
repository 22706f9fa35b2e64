"""Commands that enter contracts and providers."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from db.changes import Author
from db.operations.add_contract import NewContract, add_contract
from db.operations.money import AnnualRate, YearAmount
from db.operations.providers import add_alias, add_provider
from db.rules.contract import NoticeTerm
from desktop.commands.group import desk
from desktop.commands.officer import as_officer
from desktop.commands.opening import writing
from desktop.commands.saying import told
from desktop.commands.written import DAY, FILE, FUND, NOTICE, RATE, TOTAL, WORDS, Total


@desk.command("add-contract")
@click.argument("file", type=FILE)
@click.argument("reference", metavar="REF")
@click.option("--title", required=True)
@click.option("--service", default="")
@click.option("--category", default="")
@click.option("--manager", default="", help="The contract manager.")
@click.option("--contact", default="")
@click.option("--notes", type=WORDS, default="", help="Words, or @FILE for a text file.")
@click.option("--starts", type=DAY, help="The first day.")
@click.option("--ends", type=DAY, help="The last day of the initial term.")
@click.option("--provider", "providers", multiple=True, metavar="NAME", help="A provider in the register; repeatable.")
@click.option("--part", "parts", multiple=True, metavar="NAME", help="A lot or area; repeatable.")
@click.option("--option", "options", type=int, multiple=True, metavar="MONTHS", help="An option, in order; repeatable.")
@click.option("--notice", "notice_terms", type=NOTICE, multiple=True, help="Such as council|3 months|clause 12.")
@click.option("--fund", "funding", type=FUND, multiple=True, help="What a partner pays for a part in a year.")
@click.option("--rate", "rates", type=RATE, multiple=True, help="What a partner pays for a part a year.")
@click.option("--total", "totals", type=TOTAL, multiple=True, help="A total the funding must come to; Total for all.")
@as_officer
def enter_contract(
    by: Author,
    file: Path,
    reference: str,
    starts: date | None,
    ends: date | None,
    options: tuple[int, ...],
    notice_terms: tuple[NoticeTerm, ...],
    funding: tuple[YearAmount, ...],
    rates: tuple[AnnualRate, ...],
    totals: tuple[Total, ...],
    **details: Any,
) -> None:
    """Enter a contract with its term, parts, options, notice and money."""
    new = NewContract(
        reference=reference,
        starts_on=starts,
        initial_ends_on=ends,
        options=options,
        notice_terms=notice_terms,
        funding=funding,
        annual_rates=rates,
        stated_totals={each.name: each.pence for each in totals},
        **details,
    )
    with writing(file) as register:
        told(add_contract(register, by, new))


@desk.command("add-provider")
@click.argument("file", type=FILE)
@click.argument("name")
@click.option("--alias", "aliases", multiple=True, metavar="NAME", help="Another name it goes by; repeatable.")
@click.option("--company-number", default="")
@click.option("--charity-number", default="")
@click.option("--contact", default="")
@click.option("--notes", type=WORDS, default="", help="Words, or @FILE for a text file.")
@as_officer
def enter_provider(by: Author, file: Path, name: str, aliases: tuple[str, ...], **details: str) -> None:
    """Enter a provider."""
    with writing(file) as register:
        told(add_provider(register, by, name, aliases, **details))


@desk.command("add-alias")
@click.argument("file", type=FILE)
@click.argument("provider")
@click.argument("name")
@click.option("--source", default="", help="Where the name was met.")
@as_officer
def enter_alias(by: Author, file: Path, provider: str, name: str, source: str) -> None:
    """Record another NAME of a PROVIDER."""
    with writing(file) as register:
        told(add_alias(register, by, register.providers.get(provider).id, name, source))
