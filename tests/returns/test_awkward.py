"""Whatever is sent, the answer is its cells or a sentence of its own kind."""

import random
import re

import pytest

from db.returns.cells import Cells, address
from db.returns.workbook import UnreadableWorkbook, read_content
from tests.returns import files
from tests.returns.awkward_read import OPEN_XML, OTHERS, READ, SEPARATED, Expected
from tests.returns.awkward_refused import REFUSED
from tests.returns.other_kinds import ods, ods_rows, ods_table, xls, xlsb

ROWS = (("Measure", "Figure", "Comment"), ("People", 12, "All well"), ("Spend", 18_250.5, None)) * 4
CELLS = "".join(f"<tr>{''.join(f'<td colspan=1>{each}</td>' for each in row)}</tr>" for row in ROWS)
XML_ROWS = (
    CELLS.replace("td colspan=1", 'Cell><Data ss:Type="String"').replace("/td", "/Data></Cell").replace("tr>", "Row>")
)
WHOLE = {
    "xlsx": files.filled({"C10": 12, "C11": "£5"}),
    "xls": xls(ROWS),
    "xlsb": xlsb(ROWS),
    "ods": ods(ods_table(ods_rows(ROWS))),
    "html": f"<html><body><p>Return</p><table>{CELLS}</table></body></html>".encode(),
    "xml": (
        '<?xml version="1.0"?><Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f'<Worksheet ss:Name="Sheet"><Table>{XML_ROWS}</Table></Worksheet></Workbook>'
    ).encode(),
    "csv": "\r\n".join(",".join("" if each is None else str(each) for each in row) for row in ROWS).encode(),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_holds_no_cells_gets_a_sentence_that_names_the_file_and_says_what_it_is(name: str) -> None:
    content, said = REFUSED[name]
    with pytest.raises(UnreadableWorkbook, match=r"“sent\.xlsx”") as refused:
        read_content(content, "sent.xlsx")
    assert said in str(refused.value)


def test_each_kind_of_refusal_has_a_sentence_of_its_own() -> None:
    sentences: dict[str, set[str]] = {}
    for content, said in REFUSED.values():
        sentences.setdefault(said, set()).add(re.sub(r"\d[\d,]*", "", refusal_of(content)))
    told = [sentence for of_a_kind in sentences.values() for sentence in of_a_kind]
    assert len(set(told)) == len(told) >= 30


@pytest.mark.parametrize("name", REFUSED)
def test_no_refusal_speaks_as_programs_do(name: str) -> None:
    assert not re.search(r"Error|Exception|ZipFile|None|\w_\w|\w\(", refusal_of(REFUSED[name][0]))


@pytest.mark.parametrize("name", READ)
def test_an_awkward_file_is_read_with_every_value_at_its_address(name: str) -> None:
    content, expected = READ[name]
    assert by_address(read_content(content, "sent.xlsx")) == expected


def test_there_are_enough_awkward_files() -> None:
    assert len(REFUSED) + len(READ) >= 120
    assert min(map(len, (OPEN_XML, SEPARATED))) >= 25
    assert OTHERS


@pytest.mark.parametrize("kind", WHOLE)
def test_a_whole_file_is_read(kind: str) -> None:
    assert read_content(WHOLE[kind], "sent").kind == kind


@pytest.mark.parametrize("kind", WHOLE)
def test_a_damaged_file_gives_cells_or_a_sentence(kind: str) -> None:
    assert outcomes(kind, 30, 1) <= {"cells", "a sentence"}


@pytest.mark.slow
@pytest.mark.parametrize("kind", WHOLE)
def test_a_file_damaged_in_any_of_400_ways_gives_cells_or_a_sentence(kind: str) -> None:
    assert outcomes(kind, 400, 2) <= {"cells", "a sentence"}


@pytest.mark.parametrize("name", READ)
def test_an_awkward_file_cut_short_gives_cells_or_a_sentence(name: str) -> None:
    content = READ[name][0]
    for share in (*(tenth / 10 for tenth in range(1, 10)), 0.99):
        assert outcome(content[: int(len(content) * share)]) in ("cells", "a sentence")


def outcomes(kind: str, count: int, seed: int) -> set[str]:
    """What comes of a file of a kind damaged in a number of ways, half of them within its parts."""
    chance = random.Random(f"{kind} {seed}")  # noqa: S311 - chance, not a secret
    whole = WHOLE[kind]
    damaged = [damage(whole, chance) for _ in range(count // 2)]
    parts = files.parts_of(whole) if whole.startswith(b"PK") else {}
    names = [name for name in sorted(parts) if parts[name]]
    for _ in range(count - len(damaged)):
        if names:
            name = chance.choice(names)
            damaged.append(files.packed({**parts, name: damage(parts[name], chance)}))
        else:
            damaged.append(damage(whole, chance))
    return set(map(outcome, damaged))


def outcome(content: bytes) -> str:
    """Whether a file gives cells or a sentence. Anything else is raised."""
    try:
        read_content(content, "sent.xlsx")
    except UnreadableWorkbook:
        return "a sentence"
    return "cells"


def damage(part: bytes, chance: random.Random) -> bytes:
    """Some bytes with a few of them changed, and now and then cut short."""
    damaged = bytearray(part)
    for _ in range(chance.randint(1, 4)):
        damaged[chance.randrange(len(damaged))] = chance.choice(b'0123456789<>&"=/AZaz \x00\xff')
    return bytes(damaged[: chance.choice((len(damaged),) * 9 + (len(damaged) // 2,))])


def refusal_of(content: bytes) -> str:
    """What is said of a file that is refused."""
    with pytest.raises(UnreadableWorkbook) as refused:
        read_content(content, "sent.xlsx")
    return str(refused.value)


def by_address(cells: Cells) -> Expected:
    """What was read, by sheet and address."""
    return {sheet: {address(*place): value for place, value in found.items()} for sheet, found in cells.sheets.items()}
