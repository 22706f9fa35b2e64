"""Wellbeing Services in the Community for people aged 55 and over: three contracts, four areas of value."""

from db.changes import Author
from db.operations.add_contract import NewContract, add_contract
from db.operations.money import AnnualRate
from db.register import Register
from db.rules.contract import NoticeTerm, Side
from db.rules.dates import Unit
from db.rules.money import Pence
from db.sample.community_navigation import COUNCIL

INVOLVE = "SAMPLE-WB55-INVOLVE"
SEK = "SAMPLE-WB55-SEK"
IMAGO = "SAMPLE-WB55-IMAGO"

VALUES = {
    INVOLVE: {
        "West Kent": (Pence(990_000_00), Pence(420_000_00)),
        "North Kent": (Pence(660_000_00), Pence(280_000_00)),
    },
    SEK: {"East Kent": (Pence(1_240_000_00), Pence(520_000_00))},
    IMAGO: {"Ashford, Canterbury and Swale": (Pence(980_000_00), Pence(410_000_00))},
}
"""Each contract's annual value by area, as it was and as the decision of 2 October 2025 proposes."""

_PROVIDERS = {INVOLVE: "Involve", SEK: "Social Enterprise Kent", IMAGO: "Imago"}
_TERM = NoticeTerm(
    Side.COUNCIL,
    3,
    Unit.MONTHS,
    "as the decision of 2 October 2025 gives for Community Navigation; this contract’s clause is not recorded",
)


def enter_wellbeing(register: Register, by: Author) -> None:
    """Enter the three contracts; their first days and first terms are not in the published decisions."""
    for reference, areas in VALUES.items():
        add_contract(
            register,
            by,
            NewContract(
                reference=reference,
                title="Wellbeing Services in the Community 55+: " + " and ".join(areas),
                service="Wellbeing Services in the Community 55+",
                providers=(_PROVIDERS[reference],),
                parts=tuple(areas),
                notice_terms=(_TERM,),
                annual_rates=tuple(AnnualRate(area, COUNCIL, current) for area, (current, _) in areas.items()),
                notes="When this contract began, and its first last day, are not in the published decisions.",
            ),
        )
