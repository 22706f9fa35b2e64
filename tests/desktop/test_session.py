"""Facts about this sitting: the one clock, the officer, and what they chose."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from db.rules.refusal import Refusal
from desktop.look.palette import Scheme
from desktop.session import Officer, Session

SUMMER_EVENING = datetime(2024, 7, 15, 23, 30, tzinfo=UTC)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(tmp_path / "deep" / "settings.ini", lambda: SUMMER_EVENING)


def again(session: Session) -> Session:
    return Session(session.path)


def test_the_day_is_the_day_where_the_officer_sits(session: Session, time_zone: str) -> None:
    assert session.today() == SUMMER_EVENING.astimezone().date()
    assert (
        session.today()
        == {
            "Europe/London": date(2024, 7, 16),
            "Pacific/Kiritimati": date(2024, 7, 16),
            "America/Los_Angeles": date(2024, 7, 15),
        }[time_zone]
    )


def test_the_moment_is_utc_whatever_the_clock_gives(tmp_path: Path) -> None:
    ahead = timezone(timedelta(hours=14))
    session = Session(tmp_path / "s.ini", lambda: datetime(2024, 7, 16, 1, 0, tzinfo=ahead))
    assert session.moment() == datetime(2024, 7, 15, 11, 0, tzinfo=UTC)
    assert session.moment().utcoffset() == timedelta(0)


def test_nobody_acts_before_they_say_who_they_are(session: Session) -> None:
    assert session.officer is None
    with pytest.raises(Refusal, match="Enter your name and post"):
        session.author()


@pytest.mark.parametrize(("name", "post"), [("", "Commissioner"), ("A. Officer", "  ")])
def test_a_name_or_post_left_empty_is_refused(session: Session, name: str, post: str) -> None:
    with pytest.raises(Refusal, match="Enter your name and your post"):
        session.keep_officer(name, post)
    assert session.officer is None


def test_the_officer_is_remembered_and_stands_in_the_journal(session: Session) -> None:
    session.keep_officer(" Ŵynne 100% Officer\n[x] ", "Commissioner = lead")
    kept = again(session).officer
    assert kept == Officer("Ŵynne 100% Officer [x]", "Commissioner = lead")
    author = session.author()
    assert (author.name, author.post, author.at) == (kept.name, kept.post, SUMMER_EVENING)


def test_the_look_is_remembered(session: Session) -> None:
    assert (session.scheme, session.text_size) == (Scheme.SYSTEM, 1.0)
    session.keep_look(Scheme.DARK, 1.5)
    assert (again(session).scheme, again(session).text_size) == (Scheme.DARK, 1.5)


@pytest.mark.parametrize("kept", ["[look]\nscheme = Purple\ntext_size = huge", "\x00\xff", "[look", "text_size"])
def test_choices_that_cannot_be_read_count_as_none(tmp_path: Path, kept: str) -> None:
    path = tmp_path / "settings.ini"
    path.write_bytes(kept.encode("latin-1"))
    session = Session(path)
    assert (session.scheme, session.text_size, session.officer) == (Scheme.SYSTEM, 1.0, None)
    session.keep_officer("A. Officer", "Commissioner")
    assert again(session).officer == Officer("A. Officer", "Commissioner")


def test_registers_opened_last_come_first_and_those_gone_are_left_out(session: Session, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.register" for number in range(10)]
    for path in paths:
        path.touch()
        session.remember(path)
    session.remember(paths[4])
    paths[9].unlink()
    assert [path.stem for path in again(session).recents()] == ["4", "8", "7", "6", "5", "3", "2"]


def test_layouts_and_choices_are_remembered_by_name(session: Session) -> None:
    session.keep_layout("registerTable", '{"order": ["A: b", "C=d"]}')
    session.keep_choice("railFolded", "yes")
    assert again(session).layout("registerTable") == '{"order": ["A: b", "C=d"]}'
    assert again(session).choice("railFolded") == "yes"
    assert again(session).layout("other") == ""


def test_a_folder_that_cannot_be_written_costs_the_choice_never_the_work(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    session = Session(blocked / "settings.ini")
    session.keep_look(Scheme.DARK)
    assert session.scheme is Scheme.DARK
    assert blocked.read_bytes() == b""
