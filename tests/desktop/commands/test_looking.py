"""What is told of the sample on any day: the days and figures of the two published decisions."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop.commands.saying import wrapped
from tests.desktop.commands.command_line import OFFICER, done, give, refused, stated

WELLBEING = ("SAMPLE-WB55-IMAGO", "SAMPLE-WB55-INVOLVE", "SAMPLE-WB55-SEK")


def shown(file: Path, reference: str, on: str) -> Any:
    return stated("show", file, reference, "--on", on)


def matters(file: Path, on: str) -> set[tuple[str, str | None]]:
    return {(each["matter"], each["contract"]) for each in stated("attention", file, "--on", on)["lines"]}


def test_on_1_december_2022_the_first_option_is_the_one_used(sample: Path) -> None:
    part_a = shown(sample, "SAMPLE-CN-A", "1 December 2022")
    assert [each["status"] for each in part_a["options"]] == ["used", "next"]
    assert part_a["options"][0]["decision"] == "22/00092"
    assert (part_a["ends_on"], part_a["maximum_end"]) == ("2024-03-31", "2025-03-31")
    assert part_a["decide_by"] == "2023-12-31"
    assert [each["number"] for each in part_a["decisions"]] == ["22/00092"]
    assert part_a["funding"] == []


def test_on_15_january_2024_the_second_extension_is_recorded(sample: Path) -> None:
    assert shown(sample, "SAMPLE-CN-B", "14/1/2024")["ends_on"] == "2024-03-31"
    part_b = shown(sample, "SAMPLE-CN-B", "15/1/2024")
    assert part_b["extensions"][-1] == {
        "option": 2, "starts_on": "2024-04-01", "ends_on": "2025-03-31", "decided_on": "2024-01-15",
        "decision": "OD.24.00002",
    }  # fmt: skip
    (year,) = part_b["funding_years"]
    assert (year["year"], year["total_pence"]) == ("2024-25", 3_760_205_00)
    assert [each["total_pence"] for each in year["partners"]] == [2_507_501_00, 1_252_704_00]


def test_on_1_april_2025_part_a_is_past_its_end_while_part_b_runs_on(sample: Path) -> None:
    part_a, part_b = shown(sample, "SAMPLE-CN-A", "2025-04-01"), shown(sample, "SAMPLE-CN-B", "2025-04-01")
    assert (part_a["status"], part_a["ends_on"]) == ("Running past its end", "2025-03-31")
    assert shown(sample, "SAMPLE-CN-A", "2025-03-31")["status"] == "Running"
    assert (part_b["status"], part_b["ends_on"]) == ("Running", "2026-03-31")
    assert part_b["variations"][0]["decision"] == "24/00113"
    assert ("Running past its end", "SAMPLE-CN-A") in matters(sample, "2025-04-01")
    assert ("Running past its end", "SAMPLE-CN-B") not in matters(sample, "2025-04-01")


def test_the_notice_decided_on_2_october_2025_would_end_part_a_on_2_january_2026(sample: Path) -> None:
    (decided,) = shown(sample, "SAMPLE-CN-A", "2025-10-02")["notices_decided"]
    assert decided["is_served"] is False
    assert decided["ends_on_if_served_that_day"] == "2026-01-02"
    assert decided["decision"] == "Changes to the Community Wellbeing Services"
    assert any("Dodds v Walker" in step for step in decided["working"])
    assert ("Notice decided, service not recorded", "SAMPLE-CN-A") in matters(sample, "2025-10-02")
    assert shown(sample, "SAMPLE-CN-A", "2025-10-01")["notices_decided"] == []


@pytest.mark.parametrize("reference", WELLBEING)
def test_wellbeing_contracts_end_on_31_march_2027_with_notice_by_31_december_2026(sample: Path, reference: str) -> None:
    contract = shown(sample, reference, "2025-10-02")
    assert contract["ends_on"] == "2027-03-31"
    assert contract["serve_by"] == contract["serve_by_latest_arguable_on"] == "2026-12-31"
    assert contract["serve_by_working"]


def test_wellbeing_is_worth_3_87_million_and_1_63_million_as_proposed(sample: Path) -> None:
    contracts = [shown(sample, each, "2025-10-02") for each in WELLBEING]
    assert sum(each["annual_value_pence"] for each in contracts) == 3_870_000_00
    assert sum(each["proposed_annual_value_pence"] for each in contracts) == 1_630_000_00
    assert stated("list", sample, "--on", "2025-10-02")["annual_value_pence"] == 3_870_000_00
    assert stated("list", sample, "--on", "2026-01-02")["annual_value_pence"] == 1_630_000_00


def test_the_day_before_the_decision_nothing_is_known_of_what_it_proposes(sample: Path) -> None:
    involve = shown(sample, "SAMPLE-WB55-INVOLVE", "2025-10-01")
    assert involve["proposed_annual_value_pence"] is None
    assert {each["state"] for each in involve["annual_values"]} == {"current"}
    assert involve["ends_on"] is None
    assert involve["status"] == "Term not recorded"


def test_an_option_not_used_in_time_has_lapsed(sample: Path) -> None:
    for _ in range(40):
        if "OD.24.00002" not in done("show", sample, "SAMPLE-CN-A"):
            break
        done("undo", sample)
    assert [each["status"] for each in shown(sample, "SAMPLE-CN-A", "2024-04-01")["options"]] == ["used", "lapsed"]
    assert [each["status"] for each in shown(sample, "SAMPLE-CN-A", "2022-01-01")["options"]] == ["next", "unused"]


def test_a_page_shows_days_and_pounds_as_people_write_them(sample: Path) -> None:
    page = done("show", sample, "sample-cn-b", "--on", "15/1/2024")
    facts = ("As it stands on 15 January 2024", "£2,507,501", "£3,760,205", "by OD.24.00002, 15 January 2024")
    assert page.startswith("SAMPLE-CN-B: Community Navigation Part B")
    assert [each for each in (*facts, "Maximum end  31 March 2025") if each not in page] == []
    assert all(len(line) <= 100 for line in page.splitlines())


def test_a_day_is_never_parted_at_a_line_end(sample: Path) -> None:
    page = done("show", sample, "SAMPLE-WB55-INVOLVE", "--on", "2025-10-03")
    assert "Proposed annual value £700,000" in page
    assert page.count("2 January 2026") == 3
    assert wrapped(f"{'x' * 87} on 2 January 2026") == [f"{'x' * 87} on", "2 January 2026"]


def test_attention_is_said_for_people_with_its_working(sample: Path) -> None:
    page = done("attention", sample, "--on", "3 October 2025")
    assert "Needs attention on 3 October 2025: 5" in page
    assert "OVERDUE" in page
    assert "Served that same day, 3 months’ notice would end the contract on 2 January 2026." in page


def test_without_a_day_it_is_today_where_the_command_is_given(sample: Path) -> None:
    late_in_kiritimati = datetime.fromisoformat("2026-01-06T00:30:00+14:00")
    assert "on 6 January 2026" in done("attention", sample, at=late_in_kiritimati)


def test_a_register_is_shown_as_it_stood_at_the_end_of_a_day(sample: Path) -> None:
    later = datetime(2026, 3, 1, 12, tzinfo=UTC)
    done("give-notice", sample, "SAMPLE-CN-A", "--served", "2/10/2025", *OFFICER, at=later)
    assert stated("show", sample, "SAMPLE-CN-A", "--on", "2025-12-01")["notices"][0]["ends_on"] == "2026-01-02"
    as_it_stood = stated("show", sample, "SAMPLE-CN-A", "--as-at", "1/2/2026", "--on", "2025-12-01")
    assert (as_it_stood["notices"], as_it_stood["status"]) == ([], "Running past its end")
    assert stated("show", sample, "SAMPLE-CN-A", "--as-at", "1/2/2026")["seen_on"] == "2026-02-01"
    assert "No contract has the reference" in refused("show", sample, "SAMPLE-CN-A", "--as-at", "1/1/2025")
    assert "nothing" in done("attention", sample, "--as-at", "1/1/2025")


def test_history_says_who_did_what_and_what_changed(sample: Path) -> None:
    done("edit", sample, "SAMPLE-CN-A", "--manager", "B. Manager", *OFFICER)
    page = done("history", sample, "SAMPLE-CN-A")
    assert "A. Officer, Commissioner" in page
    assert "Contract, contract manager: blank → “B. Manager”" in page
    newest = stated("history", sample, "SAMPLE-CN-A")["entries"][0]
    assert newest["at"] == "2026-01-05T09:30:00.000+00:00"
    assert (newest["verb"], newest["kind"], newest["of_number"]) == ("edit details", "done", None)
    assert newest["changes"][0]["after"]["manager"] == "B. Manager"


def test_a_list_has_every_contract_with_its_ends(sample: Path) -> None:
    page = done("list", sample, "--on", "2025-10-03")
    assert "7 contracts on 3 October 2025, £3,870,000 a year recorded" in page
    assert "SAMPLE-CN-A            Running past its end  31 Mar 2025" in page


@pytest.mark.parametrize("day", ["31/2/2025", "31/12/25", "soon", "", "2025-13-01", "March 2025"])
def test_a_day_that_is_none_is_refused_with_what_to_write(sample: Path, day: str) -> None:
    result = give("attention", sample, "--on", day)
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert any(word in result.stderr for word in ("real date", "4 numbers", "Enter a date", "include a day"))


def test_a_contract_that_cannot_be_read_is_one_line_and_stops_nobody(sample: Path) -> None:
    import sqlite3

    with sqlite3.connect(sample) as connection:
        connection.execute("UPDATE contract SET starts_on = '2019-02-31' WHERE reference = 'SAMPLE-CN-A'")
    connection.close()
    lines = {each["reference"]: each for each in stated("list", sample, "--on", "2025-10-03")["contracts"]}
    assert "cannot be read" in lines["SAMPLE-CN-A"]["problem"]
    assert lines["SAMPLE-CN-B"]["status"] == "Running"
    assert ("Cannot be read", "SAMPLE-CN-A") in matters(sample, "2025-10-03")
    assert "cannot be read" in done("list", sample)
