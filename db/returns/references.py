"""A cell's address as a spreadsheet's own Go To takes it."""

import re

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_LIKE_A_CELL = re.compile(r"[A-Za-z]{1,3}\d+")


def go_to_address(sheet: str, cell: str) -> str:
    """A sheet and a cell, as Return!C10 or 'Q3 2025-26'!C10: quotes stand where the sheet's name is no plain word."""
    if not sheet:
        return cell
    is_plain = _PLAIN.fullmatch(sheet) and not _LIKE_A_CELL.fullmatch(sheet)
    doubled = sheet.replace("'", "''")
    return f"{sheet}!{cell}" if is_plain else f"'{doubled}'!{cell}"
