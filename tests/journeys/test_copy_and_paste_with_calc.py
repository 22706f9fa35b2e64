"""Blocks of the register's grid to LibreOffice Calc and back by real keys, in two programs on one virtual screen."""

import shutil
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from db.changes import Author
from db.operations.edit_details import edit_details
from db.register import Register
from db.sample import fill
from desktop.screens.register_columns import columns
from desktop.session import Session
from desktop.tables.kept_layout import Layout
from tests.journeys import calc
from tests.journeys.register_telling import AT, REGISTER, SETTINGS
from tests.journeys.virtual_screen import Screen, Telling, telling, virtual_screen

NEEDED = ("Xvfb", "xdotool", "openbox", "soffice")
pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, NEEDED)), reason="needs Xvfb, xdotool, openbox and LibreOffice Calc"
)

SHOWN = ("Reference", "Title", "Service", "Contact", "Manager", "Notes", "Ends", "Annual value", "Options left")
ODD = {
    "service": "=1+1",
    "contact": "+44 1622 000000",
    "manager": "1-2",
    "notes": 'First line\nthe second “line” says "so"',
}
"""Texts a spreadsheet takes for something else, or breaks up, unless it is told."""


@pytest.fixture
def screen() -> Iterator[Screen]:
    with virtual_screen() as made:
        yield made


@pytest.fixture
def program(screen: Screen, tmp_path: Path) -> Iterator[Telling]:
    """The register on its page, with the keyboard on the table."""
    with Register.create(tmp_path / REGISTER) as register:
        fill(register, AT)
        contract = register.contracts.get("SAMPLE-CN-A")
        edit_details(register, Author("A. Officer", "Commissioning officer", AT), contract.id, contract.version, ODD)
        partners = tuple(each.name for each in register.partners.all())
    hidden = tuple(each.title for each in columns(partners) if each.title not in SHOWN)
    session = Session(tmp_path / SETTINGS, lambda: AT)
    session.keep_officer("A. Officer", "Commissioning officer")
    session.keep_layout("registerTable", Layout((*SHOWN[:3], *hidden, *SHOWN[3:]), hidden=hidden).written())
    with telling(screen, "tests.journeys.register_telling", tmp_path) as running:
        running.until(keyboard="registerTable")
        yield running


def to_calc(screen: Screen, title: str) -> None:
    """Paste in Calc, and take what its question on the import proposes."""
    screen.turn_to(title)
    screen.press("ctrl+v")
    screen.turn_to("Import Options")
    screen.press("Return")
    screen.turn_to(title)


def to_ours(screen: Screen) -> None:
    screen.turn_to("January.*Contract Desk")


def choose(screen: Screen, program: Telling, rows: int, columns: int) -> None:
    """The block of so many rows and columns from the first cell on, by keys."""
    screen.press("ctrl+Home")
    program.until(chosen=[0, 0, 0, 0])
    screen.press("shift+Right", times=columns - 1)
    screen.press("shift+Down", times=rows - 1)
    program.until(chosen=[0, 0, rows - 1, columns - 1])


def test_a_block_of_the_grid_is_the_same_cells_in_calc(screen: Screen, program: Telling, tmp_path: Path) -> None:
    sheet = calc.write(tmp_path / "Out.ods")
    with calc.calc(screen, tmp_path, sheet) as title:
        to_ours(screen)
        choose(screen, program, 5, len(SHOWN))
        screen.press("ctrl+c")
        program.until(copied=1)
        to_calc(screen, title)
        found = calc.saved(screen, sheet)
    with Register.open(tmp_path / REGISTER, writable=False) as register:
        contracts = [register.contracts.get(str(row[0])) for row in found]
    assert len(found) == 5
    for row, contract in zip(found, contracts, strict=True):
        assert list(row[1:6]) == [
            contract.title, contract.service, contract.contact, contract.manager, contract.notes,
        ]  # fmt: skip
    assert found[0][2:6] == [*ODD.values()]
    ends, value, options = 6, 7, 8
    assert [row[ends] for row in found[:2]] == [date(2025, 3, 31)] * 2
    assert found[4][ends : value + 1] == ["", Decimal(980_000)]
    assert found[0][options] == Decimal(0)


def test_a_block_of_calc_goes_into_the_cells_once_what_does_not_fit_was_seen(
    screen: Screen, program: Telling, tmp_path: Path
) -> None:
    path, day = tmp_path / REGISTER, date(2030, 3, 31)
    rows: list[list[str | date]] = [
        ["=2+2", "+44 1622 111111", "0012", 'Said "so"\nand so on', day],
        ["Carers", "tab", "Officer 2", "'quoted", day],
    ]
    with Register.open(path, writable=False) as register:
        before = register.content_hash()
    with calc.calc(screen, tmp_path, calc.write(tmp_path / "In.ods", rows)) as title:
        screen.press("ctrl+Home", "ctrl+shift+End", "ctrl+c")
        program.until(copied=1)
        to_ours(screen)
        screen.press("ctrl+Home", "Right", "Right")
        program.until(chosen=[0, 2, 0, 2])
        acts = int(str(program.now["acts"]))
        screen.press("ctrl+v")
        program.until(window="PlanDialog")
        assert title == "In.ods"
        screen.press("alt+p")
        program.until(keyboard="registerTable", acts=acts + 1)
    with Register.open(path, writable=False) as register:
        first, second = (register.contracts.get(f"SAMPLE-CN-{letter}") for letter in "AB")
        assert [[each.service, each.contact, each.manager, each.notes] for each in (first, second)] == [
            row[:4] for row in rows
        ]
    screen.press("ctrl+z")
    program.until(acts=acts + 2)
    with Register.open(path, writable=False) as register:
        assert register.content_hash() == before


def test_only_what_is_in_sight_is_copied_and_its_headings_where_asked_for(
    screen: Screen, program: Telling, tmp_path: Path
) -> None:
    sheet = calc.write(tmp_path / "Out.ods")
    with calc.calc(screen, tmp_path, sheet) as title:
        to_ours(screen)
        screen.press("ctrl+f")
        program.until(keyboard="registerTableSearch")
        screen.say("navigation")
        program.until(shown=2)
        screen.press("Return")
        program.until(keyboard="registerTable")
        screen.press("ctrl+a")
        program.until(chosen=[0, 0, 1, len(SHOWN) - 1])
        screen.press("ctrl+shift+c")
        program.until(copied=1)
        to_calc(screen, title)
        found = calc.saved(screen, sheet)
    assert list(found[0]) == list(SHOWN)
    assert [row[0] for row in found[1:]] == ["SAMPLE-CN-A", "SAMPLE-CN-B"]
