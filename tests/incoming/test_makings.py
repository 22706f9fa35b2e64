"""Registers of different making: no row lost, no date swapped, no value lost, no provider doubled."""

from collections.abc import Callable
from datetime import date

import pytest

from db.incoming.fields import Field
from db.incoming.known import Known
from db.incoming.plan import Plan, plan
from db.incoming.source import one_line
from db.rules.provider import plain_name
from tests.incoming.makings import MAKINGS, Made, csv_bytes, from_csv
from tests.incoming.more_makings import MORE_MAKINGS, four_forms_and_none_that_shows_the_order, money_in_thousands

TODAY = date(2024, 10, 1)


@pytest.fixture(params=(*MAKINGS, *MORE_MAKINGS), ids=lambda make: str(make.__name__), scope="module")
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
    spread = 0
    for sheet in planned.sheets:
        held = made.cells.sheets[sheet.name]
        below = [(place, value) for place, value in held.items() if place[0] > max(sheet.header_rows, default=0)]
        counted = sum(bool(one_line(str(value))) for _, value in below)
        spread += sum(len(texts) for (name, _), texts in kept.items() if name == sheet.name) - counted
    assert spread == made.spread


def test_four_forms_of_date_of_which_none_shows_the_order_are_asked_and_none_is_guessed() -> None:
    made = four_forms_and_none_that_shows_the_order()
    found = plan(made.cells, Known(), TODAY)
    truth = {each.reference: each.start for each in made.truth}
    assert [question.kind for question in found.questions] == ["order"]
    assert {draft.reference: draft.starts_on for draft in found.drafts}.items() <= truth.items()
    waiting = [dict(each.row.texts) for each in found.listed]
    assert waiting
    assert all("/" in texts["Start Date"] for texts in waiting)


def test_the_unit_of_amounts_is_said_where_the_heading_states_it() -> None:
    columns = plan(money_in_thousands().cells, Known(), TODAY).sheets[0].columns
    evidence = {each.heading: each.evidence for each in columns}["Contract value (£000s)"]
    assert evidence == "Its heading is “Contract value (£000s)”, in thousands of pounds."


def test_extensions_come_in_all_four_ways_side_by_side() -> None:
    headings: list[object] = [
        "Ref", "Title", "End date", "Extension (months)", "Extension options", "Extension end date", "Extendable",
    ]  # fmt: skip
    rows: list[list[object]] = [
        ["R-1", "Meals", "31/03/2027", "", "2 x 12 months", "31/03/2029", "Yes"],
        ["R-2", "Lifts", "30/09/2027", "24", "", "30/09/2029", "Yes"],
        ["R-3", "Respite", "13/05/2028", "", "", "", "No"],
    ]
    found = plan(from_csv(csv_bytes([headings, *rows])), Known(), TODAY)
    assert [each.field for each in found.sheets[0].columns[3:]] == [
        Field.EXTENSION_MONTHS, Field.NOTES, Field.MAXIMUM_END, Field.EXTENDABLE,
    ]  # fmt: skip
    assert [draft.options for draft in found.drafts] == [(24,), (24,), ()]
    assert "2 x 12 months" in found.drafts[0].notes
    assert "Extendable: Yes" in found.drafts[0].notes
