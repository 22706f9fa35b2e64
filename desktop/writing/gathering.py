"""A decision's record as it stands on the page, gathered from the register and from what is typed."""

from dataclasses import replace

from db.register import Register
from db.rules.authority import parent_of
from db.rules.contract import Contract
from db.rules.decision import Decision, RecordOfDecision, Signatory
from db.rules.record import record_of
from db.rules.record_template import RecordTemplate
from exports import record_templates


def template_of(register: Register) -> RecordTemplate:
    """The form of the council whose register it is.

    Raises:
        Refusal: its form cannot be found or read.
    """
    return record_templates.load(register.decisions.council().template or record_templates.DEFAULT)


def gather(register: Register, decision: Decision, counter_signatory: Signatory | None = None) -> RecordOfDecision:
    """The record of a decision as it would be with what is typed; its figures come from the register.

    Raises:
        Refusal: the council's form cannot be found or read.
    """
    kept = register.decisions.by_id(decision.id)
    contracts = [each for each in register.contracts.all() if isinstance(each, Contract)]
    parent = parent_of(decision, register.decisions.all())
    record = record_of(
        kept,
        contracts,
        register.decisions.council().name,
        template=template_of(register),
        parent=parent,
        counter_signatory=counter_signatory,
    )
    limb = next((each for each in parent.delegations if each.id == decision.delegation_id), None) if parent else None
    return replace(record, decision=decision, delegation=limb)
