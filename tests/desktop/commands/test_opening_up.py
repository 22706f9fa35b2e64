"""Publishing, handing over, coming back and data quality from the command line."""

import csv
import json
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from db.register import Register
from tests.desktop.commands.command_line import OFFICER, content, done, refused

LATER = datetime(2026, 1, 6, 9, 30, tzinfo=UTC)


def rows_of(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(file.read_bytes().decode("utf-8-sig"))))


def change(file: Path, cell: str, value: object, sheet: str = "Register") -> None:
    workbook: Any = load_workbook(file)
    workbook[sheet][cell] = value
    workbook.save(file)


def test_a_workbook_goes_out_is_edited_and_comes_back_as_its_changes(sample: Path, tmp_path: Path) -> None:
    file, before = tmp_path / "out.xlsx", content(sample)
    done("export", sample, "--to", file)
    assert done("apply-changes", sample, file, *OFFICER) == (
        "The workbook says what the register says.\nTook in 0 changes from out.xlsx. Nothing was changed.\n"
    )
    change(file, "O2", "C. Manager")
    change(file, "F2", "1 April 2018")
    said = done("apply-changes", sample, file, "--preview")
    assert "Contract manager: not recorded → “C. Manager”" in said
    assert "Not applied" in said
    assert "correct-terms" in said
    assert content(sample) == before
    assert "Took in 1 change from out.xlsx.\n" in done("apply-changes", sample, file, *OFFICER)
    done("undo", sample, *OFFICER)
    assert content(sample) == before


