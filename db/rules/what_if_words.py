"""What a proposal comes to, in the words and savings lines of the decision drafted from it."""

from collections.abc import Sequence

from db.rules.dates import show_day, show_year
from db.rules.decision import Saving
from db.rules.money import Pence, show_pounds
from db.rules.percent import show_percent
from db.rules.what_if import Compared, Outcome, Proposed


def financial_text(proposals: Sequence[Proposed], outcome: Outcome) -> str:
    """The financial section of a record: yearly amounts before and after, then each financial year with its total."""
    days = dict.fromkeys(show_day(each.effective_on) for each in proposals)
    rates = [f"- {_whose(line)}: {_told(line)}" for line in outcome.rates if line.before != line.after]
    years = [f"- {show_year(line.year or 0)}: {_told(line)}" for line in outcome.year_totals]
    yearly = [f"Yearly amounts from {', '.join(days)}:", "", *rates, "", f"Together: {_told(outcome.total_rate)}", ""]
    return "\n".join([*(yearly if rates else []), "By financial year:", "", *years, "", *_apart(outcome.notes)]).strip()


def savings_lines(outcome: Outcome) -> tuple[Saving, ...]:
    """What is saved a year, part by part and partner by partner; amounts that rise are no saving."""
    return tuple(
        Saving(line.reference, f"{line.part}, {line.partner}", line.saving)
        for line in outcome.rates
        if line.before is not None and line.saving > 0
    )


def summary_of(proposed: Proposed, outcome: Outcome) -> str:
    """One contract's change in a line, for its variation."""
    own = [line for line in outcome.rates if line.reference == proposed.contract.reference and line.before is not None]
    before, after = sum(line.before or 0 for line in own), sum(line.after or 0 for line in own)
    money = f"{show_pounds(Pence(before))} to {show_pounds(Pence(after))} a year" if before != after else ""
    ends = f"last day {show_day(proposed.ends_on)}" if proposed.ends_on else ""
    return ", ".join(filter(None, (money, ends))) or "New yearly amounts"


def show_change(line: Compared) -> str:
    """A change in per cent with its sign, or a dash where there is nothing to measure against."""
    return "–" if line.change is None else show_percent(line.change)


def _told(line: Compared) -> str:
    before, after = (("not recorded" if each is None else show_pounds(each)) for each in (line.before, line.after))
    saving = line.saving
    if line.before is None:
        return f"{after} (before: {before})"
    came = f"a saving of {show_pounds(saving)}" if saving >= 0 else f"{show_pounds(Pence(-saving))} more"
    percent = f", {show_percent(line.change)}" if line.change is not None else ""
    return f"{before} becomes {after}, {came}{percent}"


def _whose(line: Compared) -> str:
    return f"{line.reference}, {line.part}, {line.partner}"


def _apart(notes: Sequence[str]) -> list[str]:
    return [each for note in notes for each in (note, "")]
