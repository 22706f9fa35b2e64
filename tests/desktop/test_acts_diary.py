"""Facts about the diary's acts: lines marked, leads and steps chosen, awards and clauses recorded."""

from datetime import date

from db.calendar import bank_holidays
from db.operations.award import record_award as record_award_verb
from db.rules.attention import attention
from db.rules.attention_line import AttentionLine, Matter
from db.rules.award_facts import AwardFacts
from db.rules.contract import Contract
from db.rules.counting import Counting
from db.rules.dates import Unit
from db.rules.marks import MarkKind, sort_out
from db.rules.money import Pence
from desktop import acts
from desktop.desk import Desk
from desktop.dialogs.award_dialogs import AwardDialog, ClauseDialog, ExerciseDialog
from desktop.dialogs.diary_dialogs import LeadsDialog, PutOffDialog, RunwayDialog
from desktop.dialogs.told_dialog import ToldDialog
from desktop.dialogs.vary_dialog import VaryDialog
from tests.desktop.acting import answering, contract, decision, press, said, write
from tests.desktop.acting import desk as desk

TODAY = date(2024, 1, 10)


def lines(desk: Desk) -> list[AttentionLine]:
    contracts = [each for each in desk.register.contracts.all() if isinstance(each, Contract)]
    return list(attention(contracts, [], [], [], TODAY))


def resting(desk: Desk) -> dict[str, MarkKind]:
    found = sort_out(lines(desk), desk.register.diaries.marks(), TODAY)
    return {line.key: mark.kind for line, mark in found.resting}


def test_a_line_is_acknowledged_and_another_done_and_both_rest(desk: Desk) -> None:
    first, second = lines(desk)[:2]
    assert acts.acknowledge(desk, None, first) is not None
    assert acts.done(desk, None, second) is not None
    assert resting(desk) == {first.key: MarkKind.SEEN, second.key: MarkKind.DONE}
    assert desk.register.journal.entries(limit=1)[0].verb == "mark attention"


def test_a_line_is_put_off_only_to_a_day_ahead(desk: Desk) -> None:
    line = lines(desk)[0]
    seen: list[str] = []

    def answer(dialog: PutOffDialog) -> None:
        write(dialog, "until", "9 1 2024")
        press(dialog)
        seen.extend(said(dialog))
        write(dialog, "until", "1 2 2024")
        seen.append(dialog.follows.words())
        write(dialog, "note", "After the budget")
        press(dialog)

    answering(PutOffDialog, answer)
    assert acts.put_off(desk, None, line) is not None
    assert "is not ahead of 10 January 2024" in seen[0]
    assert "Thursday 1 February 2024" in seen[1] or "after the last day to act" in seen[1]
    mark = desk.register.diaries.marks()[-1]
    assert (mark.kind, mark.until, mark.note) == (MarkKind.PUT_OFF, date(2024, 2, 1), "After the budget")


def test_lead_times_are_a_contracts_own(desk: Desk) -> None:
    one = contract(desk.register, "CN-A").id
    problems: list[str] = []

    def answer(dialog: LeadsDialog) -> None:
        assert dialog.days.read() == "365, 180, 90"
        write(dialog, "days", "800")
        press(dialog)
        problems.extend(said(dialog))
        write(dialog, "days", "400, 200 and 30")
        press(dialog)

    answering(LeadsDialog, answer)
    assert acts.set_leads(desk, None, one, Matter.SERVE_BY) is not None
    assert "from 1 to 731 days" in problems[0]
    times = desk.register.diaries.lead_times()
    assert times.of(Matter.SERVE_BY, one) == (400, 200, 30)
    assert times.of(Matter.SERVE_BY, contract(desk.register, "CN-B").id) == (365, 180, 90)


def test_the_steps_before_an_end_are_dated_as_they_are_chosen(desk: Desk) -> None:
    one = contract(desk.register, "CN-A").id
    seen: list[str] = []

    def answer(dialog: RunwayDialog) -> None:
        seen.append(dialog.follows.words())
        dialog.kind.write("Officer decision")
        seen.append(dialog.follows.words())
        press(dialog)

    answering(RunwayDialog, answer)
    assert acts.choose_runway(desk, None, one) is not None
    assert "Publish the notice of the key decision" in seen[0]
    assert "Write the record and take advice" in seen[1]
    assert desk.register.diaries.diary(bank_holidays()).runway_of[one] == "Officer decision"


