"""Attention over a whole register beside a bare loop that only works out its days and says nothing."""

import gc
from collections.abc import Callable
from datetime import date
from statistics import median
from time import perf_counter

from db.calendar import bank_holidays
from db.register import Register
from db.rules.attention import attention
from db.rules.contract import Contract, Side, Status
from db.rules.dates import latest_service_safe
from db.rules.diary import Diary
from db.rules.standing import standing
from tests.benchmarks.ratio import Ratio
from tests.benchmarks.registers import TODAY, fill

CONTRACTS = 10_000
ROUNDS = 7
OWED = 2.0


def measure() -> list[Ratio]:
    """The two in turn, each with a diary of its own that has counted no runway yet; medians."""
    with Register.in_memory() as register:
        fill(register, CONTRACTS)
        contracts = [each for each in register.contracts.all() if isinstance(each, Contract)]
        diary = register.diaries.diary(bank_holidays())
    pairs = [(_timed(_ours, contracts, diary), _timed(_days_only, contracts, diary)) for _ in range(ROUNDS)][1:]
    ours_ms, bare_ms = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
    return [Ratio(f"attention over {CONTRACTS:,} contracts", ours_ms, "its days alone", bare_ms, OWED)]


def _ours(contracts: list[Contract], diary: Diary) -> int:
    return len(attention(contracts, (), (), (), TODAY, diary))


def _days_only(contracts: list[Contract], diary: Diary) -> int:
    """The days that attention rests on: the end, the day to use the option or serve, the day to decide."""
    return sum(len(_days(contract, diary)) for contract in contracts)


def _days(contract: Contract, diary: Diary) -> tuple[date, ...]:
    at, term = standing(contract, TODAY), contract.notice_term(Side.COUNCIL)
    if at.ends_on is None or at.status not in {Status.RUNNING, Status.NOT_STARTED}:
        return ()
    act_by = latest_service_safe(at.ends_on, term.length, term.unit) if term else at.ends_on
    new_end = at.option_period.ends_on if at.option_period else at.ends_on
    counted = diary.runway_to(contract.id, act_by)[1]
    decide_by = counted.decide_by if counted else None
    return (at.ends_on, act_by, new_end, *((decide_by,) if decide_by else ()))


def _timed(job: Callable[[list[Contract], Diary], int], contracts: list[Contract], diary: Diary) -> float:
    fresh = Diary(diary.times, diary.runways, diary.usual_runway, diary.runway_of, diary.holidays)
    gc.collect()
    began = perf_counter()
    job(contracts, fresh)
    return (perf_counter() - began) * 1000
