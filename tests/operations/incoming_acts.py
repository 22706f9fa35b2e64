"""The verbs on registers that were kept elsewhere, with arguments drawn by chance: some are done, some are refused."""

from datetime import date
from random import Random

from db.changes import Author, Changed
from db.incoming.choices import Choices, Past
from db.incoming.plan import answered, plan
from db.operations.bring_in import bring_in, known_to, settle_rows
from db.register import Register
from db.returns.workbook import read_content
from tests.incoming.makings import csv_bytes

_HEADINGS: list[object] = [
    "Reference",
    "Title",
    "Supplier",
    "Start date",
    "End date",
    "Contract value",
    "Extension months",
]
_CELLS = (
    ("R-1", "R-2", "R-3", "N-1", "N-2", "N-3", ""),
    ("Meals", "Lifts", "", "Respite"),
    ("Northway", "North way", "Elm; Oak", "Southgate Trust", ""),
    ("1 April 2026", "20260401", "TBC", "2 May 2025"),
    ("31 March 2028", "cancelled", "31/12/9999", "1 January 2020"),
    ("£5,000", "£1.5m", "per lot", ""),
    ("12", "12 + 12", "", "x"),
)


def _bring_in(register: Register, by: Author, chance: Random) -> Changed:
    rows: list[list[object]] = [[chance.choice(each) for each in _CELLS] for _ in range(chance.randrange(5))]
    content = csv_bytes([_HEADINGS, *rows])
    choices = Choices(past=chance.choice(list(Past)), prefix=chance.choice(("", "NEW-")))
    cells, known, today = read_content(content, "register.csv"), known_to(register), date(2026, 2, 2)
    found = plan(cells, known, today, choices)
    for question in found.questions:
        choices = answered(choices, question, chance.choice(question.answers)[1])
    found = plan(cells, known, today, choices)
    return bring_in(register, by, found, content if chance.random() < 0.9 else b"another file")


def _settle_rows(register: Register, by: Author, chance: Random) -> Changed:
    waiting = register.brought_in.to_do()
    chosen = chance.sample(waiting, k=chance.randrange(len(waiting) + 1))
    return settle_rows(register, by, {each.id: each.version + (chance.random() < 0.1) for each in chosen})


INCOMING_ACTS = (_bring_in, _settle_rows)
"""The verbs on registers that were kept elsewhere."""
