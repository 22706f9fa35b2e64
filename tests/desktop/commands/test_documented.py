"""What resources/help/commands.md promises is what the commands do: every command, every option, every key."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from openpyxl import load_workbook

from desktop.commands import desk
from exports.filled_return import fill_in
from resources import path
from tests.desktop.commands.command_line import OFFICER, done
from tests.exports.signing_cases import counter_signed

HELP = path("help/commands.md").read_text("utf-8")
SAID_ONCE = {"--officer", "--post", "--help", "-h"}

MEASURES = json.dumps(
    {
        "measures": [
            {"name": "Calls", "targets": [{"from": "1/4/2025", "target": "90"}]},
            {"name": "Met", "unit": "percent", "rule": "bands", "bands": [{"rating": "green"}]},
        ]
    }
)


def sections(beginning: str) -> dict[str, str]:
    """The sections of the page whose headings begin so, by what the heading names in code type."""
    parts = re.split(r"^#+ ", HELP, flags=re.MULTILINE)
    found = (re.match(beginning + r"`([^`]+)`\n", part) for part in parts)
    return {match[1]: part for match, part in zip(found, parts, strict=True) if match}


def documented(command: str) -> set[str]:
    return set(re.findall(r"^\| `([^`]+)` \|", sections("JSON of ")[command], re.MULTILINE))


def keys(value: Any, at: str = "") -> Iterator[str]:
    """Where every value stands: `a.b[].c`; an empty list stands for nothing."""
    if isinstance(value, list):
        for each in value:
            yield from keys(each, f"{at}[]")
    elif isinstance(value, dict) and not at.endswith((".before", ".after")):
        for name, each in value.items():
            yield from keys(each, f"{at}.{name}" if at else name)
    else:
        yield at


def test_every_command_is_documented_and_no_other() -> None:
    assert list(sections("")) == [name for name in sections("") if name in desk.commands]
    assert set(sections("")) == set(desk.commands)


@pytest.mark.parametrize("name", list(desk.commands))
def test_every_option_of_a_command_is_documented_and_no_other(name: str) -> None:
    takes = {
        option
        for each in desk.commands[name].params
        if isinstance(each, click.Option)
        for option in (*each.opts, *each.secondary_opts)
    }
    said = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", sections("")[name]))
    assert takes - SAID_ONCE == said - SAID_ONCE


def own_workbook(sample: Path) -> Path:
    """A provider's own workbook with a question, a problem, and another layout than was learned of the one before."""
    file = sample.with_name("own.csv")
    file.write_text("Measure;Q3 2025-26\nPeople supported;12\nCalls;1\n", encoding="utf-8")
    done("import-return", sample, file, "--contract", "SAMPLE-CN-B", "--suggested", *OFFICER)
    rows = ("Measure;Area;Q4 2025-26", "People supported;North;about 12", "Calls;North;12,000", "New;South;<5",
            "Visits;South;nil", "\"Never closed;South;7")  # fmt: skip
    file.write_bytes("\n".join(rows).encode("cp1252"))
    return file


def emitted(sample: Path) -> dict[str, set[str]]:
    """Every key that commands emit on the sample after a little of everything."""
    blank = sample.with_name("r.xlsx")
    done("give-notice", sample, "SAMPLE-CN-A", "--served", "2/10/2025", *OFFICER)
    done("blank-return", sample, "SAMPLE-CN-A", "--to", blank, "--quarter", "2025-11-01")
    blank.write_bytes(fill_in(blank.read_bytes(), ((1, ""), ("about 2", ""))))
    done("acknowledge", sample, "1", *OFFICER)
    done("add-contract", sample, "FAR", "--title", "Ends beyond the list", "--starts", "1/4/2025",
         "--ends", "31/3/2033", "--notice", "council|3 months", *OFFICER)  # fmt: skip
    outputs = [
        ["attention"],
        ["notices"],
        ["runway", "SAMPLE-CN-B"],
        ["runway", "FAR"],
        ["list"],
        ["history", "SAMPLE-CN-A"],
        ["read-return", str(blank), "--import"],
        ["read-return", str(own_workbook(sample)), "--contract", "SAMPLE-CN-B"],
    ]
    measures = sample.with_name("measures.json")
    measures.write_text(MEASURES, encoding="utf-8")
    outputs += [["ledger"], ["define-measures", "SAMPLE-CN-B", "--from", str(measures)]]
    outputs += [["show", f"SAMPLE-{each}"] for each in ("CN-A", "CN-B", "WB55-SEK", "LWK-PORCHLIGHT")]
    outputs += [["show", "SAMPLE-WB55-SEK", "--on", "2025-10-03"], ["show", "SAMPLE-CN-B", "--on", "2022-12-01"]]
    found: dict[str, set[str]] = {}
    for words in (*outputs, ["show", "SAMPLE-CN-A"]):
        said = json.loads(done(words[0], sample, *words[1:], "--json"))
        found.setdefault(words[0], set()).update(keys(said))
    signed = sample.with_name("signed.pdf")
    signed.write_bytes(counter_signed())
    found["verify"] = set(keys(json.loads(done("verify", signed, "--register", sample, "--json"))))
    for words in ([], ["ends", "--sent", "today", "--by", "first-class", "--notice", "3", "months"]):
        found.setdefault("dates", set()).update(keys(json.loads(done("dates", *words, "--json"))))
    found |= emitted_back_and_out(sample)
    return found | emitted_bringing_in(sample)


