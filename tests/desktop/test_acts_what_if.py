"""Facts about trying a variation out: figures while they are typed, then applied together or dropped."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from db.operations.undo import undo
from desktop import acts
from desktop.desk import Desk
from desktop.dialogs.award_dialogs import AwardDialog
from desktop.dialogs.what_if_dialog import WhatIfDialog
from tests.desktop.acting import a_session, answering, contract, press, said, write, write_cell
from tests.rules.test_what_if import before_the_key_decision

WELLBEING = ("SAMPLE-WB55-INVOLVE", "SAMPLE-WB55-SEK", "SAMPLE-WB55-IMAGO")
NEW = ("£420,000", "280000", "£0.52m", "£0.41m")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk with the sample as it was before the key decision."""
    made = Desk(a_session(tmp_path), before_the_key_decision())
    yield made
    made.register.close()


def fill_in(dialog: WhatIfDialog) -> None:
    """The key decision's new amounts, by real keys."""
    write(dialog, "effectiveOn", "2 1 2026")
    write(dialog, "endsOn", "31 3 2027")
    for row, text in enumerate(NEW):
        write_cell(dialog.rates.grid, row, 3, text)


def test_the_wellbeing_variation_is_seen_year_by_year_then_applied_and_taken_back_in_one(desk: Desk) -> None:
    before = desk.register.content_hash()
    ids = [contract(desk.register, each).id for each in WELLBEING]
    seen: list[object] = []

    def answer(dialog: WhatIfDialog) -> None:
        fill_in(dialog)
        seen.extend(dialog.years.words())
        write(dialog, "subject", "Wellbeing 55+ redesigned")
        write(dialog, "number", "OD.25.00009")
        write(dialog, "decidedOn", "2 10 2025")
        write(dialog, "reason", "Less money")
        press(dialog)

    answering(WhatIfDialog, answer)
    done = acts.what_if(desk, None, ids)
    assert done is not None
    assert seen[1] == ["2026-27", "£3,870,000", "£1,630,000", "£2,240,000", "-57.9%"]
    assert seen[0][0] == "2025-26"  # type: ignore[index]
    drafted = desk.register.decisions.get("OD.25.00009")
    assert drafted.needs_signature
    assert "£3,870,000 becomes £1,630,000" in drafted.text.financial
    assert [each.label for each in drafted.savings] == [
        "West Kent, KCC Adult Social Care",
        "North Kent, KCC Adult Social Care",
        "East Kent, KCC Adult Social Care",
        "Ashford, Canterbury and Swale, KCC Adult Social Care",
    ]
    varied = contract(desk.register, WELLBEING[0]).variations[0]
    assert (varied.decision_number, varied.reason, varied.effective_on) == (
        "OD.25.00009", "Less money", date(2026, 1, 2),
    )  # fmt: skip
    undo(desk.register, desk.session.author())
    assert desk.register.content_hash() == before


def test_dropping_it_writes_nothing(desk: Desk) -> None:
    before = desk.register.content_hash()

    def answer(dialog: WhatIfDialog) -> None:
        fill_in(dialog)
        press(dialog, "safe")

    answering(WhatIfDialog, answer)
    assert acts.what_if(desk, None, [contract(desk.register, each).id for each in WELLBEING]) is None
    assert desk.register.content_hash() == before


def test_a_cut_of_one_partners_share_fills_in_the_amounts_to_the_penny(desk: Desk) -> None:
    seen: list[str] = []

    def answer(dialog: WhatIfDialog) -> None:
        write(dialog, "effectiveOn", "1 4 2024")
        dialog.of.write("KCC Adult Social Care")
        write(dialog, "percent", "40")
        seen.extend(dialog.rates.grid.text_at(0, column) for column in range(2, 5))
        seen.append(dialog.years.text_at(0, 3))
        seen.append(dialog.rates.grid.text_at(1, 3))
        dialog.reject()

    answering(WhatIfDialog, answer)
    assert acts.what_if(desk, None, [contract(desk.register, "SAMPLE-CN-A").id]) is None
    assert seen == ["£848,829", "£509,297.40", "-£339,531.60", "£339,531.60", ""]


def test_what_is_missing_is_asked_for_and_nothing_typed_is_lost(desk: Desk) -> None:
    problems: list[str] = []

    def answer(dialog: WhatIfDialog) -> None:
        press(dialog)
        problems.extend(said(dialog))
        write(dialog, "effectiveOn", "2 1 2026")
        write(dialog, "subject", "Nothing yet")
        press(dialog)
        problems.extend(said(dialog))
        dialog.reject()

    answering(WhatIfDialog, answer)
    assert acts.what_if(desk, None, [contract(desk.register, WELLBEING[1]).id]) is None
    assert problems == [
        "Enter the day it takes effect",
        "Enter what the decision is about",
        "Enter a cut, a new amount or a new last day to see what it comes to.",
    ]


def test_how_it_was_bought_is_recorded_on_the_way_and_checked_at_once(desk: Desk) -> None:
    seen: list[str] = []

    def answer(dialog: WhatIfDialog) -> None:
        write(dialog, "effectiveOn", "2 1 2026")
        write_cell(dialog.rates.grid, 0, 3, "£520,000")
        seen.append(dialog.checks.words())
        press(dialog, "recordAward")
        seen.append(dialog.checks.words())
        dialog.reject()

    def bought(dialog: AwardDialog) -> None:
        write(dialog, "procuredOn", "1 4 2025")
        write(dialog, "originalValue", "£3m")
        write(dialog, "longestTerm", "36")
        press(dialog)

    answering(WhatIfDialog, answer)
    answering(AwardDialog, bought)
    assert acts.what_if(desk, None, [contract(desk.register, WELLBEING[1]).id]) is None
    assert "how it was bought is not recorded" in seen[0]
    assert "Publish a contract change notice (UK10) before the change is made." in seen[1]
    assert "Procurement Act 2023 s.75" in seen[1]
