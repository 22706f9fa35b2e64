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
