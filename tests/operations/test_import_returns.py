"""Facts about a workbook that gives several quarters: each is a return of its own, all of them are one act."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from db.operations.returns import NewReturn, import_returns
from db.operations.undo import undo
from db.register import Register
from db.rules.monitoring import MeasureUnit, MonitoringReturn, Reading, quarter_of
from db.rules.queries import Query
from db.rules.refusal import Refusal
from tests.operations.beginnings import BARE, RUNNING, officer


def of_quarter(register: Register, month: int, people: int, file: bytes = b"1", reference: str = BARE) -> NewReturn:
    reading = Reading("People seen", MeasureUnit.COUNT, Decimal(people), "Return", f"C{month}")
    contract_id = register.contracts.get(reference).id
    period, came = quarter_of(date(2025, month, 1)), date(2026, 1, 5)
    return NewReturn(contract_id, "Northway", period, came, "year.xlsx", file, (reading,), profile="{}")


def kept(register: Register) -> list[tuple[str, int]]:
    return [(each.period.label, each.number) for each in returns(register)]


def returns(register: Register) -> list[MonitoringReturn]:
    found = register.returns.of(register.contracts.get(BARE).id)
    return sorted(found, key=lambda each: (each.period.days.starts_on, each.number))


def test_each_quarter_becomes_its_return_in_one_act_and_one_undo_takes_all_out(register: Register) -> None:
    before, entries = register.content_hash(), len(register.journal.entries())
    done = import_returns(register, officer(), [of_quarter(register, month, 10) for month in (7, 4)])
    labels = [quarter_of(date(2025, month, 1)).label for month in (4, 7)]
    assert done.sentence == f"Imported returns of {BARE} for {', '.join(labels)}"
    assert kept(register) == [(label, 1) for label in labels]
    assert len(register.journal.entries()) == entries + 1
    undo(register, officer())
    assert register.content_hash() == before


def test_a_later_workbook_changes_only_the_quarters_that_say_something_else(register: Register) -> None:
    import_returns(register, officer(), [of_quarter(register, month, 10) for month in (4, 7)])
    later = [of_quarter(register, month, people, b"2") for month, people in ((4, 10), (7, 11), (10, 12))]
    import_returns(register, officer(), later)
    labels = [quarter_of(date(2025, month, 1)).label for month in (4, 7, 10)]
    assert kept(register) == [(labels[0], 1), (labels[1], 1), (labels[1], 2), (labels[2], 1)]


def test_the_same_workbook_again_or_one_that_says_the_same_changes_nothing(register: Register) -> None:
    import_returns(register, officer(), [of_quarter(register, month, 10) for month in (4, 7)])
    before = register.content_hash()
    for file in (b"1", b"another"):
        done = import_returns(register, officer(), [of_quarter(register, month, 10, file) for month in (4, 7)])
        assert done.entry is None
        assert done.sentence == f"All that this workbook says of {BARE} is in the register already."
    assert register.content_hash() == before


def test_what_is_asked_is_asked_once_about_the_newest_quarter_that_is_kept(register: Register) -> None:
    query = Query("Return", "C9", "about 9", "What is the figure?")
    several = [replace(of_quarter(register, month, 10), queries=(query,)) for month in (4, 7)]
    import_returns(register, officer(), several)
    assert [len(register.following.queries(each.id)) for each in returns(register)] == [0, 1]


def test_two_of_one_quarter_of_two_contracts_or_of_nothing_are_refused(register: Register) -> None:
    first = of_quarter(register, 4, 10)
    wrong: tuple[list[NewReturn], ...] = (
        [],
        [replace(first, readings=())],
        [first, first],
        [first, of_quarter(register, 7, 1, reference=RUNNING)],
    )
    for several, told in zip(wrong, ("Nothing", "Nothing", "same quarter", "several contracts"), strict=True):
        before = register.content_hash()
        with pytest.raises(Refusal, match=told):
            import_returns(register, officer(), several)
        assert register.content_hash() == before
