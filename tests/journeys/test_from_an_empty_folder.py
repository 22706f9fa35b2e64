"""From an empty folder to a signed extension, by commands in processes of their own, as a script would give them."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).parent.parent.parent
WHO = {"CONTRACT_DESK_OFFICER": "A. Officer", "CONTRACT_DESK_POST": "Commissioner"}


class Desk:
    """Commands given in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def give(self, *words: str, status: int = 0) -> str:
        """Give a command that ends with a status; gives what it said."""
        environment = {**os.environ, **WHO, "PYTHONPATH": str(PROJECT)}
        command = [sys.executable, "-m", "desktop", *words]
        done = subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, check=False)
        assert done.returncode == status, done.stderr.decode()
        return (done.stderr if status else done.stdout).decode()

    def state(self, *words: str) -> Any:
        """Give a command that speaks JSON."""
        return json.loads(self.give(*words, "--json"))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_contract_is_entered_extended_signed_printed_and_proved(desk: Desk) -> None:
    desk.give("new", "r.register")
    desk.give("add-provider", "r.register", "Help CIO", "--alias", "Help")
    desk.give("add-contract", "r.register", "H-1", "--title", "Help at home", "--provider", "help", "--part", "East",
              "--starts", "1 April 2024", "--ends", "31 March 2026", "--option", "12",
              "--notice", "council|3 months")  # fmt: skip
    assert [each["matter"] for each in desk.state("attention", "r.register", "--on", "2 January 2026")["lines"]] == [
        "Take the decision", "Decide on an extension option", "Contract ends",
    ]  # fmt: skip
    desk.give("record-decision", "r.register", "OD.1", "--subject", "Extend help", "--kind", "officer",
              "--decided", "5/1/2026", "--decision", "EXTEND the contract.")  # fmt: skip
    fund = ("--fund", "East|Council|2026-27|£100,000", "--fund", "East|NHS|2026-27|£50,000.50")
    refusal = desk.give(
        "extend", "r.register", "H-1", "--decision", "OD.1", *fund, "--total", "Total|£150,000", status=1
    )
    assert "a difference of £0.50" in refusal
    desk.give("extend", "r.register", "H-1", "--decision", "OD.1", *fund, "--total", "Total|£150,000.50")
    assert "Decision unsigned" in {
        each["matter"] for each in desk.state("attention", "r.register", "--on", "5/1/2026")["lines"]
    }
    desk.give("sign", "r.register", "OD.1", "--on", "6/1/2026")
    desk.give("record", "r.register", "OD.1", "--to", "record.pdf")
    desk.give("export", "r.register", "--to", "register.xlsx", "--on", "6/1/2026")
    contract = desk.state("show", "r.register", "H-1", "--on", "6/1/2026")
    assert (contract["ends_on"], contract["funding_years"][0]["total_pence"]) == ("2027-03-31", 150_000_50)
    entries = desk.state("history", "r.register", "H-1")["entries"]
    assert {(each["officer"], each["post"]) for each in entries} == {("A. Officer", "Commissioner")}
    assert "is in order" in desk.give("check", "r.register")
    assert (desk.folder / "record.pdf").read_bytes().startswith(b"%PDF")


def test_a_write_that_a_crash_broke_off_is_taken_back_by_the_next_command(desk: Desk) -> None:
    desk.give("sample", "s.register")
    crash = (
        "import os, sqlite3; c = sqlite3.connect('s.register', isolation_level=None);"
        "c.execute('PRAGMA journal_mode = TRUNCATE'); c.execute('PRAGMA cache_size = 1');"
        "c.execute('BEGIN'); c.execute('CREATE TABLE junk (x)');"
        "c.executemany('INSERT INTO junk VALUES (?)', [('x' * 3000,)] * 2000); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", crash], cwd=desk.folder, check=False)
    assert (desk.folder / "s.register-journal").stat().st_size
    assert "Needs attention on 3 October 2025: 5" in desk.give("attention", "s.register", "--on", "3/10/2025")
    assert "is in order" in desk.give("check", "s.register")
