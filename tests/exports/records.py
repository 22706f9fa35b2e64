"""Records of decision to print: the facts and figures of OD.24.00002 in words of our own."""

from dataclasses import replace
from datetime import date

from db.rules.dates import Period
from db.rules.decision import (
    ContractId,
    Decision,
    DecisionId,
    DecisionKind,
    DecisionText,
    Effect,
    EffectKind,
    Publication,
    RecordOfDecision,
    Saving,
    Signatory,
)
from db.rules.decision_facts import (
    Alternative,
    DecisionStatus,
    Exemption,
    ForwardPlan,
    Published,
    Responsible,
    Route,
)
from db.rules.delegation import Delegation, DelegationId, Power
from db.rules.funding import FundingLine, PartId, PartnerId, funding_table
from db.rules.money import Pence
from db.rules.rich_text import BOLD, BOLD_ENDS, WITHHELD, WITHHELD_ENDS

COUNCIL = "Kent County Council"

TEXT = DecisionText(
    related_decision=(
        "Decision 22/00092 of 21 October 2022, by the Cabinet Member for Adult Social Care and Public Health, to:\n\n"
        "a) EXTEND the Community Navigation Services contracts by 12 months, from 1 April 2023 to 31 March 2024;\n"
        "b) DELEGATE the use of the second one-year option, 1 April 2024 to 31 March 2025, to the Corporate Director "
        "Adult Social Care and Health, if it is needed; and\n"
        "c) DELEGATE what else has to be done to put the decision into effect, contracts and other legal agreements "
        "included, to the same post."
    ),
    decision=(
        "EXTEND the Community Navigation Services contracts, Part A and Part B, by 12 months, from 1 April 2024 to "
        "31 March 2025."
    ),
    reasons=(
        "Community Navigation is one of the ways in which the council meets its duties under the Care Act 2014 towards "
        "unpaid carers, frail and vulnerable older people, and frail and vulnerable people under 55. Navigators help "
        "people to find their way between health, care and voluntary organisations before a difficulty becomes a "
        "crisis, and the person keeps the choice and the control.\n\n"
        "There are two parts:\n\n"
        "- Part A is navigation for anyone aged 55 or over, and for people under 55 with complex needs or frailty. Its "
        "providers are Involve, Imago and the East Kent Strategic Partnership.\n"
        "- Part B is navigation for adult carers, with their carers' assessments. Its providers are Involve, Imago and "
        "Carers Support East Kent.\n\n"
        "The contracts began in April 2019 for four years, the fourth of which ended on 31 March 2023, and may be "
        "extended by two single years. The first of these was used by decision 22/00092, which also delegated the use "
        "of the second. The council and the NHS Kent and Medway Integrated Care Board pay for them together.\n\n"
        "A further year gives commissioners the time to settle, with the Integrated Care Board, what is to be "
        "commissioned from April 2025, in step with Kent's strategy for social prescribing and navigation. It serves "
        "two aims of Framing Kent's Future, 2022 to 2026:\n\n"
        "- earlier and closer work with providers, so that services are designed together; and\n"
        "- planning and commissioning across adult, children's and public health services as a partner in the "
        "Integrated Care System."
    ),
    financial=(
        "The council and the Integrated Care Board share the cost of the contracts. The Integrated Care Board has "
        "confirmed its part for the whole of the extension.\n\n"
        "The council's budget for 2023-24 plans to reduce its own funding of Part A by 40%, subject to consultation "
        "and to an equality impact assessment. If that is agreed, the contracts will be varied."
    ),
    legal=(
        "The services are a means of meeting duties under the Care Act 2014. The contracts began in April 2019 and "
        "provide for two extensions of one year each; this is the second."
    ),
    equality=(
        "An equality impact assessment was made when the services were commissioned. Extending the contracts by a year "
        "changes nothing in it."
    ),
    comments=(
        "The Corporate Director Finance and the Cabinet Member for Adult Social Care and Public Health were consulted. "
        "Both support the decision."
    ),
    alternatives=(
        "Letting the contracts end on 31 March 2024 was considered, because it would save a significant amount. It was "
        "rejected for now:\n\n"
        "- more vulnerable adults, older people and carers could become isolated, and ask more of health and social "
        "care; and\n"
        "- the strategy for social prescribing and navigation, still being written, ought to decide what becomes of "
        "the services."
    ),
    conflicts="None",
)

