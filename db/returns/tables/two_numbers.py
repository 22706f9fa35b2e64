"""Two numbers written in one cell: shares such as 5/9, and a figure with another beside it."""

import re

_NUMBER = r"[-+]?£?\d[\d,]*(?:\.\d+)?%?"
_SHARE = re.compile(rf"({_NUMBER})\s*(?:/|\bof\b|\bout of\b)\s*({_NUMBER})", re.IGNORECASE)
_BESIDE = re.compile(
    rf"({_NUMBER})\s*[(\[]\s*({_NUMBER})\s*[)\]]|({_NUMBER})\s*(?:[-\u2013;|&+]|\band\b|\bto\b|\n|\s)\s*({_NUMBER})",
    re.IGNORECASE,
)
_LONGEST = 60


def two_numbers(text: str) -> str:
    """What is wrong with a text of two numbers and what to do, as sentences; empty where it is no such text."""
    said = text.strip()
    if len(said) > _LONGEST:
        return ""
    if _SHARE.fullmatch(said):
        return (
            "It is a share of two numbers, and a cell holds one. Have the figure itself written there, or the two in "
            "cells of their own."
        )
    if match := _BESIDE.fullmatch(said):
        first, second = [each for each in match.groups() if each]
        return (
            f"Two numbers stand in one cell, {first} and {second}, and nothing says which counts. Have that one "
            "written there alone, and the other in a cell of its own."
        )
    return ""
