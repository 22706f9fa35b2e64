"""Say what a contract's provider reports, what it aims at, and how it is rated."""

from collections.abc import Sequence

from db.changes import Author, Changed
from db.register import Register
from db.rules.decision import ContractId
from db.rules.monitoring import Measure
from db.rules.rating import check_measure
from db.rules.refusal import Refusal
from db.rules.targets import Target
from db.rules.words import clean_line, required
from db.store.journal import Ledger, Value
from db.store.rating_rules import rules_text


def define_measures(register: Register, by: Author, contract_id: ContractId, measures: Sequence[Measure]) -> Changed:
    """Set a contract's measures, in order, each with its targets and rule.

    A measure keeps its id when its name changes. One that is left out is withdrawn; its readings stay.

    Raises:
        Refusal: a measure has no name, two have the same, a rule cannot rate every figure, or a measure is worked out
            from one that is not there.
    """
    contract = register.contracts.by_id(contract_id)
    _check(measures)
    present = {each.id for each in register.returns.measures(contract_id)}
    with register.acting(by, "define measures", f"Set the measures of {contract.reference}") as ledger:
        for position, measure in enumerate(measures, 1):
            values = {**_columns(measure), "position": position, "withdrawn": 0}
            if measure.id in present:
                ledger.update("measure", measure.id, values)
                measure_id = str(measure.id)
            else:
                measure_id = ledger.insert("measure", {"contract_id": contract_id, **values})
            _write_targets(register, ledger, measure_id, measure.targets)
        for left_out in sorted(present - {each.id for each in measures}):
            ledger.update("measure", left_out, {"withdrawn": 1})
        return ledger.close()


def _check(measures: Sequence[Measure]) -> None:
    names = [required(each.name, "Measure").casefold() for each in measures]
    if len(set(names)) < len(names):
        raise Refusal("Two measures have the same name. Give each a name of its own.")
    for measure in measures:
        check_measure(measure)
        for other in filter(None, (measure.numerator, measure.denominator)):
            if other.strip().casefold() not in names:
                raise Refusal(
                    f"“{measure.name}” is worked out from “{other}”, which is not among the measures. Add it."
                )
        if bool(measure.numerator.strip()) != bool(measure.denominator.strip()):
            raise Refusal(f"“{measure.name}”: name both what is divided and what it is divided by, or neither.")
        days = [each.starts_on for each in measure.targets]
        if len(set(days)) < len(days):
            raise Refusal(f"“{measure.name}” has two targets from the same day. Keep one of them.")


def _columns(measure: Measure) -> dict[str, Value]:
    return {
        "name": clean_line(measure.name, "Measure"),
        "unit": measure.unit.value,
        "direction": measure.direction.value,
        "numerator": clean_line(measure.numerator, "What is divided"),
        "denominator": clean_line(measure.denominator, "What it is divided by"),
        "rule": rules_text(measure.rule, measure.months),
    }


def _write_targets(register: Register, ledger: Ledger, measure_id: str, targets: Sequence[Target]) -> None:
    kept = register.returns.target_ids(measure_id)
    for position, target in enumerate(targets, 1):
        values: dict[str, Value] = {
            "position": position,
            "starts_on": target.starts_on.isoformat(),
            "value": str(target.value),
            "floor": None if target.floor is None else str(target.floor),
        }
        if position <= len(kept):
            ledger.update("measure_target", kept[position - 1], values)
        else:
            ledger.insert("measure_target", {"measure_id": measure_id, **values})
    for unused in kept[len(targets) :]:
        ledger.update("measure_target", unused, {"position": 0})
