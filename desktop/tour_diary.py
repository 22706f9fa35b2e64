"""What the tour shows of the diary: the days to decide by, a letter of notice, the days ahead as a calendar file."""

from datetime import date, datetime
from pathlib import Path

from db.changes import Author
from db.register import Register
from desktop.commands.letter_writing import letter_of
from desktop.commands.runways import ahead_of, runway_page
from desktop.commands.ways_out import calendar_file
from exports.files import write_beside_then_replace

ENDED_BY_NOTICE = "SAMPLE-CN-A"
LETTER = f"letter-{ENDED_BY_NOTICE}.pdf"
RUNWAYS = "runways.txt"
CALENDAR = "calendar.ics"
SENT = datetime(2025, 10, 2, 10, 0)
SEEN_ON = date(2025, 10, 3)
_AHEAD = ("SAMPLE-CN-B", "SAMPLE-WB55-SEK")


def write_diary(register: Register, by: Author, folder: Path, at: datetime) -> str:
    """Leave the three in a folder, as seen on the day after the key decision; gives what was done in a line."""
    pages = (runway_page(ahead_of(register, each, SEEN_ON)) for each in _AHEAD)
    write_beside_then_replace(folder / RUNWAYS, "\n\n".join(pages).encode() + b"\n")
    write_beside_then_replace(folder / LETTER, _letter(register, by))
    write_beside_then_replace(folder / CALENDAR, calendar_file(register, at, SEEN_ON))
    return f"Counted back to the days to decide by, wrote the notice on {ENDED_BY_NOTICE} and the days ahead."


def _letter(register: Register, by: Author) -> bytes:
    from exports.letters import render

    return render(letter_of(register, by, ENDED_BY_NOTICE, SENT.date(), SENT, "hand"))
