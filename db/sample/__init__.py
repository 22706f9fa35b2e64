"""The sample register: the published history of real contracts, entered through the verbs an officer uses.

Facts and figures are those of Kent County Council's public decisions; the words are ours. What they do not say is left
unrecorded, and every reference begins with SAMPLE because the real ones are not in them.
"""

from datetime import datetime

from db.changes import Author
from db.register import Register
from db.sample.community_navigation import enter_community_navigation
from db.sample.key_decision import enter_key_decision
from db.sample.live_well_kent import enter_live_well_kent
from db.sample.people import enter_providers
from db.sample.wellbeing import enter_wellbeing


def fill(register: Register, at: datetime) -> None:
    """Enter the whole sample into an empty register; at is the moment (UTC) its journal entries carry."""
    by = Author("Sample register", "entered from published decisions", at)
    enter_providers(register, by)
    enter_community_navigation(register, by)
    enter_wellbeing(register, by)
    enter_live_well_kent(register, by)
    enter_key_decision(register, by)
