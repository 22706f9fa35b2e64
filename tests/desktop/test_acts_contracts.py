"""Facts about entering and correcting contracts and providers from the window."""

from datetime import date

from db.operations.add_contract import NewContract, add_contract
from db.rules.contract import NoticeTerm, Side
from db.rules.dates import Unit
from db.rules.money import Pence
from desktop import acts
from desktop.desk import Desk
from desktop.dialogs.contract_dialog import EVERY_YEAR, ContractDialog
from desktop.dialogs.contract_edits import DetailsDialog, EndDialog, TermsDialog
from desktop.dialogs.provider_dialogs import AliasDialog, ProviderDialog
from tests.desktop.acting import answering, contract, press, said, write
from tests.desktop.acting import desk as desk


def test_a_contract_is_added_by_its_first_day_and_length_with_the_working_shown(desk: Desk) -> None:
    seen: list[str] = []

    def answer(dialog: ContractDialog) -> None:
        write(dialog, "reference", "ASC-1")
        write(dialog, "title", "A new service")
        write(dialog, "startsOn", "1/4/2025")
        write(dialog, "months", "48")
        seen.append(dialog.term.words())
        dialog.providers.write(("Involve",))
        dialog.parts.write([("North",), ("South",)])
        dialog.options.write([("12",), ("6",)])
        dialog.notice.write([(Side.PROVIDER, "28", Unit.DAYS, "clause 9")])
        dialog.money.write([("North", "The council", "2025", "£1,000"), ("South", "NHS", EVERY_YEAR, "£2k")])
        press(dialog)

    answering(ContractDialog, answer)
    assert acts.add_contract(desk, None) is not None
    new = contract(desk.register, "ASC-1")
    assert seen == ["48 months from 1 April 2025, that day included, end on 31 March 2029."]
    assert (new.starts_on, new.initial_ends_on) == (date(2025, 4, 1), date(2029, 3, 31))
    assert [each.months for each in new.options] == [12, 6]
    assert new.notice_terms == (NoticeTerm(Side.PROVIDER, 28, Unit.DAYS, "clause 9"),)
    assert [(each.part, each.year, each.pence) for each in new.funding] == [("North", 2025, Pence(1_000_00))]
    assert [(each.partner, each.pence) for each in new.annual_values] == [("NHS", Pence(2_000_00))]


def test_a_taken_reference_is_told_beside_the_reference_and_nothing_typed_is_lost(desk: Desk) -> None:
    problems: list[str] = []

    def answer(dialog: ContractDialog) -> None:
        write(dialog, "reference", "cn-a")
        write(dialog, "title", "Another")
        press(dialog)
        problems.extend((*said(dialog), dialog.reference.shown_problem))
        assert dialog.title.read() == "Another"
        dialog.reject()

    answering(ContractDialog, answer)
    assert acts.add_contract(desk, None) is None
    assert problems[0] == problems[1]
    assert "Another contract has the reference “cn-a”" in problems[0]


def test_an_end_before_the_start_and_a_length_beside_an_end_are_told_as_they_are_typed(desk: Desk) -> None:
    seen: list[str] = []

    def answer(dialog: ContractDialog) -> None:
        write(dialog, "startsOn", "1 4 2025")
        write(dialog, "endsOn", "31 3 2025")
        seen.append(dialog.term.words())
        write(dialog, "months", "12")
        seen.append(dialog.term.words())
        dialog.reject()

    answering(ContractDialog, answer)
    acts.add_contract(desk, None)
    assert "is before the start" in seen[0]
    assert seen[1] == "Give the last day or the length, not both."


def test_a_provider_added_on_the_way_is_ticked(desk: Desk) -> None:
    picked: list[str] = []

    def answer(dialog: ContractDialog) -> None:
        press(dialog, "providerNew")
        picked.extend(dialog.providers.read())
        dialog.reject()

    def provider(dialog: ProviderDialog) -> None:
        write(dialog, "name", "Imago")
        press(dialog)

    answering(ContractDialog, answer)
    answering(ProviderDialog, provider)
    acts.add_contract(desk, None)
    assert picked == ["Imago"]


