"""What is copied, pasted, replaced and changed together in the register's cells."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from db.operations.edit_details import edit_details
from desktop.dialogs.bulk_dialog import BulkEdit
from desktop.dialogs.plan_dialog import PlanDialog
from desktop.dialogs.replace_dialog import ALL, Replacement
from desktop.grid.pasting import Laid, lay
from desktop.main_window import MainWindow
from desktop.screens.register import RegisterScreen
from desktop.screens.screen import Place
from desktop.tables.clipboard import for_clipboard, html_table, tab_separated
from desktop.tables.copied_cells import read_cells, read_tab_separated
from tests.desktop.test_grid_keys import text, visual
from tests.desktop.windows import register_page, window, workplace

__all__ = ["window"]


@pytest.fixture
def page(window: MainWindow) -> Iterator[RegisterScreen]:
    page = register_page(window)
    page.table.choose_block((0, 0), (0, 0))
    yield page
    QGuiApplication.clipboard().clear()


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[PlanDialog]:
    """Every plan is agreed to; those shown are noted."""
    shown: list[PlanDialog] = []

    def agree(dialog: PlanDialog) -> int:
        shown.append(dialog)
        dialog.accept()
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(PlanDialog, "exec", agree)
    return shown


def clip(text: str) -> None:
    """What a spreadsheet would put on the clipboard."""
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)


def choose(page: RegisterScreen, start: tuple[int, str], end: tuple[int, str] | None = None) -> None:
    (top, left), (bottom, right) = start, end or start
    page.table.choose_block((top, visual(page.table, left)), (bottom, visual(page.table, right)))


def columns_beside(page: RegisterScreen, *titles: str) -> None:
    """Put columns first, beside each other."""
    now = page.listing.columns_now()
    page.listing.put_columns((*((title, True) for title in titles), *(each for each in now if each[0] not in titles)))


def test_a_block_from_a_spreadsheet_goes_into_the_cells_with_one_undo(
    page: RegisterScreen, window: MainWindow, seen: list[PlanDialog]
) -> None:
    columns_beside(page, "Reference", "Manager", "Service")
    register = workplace(window).desk.register
    before, entries = register.content_hash(), len(register.journal.entries())
    clip("Ann\tCarers\r\nBen\tRespite\r\n")
    choose(page, (1, "Manager"))
    page.table.paste()
    assert [text(page, row, title) for row in (1, 2) for title in ("Manager", "Service")] == [
        "Ann", "Carers", "Ben", "Respite",
    ]  # fmt: skip
    assert (seen, len(register.journal.entries())) == ([], entries + 1)
    workplace(window).undoing.undo()
    assert register.content_hash() == before


def test_what_does_not_fit_is_shown_before_the_rest_is_pasted(page: RegisterScreen, seen: list[PlanDialog]) -> None:
    columns_beside(page, "Manager", "Ends")
    clip("".join(f"Officer {row}\t{'1 Jan 2030' if row < 2 else text(page, row, 'Ends')}\n" for row in range(7)))
    choose(page, (0, "Manager"))
    page.table.paste()
    plan = seen[0].plan
    assert (len(plan.edits), len(plan.refused)) == (7, 2)
    assert plan.refused[0].why == "Ends of SAMPLE-CN-A changes only by Extend, Vary or Correct terms."
    assert seen[0].act_button.text() == "&Paste 7 cells"
    assert [text(page, row, "Manager") for row in range(7)] == [f"Officer {row}" for row in range(7)]


def test_nothing_is_pasted_where_the_officer_goes_back(
    page: RegisterScreen, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PlanDialog, "exec", lambda _self: 0)
    before = workplace(window).desk.register.content_hash()
    choose(page, (6, "Manager"))
    clip("One\nBelow the last row\n")
    page.table.paste()
    assert workplace(window).desk.register.content_hash() == before


def test_one_text_goes_into_every_cell_chosen(page: RegisterScreen, seen: list[PlanDialog]) -> None:
    clip("Imogen")
    choose(page, (0, "Manager"), (3, "Manager"))
    QTest.keyClick(page.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [text(page, row, "Manager") for row in range(5)] == ["Imogen"] * 4 + [text(page, 4, "Manager")]


@pytest.mark.parametrize("note", ["=1+1", "+44 1622 000000", "@SUM(A1)", "-x", 'say "so"\tand\nso on', "'quoted"])
def test_text_that_looks_like_a_formula_is_kept_and_comes_back_the_same(page: RegisterScreen, note: str) -> None:
    choose(page, (0, "Notes"))
    page.table.editing.begin("")
    editor = page.table.editing.editor
    assert editor is not None
    editor.insertPlainText(note)  # type: ignore[union-attr]
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert text(page, 0, "Notes") == note
    choose(page, (0, "Notes"))
    page.table.copy()
    choose(page, (1, "Notes"))
    page.table.paste()
    assert text(page, 1, "Notes") == note


def test_hidden_columns_and_rows_left_out_are_not_copied(page: RegisterScreen) -> None:
    page.listing.search.setText("porchlight")
    columns_beside(page, "Reference", "Status")
    choose(page, (0, "Reference"), (0, "Status"))
    page.table.copy()
    assert QGuiApplication.clipboard().text() == "SAMPLE-LWK-PORCHLIGHT\tTerm not recorded\r\n"


def test_words_are_replaced_in_every_cell_that_is_typed_in_and_in_no_other(
    page: RegisterScreen, seen: list[PlanDialog]
) -> None:
    wanted = page.edits.replacing(Replacement("live well", "Living Well", ALL, False, False, False))
    assert {page.table.rows.columns[at].title for _, at, _ in wanted.cells} <= {"Title", "Service", "Notes"}
    page.edits.put(wanted)
    assert [each.before for each in seen[0].plan.edits if each.field == "service"] == ["Live Well Kent"] * 2
    assert text(page, 2, "Service") == "Living Well Kent"


def test_many_contracts_get_one_manager_in_one_act(page: RegisterScreen, window: MainWindow) -> None:
    register = workplace(window).desk.register
    page.table.selectAll()
    done = page.edits.put(page.edits.together(page.table.chosen_ids(), BulkEdit("manager", "Imogen")))
    assert done is not None
    assert done.sentence == "Changed contract manager of 7 contracts"
    assert done.entry is not None
    assert len(register.journal.entry(done.entry).changes) == 7


def test_a_cell_changed_meanwhile_is_told_and_not_overwritten(
    page: RegisterScreen, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("desktop.acts.editing.tell", lambda _parent, _title, words: told.append(words))
    desk = workplace(window).desk
    contract = desk.register.contracts.get("SAMPLE-CN-A")
    edit_details(desk.register, desk.session.author(), contract.id, contract.version, {"manager": "Meanwhile"})
    clip("Late")
    choose(page, (0, "Manager"))
    page.table.paste()
    assert "changed meanwhile" in told[0]
    assert desk.register.contracts.get("SAMPLE-CN-A").manager == "Meanwhile"


def test_an_empty_title_is_told_and_the_cell_stays(page: RegisterScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr("desktop.acts.editing.tell", lambda _parent, _title, words: told.append(words))
    before = text(page, 0, "Title")
    choose(page, (0, "Title"))
    page.table.editing.begin("")
    editor = page.table.editing.editor
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert (told, text(page, 0, "Title")) == (["Enter title."], before)


@pytest.mark.parametrize(
    ("block", "size", "cells", "beyond"),
    [
        ([["x"]], (2, 2), ((0, 0, "x"), (0, 1, "x"), (1, 0, "x"), (1, 1, "x")), ()),
        ([["a"], ["b"]], (4, 1), ((0, 0, "a"), (1, 0, "b"), (2, 0, "a"), (3, 0, "b")), ()),
        ([["a", "b"]], (1, 1), ((0, 0, "a"), (0, 1, "b")), ()),
        ([["a"], ["b", "c"]], (1, 1), ((0, 0, "a"), (1, 0, "b"), (1, 1, "c")), ()),
        ([["a", "b", "c", "d"]], (1, 1), ((0, 0, "a"), (0, 1, "b"), (0, 2, "c")), ("d",)),
        ([], (1, 1), (), ()),
    ],
)
def test_a_block_is_laid_as_a_spreadsheet_lays_it(
    block: list[list[str]], size: tuple[int, int], cells: tuple[tuple[int, int, str], ...], beyond: tuple[str, ...]
) -> None:
    assert lay(block, 0, 0, size, (4, 3)) == Laid(cells, beyond)


@pytest.mark.parametrize(
    "cells", [[["a\tb", 'c"d'], ["e\nf", ""]], [["=1", "+44 (0)1622 1"]], [["-5", "@x"]], [["’tis", "£1"]]]
)
def test_cells_survive_the_way_out_and_in_as_text(cells: list[list[str]]) -> None:
    assert read_tab_separated(tab_separated(cells)) == cells
    assert read_cells(for_clipboard(cells, cells, headed=False)) == cells


@pytest.mark.parametrize("number", ["+44 1622 000000", "+441622000000", "0012"])
def test_a_number_keeps_its_plus_and_its_noughts(number: str) -> None:
    assert tab_separated([[number]]) == f"{number}\r\n"
    assert "mso-number-format:'\\@'" in html_table([[number]])


@pytest.mark.parametrize(
    "words",
    ["=1+1", "1-2", "1/2", "12 Jan", "march 5", "1E5", "10:30", "TRUE", "12345678901234567", "'tis", "-x", "@x"],
)
def test_a_text_that_a_spreadsheet_would_make_a_number_a_day_or_a_formula_of_is_told_to_be_text(words: str) -> None:
    assert "mso-number-format:'\\@'" in html_table([[words]])


@pytest.mark.parametrize("words", ["Lot 2", "3 March Road", "CN-12", "1,024", "50%", "£5", "31/03/2025", "Truly", ""])
def test_plain_words_and_real_numbers_are_left_to_be_what_they_are(words: str) -> None:
    assert "mso-number-format" not in html_table([[words]])


@pytest.mark.parametrize(
    ("copied", "cells"),
    [
        ('"so" said he\tb\r\n', [['"so" said he', "b"]]),
        ('"hello"\n"open\tb\n', [['"hello"'], ['"open', "b"]]),
        ('"one\r\ntwo"\tb\r\nc\td', [["one\ntwo", "b"], ["c", "d"]]),
        ('""\t\n\tx\n', [["", ""], ["", "x"]]),
        ("a\rb\r", [["a"], ["b"]]),
    ],
)
def test_quotes_of_a_cell_stay_and_quotes_round_several_lines_go(copied: str, cells: list[list[str]]) -> None:
    assert read_tab_separated(copied) == cells


def test_line_breaks_that_plain_text_leaves_out_are_read_from_the_table_beside_it() -> None:
    data = QMimeData()
    data.setText('Said "so" and  so on\tb\n\tc d\n')
    data.setHtml(
        "<table><tr><td>Said &quot;so&quot;<br>\n  and  so on</td><td>b</td></tr><tr><td><br></td><td>c\n d</td></tr>"
    )
    assert read_cells(data) == [['Said "so"\nand  so on', "b"], ["", "c d"]]
    data.setHtml("<table><tr><td>Another<br>table</td></tr></table>")
    assert read_cells(data) == [['Said "so" and  so on', "b"], ["", "c d"]]


def test_the_edit_menu_pastes_where_cells_are_typed_in_and_nowhere_else(
    page: RegisterScreen, window: MainWindow
) -> None:
    working = workplace(window).working
    clip("Imogen")
    choose(page, (0, "Manager"))
    assert working.has_grid()
    working.paste()
    assert text(page, 0, "Manager") == "Imogen"
    choose(page, (0, "Manager"), (1, "Manager"))
    working.fill_down()
    assert text(page, 1, "Manager") == "Imogen"
    window.go(Place("decisions"))
    assert not working.has_grid()
