"""Two decisions on Community Navigation as the rules see them: 22/00092 with its limbs, and OD.24.00002."""

from datetime import date

from db.rules.contract import (
    Contract,
    Extension,
    ExtensionId,
    ExtensionOption,
    Holder,
    NoticeTerm,
    OptionId,
    Part,
    Side,
)
from db.rules.dates import Period, Unit
from db.rules.decision import (
    ContractId,
    Decision,
    DecisionId,
    DecisionKind,
    DecisionText,
    Effect,
    EffectKind,
    Publication,
)
from db.rules.decision_facts import Alternative
from db.rules.delegation import Delegation, DelegationId, Power
from db.rules.funding import FundingLine, PartId, PartnerId, funding_table
from db.rules.money import Pence
from db.rules.provider import ProviderId

DIRECTOR = "Corporate Director of Adult Social Care and Health"
DELEGATE = "Corporate Director Adult Social Care and Health"
MEMBER = "Cabinet Member for Adult Social Care and Public Health"
SECOND_YEAR = Period(date(2024, 4, 1), date(2025, 3, 31))
SIGNED = date(2024, 1, 15)

LIMB_B = Delegation(
    id=DelegationId("b"),
    limb="b)",
    power=Power.EXTEND,
    delegate=DELEGATE,
    words="to use the second one-year contract extension option (1 April 2024 to 31 March 2025), should it be required",
    contract_ids=("A", "B"),
    option_number=2,
    within=SECOND_YEAR,
)
LIMB_C = Delegation(
    id=DelegationId("c"),
    limb="c)",
    power=Power.OTHER,
    delegate=DELEGATE,
    words="to take relevant actions as necessary to implement the decision",
    contract_ids=("A", "B"),
)


def effects(kind: EffectKind) -> tuple[Effect, ...]:
    """The same effect on both contracts."""
    return tuple(
        Effect(ContractId(part), f"SAMPLE-CN-{part}", f"Community Navigation Part {part}", kind) for part in "AB"
    )


PARENT = Decision(
    id=DecisionId("parent"),
    version=1,
    number="22/00092",
    kind=DecisionKind.MEMBER,
    subject="Community Navigation Services contract extension",
    decided_on=date(2022, 10, 21),
    maker_post=MEMBER,
    is_key=True,
    effects=effects(EffectKind.EXTENDS),
    delegations=(LIMB_B, LIMB_C),
)

OFFICER = Decision(
    id=DecisionId("officer"),
    version=1,
    number="OD.24.00002",
    kind=DecisionKind.OFFICER,
    subject="Community Navigation Services contract extension",
    decided_on=SIGNED,
    maker_name="Richard Smith",
    maker_post=DIRECTOR,
    signed_on=SIGNED,
    for_publication=Publication.YES,
    is_key=False,
    relates_to_number="22/00092",
    relates_to_on=date(2022, 10, 21),
    delegation_id=LIMB_B.id,
    consultees=("Corporate Director Finance", MEMBER),
    alternatives=(Alternative("End the contracts on 31 March 2024", "More people could become isolated and lonely."),),
    effects=effects(EffectKind.EXTENDS),
    text=DecisionText(
        decision="EXTEND the Community Navigation contracts for 12 months, from 1 April 2024 to 31 March 2025.",
        reasons="The year gives commissioners time to settle how these services are bought from April 2025.",
        financial="The council and the Board pay for the contracts together, a total of £5,301,565.",
        legal="The contracts provide for two extensions of a year each, and this is the second.",
        equality="An equality impact assessment was made when the services were commissioned.",
        data_protection="No personal data is handled in a new way, so no new assessment is needed.",
        comments="Both were consulted and endorse the decision.",
        conflicts="None",
        reports="Social Prescribing and Navigation Strategy, draft of December 2023.",
    ),
)

_OPTIONS = tuple(ExtensionOption(OptionId(str(number)), number, 12) for number in (1, 2))
_EXTENSIONS = (
    Extension(
        ExtensionId("1"), _OPTIONS[0].id, 1, Period(date(2023, 4, 1), date(2024, 3, 31)), date(2022, 10, 21),
        PARENT.id, PARENT.number,
    ),
    Extension(ExtensionId("2"), _OPTIONS[1].id, 2, SECOND_YEAR, SIGNED, OFFICER.id, OFFICER.number),
)  # fmt: skip
_FUNDING = {
    "A": {"KCC Adult Social Care": 848_829_00, "Kent & Medway Integrated Care Board": 692_531_00},
    "B": {"KCC Adult Social Care": 2_507_501_00, "Kent & Medway Integrated Care Board": 1_252_704_00},
}


def _contract(part: str) -> Contract:
    return Contract(
        id=ContractId(part),
        version=1,
        reference=f"SAMPLE-CN-{part}",
        title=f"Community Navigation Part {part}",
        service="Community Navigation",
        starts_on=date(2019, 4, 1),
        initial_ends_on=date(2023, 3, 31),
        parts=(Part(PartId(part), f"Part {part}"),),
        holders=(Holder(ProviderId("involve"), "Involve", ("Involve Kent",)),),
        options=_OPTIONS,
        notice_terms=(NoticeTerm(Side.COUNCIL, 2, Unit.MONTHS),),
        extensions=_EXTENSIONS,
        funding=tuple(
            FundingLine(PartId(part), f"Part {part}", PartnerId(partner), partner, 2024, Pence(pence), OFFICER.number)
            for partner, pence in _FUNDING[part].items()
        ),
    )


PART_A, PART_B = _contract("A"), _contract("B")
CONTRACTS = (PART_A, PART_B)
FUNDING = funding_table(line for contract in CONTRACTS for line in contract.funding)
