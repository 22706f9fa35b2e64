"""The whole main job on the sample without a screen, every result left in a folder."""

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from db.changes import Author
from db.register import Register
from db.rules.contract import Contract
from db.rules.dates import show_day
from db.rules.refusal import Refusal
from db.sample import fill
from desktop.commands.attention_page import attention_page
from desktop.commands.attention_sorted import sorted_attention
from desktop.commands.contract_page import contract_page
from desktop.commands.known import known
from desktop.commands.ways_out import draw, register_workbook
from desktop.tour_case import RECORD, extend_by_decision, take_in_return
from desktop.tour_diary import CALENDAR, LETTER, RUNWAYS, write_diary
from exports.files import write_beside_then_replace

Say = Callable[[str], None]

CONTENTS = "contents.txt"
PICTURES = "pictures"
TELLING_DAYS = (date(2022, 12, 1), date(2024, 1, 14), date(2024, 1, 15), date(2025, 4, 1), date(2025, 10, 3))
"""Option 1 used, the eve and the day of option 2, Part A past its end, the day after the key decision."""

WRITTEN = {
    "sample.register": "the sample register: seven contracts from two published decisions; open it with contract-desk",
    "attention.txt": "what needed attention in it on six telling days, with the working behind each day",
    "contracts.txt": "each of its contracts as it stands today",
    "register.xlsx": "the whole of it as a workbook for Excel",
    RUNWAYS: "the steps before the last days of two contracts, counted back from each on 3 October 2025",
    LETTER: "the letter of notice that the decision of 2 October 2025 asked for, handed over that day",
    CALENDAR: "the days to act of the 24 months after 3 October 2025, for any calendar program",
    "officer.register": "the register of January 2024, in which an officer extends both contracts step by step",
    "officer.txt": "what the officer did and saw in it",
    RECORD: "the record of that decision, tagged and archival, made from what the officer entered",
    "return-blank.xlsx": "a provider's blank return for Part A",
    "return-filled.xlsx": "the same filled in with example figures, one of them wrongly",
    "officer backups": "a proved backup of the officer's register, with its fingerprint",
}
"""Everything the tour writes besides the pictures, and what each is."""


def run(folder: Path, say: Say, at: datetime, *, with_pictures: bool = True) -> None:
    """Do the job and leave its results in a folder; what an earlier tour left there is replaced, once all is made.

    Raises:
        Refusal: the folder holds files of those names that no tour wrote, or one of its registers is open.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _check_is_free(folder)
    making = folder / ".making"
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir()
    try:
        _do_everything(making, say, at)
        pictures = _draw(making / PICTURES, say) if with_pictures else {}
        _put_in_place(making, folder, {**WRITTEN, **pictures})
    finally:
        shutil.rmtree(making, ignore_errors=True)
    say(f"Written to {folder}:")
    for name, what in {**WRITTEN, **pictures}.items():
        say(f"  {name}: {what}")


def _do_everything(folder: Path, say: Say, at: datetime) -> None:
    by = Author("Tour", "made without an officer", at.astimezone(UTC))
    with Register.create(folder / "sample.register") as register:
        fill(register, by.at)
        _look_at(register, folder, at.date(), say)
        write_beside_then_replace(folder / "register.xlsx", register_workbook(register, at, at.date(), by.name))
        say(write_diary(register, by, folder, at))
        _prove(register, say)
    with Register.create(folder / "officer.register") as register:
        fill(register, by.at)
        said = [*extend_by_decision(register, by, folder), *take_in_return(register, by, folder)]
        for line in said:
            say(line.partition("\n")[0])
        write_beside_then_replace(folder / "officer.txt", "\n\n".join(said).encode())
        _prove(register, say)
        register.backup(by.at)


def _look_at(register: Register, folder: Path, today: date, say: Say) -> None:
    pages = []
    for day in (*TELLING_DAYS, today):
        found = sorted_attention(register, day)
        pages.append(attention_page(found, day))
        say(f"On {show_day(day)} the sample register has {len(found.open)} things that need attention.")
    contracts = [each for each in register.contracts.all() if isinstance(each, Contract)]
    shown = [contract_page(known(register, each.reference, today)) for each in contracts]
    write_beside_then_replace(folder / "attention.txt", _one_text(pages))
    write_beside_then_replace(folder / "contracts.txt", _one_text(shown))


def _one_text(pages: list[str]) -> bytes:
    return f"\n\n{'=' * 96}\n\n".join(pages).encode() + b"\n"


def _prove(register: Register, say: Say) -> None:
    problems = register.check()
    if problems:
        raise Refusal(f"The register the tour made is not in order: {problems[0]}")
    say("The register is in order: every row is as its journal says.")


def _draw(folder: Path, say: Say) -> dict[str, str]:
    say("Drawing every screen and dialog, light and dark.")
    draw(folder, at_usual_size=True)
    drawn = sum(each.is_file() for each in folder.rglob("*"))
    return {PICTURES: f"{drawn} picture{'s' * (drawn != 1)} of every screen and dialog"}


def _check_is_free(folder: Path) -> None:
    ours = _left_by_a_tour(folder)
    for name in (*WRITTEN, PICTURES, CONTENTS):
        if (folder / name).exists() and name not in ours:
            raise Refusal(f"“{folder / name}” was not written by a tour and stays as it is. Choose another folder.")
    for register in (folder / name for name in WRITTEN if name.endswith(".register")):
        if register.exists():
            _check_is_closed(register)


def _check_is_closed(file: Path) -> None:
    with Register.open(file) as register:
        if register.read_only:
            raise Refusal(f"{register.read_only_because} Close it there, or choose another folder for the tour.")


def _left_by_a_tour(folder: Path) -> set[str]:
    contents = folder / CONTENTS
    if not contents.exists():
        return set()
    return {CONTENTS, *(line.partition(":")[0] for line in contents.read_text("utf-8").splitlines())}


def _put_in_place(making: Path, folder: Path, written: dict[str, str]) -> None:
    names = set(written) | _left_by_a_tour(folder) - {CONTENTS}
    listed = "".join(f"{name}: {written.get(name, '')}\n" for name in sorted(names))
    write_beside_then_replace(folder / CONTENTS, listed.encode())
    for name in written:
        if (folder / name).is_dir():
            shutil.rmtree(folder / name)
        (making / name).replace(folder / name)
