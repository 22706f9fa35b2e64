"""Commands on how good a register's data is."""

from datetime import date
from pathlib import Path

import click

from db.rules.quality import Finding, OfficerCompleteness, completeness, examined, quality
from db.rules.quality_rules import RULES
from db.rules.refusal import Refusal
from desktop.commands.group import desk
from desktop.commands.moment import today
from desktop.commands.opening import reading
from desktop.commands.saying import aligned
from desktop.commands.written import DAY, FILE


@desk.command("quality")
@click.argument("file", type=FILE)
@click.option("--on", type=DAY, help="Seen on this day; today if not given.")
@click.option("--rule", metavar="NAME", help="The rows that one rule finds.")
def data_quality(file: Path, on: date | None, rule: str | None) -> None:
    """Count what every data quality rule finds, and how complete each contract manager's contracts are."""
    with reading(file) as register:
        contracts = register.contracts.all()
        of = examined(contracts, register.decisions.all(), register.providers.all(), on or today())
    found = quality(of, RULES)
    lines = _rows(found, rule) if rule else [*_counts(found), "", *_officers(completeness(contracts))]
    click.echo("\n".join(lines))


def _rows(found: tuple[Finding, ...], rule: str) -> list[str]:
    one = next((each for each in found if each.name.casefold() == rule.strip().casefold()), None)
    if one is None:
        raise Refusal(f"There is no rule “{rule}”. There are: {', '.join(each.name for each in found)}.")
    rows = [(each.name, each.detail) for each in one.rows]
    return [f"{one.sentence} {len(rows)} found.", *(aligned(rows, indent="  ") if rows else ())]


def _counts(found: tuple[Finding, ...]) -> list[str]:
    rows = [(str(len(each.rows)), each.name, each.sentence) for each in found]
    return [
        f"{sum(len(each.rows) for each in found)} found by {len(found)} rules",
        *aligned(rows, frozenset({0}), "  "),
    ]


def _officers(found: tuple[OfficerCompleteness, ...]) -> list[str]:
    rows = [
        (each.manager or "No contract manager", f"{each.percent}%", f"{each.contracts} contracts",
         ", ".join(f"{name} {count}" for name, count in each.missing))
        for each in found
    ]  # fmt: skip
    return ["Complete, by contract manager", *(aligned(rows, frozenset({1, 2}), "  ") if rows else ())]
