"""Commands on a record that is being written: change what it says, pass over a warning on it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from db.changes import Author
from db.operations.write_record import pass_over, write_record
from db.rules.decision import Decision
from db.rules.decision_facts import Exemption
from desktop.commands.deciding import PUBLICATIONS, SECTIONS
from desktop.commands.decision_facts import STATUSES, as_alternative
from desktop.commands.group import desk
from desktop.commands.officer import as_officer
from desktop.commands.opening import writing
from desktop.commands.saying import told
from desktop.commands.written import DAY, FILE, WORDS, Line

_EXEMPTION = ("paragraphs", "public_interest", "withheld")
_AS_GIVEN = ("subject", "decided_on", "maker_name", "maker_post", "is_key", "callable_in", "late_signing", "consultees",
             "none_considered")  # fmt: skip


def _sections(command: Callable[..., None]) -> Callable[..., None]:
    for name, means in reversed(SECTIONS.items()):
        option = f"--{name.replace('_', '-')}"
        command = click.option(option, name, type=WORDS, help=f"{means} Words, or @FILE.")(command)
    return command


@desk.command("write-record")
@click.argument("file", type=FILE)
@click.argument("number")
@click.option("--subject")
@click.option("--status", type=click.Choice(list(STATUSES)))
@click.option("--decided", "decided_on", type=DAY, help="The day it was taken.")
@click.option("--maker", "maker_name", metavar="NAME")
@click.option("--maker-post", metavar="POST")
@click.option("--publication", type=click.Choice(list(PUBLICATIONS)))
@click.option("--paragraph", "paragraphs", type=int, multiple=True, help="Of Schedule 12A, 1 to 7. Repeatable.")
@click.option("--public-interest", help="Why the public interest is in withholding.")
@click.option("--withheld", help="What is withheld, in words that give nothing away.")
@click.option("--key/--not-key", "is_key", default=None, help="Whether it is a key decision.")
@click.option("--call-in/--no-call-in", "callable_in", default=None, help="Whether it may be called in.")
@click.option("--consulted", "consultees", multiple=True, metavar="POST", help="Who was consulted. Repeatable.")
@click.option("--rejected", type=Line("OPTION|WHY", as_alternative), multiple=True,
              help="An option that was considered. Repeatable.")  # fmt: skip
@click.option("--none-considered/--some-considered", default=None, help="Whether no alternative was considered.")
@click.option("--late-signing", help="Why it is signed on another day than it was taken.")
@_sections
@as_officer
def rewrite(by: Author, file: Path, number: str, **given: Any) -> None:
    """Change what the record of a decision says; what is not given stays. A signed record stays as it is."""
    with writing(file) as register:
        told(write_record(register, by, _with(register.decisions.get(number), _stated(given))))


def _stated(given: dict[str, Any]) -> dict[str, Any]:
    """What was given, and nothing of what was left out."""
    return {name: value for name, value in given.items() if value is not None and value != ()}


def _with(decision: Decision, stated: dict[str, Any]) -> Decision:
    text = replace(decision.text, **{name: stated[name] for name in SECTIONS.keys() & stated.keys()})
    facts: dict[str, Any] = {name: stated[name] for name in _AS_GIVEN if name in stated}
    if "rejected" in stated:
        facts["alternatives"] = stated["rejected"]
    if "publication" in stated:
        facts["for_publication"] = PUBLICATIONS[stated["publication"]]
    if "status" in stated:
        facts["status"] = STATUSES[stated["status"]]
    exempt = {name: stated[name] for name in _EXEMPTION if name in stated}
    exemption: Exemption = replace(decision.exemption, **exempt)
    return replace(decision, text=text, exemption=exemption, **facts)


@desk.command("pass-over")
@click.argument("file", type=FILE)
@click.argument("number")
@click.argument("check")
@click.option("--because", default="", help="The reason; left out, the warning is taken up again.")
@as_officer
def pass_over_check(by: Author, file: Path, number: str, check: str, because: str) -> None:
    """Pass over a warning (CHECK, such as C21) on a record, with the reason; what stops signing never is."""
    with writing(file) as register:
        told(pass_over(register, by, register.decisions.get(number).id, check.strip().upper(), because))
