"""Twenty registers of different making: no row lost, no date swapped, no value lost, no provider doubled."""

from collections.abc import Callable
from datetime import date

import pytest

from db.incoming.known import Known
from db.incoming.plan import Plan, plan
from db.incoming.source import one_line
from db.rules.provider import plain_name
from tests.incoming.makings import MAKINGS, Made

TODAY = date(2024, 10, 1)


@pytest.fixture(params=MAKINGS, ids=lambda make: str(make.__name__), scope="module")
def made(request: pytest.FixtureRequest) -> Made:
    make: Callable[[], Made] = request.param
    return make()


@pytest.fixture(scope="module")
def planned(made: Made) -> Plan:
    return plan(made.cells, Known(), TODAY, made.choices)


def test_every_row_is_taken_in_or_listed_with_a_reason(made: Made, planned: Plan) -> None:
    assert planned.rows_in == planned.rows_accepted + len(planned.listed) == len(made.truth) + made.others
    assert all(each.reason for each in planned.listed)


def test_every_contract_is_taken_in(made: Made, planned: Plan) -> None:
    assert [each.reference for each in planned.drafts] == [each.reference for each in made.truth]
    assert not planned.questions


def test_no_date_is_swapped(made: Made, planned: Plan) -> None:
    found = {each.reference: (each.starts_on, each.ends_on) for each in planned.drafts}
    assert found == {each.reference: (each.start, each.end) for each in made.truth}


def test_titles_providers_and_values_are_as_they_stand(made: Made, planned: Plan) -> None:
    truth = {each.reference: each for each in made.truth}
    for draft in planned.drafts:
        each = truth[draft.reference]
        assert draft.title == each.title
        assert [party.name for party in draft.providers] == [each.provider]
        assert draft.value == each.pounds * 100


def test_each_provider_is_entered_once(made: Made, planned: Plan) -> None:
    names = [plain_name(each.name) for each in planned.providers]
    assert sorted(names) == sorted({plain_name(each.provider) for each in made.truth})


def test_no_cell_of_any_row_is_lost(made: Made, planned: Plan) -> None:
    kept = {row.key: [text for _, text in row.texts] for each in planned.drafts for row in each.rows}
    kept |= {each.row.key: [text for _, text in each.row.texts] for each in planned.listed}
    for sheet in planned.sheets:
        held = made.cells.sheets[sheet.name]
        below = [(place, value) for place, value in held.items() if place[0] > max(sheet.header_rows, default=0)]
        counted = sum(bool(one_line(str(value))) for _, value in below)
        assert counted == sum(len(texts) for (name, _), texts in kept.items() if name == sheet.name)
