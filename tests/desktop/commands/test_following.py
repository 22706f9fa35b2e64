"""Returns followed from the command line: the ledger, reminders, acceptance, measures, ratings, scorecards."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.desktop.commands.command_line import OFFICER, content, done, give, refused, stated
from tests.desktop.commands.test_returns import GOOD

MEASURES = {
    "measures": [
        {
            "name": "People supported in the quarter",
            "unit": "number",
            "direction": "higher is better",
            "rule": "target and floor",
            "targets": [{"from": "1 April 2025", "target": "500", "floor": "400"}],
        },
        {"name": "Spend in the quarter", "unit": "pounds"},
    ]
}
QUARTER = ("--quarter", "15/11/2025")


@pytest.fixture
def followed(sample: Path) -> Path:
    """The sample with returns of Part A expected, and that for the quarter of November 2025 received."""
    done("expect-returns", sample, "SAMPLE-CN-B", "--from", "1/7/2025", "--days", "15", "--working", *OFFICER)
    file = sample.with_name("return.xlsx")
    done("blank-return", sample, "SAMPLE-CN-B", "--to", file, *QUARTER)
    from exports.filled_return import fill_in

    file.write_bytes(fill_in(file.read_bytes(), GOOD))
    done("read-return", sample, file, "--import", *OFFICER)
    return sample


def lines(file: Path, *words: str) -> list[tuple[str, str, str | None]]:
    said = stated("ledger", file, *words)["lines"]
    return [(each["quarter"], each["state"], each["due_on"]) for each in said]


def measured(file: Path) -> None:
    source = file.with_name("measures.json")
    source.write_text(json.dumps(MEASURES), encoding="utf-8")
    done("define-measures", file, "SAMPLE-CN-B", "--from", source, *OFFICER)


def test_the_ledger_says_how_each_quarter_stands_and_counts_working_days(followed: Path) -> None:
    assert lines(followed, "--on", "20/1/2026") == [
        ("Quarter 4 2025-26", "expected", "2026-04-23"),
        ("Quarter 3 2025-26", "received", "2026-01-22"),
        ("Quarter 2 2025-26", "late", "2025-10-21"),
    ]
    assert lines(followed, "--state", "late") == [("Quarter 2 2025-26", "late", "2025-10-21")]
    assert "Late by 91 days" in done("ledger", followed, "--on", "20/1/2026")


def test_the_ledger_is_written_as_a_workbook(followed: Path) -> None:
    target = followed.with_name("ledger.xlsx")
    done("ledger", followed, "--to", target)
    sheet = load_workbook(BytesIO(target.read_bytes())).worksheets[0]
    assert sheet["A2"].value == "SAMPLE-CN-B"


def test_a_reminder_is_written_and_recorded_only_when_told_to(followed: Path) -> None:
    before = content(followed)
    said = done("chase", followed, "SAMPLE-CN-B", *OFFICER)
    assert said.startswith("Subject: SAMPLE-CN-B: monitoring return for Quarter 2 2025-26")
    assert "was due by 21 October 2025" in said
    assert content(followed) == before
    assert "Recorded a reminder of 1 return of SAMPLE-CN-B" in done("chase", followed, "--record", *OFFICER)
    assert stated("ledger", followed)["lines"][-1]["reminded_on"] == "2026-01-05"


def test_nothing_owed_is_nothing_to_chase(sample: Path) -> None:
    assert refused("chase", sample) == "No return is owed, so there is nothing to chase."


def test_a_return_is_accepted_once_and_only_when_it_has_come(followed: Path) -> None:
    assert "Accepted the return of SAMPLE-CN-B" in done("accept-return", followed, "SAMPLE-CN-B", *QUARTER, *OFFICER)
    assert lines(followed, "--state", "accepted")[0][0] == "Quarter 3 2025-26"
    assert "is accepted already" in refused("accept-return", followed, "SAMPLE-CN-B", *QUARTER)
    assert "was received" in refused("accept-return", followed, "SAMPLE-CN-B", "--quarter", "1/7/2025")


def test_measures_said_are_read_again_as_the_same(followed: Path) -> None:
    measured(followed)
    before = content(followed)
    said = stated("define-measures", followed, "SAMPLE-CN-B")
    assert said["measures"][0]["targets"] == [{"from": "1 April 2025", "target": "500", "floor": "400"}]
    source = followed.with_name("again.json")
    source.write_text(json.dumps(said), encoding="utf-8")
    done("define-measures", followed, "SAMPLE-CN-B", "--from", source, *OFFICER)
    assert content(followed) == before


@pytest.mark.parametrize(
    ("measures", "sentence"),
    [
        ([], "The file states no measures"),
        ([{"unit": "number"}], "Measure 1 of the file has no name"),
        ([{"name": "Calls", "unit": "dozens"}], "“dozens” is no unit"),
        ([{"name": "Calls", "goal": "5"}], "states goal, which is not known"),
        ([{"name": "Calls"}, {"name": "calls"}], "Two measures are called"),
        ([{"name": "Calls", "rule": "bands", "bands": [{"to": "5", "rating": "red"},
                                                       {"from": "6", "rating": "green"}]}],
         "Figures between 5 and 6 belong to no band"),
        ([{"name": "Calls", "targets": "90"}], "targets is not a list"),
    ],
)  # fmt: skip
def test_measures_that_cannot_be_followed_are_refused_and_nothing_is_changed(
    sample: Path, measures: object, sentence: str
) -> None:
    source = sample.with_name("measures.json")
    source.write_text(json.dumps({"measures": measures}), encoding="utf-8")
    before = content(sample)
    assert sentence in refused("define-measures", sample, "SAMPLE-CN-B", "--from", source)
    assert content(sample) == before


def test_a_file_that_is_no_json_is_refused(sample: Path) -> None:
    source = sample.with_name("measures.json")
    source.write_text("measures: none", encoding="utf-8")
    assert "is not JSON" in refused("define-measures", sample, "SAMPLE-CN-B", "--from", source)
    assert give("define-measures", sample, "SAMPLE-CN-B").exit_code == 2


def test_a_scorecard_rates_figures_and_an_officers_own_rating_stands_with_its_reason(followed: Path) -> None:
    measured(followed)
    page = done("scorecard", followed, "SAMPLE-CN-B")
    assert "412 is below the target of 500 but reaches the floor of 400." in page
    done("rate", followed, "SAMPLE-CN-B", "people supported in the quarter", *QUARTER, "--as", "green",
         "--reason", "Agreed for the move", "--until", "31/3/2026", *OFFICER)  # fmt: skip
    page = " ".join(done("scorecard", followed, "SAMPLE-CN-B").split())
    assert "Rated green by A. Officer until 31 March 2026: Agreed for the move." in page
    assert "Rated green" not in done("scorecard", followed, "SAMPLE-CN-B", "--on", "1/4/2026", *QUARTER)
    assert "has no measure called “Visits”" in refused(
        "rate", followed, "SAMPLE-CN-B", "Visits", *QUARTER, "--as", "red", "--reason", "r", "--until", "31/3/2026"
    )


def test_a_scorecard_is_written_as_a_pdf_or_a_workbook_by_its_name(followed: Path) -> None:
    measured(followed)
    for name, beginning in (("card.pdf", b"%PDF-1.7"), ("card.xlsx", b"PK")):
        target = followed.with_name(name)
        assert "Wrote the scorecard of SAMPLE-CN-B" in done("scorecard", followed, "SAMPLE-CN-B", "--to", target)
        assert target.read_bytes().startswith(beginning)
    assert "ends in neither .pdf nor .xlsx" in refused(
        "scorecard", followed, "SAMPLE-CN-B", "--to", followed.with_name("card.doc")
    )


def test_a_scorecard_is_of_one_contract_or_of_all_of_a_provider_or_service(followed: Path) -> None:
    page = done("scorecard", followed, "--service", "Community Navigation")
    assert "SAMPLE-CN-A, " in page
    assert "SAMPLE-CN-B, " in page
    assert give("scorecard", followed).exit_code == 2
    assert give("scorecard", followed, "SAMPLE-CN-B", "--provider", "Involve").exit_code == 2
    assert "There is no such contract" in refused("scorecard", followed, "--provider", "Nobody")
