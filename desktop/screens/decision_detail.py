"""All that is known of one decision, beside the table of decisions."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from db.rules.authority import parent_of
from db.rules.decision import Decision, Effect
from db.rules.funding import FundingTable
from db.rules.money import Pence, show_millions
from db.rules.rich_text import plain
from desktop.look.parts import GAP, prose
from desktop.screens.decision_chain import resting_on
from desktop.screens.decision_facts import groups_of
from desktop.screens.decision_rows import signature, status
from desktop.screens.detail import Detail, Line
from desktop.screens.screen import Place

SECTIONS = (
    ("purpose", "Purpose"),
    ("decision", "Decision"),
    ("related_decision", "The decision it relates to"),
    ("reasons", "Reasons for decision"),
    ("financial", "Financial implications"),
    ("legal", "Legal implications"),
    ("equality", "Equality implications"),
    ("data_protection", "Data protection implications"),
    ("strategy", "How it supports the council’s strategy"),
    ("consultation", "Consultation"),
    ("comments", "Comments received"),
    ("alternatives", "Alternatives considered and rejected"),
    ("conflicts", "Conflicts of interest"),
    ("dispensation", "Dispensation"),
    ("reports", "Reports and background papers"),
    ("implementation", "Implementation"),
)
"""The sections of a record, by the name of the field and as people call them."""

Go = Callable[[Place], object]
Link = tuple[str, str, Callable[[], object]]
"""Words that lead somewhere, what is said beside them, and what going there does."""


def show_decision(
    pane: Detail,
    decision: Decision,
    funding: FundingTable | None,
    others: Sequence[Decision],
    go: Go,
    clocks: QWidget | None = None,
    to_settle: Link | None = None,
) -> None:
    """Fill the pane: facts first, then the text of the record; `others` are all decisions, for what rests on what."""
    chip = signature(decision) or status(decision)
    pane.begin(": ".join(filter(None, (decision.number, decision.subject))), chip)
    if to_settle:
        pane.links([to_settle])
    for title, facts in groups_of(decision):
        if title:
            pane.group(title)
        pane.facts(facts)
    if clocks:
        pane.group("Days that follow from it")
        pane.add(clocks)
    _show_chain(pane, decision, others, go)
    _show_effects(pane, decision.effects, go)
    _show_savings(pane, decision)
    if funding:
        _show_funding(pane, funding)
    _show_options(pane, decision)
    for name, title in SECTIONS:
        if words := plain(getattr(decision.text, name)).strip():
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


def _show_chain(pane: Detail, decision: Decision, others: Sequence[Decision], go: Go) -> None:
    below, above = parent_of(decision, others), resting_on(decision, others)
    if not (below or above or decision.relates_to_number):
        return
    pane.group("What it rests on and what rests on it")
    if below:
        pane.links([(below.name, f"is what it rests on: {below.subject}", _to_decision(go, below))])
    elif decision.relates_to_number:
        pane.say(f"Rests on {decision.relates_to_number}, which is not in the register.")
    pane.links([(each.name, f"rests on this decision: {each.subject}", _to_decision(go, each)) for each in above])


def _to_decision(go: Go, decision: Decision) -> Callable[[], object]:
    return partial(go, Place("decisions", decision.id))


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


def _show_options(pane: Detail, decision: Decision) -> None:
    if not (decision.alternatives or decision.none_considered):
        return
    pane.group("Options considered")
    if decision.none_considered:
        pane.say("The record says that none was considered.")
    if decision.alternatives:
        rows = [(plain(each.option), plain(each.why_rejected)) for each in decision.alternatives]
        pane.add(words_grid(("Option", "Why rejected"), rows))


def words_grid(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> QWidget:
    """A small table of words, each column as wide as the others."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(2 * GAP)
    grid.setVerticalSpacing(GAP)
    for at, title in enumerate(columns):
        grid.setColumnStretch(at, 1)
        grid.addWidget(prose(title, "quiet"), 0, at)
        for row, words in enumerate(rows, 1):
            grid.addWidget(prose(words[at]), row, at, Qt.AlignmentFlag.AlignTop)
    return made