def test_a_conflict_waits_for_a_word_on_whose_value_stands(sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.xlsx"
    done("export", sample, "--to", file)
    reference = load_workbook(file)["Register"]["A2"].value
    change(file, "O2", "Theirs")
    done("edit", sample, reference, "--manager", "Ours", *OFFICER)
    assert "Say which of the two stands" in refused_after_lines(sample, file)
    said = done("apply-changes", sample, file, "--settle", "register", *OFFICER)
    assert "Both changed" in said
    assert "(the register: “Ours”)" in said
    assert "Nothing was changed" in said
    assert "Took in 1 change" in done("apply-changes", sample, file, "--settle", "workbook", *OFFICER)


def refused_after_lines(sample: Path, file: Path) -> str:
    from tests.desktop.commands.command_line import give

    result = give("apply-changes", sample, file, *OFFICER)
    assert result.exit_code == 1
    return result.stderr


def test_added_rows_are_taken_in_when_asked_for(sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.xlsx"
    done("export", sample, "--to", file)
    workbook: Any = load_workbook(file)
    workbook["Register"].append(["NEW-1", "A new contract"])
    workbook["Parts"].append(["NEW-1", "A new contract", "A part"])
    workbook.save(file)
    said = done("apply-changes", sample, file, *OFFICER)
    assert "Added, taken in with --add: Register, NEW-1" in said
    assert "Not applied: NEW-1, A part was added to Parts. Use vary." in said
    assert "1 new row" in done("apply-changes", sample, file, "--add", *OFFICER)
    assert "A new contract" in done("show", sample, "NEW-1")


def test_a_contract_whose_row_was_taken_out_is_taken_out_when_asked_for(sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.xlsx"
    done("add-contract", sample, "MISTAKE", "--title", "Entered twice", *OFFICER)
    done("export", sample, "--to", file)
    workbook: Any = load_workbook(file)
    sheet = workbook["Register"]
    sheet.delete_rows(next(cell.row for cell in sheet["A"] if cell.value == "MISTAKE"))
    workbook.save(file)
    said = done("apply-changes", sample, file, *OFFICER)
    assert "No longer in Register, taken out with --remove: MISTAKE" in said
    assert "Nothing was changed" in said
    assert "took out 1 contract" in done("apply-changes", sample, file, "--remove", *OFFICER)
    assert "No contract has the reference" in refused("show", sample, "MISTAKE")
    assert done("restore-contract", sample) == "MISTAKE, Entered twice\n"
    done("restore-contract", sample, "mistake", *OFFICER)
    assert "Entered twice" in done("show", sample, "MISTAKE")
    assert "was taken out of the register. Give none" in refused("restore-contract", sample, "MISTAKE")


def test_a_contract_is_withdrawn_with_a_reason(sample: Path) -> None:
    done("add-contract", sample, "MISTAKE", "--title", "Entered twice", *OFFICER)
    done("withdraw-contract", sample, "MISTAKE", "--because", "Entered twice", *OFFICER)
    assert "MISTAKE" not in done("list", sample)


def test_a_workbook_of_the_past_is_the_register_as_it_was_and_does_not_come_back(sample: Path, tmp_path: Path) -> None:
    then, again = tmp_path / "then.xlsx", tmp_path / "again.xlsx"
    done("export", sample, "--to", then)
    done("edit", sample, "SAMPLE-CN-A", "--manager", "Later", *OFFICER, at=LATER)
    done("export", sample, "--to", again, "--as-at", "5/1/2026", at=LATER)
    for name in ("Register", "Parts and funding", "Decisions"):
        one, other = load_workbook(then)[name], load_workbook(again)[name]
        assert list(one.iter_rows(values_only=True)) == list(other.iter_rows(values_only=True))
    assert "was not written from a register" in refused("apply-changes", sample, again)


def test_what_changed_between_two_days_is_said_and_written(sample: Path, tmp_path: Path) -> None:
    done("edit", sample, "SAMPLE-CN-A", "--manager", "Later", *OFFICER, at=LATER)
    file = tmp_path / "changes.xlsx"
    said = done("changes", sample, "--since", "5/1/2026", "--to", file, at=LATER)
    assert said.startswith("1 change between 5 January 2026 and 6 January 2026")
    assert "Register: SAMPLE-CN-A, Contract manager: not recorded → Later" in said
    assert "A. Officer, Commissioner: Changed contract manager of SAMPLE-CN-A" in said
    assert load_workbook(file)["Changes"].max_row == 2
    assert "Give the earlier day first" in refused("changes", sample, "--since", "7/1/2026", "--until", "5/1/2026")


def test_a_detail_is_restored_as_it_was_on_a_day(sample: Path) -> None:
    done("edit", sample, "SAMPLE-CN-A", "--manager", "Later", *OFFICER, at=LATER)
    said = done("restore", sample, "SAMPLE-CN-A", "manager", "--as-at", "5/1/2026", *OFFICER, at=LATER)
    assert said == "Restored contract manager of SAMPLE-CN-A.\n"
    assert "Later" not in done("show", sample, "SAMPLE-CN-A")


def test_an_anonymised_copy_has_no_name_of_a_provider(sample: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.register"
    assert done("anonymise", sample, target) == f"Made the anonymised copy “{target}”.\n"
    with Register.open(sample, writable=False) as register:
        names = [name.encode() for each in register.providers.all() for name in each.names]
    assert names
    assert [name for name in names if name in target.read_bytes()] == []
    assert "is in order" in done("check", target)
    assert "is there already" in refused("anonymise", sample, target)


def test_the_transparency_register_is_written_and_its_gaps_are_said(sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "contracts.csv"
    said = done("transparency", sample, "--to", file, "--quarter", "1/11/2025", "--department", "Adult social care",
                "--vat", "£0")  # fmt: skip
    rows = rows_of(file)
    assert len(rows[0]) == 38
    assert {row["OrganisationalUnit"] for row in rows} == {"Adult social care"}
    assert f"Wrote {len(rows)} contracts of 1 October 2025 to 31 December 2025" in said
    assert "SMESupplier" in said
    done("transparency", sample, "--to", file, "--edition", "guidance")
    assert list(rows_of(file)[0])[2] == "EffectiveDate"
    done("transparency", sample, "--to", tmp_path / "contracts.xlsx")
    assert load_workbook(tmp_path / "contracts.xlsx").sheetnames[0] == "Contracts"
    stands = done("readiness", sample, "--quarter", "1/11/2025")
    assert "0 of" in stands
    assert "department (OrganisationalUnit)" in stands


def test_open_contracting_data_needs_the_councils_prefix(sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "releases.json"
    assert "State the council's prefix" in refused("ocds", sample, "--to", file)
    assert not file.exists()
    done("ocds", sample, "--to", file, "--prefix", "ocds-abc123")
    made = json.loads(file.read_text("utf-8"))
    assert made["version"] == "1.1"
    with Register.open(sample, writable=False) as register:
        assert len(made["releases"]) == len(register.contracts.all())


def test_a_sheet_is_written_as_separated_text(sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "register.csv"
    done("export-csv", sample, "--to", file)
    assert "SAMPLE-CN-A" in {row["Reference"] for row in rows_of(file)}
    done("export-csv", sample, "--to", file, "--sheet", "providers")
    assert "Provider" in rows_of(file)[0]
    assert "There is no sheet “x”" in refused("export-csv", sample, "--to", file, "--sheet", "x")


def test_the_audit_return_is_written_for_a_period(sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "audit.csv"
    said = done(
        "audit-return", sample, "--from", "1/1/2020", "--until", "31/12/2025", "--to", file, "--threshold", "£0"
    )
    assert f"Wrote {len(rows_of(file))} lines" in said
    assert {row["What"] for row in rows_of(file)} & {"Extension", "Variation"}
    done("audit-return", sample, "--from", "1/1/2020", "--until", "31/12/2025", "--to", tmp_path / "audit.xlsx")
    assert load_workbook(tmp_path / "audit.xlsx").sheetnames == ["Return", "About"]


def test_a_pack_holds_the_document_and_what_is_added(sample: Path, tmp_path: Path) -> None:
    letter, target = tmp_path / "letter.pdf", tmp_path / "pack.zip"
    letter.write_bytes(b"a letter")
    assert "with 1 file to" in done("pack", sample, "SAMPLE-CN-A", "--to", target, "--with", letter)
    with ZipFile(target) as packed:
        names = packed.namelist()
    assert "SAMPLE-CN-A/SAMPLE-CN-A contract pack.pdf" in names
    assert "SAMPLE-CN-A/Letters/letter.pdf" in names
    done("pack", sample, "SAMPLE-CN-A", "--to", tmp_path / "pack.pdf")
    assert (tmp_path / "pack.pdf").read_bytes().startswith(b"%PDF")


def test_quality_is_counted_and_one_rules_rows_are_listed(sample: Path) -> None:
    said = done("quality", sample)
    assert "found by 18 rules" in said
    assert "No contract manager" in said
    listed = done("quality", sample, "--rule", "no manager")
    assert listed.startswith("A contract that is not over has no contract manager. ")
    assert "SAMPLE-CN-A  " in listed
    assert "There is no rule “x”" in refused("quality", sample, "--rule", "x")


@pytest.mark.parametrize("words", [("transparency",), ("ocds", "--prefix", "ocds-abc123"), ("export-csv",),
                                   ("pack", "SAMPLE-CN-A")], ids=" ".join)  # fmt: skip
def test_nothing_is_written_over_a_register(sample: Path, words: tuple[str, ...]) -> None:
    before = sample.read_bytes()
    assert "is not written over" in refused(words[0], sample, *words[1:], "--to", sample)
    assert sample.read_bytes() == before


def test_what_the_council_states_is_set_once_and_used_by_all_that_is_published(sample: Path, tmp_path: Path) -> None:
    target = tmp_path / "t.csv"
    assert "Department" in done("publisher", sample)
    done("publisher", sample, "--department", "Adults", "--vat", "0", *OFFICER)
    done("transparency", sample, "--to", target, "--quarter", "1/2/2024")
    assert {row["OrganisationalUnit"] for row in rows_of(target)} >= {"Adults"}
    done("transparency", sample, "--to", target, "--quarter", "1/2/2024", "--department", "Children")
    assert "Adults" not in {row["OrganisationalUnit"] for row in rows_of(target)}
    stated = json.loads(done("publisher", sample, "--json"))
    assert (stated["department"], stated["irrecoverable_vat"]) == ("Adults", 0)
    done("publisher", sample, "--department", "", *OFFICER)
    assert json.loads(done("publisher", sample, "--json"))["department"] == ""