def test_no_steps_can_be_chosen_too(desk: Desk) -> None:
    one = contract(desk.register, "CN-A").id

    def answer(dialog: RunwayDialog) -> None:
        dialog.kind.write(RunwayDialog.NONE)
        press(dialog)

    answering(RunwayDialog, answer)
    assert acts.choose_runway(desk, None, one) is not None
    assert desk.register.diaries.diary(bank_holidays()).runway_of[one] == ""


def test_how_a_contract_was_bought_says_at_once_which_law_applies(desk: Desk) -> None:
    one = contract(desk.register, "CN-A").id
    seen: list[str] = []

    def answer(dialog: AwardDialog) -> None:
        write(dialog, "procuredOn", "3 9 2018")
        seen.append(dialog.follows.words())
        write(dialog, "originalValue", "£20m")
        write(dialog, "longestTerm", "72")
        press(dialog)

    answering(AwardDialog, answer)
    assert acts.record_award(desk, None, one) is not None
    assert "Public Contracts Regulations 2015 applies" in seen[0]
    assert desk.register.diaries.award(one) == AwardFacts(
        date(2018, 9, 3), original_pence=Pence(20_000_000_00), maximum_months=72
    )


def test_a_clause_on_service_is_read_back_as_a_sentence(desk: Desk) -> None:
    one = contract(desk.register, "CN-A").id
    seen: list[str] = []

    def answer(dialog: ClauseDialog) -> None:
        dialog.method.write("E-mail")
        write(dialog, "days", "0")
        write(dialog, "cutOff", "4pm")
        write(dialog, "source", "clause 34.3")
        seen.append(dialog.follows.words())
        press(dialog)

    answering(ClauseDialog, answer)
    assert acts.set_service_clause(desk, None, one) is not None
    assert seen == ["E-mail: before 4pm on a working day counts that day, otherwise the next working day."]
    (kept,) = desk.register.diaries.service_clauses(one)
    assert (kept.method, kept.days, kept.counting, kept.source) == (
        "E-mail", 0, Counting.WORKING_DAYS, "clause 34.3",
    )  # fmt: skip


def test_an_option_has_its_own_day_by_which_it_must_be_used(desk: Desk) -> None:
    one = contract(desk.register, "CN-A").id
    seen: list[str] = []

    def answer(dialog: ExerciseDialog) -> None:
        write(dialog, "length", "6")
        write(dialog, "source", "clause 2.3")
        seen.append(dialog.follows.words())
        press(dialog)

    answering(ExerciseDialog, answer)
    assert acts.set_exercise(desk, None, one, 2) is not None
    assert "Use it by 30 September 2023." in seen[0]
    own = contract(desk.register, "CN-A").options[1].exercise
    assert own is not None
    assert (own.length, own.unit, own.source) == (6, Unit.MONTHS, "clause 2.3")


def test_a_contract_without_options_says_so(desk: Desk) -> None:
    told: list[str] = []

    def read(dialog: ToldDialog) -> None:
        told.append(dialog.sentence.text())
        dialog.reject()

    answering(ToldDialog, read)
    from db.operations.add_contract import NewContract, add_contract

    desk.act(add_contract, NewContract(reference="CN-C", title="None"))
    assert acts.set_exercise(desk, None, contract(desk.register, "CN-C").id) is None
    assert told == ["CN-C has no option recorded. Correct its terms first."]


def test_a_variation_is_held_against_how_the_contract_was_bought(desk: Desk) -> None:
    one = contract(desk.register, "CN-A").id
    desk.act(record_award_verb, one, AwardFacts(date(2018, 9, 3), original_pence=Pence(1_000_00), maximum_months=72))
    seen: list[str] = []

    def answer(dialog: VaryDialog) -> None:
        write(dialog, "summary", "Six months more")
        dialog.decision.write(decision(desk.register, "OD.24.00002").id)
        seen.append(dialog.checks.words())
        write(dialog, "effectiveOn", "1 4 2024")
        write(dialog, "endsOn", "30 9 2024")
        seen.append(dialog.checks.words())
        write(dialog, "ground", "regulation 72(1)(b)")
        seen.append(dialog.checks.words())
        write(dialog, "reason", "More need")
        write(dialog, "scope", "Carers too")
        write(dialog, "measures", "Carers seen")
        press(dialog)

    answering(VaryDialog, answer)
    assert acts.vary(desk, None, one) is not None
    assert "Enter what changes" in seen[0]
    assert "Name the ground of regulation 72" in seen[1]
    assert "Give the reference of the notice on Find a Tender." in seen[2]
    assert "reg 72(1)(b)" in seen[2]
    made = contract(desk.register, "CN-A").variations[0]
    assert (made.reason, made.scope, made.measures) == ("More need", "Carers too", "Carers seen")
