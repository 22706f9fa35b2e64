"""How a cell is shown by what was understood of it: a tint, an icon and a word, never colour alone. No Qt here."""

from dataclasses import dataclass

from db.returns.tables.table import Role
from db.returns.understanding.meaning import Meaning
from db.returns.understanding.understood import Painted
from desktop.look.palette import Tone
from desktop.readings import figure


@dataclass(frozen=True, slots=True)
class CellLook:
    """A tint, an icon and the word both stand for in the legend."""

    word: str
    tone: Tone | None = None
    icon: str = ""
    is_bold: bool = False
    is_quiet: bool = False
    is_hatched: bool = False


READ = CellLook("Figure or words read", Tone.DONE, "tick")
NOT_RETURNED = CellLook("Not returned", Tone.NEUTRAL, "minus")
PROBLEM = CellLook("Problem", Tone.OVERDUE, "overdue")
QUESTION = CellLook("Question open", Tone.SOON, "help")
HEADING = CellLook("Heading", Tone.LATER, is_bold=True)
LABEL = CellLook("Says whose or when", Tone.LATER)
PERSONAL = CellLook("Personal data, not stored", Tone.NEUTRAL, "lock", is_quiet=True)
HIDDEN = CellLook("Hidden in the file", None, is_quiet=True, is_hatched=True)
ASIDE = CellLook("Not taken in", None, is_quiet=True)
PLAIN = CellLook("")

LEGEND = (READ, NOT_RETURNED, QUESTION, PROBLEM, HEADING, LABEL, PERSONAL, HIDDEN, ASIDE)
"""What stands under the sheet, in the order an officer looks for it."""

_LABELS = (Meaning.MEASURE, Meaning.PERIOD, Meaning.KIND, Meaning.UNIT, Meaning.GROUP, Meaning.PROVIDER,
           Meaning.CONTRACT)  # fmt: skip


def look_of(painted: Painted | None) -> CellLook:
    """The look of a cell: what waits for the officer before what was read, and that before what it is for."""
    if painted is None:
        return PLAIN
    if painted.problem:
        return PROBLEM
    if painted.question:
        return QUESTION
    if painted.reading:
        return NOT_RETURNED if painted.reading.value is None else READ
    return _by_role(painted)


def _by_role(painted: Painted) -> CellLook:
    if painted.role is Role.HIDDEN:
        return HIDDEN
    if painted.role is Role.HEADER:
        return HEADING
    if painted.meaning is Meaning.PERSONAL:
        return PERSONAL
    if painted.role is Role.DATA and painted.meaning in _LABELS:
        return LABEL
    return ASIDE


def understood_words(painted: Painted | None) -> str:
    """What was understood of a cell, as a sentence or two."""
    if painted is None:
        return "Blank."
    if painted.problem:
        return painted.problem.sentence.partition(f"“{painted.problem.value}”. ")[2] or painted.problem.sentence
    if painted.reading:
        each = painted.reading
        kind = "" if each.kind is Meaning.VALUE else f", {each.kind}"
        days = f" for {each.quarter.label if each.quarter else each.days}" if each.days else ""
        part = f", {each.group}" if each.group else ""
        said = f"Read as {each.name}{kind}{part}{days}: {figure(each.reading)}. {each.how}".strip()
        return f"{said} {painted.question.text}" if painted.question else said
    if painted.question:
        return painted.question.text
    return _role_words(painted)


def _role_words(painted: Painted) -> str:
    if painted.meaning is Meaning.PERSONAL:
        return "It looks like personal data. It is not stored."
    if painted.role is Role.DATA and painted.meaning:
        return f"{painted.meaning.value.capitalize()}."
    return {
        Role.TITLE: "A title.",
        Role.HEADER: "A heading.",
        Role.TOTAL: "A total: it adds up other figures and is not taken in.",
        Role.EXAMPLE: "An example. It is not taken in.",
        Role.NOTE: "A note. It is not taken in.",
        Role.HIDDEN: "Hidden in the file. It is not taken in unless you say so.",
        Role.DATA: "It is not taken in.",
    }.get(painted.role or Role.OUTSIDE, "Outside the tables. It is not taken in.")
