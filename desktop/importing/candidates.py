"""The contracts a file may be about, as the register knows them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from db.register import Register
from db.returns.taking.meant import Candidate
from db.returns.understanding.profile import LayoutProfile
from db.returns.understanding.profile_text import read_profile
from db.rules.contract import Contract
from db.rules.decision import ContractId
from db.rules.monitoring import ReturnPeriod, ReturnSchedule, quarters_expected
from db.rules.refusal import Refusal


def candidates(register: Register, on: date) -> tuple[Candidate, ...]:
    """Every contract with what it asks, the layouts learned of its returns, and the quarter it waits for on a day."""
    learned = tuple(_profiles(register))
    schedules = {each.contract_id: each for each in register.returns.schedules()}
    received = {(each.contract_id, each.period) for each in register.returns.all()}
    contracts = (each for each in register.contracts.all() if isinstance(each, Contract))
    return tuple(
        Candidate(
            each.id,
            each.reference,
            each.title,
            tuple(holder.name for holder in each.holders),
            register.returns.measures(each.id),
            tuple(profile for contract_id, profile in learned if contract_id == each.id),
            _awaited(schedules.get(each.id), {period for of, period in received if of == each.id}, on),
        )
        for each in contracts
    )


def _profiles(register: Register) -> Iterator[tuple[ContractId, LayoutProfile]]:
    """Layouts that can be read; one that cannot is as if nothing was learned."""
    for contract_id, provider, text in register.following.profiles():
        try:
            profile = read_profile(text)
        except Refusal:
            continue
        yield contract_id, replace(profile, provider=provider)


def _awaited(schedule: ReturnSchedule | None, received: set[ReturnPeriod], on: date) -> ReturnPeriod | None:
    """The newest quarter that is over and has not come."""
    if schedule is None:
        return None
    over = (each for each in quarters_expected(schedule, on) if each.days.ends_on < on and each not in received)
    return max(over, key=lambda each: each.days.starts_on, default=None)
