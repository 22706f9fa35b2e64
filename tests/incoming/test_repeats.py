"""One reference on several rows: asked, and done as answered."""

from db.incoming.choices import Choices, Repeat
from db.incoming.known import Known
from db.incoming.plan import answered
from db.rules.contract import Contract, Holder
from db.rules.decision import ContractId
from db.rules.provider import ProviderId
from tests.incoming.boards import planned, row

SHARED = (row(supplier="Elm"), row(supplier="Oak", value="£2,000"), row(supplier="Ash"))


def test_a_reference_on_several_rows_is_asked_and_its_rows_wait() -> None:
    found = planned(*SHARED, row("R-2"))
    (question,) = found.questions
    assert (question.kind, question.key, len(question.rows)) == ("repeat", "R-1", 3)
    assert [draft.reference for draft in found.drafts] == ["R-2"]
    assert len(found.listed) == 3


def test_it_may_be_one_contract_of_several_providers() -> None:
    question = planned(*SHARED).questions[0]
    (draft,) = planned(*SHARED, choices=answered(Choices(), question, Repeat.ONE)).drafts
    assert [each.name for each in draft.providers] == ["Elm", "Oak", "Ash"]
    assert [each.number for each in draft.rows] == [2, 3, 4]
    assert "Row 3 says: Supplier: Oak; Contract value: £2,000" in draft.notes


def test_they_may_be_contracts_of_their_own() -> None:
    found = planned(*SHARED, row("R-1/2", supplier="Fir"), choices=Choices(references={"r-1": Repeat.SEPARATE}))
    assert [draft.reference for draft in found.drafts] == ["R-1", "R-1/3", "R-1/4", "R-1/2"]
    assert found.rows_in == found.rows_accepted


def test_the_likelier_answer_comes_first() -> None:
    assert planned(*SHARED).questions[0].answers[0][1] is Repeat.ONE
    different = planned(row(), row(title="Transport"))
    assert different.questions[0].answers[0][1] is Repeat.SEPARATE


def test_a_row_that_says_the_same_as_one_above_is_listed() -> None:
    found = planned(row(), row())
    assert len(found.drafts) == 1
    assert [each.reason for each in found.listed] == ["It says the same as row 2, which is taken in."]


def test_capitals_and_outer_spaces_do_not_tell_references_apart() -> None:
    assert len(planned(row("r-1 "), row("R-1", supplier="Oak")).questions) == 1


def test_a_number_after_a_reference_is_never_one_that_the_register_has() -> None:
    fir = (Holder(ProviderId("f"), "Fir"),)
    held = tuple(Contract(ContractId(each), 1, each, "Old", holders=fir) for each in ("R-1", "R-1/2"))
    separate = Choices(references={"R-1": Repeat.SEPARATE})
    found = planned(row(supplier="Elm"), known=Known(contracts=held), choices=separate)
    assert [draft.reference for draft in found.drafts] == ["R-1/3"]


def test_contracts_of_one_reference_are_known_again_by_what_their_rows_said() -> None:
    rows = (
        row(title="Meals", supplier=None),
        row(title="Lifts", supplier=None),
        row(title="Meals", supplier=None, end=None),
    )
    first = planned(*rows, choices=Choices(references={"R-1": Repeat.SEPARATE}))
    assert [each.reference for each in first.drafts] == ["R-1", "R-1/2", "R-1/3"]
    held = tuple(Contract(ContractId(each.reference), 1, each.reference, each.title) for each in first.drafts)
    said = {ContractId(each.reference): dict(each.rows[0].texts) for each in first.drafts}
    again = planned(
        *reversed(rows), known=Known(contracts=held, rows=said), choices=Choices(references={"R-1": Repeat.SEPARATE})
    )
    assert not again.drafts
    assert not again.changed
    assert [each.reference for each in again.changes] == ["R-1/3", "R-1/2", "R-1"]


def test_contracts_of_one_reference_whose_rows_changed_are_known_again_by_their_titles() -> None:
    held = tuple(Contract(ContractId(each), 1, each, title) for each, title in (("R-1", "Meals"), ("R-1/2", "Lifts")))
    rows = (row(title="Lifts", supplier=None), row(title="Meals", supplier=None))
    found = planned(*rows, known=Known(contracts=held), choices=Choices(references={"R-1": Repeat.SEPARATE}))
    assert [each.reference for each in found.changes] == ["R-1/2", "R-1"]


def test_a_row_left_of_several_is_known_for_the_contract_it_told_of() -> None:
    rows = [row(title="Meals"), row(title="Lifts")]
    separate = Choices(references={"R-1": Repeat.SEPARATE})
    first = planned(*rows, choices=separate)
    held = tuple(Contract(ContractId(each.reference), 1, each.reference, each.title) for each in first.drafts)
    said = {ContractId(each.reference): dict(each.rows[0].texts) for each in first.drafts}
    found = planned(rows[1], known=Known(contracts=held, rows=said), choices=separate)
    assert [each.reference for each in found.changes] == ["R-1/2"]
    assert [each.reference for each in found.missing] == ["R-1"]
