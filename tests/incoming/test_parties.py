"""Providers of a register: never doubled and never merged without a question."""

import pytest

from db.incoming.choices import Choices, NameAnswer
from db.incoming.known import Known
from db.incoming.plan import Plan, answered, plan
from db.incoming.plan_parts import Party
from tests.incoming.boards import HEADINGS, TODAY, cells_of, planned, provider, row

ALDER = provider("Alder Homecare Limited", "AHL", company="01234567", charity="1100001")
KNOWN = Known((ALDER, provider("Social Enterprise Kent"), provider("Involve Kent")))


def parties(found: Plan) -> list[tuple[Party, ...]]:
    return [draft.providers for draft in found.drafts]


@pytest.mark.parametrize("name", ["Alder Homecare Limited", "ALDER HOMECARE LIMITED", "ahl", "AHL."])
def test_a_name_or_other_name_of_a_provider_is_that_provider(name: str) -> None:
    found = planned(row(supplier=name), known=KNOWN)
    assert parties(found) == [(Party(ALDER.name, ALDER.id),)]
    assert not found.questions
    assert not found.providers


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Alder Homecare Ltd", "Alder Homecare Limited"),
        ("Alder Home care", "Alder Homecare Limited"),
        ("Alder Homecaer Ltd", "Alder Homecare Limited"),
        ("The Alder Homecare Group", "Alder Homecare Limited"),
        ("Social Entreprise Knet", "Social Enterprise Kent"),
        ("SEK", "Social Enterprise Kent"),
        ("South East Kent (SEK)", "Social Enterprise Kent"),
        ("Involve", "Involve Kent"),
    ],
)
def test_a_near_name_is_asked_and_its_row_waits(name: str, near: str) -> None:
    found = planned(row(supplier=name), known=KNOWN)
    (question,) = found.questions
    assert question.kind == "name"
    assert f"It is {near}" in [label for label, _ in question.answers]
    assert question.rows == (("Register", 2),)
    assert not found.drafts
    assert name in found.listed[0].reason


def test_an_answer_gives_the_provider_another_name() -> None:
    found = planned(row(supplier="Alder Homecare Ltd"), known=KNOWN)
    (question,) = found.questions
    chosen = answered(Choices(), question, question.answers[0][1])
    after = planned(row(supplier="Alder Homecare Ltd"), known=KNOWN, choices=chosen)
    assert parties(after) == [(Party(ALDER.name, ALDER.id),)]
    assert [(each.provider_id, each.name) for each in after.aliases] == [(ALDER.id, "Alder Homecare Ltd")]
    assert not after.providers


def test_a_near_name_may_be_a_provider_of_its_own() -> None:
    chosen = Choices(names={"Alder Homecare Ltd": NameAnswer.new()})
    found = planned(row(supplier="Alder Homecare Ltd"), known=KNOWN, choices=chosen)
    assert [each.name for each in found.providers] == ["Alder Homecare Ltd"]


def test_two_near_names_of_one_file_are_asked_of_once_and_one_answer_settles_both() -> None:
    rows = (row(supplier="Birch Trust Ltd"), row("R-2", supplier="Birch Trust Limited"))
    found = planned(*rows)
    (question,) = found.questions
    assert question.key == "Birch Trust Limited"
    assert [each.row.number for each in found.listed] == [3]
    after = planned(*rows, choices=answered(Choices(), question, NameAnswer.same("Birch Trust Ltd")))
    assert not after.questions
    assert [(each.name, each.rows) for each in after.providers] == [("Birch Trust Ltd", 2)]
    assert [(each.provider_id, each.provider, each.name) for each in after.aliases] == [
        (None, "Birch Trust Ltd", "Birch Trust Limited")
    ]


def test_of_several_near_names_all_but_the_most_used_are_asked_of() -> None:
    names = ("Birch Trust Ltd", "Birch Trust", "The Birch Trust", "Birch Trust")
    found = planned(*(row(f"R-{number}", supplier=name) for number, name in enumerate(names)))
    assert [question.key for question in found.questions] == ["Birch Trust Ltd", "The Birch Trust"]
    assert [label for label, _ in found.questions[1].answers] == [
        "It is Birch Trust", "It is Birch Trust Ltd", "It is a provider of its own",
    ]  # fmt: skip
    assert [draft.reference for draft in found.drafts] == ["R-1", "R-3"]


@pytest.mark.parametrize(
    "names",
    [
        ("City Group", "City Group Pty Ltd"),
        ("Café Élan", "Cafe Elan Ltd"),
        ("Seravalli Inc", "SERAVALLI INCORPORATED"),
        ("Łódź Transport", "Łodź Transport Ltd"),
    ],
    ids=str,
)
def test_names_that_differ_by_their_form_or_an_accent_are_asked(names: tuple[str, str]) -> None:
    assert len(planned(row(supplier=names[0]), row("R-2", supplier=names[1])).questions) == 1


