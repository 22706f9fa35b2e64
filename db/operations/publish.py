"""Record that a decision was published, and from when it takes effect."""

from db.changes import Author, Changed
from db.operations.add_contract import check_term
from db.register import Register
from db.rules.dates import show_day
from db.rules.decision import DecisionId
from db.rules.decision_facts import Published
from db.rules.refusal import Refusal


def record_published(register: Register, by: Author, decision_id: DecisionId, published: Published) -> Changed:
    """Record when a decision was published, takes effect and may be put into effect; a filed record stays as it is.

    Raises:
        Refusal: it was not taken, or a day is before it was or out of reach.
    """
    decision = register.decisions.by_id(decision_id)
    if decision.decided_on is None or not decision.is_taken:
        raise Refusal(f"{decision.name} has not been taken, so it cannot be published. Record the day it was taken.")
    days = {
        "published_on": published.published_on,
        "effective_on": published.effective_on,
        "implement_from": published.implement_from,
    }
    for day in filter(None, days.values()):
        check_term(day, None)
        if day < decision.decided_on:
            raise Refusal(
                f"{show_day(day)} is before the decision, {show_day(decision.decided_on)}. "
                "It must be the same as or after it."
            )
    with register.acting(by, "record publication", f"Recorded the publication of {decision.name}") as ledger:
        values = {name: day.isoformat() if day else None for name, day in days.items()}
        ledger.update("decision", decision_id, values)
        return ledger.close()
