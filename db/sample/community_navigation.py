"""Community Navigation, Parts A and B: four years, two options, and Part B's extra year."""

from dataclasses import replace
from datetime import date

from db.changes import Author
from db.operations.add_contract import NewContract, add_contract
from db.operations.extend import extend_contracts
from db.operations.money import YearAmount
from db.operations.record_decision import NewDecision, record_decision
from db.operations.vary import NewVariation, vary
from db.register import Register
from db.rules.contract import NoticeTerm, Side
from db.rules.dates import Period, Unit
from db.rules.decision import ContractId, DecisionKind, DecisionText
from db.rules.decision_facts import Alternative
from db.rules.delegation import Delegation, DelegationId, Power
from db.rules.money import Pence

PART_A = "SAMPLE-CN-A"
PART_B = "SAMPLE-CN-B"
COUNCIL = "KCC Adult Social Care"
BOARD = "Kent & Medway Integrated Care Board"
CABINET_MEMBER = "Cabinet Member for Adult Social Care and Public Health"
NEW_LIMB = DelegationId("")
DIRECTOR = "Corporate Director of Adult Social Care and Health"

_TERM = NoticeTerm(
    Side.COUNCIL, 3, Unit.MONTHS, "as the decision of 2 October 2025 gives it; the clause itself is not recorded"
)
_FUNDING = {
    (PART_A, "Part A"): {COUNCIL: Pence(848_829_00), BOARD: Pence(692_531_00)},
    (PART_B, "Part B"): {COUNCIL: Pence(2_507_501_00), BOARD: Pence(1_252_704_00)},
}


def enter_community_navigation(register: Register, by: Author) -> None:
    """Enter both contracts, their two extensions, and the extra year of Part B."""
    _enter_contracts(register, by)
    contracts = tuple(register.contracts.get(reference).id for reference in (PART_A, PART_B))
    _enter_first_extension(register, by, contracts)
    _enter_second_extension(register, by, contracts)
    _enter_extra_year(register, by)


def _enter_contracts(register: Register, by: Author) -> None:
    part_a = NewContract(
        reference=PART_A,
        title="Community Navigation Part A: adults aged 55 and over",
        service="Community Navigation",
        starts_on=date(2019, 4, 1),
        initial_ends_on=date(2023, 3, 31),
        options=(12, 12),
        notice_terms=(_TERM,),
        providers=("Involve", "Imago", "East Kent Strategic Partnership"),
        parts=("Part A",),
        notes="Also for people under 55 with complex needs or frailty. Funded with the NHS Integrated Care Board.\n"
        "What covered Part A after 31 March 2025 is not in the published decisions.",
    )
    part_b = replace(
        part_a,
        reference=PART_B,
        title="Community Navigation Part B: adult carers",
        providers=("Involve", "Imago", "Carers Support East Kent"),
        parts=("Part B",),
        notes="Includes carers’ assessments. Funded with the NHS Integrated Care Board.\n"
        "A later extension to 31 July 2026 is published without the number and day of its decision, "
        "so it is not recorded here.",
    )
    add_contract(register, by, part_a)
    add_contract(register, by, part_b)


def _enter_first_extension(register: Register, by: Author, contracts: tuple[ContractId, ...]) -> None:
    record_decision(
        register,
        by,
        NewDecision(
            number="22/00092",
            kind=DecisionKind.MEMBER,
            subject="Community Navigation Services contract extension",
            decided_on=date(2022, 10, 21),
            maker_post=CABINET_MEMBER,
            text=DecisionText(
                decision="a) EXTEND the Community Navigation contracts by 12 months, 1 April 2023 to 31 March 2024.\n"
                "b) DELEGATE to the Corporate Director the use of the second one-year option, 1 April 2024 to "
                "31 March 2025, if it is needed.\n"
                "c) DELEGATE to the Corporate Director the further steps needed, such as agreeing and entering into "
                "contracts, to put the decision into effect.",
            ),
            delegations=(
                Delegation(
                    NEW_LIMB,
                    "b)",
                    Power.EXTEND,
                    "Corporate Director Adult Social Care and Health",
                    "the use of the second one-year option, 1 April 2024 to 31 March 2025, if it is needed",
                    contracts,
                    option_number=2,
                    within=Period(date(2024, 4, 1), date(2025, 3, 31)),
                    is_once=True,
                ),
                Delegation(
                    NEW_LIMB,
                    "c)",
                    Power.ENTER_AGREEMENTS,
                    "Corporate Director Adult Social Care and Health",
                    "the further steps needed to put the decision into effect",
                    contracts,
                ),
            ),
        ),
    )
    extend_contracts(register, by, contracts, register.decisions.get("22/00092").id, option=1, to=date(2024, 3, 31))


