"""All that is known of one decision, beside the table of decisions."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import groupby

from db.rules.dates import show_day
from db.rules.decision import Decision, DecisionId, Effect
from db.rules.funding import FundingTable
from db.rules.money import Pence, show_millions
from desktop.screens.decision_rows import maker, publication, signature
from desktop.screens.detail import Detail, Line
from desktop.screens.screen import Place

SECTIONS = (
    ("decision", "Decision"),
    ("related_decision", "The decision it relates to"),
    ("reasons", "Reasons for decision"),
    ("financial", "Financial implications"),
    ("legal", "Legal implications"),
    ("equality", "Equality implications"),
    ("comments", "Comments received"),
    ("alternatives", "Alternatives considered and rejected"),
    ("conflicts", "Conflicts of interest"),
)
"""The sections of a record, by the name of the field and as people call them."""

Go = Callable[[Place], object]


def show_decision(
    pane: Detail, decision: Decision, funding: FundingTable | None, others: Sequence[Decision], go: Go
) -> None:
    """Fill the pane; `others` are all decisions, for the chain of what rests on what."""
    pane.begin(": ".join(filter(None, (decision.number, decision.subject))), signature(decision))
    _say_facts(pane, decision)
    _show_chain(pane, decision, others, go)
    _show_effects(pane, decision.effects, go)
    _show_savings(pane, decision)
    if funding:
        _show_funding(pane, funding)
    for name, title in SECTIONS:
        if words := getattr(decision.text, name).strip():
            pane.group(title)
            pane.say(words)


def savings_in_words(decision: Decision) -> str:
    """The savings as one sum, group by group: £0.85m + £2.24m + £0.36m = £3.45m."""
    totals = [total for _, total in savings_by_group(decision)]
    if len(totals) < 2:
        return ""
    return f"{' + '.join(map(show_millions, totals))} = {show_millions(Pence(sum(totals)))}"


def savings_by_group(decision: Decision) -> tuple[tuple[str, Pence], ...]:
    """What each group of savings comes to."""
    groups = groupby(decision.savings, lambda saving: saving.group)
    return tuple((group, Pence(sum(line.pence for line in lines))) for group, lines in groups)


def used_by(decision: Decision, others: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that rest on this one."""
    return tuple(each for each in others if decision.number and each.relates_to_number == decision.number)


def _say_facts(pane: Detail, decision: Decision) -> None:
    pane.facts(
        [
            ("Kind", decision.kind.value),
            ("Decided on", show_day(decision.decided_on)),
            ("Decided by", maker(decision)),
            ("Signed on", show_day(decision.signed_on) if decision.signed_on else ""),
            ("For publication", publication(decision)),
            ("Key decision", _yes_or_no(decision.is_key)),
            ("Subject to call-in", _yes_or_no(decision.callable_in)),
            ("Link", decision.link),
        ]
    )


def _show_chain(pane: Detail, decision: Decision, others: Sequence[Decision], go: Go) -> None:
    below = next((each for each in others if each.number and each.number == decision.relates_to_number), None)
    above = used_by(decision, others)
    if not (decision.relates_to_number or above):
        return
    pane.group("What it rests on and what rests on it")
    if below:
        pane.links([(below.number, f"is what it rests on: {below.subject}", _to_decision(go, below.id))])
    elif decision.relates_to_number:
        pane.say(f"Rests on {decision.relates_to_number}, which is not in the register.")
    pane.links([(each.name, f"rests on this decision: {each.subject}", _to_decision(go, each.id)) for each in above])


def _show_effects(pane: Detail, effects: Sequence[Effect], go: Go) -> None:
    if not effects:
        return
    pane.group("What it does to contracts")
    pane.links(
        [
            (
                effect.contract_reference,
                ": ".join(filter(None, (effect.kind.value, effect.detail))),
                partial(go, Place("contract", effect.contract_id)),
            )
            for effect in effects
        ]
    )


def _show_savings(pane: Detail, decision: Decision) -> None:
    if not decision.savings:
        return
    pane.group("Savings a year")
    whole = Pence(sum(saving.pence for saving in decision.savings))
    pane.amounts((), _saving_lines(decision), [("All savings", (whole,))])
    if words := savings_in_words(decision):
        pane.say(words)


def _saving_lines(decision: Decision) -> list[Line]:
    lines: list[Line] = []
    for group, savings in groupby(decision.savings, lambda saving: saving.group):
        known = list(savings)
        lines += [(f"{group}: {saving.label}" if group else saving.label, (saving.pence,)) for saving in known]
    return lines


def _show_funding(pane: Detail, funding: FundingTable) -> None:
    pane.group("Funding it approves")
    pane.amounts(
        (*funding.columns, "Total"),
        [(row.partner, (*row.amounts, row.total)) for row in funding.rows],
        [("Total", (*funding.totals, funding.total))],
    )


def _to_decision(go: Go, decision_id: DecisionId) -> Callable[[], object]:
    return partial(go, Place("decisions", decision_id))


def _yes_or_no(answer: bool | None) -> str:
    return "" if answer is None else "Yes" if answer else "No"
