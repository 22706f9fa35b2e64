"""Commands on how good a register's data is."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from db.rules.quality import Finding, OfficerCompleteness, completeness, examined, quality
from db.rules.quality_rules import RULES
from db.rules.refusal import Refusal
from db.rules.words import counted
from desktop.commands.group import desk
from desktop.commands.moment import today
from desktop.commands.opening import reading
from desktop.commands.saying import aligned, say_json
from desktop.commands.written import AS_JSON, DAY, FILE


@desk.command("quality")
@click.argument("file", type=FILE)
@click.option("--on", type=DAY, help="Seen on this day; today if not given.")
@click.option("--rule", metavar="NAME", help="The rows that one rule finds.")
@AS_JSON
def data_quality(file: Path, on: date | None, rule: str | None, as_json: bool) -> None:
    """Count what every data quality rule finds, and how complete each contract manager's contracts are."""
    with reading(file) as register:
        contracts = register.contracts.all()
        of = examined(contracts, register.decisions.all(), register.providers.all(), on or today())
    found = quality(of, RULES)
    if as_json:
        say_json(_values((_one(found, rule),) if rule else found, completeness(contracts)))
        return
    lines = _rows(found, rule) if rule else [*_counts(found), "", *_officers(completeness(contracts))]
    click.echo("\n".join(lines))


def _rows(found: tuple[Finding, ...], rule: str) -> list[str]:
    one = _one(found, rule)
    rows = [(each.name, each.detail) for each in one.rows]
    return [f"{one.sentence} {len(rows)} found.", *(aligned(rows, indent="  ") if rows else ())]


def _one(found: tuple[Finding, ...], rule: str) -> Finding:
    one = next((each for each in found if each.name.casefold() == rule.strip().casefold()), None)
    if one is None:
        raise Refusal(f"There is no rule “{rule}”. There are: {', '.join(each.name for each in found)}.")
    return one


def _values(found: tuple[Finding, ...], complete: tuple[OfficerCompleteness, ...]) -> dict[str, Any]:
    return {
        "rules": [
            {
                "rule": each.name,
                "sentence": each.sentence,
                "rows": [{"row": row.name, "detail": row.detail} for row in each.rows],
            }
            for each in found
        ],
        "managers": [
            {
                "manager": each.manager,
                "contracts": each.contracts,
                "percent": each.percent,
                "missing": [{"field": name, "contracts": count} for name, count in each.missing],
            }
            for each in complete
        ],
    }


def _counts(found: tuple[Finding, ...]) -> list[str]:
    rows = [(str(len(each.rows)), each.name, each.sentence) for each in found]
    return [
        f"{sum(len(each.rows) for each in found)} found by {counted(len(found), 'rules')}",
        *aligned(rows, frozenset({0}), "  "),
    ]


def _officers(found: tuple[OfficerCompleteness, ...]) -> list[str]:
    rows = [
        (each.manager or "No contract manager", f"{each.percent}%", counted(each.contracts, "contracts"),
         ", ".join(f"{name} {count}" for name, count in each.missing))
        for each in found
    ]  # fmt: skip
    return ["Complete, by contract manager", *(aligned(rows, frozenset({1, 2}), "  ") if rows else ())]
