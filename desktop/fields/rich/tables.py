"""Tables in a record's text: put in, walked through with Enter, grown and cut."""

from PySide6.QtGui import QTextCursor, QTextTable

from desktop.fields.rich.looks import plain_shape, table_shape

_ROWS, _COLUMNS = 3, 3


def insert_table(cursor: QTextCursor) -> QTextCursor:
    """Put an empty table below the paragraph a cursor is in, and give a cursor in its first cell."""
    if cursor.currentTable() is not None:
        return cursor
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    if cursor.block().text():
        cursor.insertBlock(plain_shape())
    table = cursor.insertTable(_ROWS, _COLUMNS, table_shape())
    cursor.endEditBlock()
    return table.cellAt(0, 0).firstCursorPosition()


def leave_cell(cursor: QTextCursor) -> QTextCursor:
    """A cursor in the cell below; under the last row a row is added, and from an empty last row the table is left."""
    table = cursor.currentTable()
    at = table.cellAt(cursor)
    if at.row() + 1 < table.rows():
        return table.cellAt(at.row() + 1, at.column()).firstCursorPosition()
    if table.rows() > 2 and _is_empty(table, at.row()):
        after = QTextCursor(table.lastCursorPosition())
        after.movePosition(QTextCursor.MoveOperation.NextBlock)
        table.removeRows(at.row(), 1)
        return after
    table.appendRows(1)
    return table.cellAt(table.rows() - 1, 0).firstCursorPosition()


def add_row(cursor: QTextCursor) -> None:
    """Put a row below the one a cursor is in."""
    if table := cursor.currentTable():
        table.insertRows(table.cellAt(cursor).row() + 1, 1)


def add_column(cursor: QTextCursor) -> None:
    """Put a column right of the one a cursor is in."""
    if table := cursor.currentTable():
        table.insertColumns(table.cellAt(cursor).column() + 1, 1)


def remove_row(cursor: QTextCursor) -> QTextCursor:
    """Take away the row a cursor is in, with the last but one the table; gives a cursor that stays in the table."""
    table = cursor.currentTable()
    if table is None:
        return cursor
    at, rows = table.cellAt(cursor), table.rows()
    row, column = at.row(), at.column()
    table.removeRows(row, 1 if rows > 2 else rows)
    return table.cellAt(min(row, rows - 2), column).firstCursorPosition() if rows > 2 else cursor


def remove_column(cursor: QTextCursor) -> QTextCursor:
    """Take away the column a cursor is in, with the last but one the table; gives a cursor that stays in the table."""
    table = cursor.currentTable()
    if table is None:
        return cursor
    at, columns = table.cellAt(cursor), table.columns()
    row, column = at.row(), at.column()
    table.removeColumns(column, 1 if columns > 2 else columns)
    return table.cellAt(row, min(column, columns - 2)).firstCursorPosition() if columns > 2 else cursor


def _is_empty(table: QTextTable, row: int) -> bool:
    cells = (table.cellAt(row, column) for column in range(table.columns()))
    return all(cell.firstCursorPosition().position() == cell.lastCursorPosition().position() for cell in cells)