def test_details_save_only_what_is_different(desk: Desk) -> None:
    def answer(dialog: DetailsDialog) -> None:
        write(dialog, "manager", "C. Manager")
        press(dialog)

    answering(DetailsDialog, answer)
    done = acts.edit_details(desk, None, contract(desk.register, "CN-A").id)
    assert done is not None
    assert done.sentence == "Changed contract manager of CN-A"
    assert contract(desk.register, "CN-A").manager == "C. Manager"


def test_details_that_stay_the_same_write_nothing(desk: Desk) -> None:
    before = desk.register.journal.entries()[0].seq
    answering(DetailsDialog, press)
    done = acts.edit_details(desk, None, contract(desk.register, "CN-A").id)
    assert done is not None
    assert done.entry is None
    assert desk.register.journal.entries()[0].seq == before


def test_terms_are_corrected_only_with_a_reason(desk: Desk) -> None:
    add_contract(desk.register, desk.session.author(), NewContract("X-1", "Other", starts_on=date(2024, 1, 1)))
    problems: list[str] = []

    def answer(dialog: TermsDialog) -> None:
        write(dialog, "endsOn", "31 12 2024")
        press(dialog)
        problems.extend(said(dialog))
        write(dialog, "reason", "left out")
        press(dialog)

    answering(TermsDialog, answer)
    assert acts.correct_terms(desk, None, contract(desk.register, "X-1").id) is not None
    assert problems == ["Enter the reason for the correction"]
    assert contract(desk.register, "X-1").initial_ends_on == date(2024, 12, 31)


def test_a_used_option_is_not_corrected_and_the_options_say_why(desk: Desk) -> None:
    problems: list[str] = []

    def answer(dialog: TermsDialog) -> None:
        dialog.options.write([("6",), ("12",)])
        write(dialog, "reason", "wrong")
        press(dialog)
        problems.append(dialog.options.shown_problem)
        dialog.reject()

    answering(TermsDialog, answer)
    assert acts.correct_terms(desk, None, contract(desk.register, "CN-A").id) is None
    assert "an option that has been used cannot be corrected" in problems[0]


def test_the_end_of_a_contract_is_recorded(desk: Desk) -> None:
    def answer(dialog: EndDialog) -> None:
        assert dialog.ended_on.read() == date(2024, 3, 31), "its last day as recorded is offered"
        write(dialog, "endedOn", "29 2 2024")
        press(dialog)

    answering(EndDialog, answer)
    assert acts.record_end(desk, None, contract(desk.register, "CN-A").id) is not None
    assert contract(desk.register, "CN-A").ended_on == date(2024, 2, 29)


def test_a_provider_is_added_with_its_other_names(desk: Desk) -> None:
    def answer(dialog: ProviderDialog) -> None:
        write(dialog, "name", "Imago")
        dialog.aliases.write([("Imago Community",), ("",)])
        write(dialog, "charityNumber", "108")
        press(dialog)

    answering(ProviderDialog, answer)
    assert acts.add_provider(desk, None) is not None
    added = desk.register.providers.get("Imago Community")
    assert (added.name, added.charity_number) == ("Imago", "108")


def test_a_name_that_is_known_already_is_told_beside_it(desk: Desk) -> None:
    problems: list[str] = []

    def answer(dialog: AliasDialog) -> None:
        write(dialog, "name", "involve kent")
        press(dialog)
        problems.append(dialog.name.shown_problem)
        write(dialog, "name", "IK")
        write(dialog, "source", "return")
        press(dialog)

    answering(AliasDialog, answer)
    provider = desk.register.providers.get("Involve")
    assert acts.add_alias(desk, None, provider.id) is not None
    assert "is already a name of Involve" in problems[0]
    assert desk.register.providers.get("ik").id == provider.id