DECISION = Decision(
    id=DecisionId("od-24-00002"),
    version=1,
    number="OD.24.00002",
    kind=DecisionKind.OFFICER,
    subject="Community Navigation Services Contract Extension",
    decided_on=date(2024, 1, 15),
    maker_name="Richard Smith",
    maker_post="Corporate Director of Adult Social Care and Health",
    signed_on=date(2024, 1, 15),
    relates_to_number="22/00092",
    text=TEXT,
)

_FUNDING = {
    ("KCC Adult Social Care", "Part A"): 848_829,
    ("KCC Adult Social Care", "Part B"): 2_507_501,
    ("Kent & Medway Integrated Care Board", "Part A"): 692_531,
    ("Kent & Medway Integrated Care Board", "Part B"): 1_252_704,
}


def officer_record() -> RecordOfDecision:
    """OD.24.00002, signed, with its funding table."""
    lines = [
        FundingLine(PartId(part), part, PartnerId(partner), partner, 2024, Pence(pounds * 100))
        for (partner, part), pounds in _FUNDING.items()
    ]
    return RecordOfDecision(
        council=COUNCIL,
        decision=DECISION,
        funding=funding_table(lines),
        funding_caption="Funding for 1 April 2024 to 31 March 2025",
        column_note="1 year (12 months) contract extension cost",
    )


PARENT = Decision(
    id=DecisionId("22-00092"),
    version=1,
    number="22/00092",
    kind=DecisionKind.MEMBER,
    subject="Community Navigation Services Contract Extension",
    decided_on=date(2022, 10, 21),
    maker_post="Cabinet Member for Adult Social Care and Public Health",
    link="https://democracy.kent.gov.uk/ieDecisionDetails.aspx?ID=2648",
    delegations=(
        Delegation(
            id=DelegationId("b"),
            limb="b)",
            power=Power.EXTEND,
            delegate="Corporate Director Adult Social Care and Health",
            option_number=2,
            within=Period(date(2024, 4, 1), date(2025, 3, 31)),
            most_pence=Pence(530_156_500),
            in_consultation_with=("Cabinet Member", "Corporate Director Finance"),
            until=date(2024, 3, 31),
            is_once=True,
        ),
    ),
)


def full_record() -> RecordOfDecision:
    """OD.24.00002 with something in every field that a form may print."""
    text = replace(
        TEXT,
        purpose="The second of two options to extend, and what it pays for.",
        strategy="It serves New Models of Care and Support.",
        consultation="Providers were asked between 1 and 30 November 2023.",
        data_protection="Nothing changes in how personal data is handled.",
        reports="- Report of the commissioner, 8 January 2024\n- Equality impact assessment, 2019",
        dispensation="None was asked for.",
        implementation="Letters go out by 31 January 2024.",
        financial=f"{TEXT.financial}\n\nSpend to date:\n\nQuarter\tSpent\tLeft\nFirst\t£210,000\t£638,829\n"
        "Second\t£205,500.50\t£433,328.50\nTotal\t£415,500.50\t",
    )
    decision = replace(
        DECISION,
        text=text,
        for_publication=Publication.YES,
        is_key=False,
        callable_in=False,
        is_executive=True,
        status=DecisionStatus.APPROVED_SUBJECT_TO_CALL_IN,
        plan=ForwardPlan(Route.GENERAL_EXCEPTION, "The option ends before 28 days have passed.", date(2024, 1, 5)),
        published=Published(date(2024, 1, 18), date(2024, 1, 26), date(2024, 2, 1)),
        responsible=Responsible("Commissioner, Community", "commissioning@example.org", "Adult Social Care", "All"),
        delegation_id=DelegationId("b"),
        scheme="Part 8, paragraph 4.2",
        corrects_number="OD.24.00001",
        consultees=("Corporate Director Finance", "Cabinet Member for Adult Social Care and Public Health"),
        alternatives=(
            Alternative(
                "Let the contracts end on 31 March 2024", "More people could become isolated.\nIt saves little."
            ),
            Alternative("Buy the service anew", "There was no time to before the last day."),
        ),
        value_pence=Pence(530_156_500),
        ground="Regulation 72(1)(a)",
        late_signing="The officer was on leave until 22 January 2024.",
        signed_on=date(2024, 1, 22),
        link="https://democracy.kent.gov.uk/ieDecisionDetails.aspx?ID=2790",
        effects=(
            Effect(ContractId("1"), "SC180001", "Community Navigation, Part A", EffectKind.EXTENDS, "to 31 March 2025"),
            Effect(ContractId("2"), "SC180002", "Community Navigation, Part B", EffectKind.EXTENDS, "to 31 March 2025"),
        ),
        savings=(Saving("", "Back-office support", Pence(400_000_00)),),
    )
    return replace(
        officer_record(),
        decision=decision,
        parent=PARENT,
        delegation=PARENT.delegations[0],
        counter_signatory=Signatory("Proper Officer", "General Counsel"),
    )


