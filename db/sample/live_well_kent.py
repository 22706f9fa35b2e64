"""Live Well Kent, the mental health wellbeing service: two contracts, of which only the reductions are published."""

from db.changes import Author
from db.operations.add_contract import NewContract, add_contract
from db.register import Register

PORCHLIGHT = "SAMPLE-LWK-PORCHLIGHT"
SHAW_TRUST = "SAMPLE-LWK-SHAW-TRUST"


def enter_live_well_kent(register: Register, by: Author) -> None:
    """Enter both contracts; term, value and notice are not recorded."""
    for reference, provider in ((PORCHLIGHT, "Porchlight"), (SHAW_TRUST, "Shaw Trust")):
        add_contract(
            register,
            by,
            NewContract(
                reference=reference,
                title=f"Mental Health Community and Wellbeing Service (Live Well Kent): {provider}",
                service="Live Well Kent",
                providers=(provider,),
                notes="Also called Live Well Kent and Medway. Its term and value are not in the published decisions.",
            ),
        )
