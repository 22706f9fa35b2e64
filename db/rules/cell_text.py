"""Text as a spreadsheet's cell can hold it, and what had to be left out."""

import re

LONGEST_TEXT = 32_767
"""The most characters a cell holds, counted as Excel counts them (an emoji counts as two)."""

CANNOT_STAND = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?")
_NEEDS_CLEANING = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
_LOOKS_CODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def clean_text(text: str) -> tuple[str, str]:
    """The text as a cell can hold it, and what had to be left out, as words; empty when nothing was.

    Line ends become single line feeds, which is not counted as a loss.
    """
    lined = _LINE_ENDS.sub("\n", text) if "\r" in text else text
    kept, dropped = CANNOT_STAND.subn("", lined)
    cut = _cut(kept) if len(kept) > LONGEST_TEXT // 2 else kept
    losses = [f"{dropped} control character{'s' * (dropped > 1)} left out"] * bool(dropped)
    losses += [f"{len(kept) - len(cut):,} characters past Excel's limit of {LONGEST_TEXT:,} left out"] * (cut != kept)
    return cut, " and ".join(losses)


def coded(text: str) -> str:
    """The text as it is stored in a workbook, so that words such as _x0041_ are not read as a letter's code.

    Source: ECMA-376, part 1, 22.9.2.19.
    """
    return _LOOKS_CODED.sub("_x005F_", text) if "_x" in text else text


def needs_cleaning(text: str) -> bool:
    """Whether clean_text or coded may change the text."""
    return len(text) > LONGEST_TEXT // 2 or _NEEDS_CLEANING.search(text) is not None


def _cut(text: str) -> str:
    return text.encode("utf-16-le")[: LONGEST_TEXT * 2].decode("utf-16-le", "ignore")
