"""The facts of a decision as options of a command: how far it came, its route, its power, what was rejected."""

from collections.abc import Callable
from typing import Any

import click

from db.register import Register
from db.rules.decision_facts import (
    Alternative,
    DecisionStatus,
    Exemption,
    ForwardPlan,
    Published,
    Responsible,
    Route,
)
from db.rules.delegation import DelegationId
from db.rules.refusal import Refusal
from desktop.commands.written import AMOUNT, DAY, Line, things

STATUSES = {
    "for-determination": DecisionStatus.FOR_DETERMINATION,
    "approved": DecisionStatus.APPROVED,
    "subject-to-call-in": DecisionStatus.APPROVED_SUBJECT_TO_CALL_IN,
    "deferred": DecisionStatus.DEFERRED,
    "withdrawn": DecisionStatus.WITHDRAWN,
    "abandoned": DecisionStatus.ABANDONED,
}
ROUTES = {
    "not-stated": Route.NOT_STATED,
    "notice": Route.NOTICE,
    "general-exception": Route.GENERAL_EXCEPTION,
    "special-urgency": Route.SPECIAL_URGENCY,
}


def as_alternative(line: str) -> Alternative:
    """An option that was rejected, as it is written: OPTION|WHY REJECTED."""
    return Alternative(*things(line, "OPTION|WHY REJECTED", 1, 2))


_OPTIONS = (
    click.option("--status", type=click.Choice(list(STATUSES)), default="approved", help="How far it has come."),
    click.option("--route", type=click.Choice(list(ROUTES)), default="not-stated", help="How notice was given."),
    click.option("--urgency", default="", metavar="REASON", help="Why it could not wait."),
    click.option("--due", type=DAY, help="The day it is due, or not before."),
    click.option("--published", type=DAY, help="The day it was published."),
    click.option("--effective", type=DAY, help="The day it takes effect, as printed."),
    click.option("--lead", default="", metavar="NAME", help="The lead officer."),
    click.option("--divisions", default="", help="The divisions or wards it touches."),
    click.option("--paragraph", "paragraphs", type=int, multiple=True, help="Of Schedule 12A, 1 to 7. Repeatable."),
    click.option("--public-interest", default="", help="Why the public interest is in withholding."),
    click.option("--withheld", default="", help="What is withheld, in words that give nothing away."),
    click.option("--limb", default="", help="The power of the decision it rests on, such as b)."),
    click.option("--scheme", default="", help="The entry of the scheme of delegation it rests on."),
    click.option("--consulted", "consultees", multiple=True, metavar="POST", help="Who was consulted. Repeatable."),
    click.option(
        "--rejected", type=Line("OPTION|WHY", as_alternative), multiple=True,
        help="An option that was considered. Repeatable.",
    ),
    click.option("--none-considered", is_flag=True, help="No alternative was considered."),
    click.option("--value", "value_pence", type=AMOUNT, help="What it commits or saves in all."),
    click.option("--ground", default="", help="The procurement ground for a change."),
    click.option("--corrects", "corrects_number", default="", metavar="NUMBER", help="The decision it corrects."),
)  # fmt: skip


def facts_of_decision(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options for a decision's facts."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def as_decided(register: Register, given: dict[str, Any]) -> dict[str, Any]:
    """What was given, as a decision has it.

    Raises:
        Refusal: a day is missing that the status asks for, or there is no such power.
    """
    status = STATUSES[given.pop("status")]
    if status.is_taken and given["decided_on"] is None:
        raise Refusal("Give the day it was taken as --decided, or its status as --status for-determination.")
    return {
        "status": status,
        "plan": ForwardPlan(ROUTES[given.pop("route")], given.pop("urgency"), due_on=given.pop("due")),
        "published": Published(given.pop("published"), given.pop("effective")),
        "responsible": Responsible(given.pop("lead"), divisions=given.pop("divisions")),
        "exemption": Exemption(given.pop("paragraphs"), given.pop("public_interest"), given.pop("withheld")),
        "alternatives": given.pop("rejected"),
        "delegation_id": _limb(register, given["relates_to_number"], given.pop("limb")),
        **given,
    }


def _limb(register: Register, number: str, limb: str) -> DelegationId | None:
    if not limb:
        return None
    parent = register.decisions.get(number)
    wanted = limb.strip("() ").casefold()
    found = (each.id for each in parent.delegations if each.limb.strip("() ").casefold() == wanted)
    chosen = next(found, None)
    if chosen is None:
        raise Refusal(f"{parent.name} delegates nothing under “{limb}”. Record the power first with delegate.")
    return chosen
