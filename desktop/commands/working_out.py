"""The command that works out dates by themselves, without a register."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import click

from db.calendar import bank_holidays
from db.rules.calculations import CALCULATIONS, Calculation
from db.rules.contract import NoticeTerm, Side
from db.rules.dates import Unit
from db.rules.notice import serve_by
from db.rules.service_of_notice import earliest_end_if_sent, send_notice_by, service_worked
from db.rules.worked_day import WorkedDay
from db.rules.working_days import show_weekday
from db.rules.workings import work_out
from desktop.commands.group import desk
from desktop.commands.saying import aligned, say_json, wrapped
from desktop.commands.sending import METHODS, rule_for
from desktop.commands.written import DAY, MOMENT


@dataclass(frozen=True, slots=True)
class Asked:
    """What an officer gave for a question about notice."""

    sent: date | None
    by: str | None
    end: date | None
    notice: tuple[int, str] | None

    @property
    def term(self) -> NoticeTerm:
        """The notice the contract asks for."""
        n, unit = self.notice or (0, Unit.DAYS)
        return NoticeTerm(Side.COUNCIL, n, Unit(unit))


@dataclass(frozen=True, slots=True)
class Question:
    """A question about notice: what it asks, the options it needs, and what answers it."""

    title: str
    needs: tuple[str, ...]
    answer: Callable[[Any], WorkedDay]


QUESTIONS: Mapping[str, Question] = {
    "served": Question(
        "When notice sent one way counts as served",
        ("sent", "by"),
        lambda asked: service_worked(asked.sent, rule_for(asked.by), holidays=bank_holidays()),
    ),
    "ends": Question(
        "When notice sent one way ends a contract",
        ("sent", "by", "notice"),
        lambda asked: earliest_end_if_sent(asked.sent, asked.term, rule_for(asked.by), holidays=bank_holidays()),
    ),
    "serve-by": Question(
        "Last day to serve notice to end by a day", ("end", "notice"), lambda asked: serve_by(asked.end, asked.term)
    ),
    "send-by": Question(
        "Last day to send notice one way to end by a day",
        ("end", "by", "notice"),
        lambda asked: send_notice_by(asked.end, asked.term, rule_for(asked.by), holidays=bank_holidays()),
    ),
}
"""What can be asked in plain words."""


@desk.command("dates")
@click.argument("name", required=False)
@click.argument("day", type=MOMENT, required=False)
@click.argument("n", type=int, required=False)
@click.argument("unit", required=False)
@click.argument("variant", required=False)
@click.option("--sent", type=MOMENT, help="When notice is sent: “today 10:00”.")
@click.option("--by", metavar="METHOD", help=f"How it is sent: {', '.join(METHODS)}.")
@click.option("--end", type=DAY, help="The contract's last day.")
@click.option(
    "--notice", type=(int, click.Choice([each.value for each in Unit])), help="What the contract asks: 3 months."
)
@click.option("--json", "as_json", is_flag=True, help="As JSON, with the keys that the help documents.")
def dates(
    name: str | None,
    day: date | None,
    n: int | None,
    unit: str | None,
    variant: str | None,
    as_json: bool,
    **asked: Any,
) -> None:
    """Work out a day, with the steps that lead to it. Without NAME: everything that can be worked out.

    Notice in plain words: dates ends --sent "today 10:00" --by first-class --notice 3 months
    """
    if name is None:
        return _say_what_there_is(as_json)
    if name in QUESTIONS:
        worked = _answer(name, Asked(**asked))
        return _say(name, worked.day, show_weekday(worked.day), worked.working, as_json)
    if day is None:
        raise click.UsageError(f"Give the day that “{name}” is worked out from.")
    found = work_out(name.replace("-", "_"), day, n, unit, variant, holidays=bank_holidays())
    return _say(name, found.answer, found.shown, found.working, as_json)


def _answer(name: str, asked: Asked) -> WorkedDay:
    question = QUESTIONS[name]
    lacking = [f"--{each}" for each in question.needs if getattr(asked, each) is None]
    if lacking:
        raise click.UsageError(f"“{name}” also needs {' and '.join(lacking)}.")
    return question.answer(asked)


def _say(name: str, answer: object, shown: str, working: tuple[str, ...], as_json: bool) -> None:
    if as_json:
        stated = answer.isoformat() if isinstance(answer, date | datetime) else answer
        say_json({"name": name, "answer": stated, "shown": shown, "working": list(working)})
        return
    click.echo(f"{shown[0].upper()}{shown[1:]}")
    for step in working:
        click.echo("\n".join(wrapped(f"- {step}", "  ", "    ")))


def _say_what_there_is(as_json: bool) -> None:
    if as_json:
        say_json({"calculations": [_values(each) for each in CALCULATIONS.values()]})
        return
    asks = [(name, each.title, " ".join(f"--{need}" for need in each.needs)) for name, each in QUESTIONS.items()]
    counts = [(each.name, each.title, _takes(each)) for each in CALCULATIONS.values()]
    click.echo("\n".join(["Notice in plain words:", *aligned(asks, indent="  ")]))
    click.echo(
        "\n".join(["", "From a DAY, with N, UNIT and VARIANT where they are taken:", *aligned(counts, indent="  ")])
    )


def _takes(each: Calculation) -> str:
    usual = "" if each.n is None else f"{each.n} "
    return " ".join(filter(None, (usual + "|".join(filter(None, each.units)), "|".join(each.variants))))


def _values(each: Calculation) -> dict[str, Any]:
    return {
        "name": each.name,
        "title": each.title,
        "units": [unit for unit in each.units if unit],
        "usual_length": each.n,
        "variants": list(each.variants),
    }
