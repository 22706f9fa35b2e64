"""Menus on the sheet of a register that comes in: what a column is, and what becomes of a row."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QMenu, QWidget

from db.incoming.choices import Choices
from db.incoming.fields import Field
from db.incoming.plan_parts import ColumnPlan
from db.returns.cells import address
from db.returns.tables.days import DateOrder

Choose = Callable[[Choices], object]
_GROUPS = (
    (Field.REFERENCE, Field.TITLE, Field.PROVIDER, Field.COMPANY_NUMBER, Field.CHARITY_NUMBER),
    (Field.START, Field.END, Field.MAXIMUM_END, Field.EXTENSION_MONTHS, Field.EXTENSION_END, Field.EXTENDABLE,
     Field.EXTENDED, Field.REVIEW),
    (Field.VALUE, Field.ANNUAL_VALUE),
    (Field.SERVICE, Field.MANAGER, Field.CONTACT, Field.CATEGORY, Field.NOTES),
)  # fmt: skip


def column_menu(sheet: str, column: ColumnPlan, choices: Choices, choose: Choose, parent: QWidget) -> QMenu:
    """What a column can be; what it is taken for is ticked. A column of dates also says which number is the day."""
    menu = QMenu(f"Column {address(1, column.number)[:-1]}", parent)
    menu.setObjectName("columnMenu")
    key = (sheet, column.number)
    for group in _GROUPS:
        for field in group:
            _add(menu, field.value, column.field is field, _said(choices, key, field), choose)
        menu.addSeparator()
    _add(menu, "Not taken in", column.field is None, _said(choices, key, None), choose)
    if column.order is not None or column.must_ask:
        menu.addSeparator()
        for order, words in ((DateOrder.DAY_FIRST, "Day first: 4/7 is 4 July"),
                             (DateOrder.MONTH_FIRST, "Month first: 4/7 is 7 April")):  # fmt: skip
            wanted = replace(choices, orders={**choices.orders, key: order})
            _add(menu, words, column.order is order, wanted, choose)
    return menu


def row_menu(
    sheet: str, row: int, choices: Choices, choose: Choose, leave: Callable[[], object], parent: QWidget
) -> QMenu:
    """What can be done with a row; `leave` lets go of corrections of the cell in hand."""
    menu = QMenu(f"Row {row}", parent)
    menu.setObjectName("rowMenu")
    is_left = (sheet, row) in choices.leave
    own = {(sheet, row)}
    left = choices.leave - own if is_left else choices.leave | own
    words = f"Take row {row} back in" if is_left else f"Leave row {row} out"
    menu.addAction(words, lambda: choose(replace(choices, leave=frozenset(left))))
    menu.addAction("Take the correction of this cell back", leave)
    menu.addSeparator()
    headings = {**choices.headings, sheet: row}
    menu.addAction(f"Row {row} holds the &headings", lambda: choose(replace(choices, headings=headings)))
    none = {**choices.headings, sheet: 0}
    menu.addAction("This sheet has &no headings", lambda: choose(replace(choices, headings=none)))
    return menu


def _said(choices: Choices, key: tuple[str, int], field: Field | None) -> Choices:
    return replace(choices, columns={**choices.columns, key: field})


def _add(menu: QMenu, words: str, is_on: bool, wanted: Choices, choose: Choose) -> None:
    made = menu.addAction(words.replace("&", "&&"))
    made.setCheckable(True)
    made.setChecked(is_on)
    made.triggered.connect(lambda _on=False: choose(wanted))
