"""What a number format makes of a number: a day, a percentage, thousands, or nothing to see."""

import re
from enum import Enum

_SPEAKS_OF_TIME = re.compile(r"(?<![_\\])[dmhys]", re.IGNORECASE)
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_ASIDE = re.compile(r'"[^"]*"?|\[(?!(?:h+|m+|s+)\])[^\]]*\]|\\.|[_*].', re.IGNORECASE)
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\]")
_IN_THOUSANDS = re.compile(r"[0#?](,+)[^0#?,]*$")
_SHOWS = {
    "<": float.__lt__, "<=": float.__le__, ">": float.__gt__, ">=": float.__ge__, "=": float.__eq__, "<>": float.__ne__,
}  # fmt: skip
GENERAL = "General"
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm",
    21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
    **dict.fromkeys((*range(27, 37), *range(50, 59)), "dd/mm/yyyy"),
}  # fmt: skip
"""Formats that a workbook names by number only. ECMA-376, part 1, 18.8.30; the last are the days of eastern Asia."""


class Shows(Enum):
    """What a number under a format is."""

    NUMBER = "number"
    PERCENT = "percent"
    DAY = "day"
    DURATION = "duration"


def shows(code: str) -> Shows:
    """What a number is by its format's first section."""
    first = code.split(";")[0]
    if _ELAPSED.search(first):
        return Shows.DURATION
    plain = _ASIDE.sub("", first)
    if code != GENERAL and _SPEAKS_OF_TIME.search(plain):
        return Shows.DAY
    return Shows.PERCENT if "%" in plain else Shows.NUMBER


def scale(code: str) -> int:
    """By how much the shown number is smaller than the one in the cell: 1, 1,000 or 1,000,000."""
    whole, _, fraction = _ASIDE.sub("", code.split(";")[0]).partition(".")
    found = (_IN_THOUSANDS.search(part) for part in (whole, fraction))
    return int(1000 ** sum(len(match[1]) for match in found if match))


def hides(code: str, value: float) -> bool:
    """Whether a number other than nought is shown by a format without any of its digits, as by `[<5]"*"` or `;;;`."""
    if not value or code == GENERAL:
        return False
    plain = _ASIDE.sub("", _section(code, value))
    return not any(mark in plain for mark in "0#?@") and GENERAL.lower() not in plain.lower()


def may_mislead(code: str) -> bool:
    """Whether some number under the format would not show what the cell holds."""
    return scale(code) > 1 or any(hides(code, value) for value in _TRIALS | _edges(code))


_TRIALS = {1.0, -1.0, 1e9, -1e9}


def _edges(code: str) -> set[float]:
    limits = [float(match[2]) for match in _CONDITION.finditer(code)]
    return {limit + step for limit in limits for step in (-1, 0, 1)}


def _section(code: str, value: float) -> str:
    """The part of a format that a number is shown by."""
    sections = _sections(code)
    conditions = [_CONDITION.search(section) for section in sections]
    if any(conditions):
        for section, condition in zip(sections, conditions, strict=True):
            if condition is None or _SHOWS[condition[1]](float(value), float(condition[2])):
                return section
        return GENERAL
    below = value < 0 and len(sections) > 1
    return sections[1] if below else sections[0]


def _sections(code: str) -> list[str]:
    """A format's sections for numbers, without the fourth, which is for text."""
    held = re.sub(r'"[^"]*"?|\\.', lambda match: match[0].replace(";", "\x00"), code)
    return held.split(";")[:3]