def _enter_second_extension(register: Register, by: Author, contracts: tuple[ContractId, ...]) -> None:
    record_decision(
        register,
        by,
        NewDecision(
            number="OD.24.00002",
            kind=DecisionKind.OFFICER,
            subject="Community Navigation Services contract extension",
            decided_on=date(2024, 1, 15),
            signed_on=date(2024, 1, 15),
            maker_name="Richard Smith",
            maker_post=DIRECTOR,
            relates_to_number="22/00092",
            relates_to_on=date(2022, 10, 21),
            delegation_id=register.decisions.get("22/00092").delegations[0].id,
            consultees=("Corporate Director Finance", CABINET_MEMBER),
            alternatives=(_END_THEM,),
            text=_OFFICER_TEXT,
        ),
    )
    decision = register.decisions.get("OD.24.00002")
    funding = tuple(
        (register.contracts.get(reference).id, YearAmount(part, partner, 2024, pence))
        for (reference, part), amounts in _FUNDING.items()
        for partner, pence in amounts.items()
    )
    extend_contracts(register, by, contracts, decision.id, option=2, to=date(2025, 3, 31), funding=funding)


def _enter_extra_year(register: Register, by: Author) -> None:
    record_decision(
        register,
        by,
        NewDecision(
            number="24/00113",
            kind=DecisionKind.MEMBER,
            subject="Community Navigation Part B: twelve months more",
            decided_on=date(2025, 1, 31),
            text=DecisionText(decision="Part B to run on for twelve months, 1 April 2025 to 31 March 2026."),
        ),
    )
    vary(
        register,
        by,
        register.contracts.get(PART_B).id,
        NewVariation(
            summary="Runs twelve months past its last option, 1 April 2025 to 31 March 2026",
            decision_id=register.decisions.get("24/00113").id,
            effective_on=date(2025, 4, 1),
            ends_on=date(2026, 3, 31),
            ground="Regulation 72 of the Public Contracts Regulations 2015 (the limb is not stated)",
        ),
    )


_END_THEM = Alternative(
    "End the contracts on 31 March 2024",
    "It would save money, but was rejected for now. More adults, older people and carers could become isolated, and "
    "demand on health and social care could rise. A Social Prescribing and Navigation Strategy is being written, and "
    "should shape what follows.",
)

_OFFICER_TEXT = DecisionText(
    related_decision="Decision 22/00092 of 21 October 2022, by the Cabinet Member for Adult Social Care and Public "
    "Health:\n\n"
    "a) extended the contracts by 12 months, from 1 April 2023 to 31 March 2024;\n"
    "b) delegated to the Corporate Director Adult Social Care and Health the use of the second one-year option, "
    "1 April 2024 to 31 March 2025, should it be needed; and\n"
    "c) delegated the steps needed to carry the decision out.",
    decision="EXTEND the Community Navigation contracts by 12 months, from 1 April 2024 to 31 March 2025.",
    reasons="Under the Care Act 2014 the council must meet the needs of unpaid carers, of older people who are frail, "
    "and of younger adults who are frail or vulnerable. Community Navigation is one of the ways it does so: navigators "
    "help people before a crisis, carry out or arrange assessments, and link the parts of health and social care.\n\n"
    "The contracts are in two parts:\n\n"
    "- Part A serves all adults aged 55 and over, and people under 55 with complex needs or frailty. Involve, Imago "
    "and East Kent Strategic Partnership deliver it.\n"
    "- Part B serves adult carers and includes carers’ assessments. Involve, Imago and Carers Support East Kent "
    "deliver it.\n\n"
    "They began in April 2019 for four years, to 31 March 2023, and may be extended by two single years. The first was "
    "used in October 2022; this decision uses the second. The year gives commissioners and the NHS Kent and Medway "
    "Integrated Care Board the time to settle how these services are bought from April 2025.",
    financial="The council and the NHS Integrated Care Board pay for the contracts together. The table gives what each "
    "pays for the twelve months. The Board has confirmed its share.\n\n"
    "The council’s planned budget for 2023-24 has the council’s share of Part A under consideration for a reduction of "
    "40%, subject to consultation and an equality assessment. If that is agreed the contract will be varied.",
    legal="The duty under the Care Act 2014 is met through this service. The contracts provide for two extensions of a "
    "year each; this is the second.",
    equality="An equality impact assessment (EQIA) was made when the services were commissioned. A further year has no "
    "equality implications.",
    comments="The Corporate Director Finance and the Cabinet Member for Adult Social Care and Public Health were "
    "consulted and endorse the decision.",
    conflicts="None",
)
