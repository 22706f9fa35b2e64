"""A provider's return sent out, read back and kept from the command line."""

from pathlib import Path

import pytest

from db.register import Register
from exports.filled_return import Answer, fill_in
from tests.desktop.commands.command_line import OFFICER, content, done, refused, stated

GOOD: tuple[Answer, ...] = ((412, ""), (120, "fewer"), ("N/A", "not held"), (18_250.5, ""), ("Went well.", ""))
ONE_WRONG: tuple[Answer, ...] = (GOOD[0], ("about 120", ""), *GOOD[2:])


def returned(sample: Path, answers: tuple[Answer, ...], name: str = "return.xlsx") -> Path:
    """A blank return of Part A for the quarter of November 2025, filled in."""
    file = sample.with_name(name)
    done("blank-return", sample, "SAMPLE-CN-A", "--to", file, "--quarter", "15/11/2025")
    file.write_bytes(fill_in(file.read_bytes(), answers))
    return file


def test_a_blank_return_is_for_the_quarter_of_today_unless_told_otherwise(sample: Path) -> None:
    said = done("blank-return", sample, "SAMPLE-CN-A", "--to", sample.with_name("b.xlsx"))
    assert "Quarter 4 2025-26" in said


def test_a_return_is_first_read_and_nothing_is_kept(sample: Path) -> None:
    before = content(sample)
    file = returned(sample, ONE_WRONG)
    page = done("read-return", sample, file)
    assert "SAMPLE-CN-A, Quarter 3 2025-26 (1 October 2025 to 31 December 2025)" in page
    assert "Return C10  People supported in the quarter" in page
    assert "£18,250.50" in page
    assert "cell C11, New referrals received, holds “about 120”" in page
    assert "recorded as not returned, not as 0" in page
    assert "Read, not imported." in page
    assert content(sample) == before


def test_the_readings_carry_their_cells_and_the_problems_their_rules(sample: Path) -> None:
    read = stated("read-return", sample, returned(sample, ONE_WRONG))
    assert read["is_imported"] is False
    figures = [each for each in read["readings"] if each["cell"].startswith("C")]
    assert [(each["value"], each["value_pence"], each["cell"]) for each in figures] == [
        (412, None, "C10"), (None, None, "C12"), (None, 1_825_050, "C13"), ("Went well.", None, "C14"),
    ]  # fmt: skip
    (problem,) = read["problems"]
    assert (problem["sheet"], problem["cell"], problem["value"]) == ("Return", "C11", "about 120")
    assert problem["rule"] == "A number is whole and 0 or more, such as 1,234."


def test_what_could_be_read_is_imported_and_the_same_file_again_changes_nothing(sample: Path) -> None:
    file = returned(sample, ONE_WRONG)
    assert stated("read-return", sample, file, "--import", *OFFICER)["is_imported"] is True
    before = content(sample)
    said = done("read-return", sample, file, "--import", *OFFICER)
    assert "was imported already. Nothing was changed." in said
    assert "about 120" in said
    assert content(sample) == before
    (kept,) = stated("show", sample, "SAMPLE-CN-A")["returns"]
    assert (kept["quarter"], kept["number"], kept["received_on"]) == ("Quarter 3 2025-26", 1, "2026-01-05")
    with Register.open(sample, writable=False) as register:
        digest = register.returns.all()[0].file_sha256
        assert register.returns.file(digest) == file.read_bytes()


def test_a_corrected_return_is_a_second_one(sample: Path) -> None:
    done("read-return", sample, returned(sample, ONE_WRONG), "--import", *OFFICER)
    assert "(number 2)" in done("read-return", sample, returned(sample, GOOD, "again.xlsx"), "--import", *OFFICER)
    assert [each["number"] for each in stated("show", sample, "SAMPLE-CN-A")["returns"]] == [2, 1]


def test_a_return_that_was_not_filled_in_is_not_imported(sample: Path) -> None:
    file = returned(sample, ())
    assert "was not filled in" in done("read-return", sample, file)
    assert "has no figure that can be imported" in refused("read-return", sample, file, "--import")


def test_the_return_of_another_register_is_refused(sample: Path, tmp_path: Path) -> None:
    file = returned(sample, GOOD)
    done("new", tmp_path / "other.register")
    assert "is not in this register" in refused("read-return", tmp_path / "other.register", file, "--import")


@pytest.mark.parametrize(("written", "sentence"), [(b"PK\x03\x04 words", "is damaged"), (None, "There is no file")])
def test_a_file_that_is_no_workbook_is_refused(sample: Path, written: bytes | None, sentence: str) -> None:
    file = sample.with_name("r.xlsx")
    if written is not None:
        file.write_bytes(written)
    assert sentence in refused("read-return", sample, file)


def test_a_return_that_is_expected_is_late_until_it_comes(sample: Path) -> None:
    def late() -> list[str]:
        lines = stated("attention", sample, "--on", "2026-01-20")["lines"]
        return [each["act_by"] for each in lines if each["matter"] == "Return late"]

    done("give-notice", sample, "SAMPLE-CN-A", "--served", "2/10/2025", *OFFICER)
    done("expect-returns", sample, "SAMPLE-CN-A", "--from", "1/10/2025", "--days", "14", *OFFICER)
    assert late() == ["2026-01-14"]
    done("read-return", sample, returned(sample, GOOD), "--import", *OFFICER)
    assert late() == []
    assert "from 0 to 365 days" in refused(
        "expect-returns", sample, "SAMPLE-CN-A", "--from", "1/10/2025", "--days", "400"
    )


def test_a_contract_asks_its_own_measures_once_they_are_set(sample: Path) -> None:
    done("set-measures", sample, "SAMPLE-CN-A", "--measure", "Calls|number", "--measure", "In time|percent", *OFFICER)
    read = stated("read-return", sample, returned(sample, ((7, ""), (0.855, ""))))
    assert [(each["measure"], each["value"]) for each in read["readings"]] == [("Calls", 7), ("In time", 85.5)]
    assert "Two measures have the same name" in refused(
        "set-measures", sample, "SAMPLE-CN-A", "--measure", "Calls|number", "--measure", "calls|words"
    )
    assert "is not a unit" in refused("set-measures", sample, "SAMPLE-CN-A", "--measure", "Calls|dozens")
    done("set-measures", sample, "SAMPLE-CN-A", "--standard", *OFFICER)
    assert "People supported" in done("read-return", sample, returned(sample, GOOD))