def test_names_in_other_letters_are_held_against_each_other_like_any() -> None:
    names = ("Анна Смирнова", "Борис Кузнецов", "ООО Вектор", "Вектор")
    found = planned(*(row(f"R-{number}", supplier=name) for number, name in enumerate(names)))
    assert [question.key for question in found.questions] == ["Вектор"]


@pytest.mark.parametrize("place", ["UK", "Kent", "Services"])
def test_a_place_in_brackets_makes_no_two_names_near(place: str) -> None:
    names = ("Alder", "Birch", "Cedar", "Dogwood", "Elmtree")
    found = planned(*(row(f"R-{name}", supplier=f"{name} ({place}) Ltd") for name in names))
    assert not found.questions


def test_two_names_with_one_companys_number_are_asked() -> None:
    rows = ([*row(supplier="Rowan Care"), "SC240033"], [*row("R-2", supplier="Quickstep"), "SC 240033"])
    found = plan(cells_of([*HEADINGS, "Company number"], *rows), Known(), TODAY)
    assert [question.key for question in found.questions] == ["Quickstep"]


def test_names_that_differ_by_a_number_are_two_providers() -> None:
    for names in (("Area Services 1 Ltd", "Area Services 2 Ltd"), ("12D Dementia Support", "13D Dementia Support")):
        found = planned(row(supplier=names[0]), row("R-2", supplier=names[1]))
        assert len(found.providers) == 2
        assert not found.questions


def test_a_name_met_often_is_entered_once() -> None:
    rows = [row(f"R-{number}", supplier=name) for number, name in enumerate(["Elm", "ELM", " Elm ", "elm."])]
    assert [(each.name, each.rows) for each in planned(*rows).providers] == [("Elm", 4)]


def numbered(name: str, company: str, choices: Choices | None = None) -> Plan:
    cells = cells_of([*HEADINGS, "Companies House number"], [*row(supplier=name), company])
    return plan(cells, KNOWN, TODAY, choices)


def test_a_companys_number_with_another_name_is_asked() -> None:
    found = numbered("Trading Name", "1234567")
    (question,) = found.questions
    assert "01234567" in question.sentence
    assert question.answers[0][1] == NameAnswer.known(ALDER.id)


def test_a_known_name_with_another_companys_number_is_asked() -> None:
    assert len(numbered("Alder Homecare Limited", "7654321").questions) == 1
    assert not numbered("Alder Homecare Limited", "01234567").questions


def test_a_new_provider_keeps_the_number_that_the_file_gives() -> None:
    assert [each.company_number for each in numbered("Fresh Start", "SC240033").providers] == ["SC240033"]


@pytest.mark.parametrize("cell", ["Elm; Oak; Ash", "Elm | Oak | Ash", "1. Elm 2. Oak 3. Ash", "Elm;Oak;Ash;"])
def test_several_suppliers_in_a_cell_are_several_providers(cell: str) -> None:
    (draft,) = planned(row(supplier=cell)).drafts
    assert [each.name for each in draft.providers] == ["Elm", "Oak", "Ash"]


@pytest.mark.parametrize("cell", ["Elm / Oak", "Elm\nOak"])
def test_a_stroke_or_a_line_between_names_is_asked(cell: str) -> None:
    found = planned(row(supplier=cell))
    assert found.questions[0].answers[0] == ("They are 2 providers", NameAnswer.several(("Elm", "Oak")))
    after = planned(
        row(supplier=cell), choices=answered(Choices(), found.questions[0], found.questions[0].answers[0][1])
    )
    assert [each.name for each in after.providers] == ["Elm", "Oak"]


def test_a_name_among_several_is_held_against_the_register_too() -> None:
    chosen = Choices(names={"Elm / Alder Homecare Ltd": NameAnswer.several(("Elm", "Alder Homecare Ltd"))})
    found = planned(row(supplier="Elm / Alder Homecare Ltd"), known=KNOWN, choices=chosen)
    assert [question.key for question in found.questions] == ["Alder Homecare Ltd"]


def test_a_comma_or_an_and_is_asked_only_where_each_name_stands_by_itself_too() -> None:
    assert not planned(row(supplier="Smith, Jones and Sons")).questions
    rows = (row(supplier="Elm and Oak"), row("R-2", supplier="Elm"), row("R-3", supplier="Oak"))
    assert [question.key for question in planned(*rows).questions] == ["Elm and Oak"]


def test_a_row_that_names_nobody_is_taken_in_and_pointed_out() -> None:
    found = planned(row(supplier="TBC"))
    assert parties(found) == [()]
    assert [problem.why for problem in found.problems] == ["It names no provider."]
