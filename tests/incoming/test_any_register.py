"""Whatever stands in a register: every row is taken in or listed, none twice, and nothing it says is lost."""

from collections import Counter
from random import Random

import pytest

from db.incoming.choices import Choices, NameAnswer, Past, Repeat
from db.incoming.fields import MONEY, Field
from db.incoming.known import Known
from db.incoming.plan import Plan, answered, plan
from db.returns.cells import Cells, CellValue
from db.rules.provider import plain_name
from tests.incoming.boards import HEADINGS, TODAY, cells_of, provider

CELLS: tuple[tuple[CellValue | None, ...], ...] = (
    ("R-1", "R-2", "r-1", "007", "TBC", 7, None, "6756**", "Reference", "Total"),
    ("Meals", "Lifts", None, "N/A", "Title", "Transport for adults", 5, "=1+1"),
    ("Alder Ltd", "Alder Limited", "Alder", "Elm; Oak", "Elm / Oak", "SEK", None, "-", "Elm", "Social Enterprise Kent"),
    ("1/4/2026", "4/13/2026", "13/4/2026", "2026-04-01", "cancelled", None, 46113, "1 April 2026", "01/01/0001"),
    ("31/3/2027", "3/4/2027", "TBC", "1/4/2025", None, "31 March 2047", "1/4/2026 and 1/5/2026", True),
    ("£5", "(5)", "£0-£2M", 1, None, "$5", "£1.00£2.00", -3, 1.005, "nil"),
    ("Yes", "No", 12, "12 + 12", None, "31/3/2028", "maybe", "2 years"),
    ("a note", None, "another\nline", "  ", 3.5),
)
KNOWN = Known((provider("Social Enterprise Kent"), provider("Alder", company="123")))


def made(chance: Random) -> Cells:
    """Rows of anything, under headings or not, with whole rows again and cells beyond the headings."""
    rows: list[list[CellValue | None]] = [[*HEADINGS, "Notes"]] if chance.random() < 0.8 else []
    for _ in range(chance.randrange(1, 14)):
        row = [chance.choice(each) for each in CELLS[: chance.randrange(1, 9)]]
        rows += [row, [], row] if chance.random() < 0.1 else [row]
        if chance.random() < 0.1:
            rows.append([*row, *([None] * 9), "far out"])
    return cells_of(*rows)


def chosen(chance: Random) -> Choices:
    return Choices(
        past=chance.choice(list(Past)),
        prefix=chance.choice(["", "N-"]),
        let_go=chance.choice([frozenset(Field), frozenset(), MONEY]),
        leave=frozenset({("Register", chance.randrange(1, 12))}),
        fixes={("Register", chance.randrange(2, 9), chance.randrange(1, 8)): "fixed"},
    )


def settled(cells: Cells, choices: Choices, chance: Random) -> tuple[Plan, Choices]:
    """A plan with every question answered by chance."""
    found = plan(cells, KNOWN, TODAY, choices)
    for _ in range(60):
        if not found.questions:
            break
        question = chance.choice(found.questions)
        choices = answered(choices, question, chance.choice(question.answers)[1])
        found = plan(cells, KNOWN, TODAY, choices)
    return found, choices


def check(found: Plan, cells: Cells) -> None:
    accepted = [row for each in found.drafts for row in each.rows]
    accepted += [row for each in found.changes for row in each.draft.rows]
    every = [row.key for row in (*accepted, *(each.row for each in found.listed))]
    assert not [key for key, count in Counter(every).items() if count > 1]
    assert found.rows_in == found.rows_accepted + len(found.listed) == len(every)
    assert all(each.reason for each in found.listed)
    held = Counter(place[0] for place, value in cells.sheets["Register"].items() if str(value).strip())
    said = {row.number: len(row.texts) for row in (*accepted, *(each.row for each in found.listed))}
    header = max(found.sheets[0].header_rows, default=0) if found.sheets else 0
    assert said == {row: count for row, count in held.items() if row > header}


@pytest.mark.parametrize("seed", range(150))
def test_every_row_is_taken_in_or_listed_whatever_it_says(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - the same for the same seed
    cells = made(chance)
    choices = chosen(chance)
    check(plan(cells, KNOWN, TODAY, choices), cells)
    found, _ = settled(cells, choices, chance)
    check(found, cells)
    assert not found.questions


@pytest.mark.parametrize("seed", range(60))
def test_no_reference_and_no_provider_is_ever_entered_twice(seed: int) -> None:
    chance = Random(1000 + seed)  # noqa: S311 - the same for the same seed
    found, _ = settled(made(chance), Choices(), chance)
    references = Counter(each.reference.strip().casefold() for each in found.drafts)
    assert not [key for key, count in references.items() if count > 1]
    names = [plain_name(each.name) for each in found.providers]
    known = {plain_name(name) for each in KNOWN.providers for name in each.names}
    assert len(set(names)) == len(names)
    assert not set(names) & known
    entered = {*names, *(plain_name(each.name) for each in KNOWN.providers)}
    assert all(plain_name(party.name) in entered for each in found.drafts for party in each.providers)


def test_an_answer_that_is_none_of_those_offered_is_no_answer() -> None:
    found = plan(cells_of(HEADINGS, ["R-1", "Meals", "Elm / Oak"]), KNOWN, TODAY)
    with pytest.raises(ValueError, match="is no answer to name"):
        answered(Choices(), found.questions[0], "yes")
    assert answered(Choices(), found.questions[0], NameAnswer.new()).names == {"Elm / Oak": NameAnswer.new()}
    assert answered(Choices(), found.questions[0], Repeat.ONE).references == {"Elm / Oak": Repeat.ONE}
