"""The key decision of 2 October 2025: notice on one service, variation of another, modification of a third."""

from datetime import date

from db.changes import Author
from db.operations.money import AnnualRate
from db.operations.record_decision import NewDecision, NewEffect, record_decision
from db.operations.vary import NewVariation, vary
from db.register import Register
from db.rules.decision import Decision, DecisionKind, DecisionText, EffectKind, Saving
from db.rules.decision_facts import Alternative
from db.rules.delegation import Delegation, Power
from db.rules.money import Pence
from db.sample.community_navigation import CABINET_MEMBER, COUNCIL, NEW_LIMB, PART_A
from db.sample.live_well_kent import PORCHLIGHT, SHAW_TRUST
from db.sample.wellbeing import VALUES

SUBJECT = "Changes to the Community Wellbeing Services"
_DECIDED_ON = date(2025, 10, 2)
_BEGINS_ON = date(2026, 1, 2)
_LAST_DAY = date(2027, 3, 31)
_MODIFICATIONS = {
    PORCHLIGHT: "Innovation Fund requirement removed; value reduced for the Innovation Fund and back-office support",
    SHAW_TRUST: "Innovation Fund requirement removed; value reduced for the Innovation Fund and back-office support; "
    "unallocated spend removed",
}


def enter_key_decision(register: Register, by: Author) -> None:
    """Record the decision, then the variations and modifications it makes. Service of notice is not published."""
    record_decision(register, by, _decision(register))
    decision = register.decisions.get(SUBJECT)
    _vary_wellbeing(register, by, decision)
    for reference, summary in _MODIFICATIONS.items():
        change = NewVariation(summary, decision.id, kind=EffectKind.MODIFIES)
        vary(register, by, register.contracts.get(reference).id, change)


def _decision(register: Register) -> NewDecision:
    notice = NewEffect(
        register.contracts.get(PART_A).id,
        EffectKind.GIVES_NOTICE,
        "Cease to commission; three months’ notice to be given",
    )
    return NewDecision(
        number="",
        kind=DecisionKind.MEMBER,
        subject=SUBJECT,
        decided_on=_DECIDED_ON,
        maker_post=CABINET_MEMBER,
        is_key=True,
        callable_in=True,
        link="https://democracy.kent.gov.uk/ieDecisionDetails.aspx?ID=3022",
        text=_TEXT,
        alternatives=_ALTERNATIVES,
        delegations=(_FURTHER_STEPS,),
        effects=(notice,),
        savings=(
            Saving("Community Navigation 55+", "Cease to commission", Pence(850_000_00)),
            Saving("Wellbeing Services in the Community 55+", "Redesign", Pence(2_240_000_00)),
            Saving("Live Well Kent", "Innovation Fund", Pence(280_000_00)),
            Saving("Live Well Kent", "Back-office support", Pence(40_000_00)),
            Saving("Live Well Kent", "Shaw Trust unallocated spend", Pence(40_000_00)),
        ),
    )


def _vary_wellbeing(register: Register, by: Author, decision: Decision) -> None:
    for reference, areas in VALUES.items():
        change = NewVariation(
            summary="Redesigned for medium to higher needs, with elements of navigation, at reduced funding",
            decision_id=decision.id,
            effective_on=_BEGINS_ON,
            ends_on=_LAST_DAY,
            rates=tuple(AnnualRate(area, COUNCIL, proposed) for area, (_, proposed) in areas.items()),
        )
        vary(register, by, register.contracts.get(reference).id, change)


_FURTHER_STEPS = Delegation(
    NEW_LIMB,
    "b)",
    Power.ENTER_AGREEMENTS,
    "Corporate Director Adult Social Care and Health",
    "the further steps needed, such as settling and entering into contracts, to put the decision into effect",
)

_TEXT = DecisionText(
    decision="a) APPROVE changes to three services, after public consultation from 26 November 2024 to "
    "27 January 2025:\n\n"
    "- Community Navigation for people aged 55 and over ceases to be commissioned; providers are to be given three "
    "months’ notice.\n"
    "- Wellbeing Services in the Community for people aged 55 and over are redesigned at reduced funding, by varying "
    "each of the three contracts, to serve medium to higher needs and take in elements of navigation, three months "
    "after the decision. The varied contracts end on 31 March 2027.\n"
    "- The two Live Well Kent contracts are modified: the Innovation Fund requirement is removed, the value for it and "
    "for back-office support is reduced, and Shaw Trust’s unallocated spend is removed.\n\n"
    "b) DELEGATE to the Corporate Director Adult Social Care and Health the further steps needed, such as settling and "
    "entering into contracts, to put the decision into effect.",
    reasons="To remove duplication in prevention, use limited resources where need is greatest, and contribute to the "
    "council’s savings.",
    financial="The changes are estimated to save £3.45 million in a full year. Costs to social care of £18,000 to "
    "£180,000 in a full year could reduce that.",
    strategy="Priority 4 of the council’s strategy for 2022 to 2026: new models of care and support.",
    consultation="The public was consulted from 26 November 2024 to 27 January 2025.",
)
_ALTERNATIVES = (
    Alternative(
        "End all of the council’s investment in Wellbeing Services in the Community and Community Navigation, saving "
        "£8.74 million",
        "Its effect on people and on duties to carers, and the risk that more would need social care sooner",
    ),
    Alternative(
        "End Community Navigation and reduce Wellbeing Services without taking in navigation",
        "Navigation supports some of the most isolated people",
    ),
    Alternative("Do nothing", "It meets none of the aims"),
)