HIDDEN = "Acme Loft Removals of 14 Orchard Lane"
"""Words that stand in no record but the one that withholds them."""


def part_exempt_record() -> RecordOfDecision:
    """The full record with a stretch withheld in one section, unmarked in others, and the figures withheld."""
    full = full_record()
    hidden = f"{WITHHELD}{HIDDEN}{WITHHELD_ENDS}"
    decision = replace(
        full.decision,
        for_publication=Publication.PART,
        exemption=Exemption(
            (3,), "A rival would learn the price that was offered.", "The name and the price of a bidder.", True
        ),
        text=replace(
            full.decision.text,
            reasons=f"{full.decision.text.reasons}\n\nThe bid of {hidden} was the lowest.",
            legal=f"The contract with {HIDDEN.upper()} is awarded under regulation 72.",
        ),
        subject=f"Navigation, and {HIDDEN}",
        alternatives=(Alternative(f"Ask {BOLD}Acme{BOLD_ENDS} Loft  Removals of 14 Orchard Lane again", "Too late."),),
        late_signing=f"{HIDDEN} was late.",
    )
    return replace(full, decision=decision, funding_caption=f"Paid to {HIDDEN}")


def with_text(**sections: str) -> RecordOfDecision:
    """The record with other words in some sections, by their names in DecisionText."""
    record = officer_record()
    return replace(record, decision=replace(record.decision, text=replace(TEXT, **sections)))


def with_decision(**values: object) -> RecordOfDecision:
    """The record with other values in its decision."""
    record = officer_record()
    return replace(record, decision=replace(record.decision, **values))  # type: ignore[arg-type]


def bare_record() -> RecordOfDecision:
    """A decision of which nothing is recorded but its day."""
    decision = Decision(DecisionId("bare"), 1, "", DecisionKind.OFFICER, "", date(2025, 6, 2))
    return RecordOfDecision(COUNCIL, decision, None)


def member_record() -> RecordOfDecision:
    """A key decision of a Cabinet Member, with savings in two groups."""
    decision = Decision(
        id=DecisionId("member"),
        version=1,
        number="25/00057",
        kind=DecisionKind.MEMBER,
        subject="Changes to wellbeing services in the community",
        decided_on=date(2025, 10, 2),
        maker_post="Cabinet Member for Adult Social Care and Public Health",
        for_publication=Publication.YES,
        is_key=True,
        callable_in=True,
        text=DecisionText(decision="a) AGREE to the changes; and\nb) DELEGATE what they need."),
        savings=(
            Saving("Community Navigation", "Part A", Pence(85_000_000)),
            Saving("Wellbeing 55+", "East Kent", Pence(120_050_000)),
            Saving("Wellbeing 55+", "West Kent", Pence(103_950_000)),
            Saving("", "Live Well Kent", Pence(36_000_000)),
        ),
    )
    return RecordOfDecision(COUNCIL, decision, None)
