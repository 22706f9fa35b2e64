"""The council's diary: lead times, the governance steps of each kind of decision, and the bank holidays they need."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from db.rules.attention_line import Matter
from db.rules.decision import ContractId
from db.rules.leads import USUAL_LEADS, LeadTimes
from db.rules.runway import RUNWAYS, Runway, Step, runway
from db.rules.standing import Standing
from db.rules.working_days import NONE_RECORDED, BankHolidays

NO_RUNWAY = ""
"""In place of a kind of decision: no steps are counted."""


@dataclass(frozen=True, slots=True)
class Diary:
    """How early to warn, and what must come before a last day. Runways are counted once for each last day."""

    times: LeadTimes = USUAL_LEADS
    runways: Mapping[str, tuple[Step, ...]] = field(default_factory=lambda: dict(RUNWAYS))
    usual_runway: str = NO_RUNWAY
    """The kind of decision taken for a contract that names none."""
    runway_of: Mapping[ContractId, str] = field(default_factory=dict)
    holidays: BankHolidays = NONE_RECORDED
    counted: dict[tuple[str, date], Runway] = field(default_factory=dict, compare=False, repr=False)

    def shows(self, matter: Matter, at: Standing, by: date) -> bool:
        """Whether a day is near enough to show on the standing's day: past, or within the matter's longest lead."""
        return by <= at.day + timedelta(self.times.of(matter, at.contract.id)[0])

    def runway_to(self, contract_id: ContractId, last_day: date) -> tuple[str, Runway | None]:
        """The kind of decision a contract's end needs, and its steps counted back from a last day."""
        name = self.runway_of.get(contract_id, self.usual_runway)
        if not self.runways.get(name):
            return name, None
        if (name, last_day) not in self.counted:
            self.counted[name, last_day] = runway(self.runways[name], last_day, holidays=self.holidays)
        return name, self.counted[name, last_day]


USUAL_DIARY = Diary()
"""The usual lead times and no governance steps."""