def emitted_bringing_in(sample: Path) -> dict[str, set[str]]:
    """The keys of an old register and of a newer copy of it, with something of everything they may hold."""
    old, register = sample.with_name("old.csv"), sample.with_name("Own.register")
    head = "Ref,Contract title,Supplier,Start date,End date,Annual value,Extension (months),Colour"
    rows = (
        "A1,Meals,Example Care Limited,01/04/2024,31/03/2027,£1,12,x",
        "A2,Advice,Example Care Ltd,,,2,,",
        "A3,Carers,Example Advice,01/04/2024,31/02/2027,3,,",
        "A4,Respite,Example Advice,,,£20k - £30k,,",
    )
    done("new", register)
    old.write_text("\n".join((head, *rows)), encoding="utf-8")
    found = set(keys(json.loads(done("bring-in", register, old, "--json", *OFFICER))))
    found |= set(keys(json.loads(done("bring-in", sample, old, "--preview", "--answer", "name|Example Care Ltd=1",
                                      "--json"))))  # fmt: skip
    found |= set(keys(json.loads(done("bring-in", register, old, "--preview", "--json"))))
    old.write_text("\n".join((head, rows[0].replace("Meals", "Meals at home"))), encoding="utf-8")
    found |= set(keys(json.loads(done("bring-in", register, old, "--preview", "--json"))))
    return {"bring-in": found, "to-do": set(keys(json.loads(done("to-do", register, "--json"))))}


def emitted_back_and_out(sample: Path) -> dict[str, set[str]]:
    """The keys of what comes back from a workbook, of looking back, and of what is published."""
    book, csv = sample.with_name("own.xlsx"), str(sample.with_name("t.csv"))
    done("export", sample, "--to", book)
    done("edit", sample, "SAMPLE-CN-B", "--manager", "Ours", *OFFICER)
    sheets = load_workbook(book)
    sheet: Any = sheets["Register"]
    rows = {sheet.cell(row, 1).value: row for row in range(2, sheet.max_row + 1)}
    sheet.cell(rows["SAMPLE-CN-B"], 15).value = "Theirs"
    sheet.cell(rows["SAMPLE-CN-A"], 15).value = "Theirs"
    sheet.cell(rows["SAMPLE-CN-A"], 6).value = "1 April 2018"
    sheet["P1"] = "What we know"
    sheet.append(["NEW-1", "A new contract"])
    sheet.delete_rows(rows["SAMPLE-LWK-PORCHLIGHT"])
    sheets.save(book)
    done("edit", sample, "SAMPLE-CN-A", "--notes", "Asked twice", *OFFICER)
    found = {"apply-changes": set(keys(json.loads(done("apply-changes", sample, book, "--preview", "--json"))))}
    done("withdraw-contract", sample, "SAMPLE-WB55-SEK", "--because", "Entered twice", *OFFICER)
    for words in (["changes", "--since", "1/1/2020"], ["restore-contract"], ["publisher"], ["quality"], ["readiness"],
                  ["transparency", "--to", csv]):  # fmt: skip
        found[words[0]] = set(keys(json.loads(done(words[0], sample, *words[1:], "--json"))))
    return found


def test_every_key_that_is_emitted_is_documented_and_no_other(sample: Path) -> None:
    found = emitted(sample)
    assert set(found) == set(sections("JSON of "))
    assert {name: sorted(documented(name) ^ emits) for name, emits in found.items()} == {name: [] for name in found}


def test_days_and_amounts_are_known_by_the_end_of_their_keys(sample: Path) -> None:
    def pairs(value: Any) -> Iterator[tuple[str, Any]]:
        for name, each in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(each, dict | list):
                yield from pairs(each)
            elif each is not None:
                yield str(name), each

    said = [json.loads(done("show", sample, f"SAMPLE-{each}", "--json")) for each in ("CN-A", "CN-B", "WB55-SEK")]
    found = [pair for each in said for pair in pairs(each)]
    days = {name for name, value in found if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value)}
    assert {name for name in days if not name.endswith(("_on", "_by"))} == {
        "maximum_end",
        "ends_on_if_served_that_day",
    }
    amounts = {name for name, value in found if isinstance(value, int) and value > 100_000}
    assert amounts
    assert all(name.endswith("_pence") for name in amounts)


def test_letters_stand_as_they_are(sample: Path) -> None:
    done("edit", sample, "SAMPLE-CN-A", "--title", "Carers’ help – £5 ŵ", *OFFICER)
    assert '"title": "Carers’ help – £5 ŵ"' in done("show", sample, "SAMPLE-CN-A", "--json")
