"""Words that were typed survive the end of the program."""

import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.drafts import Draft, Drafts

AT = datetime(2024, 1, 15, 9, 12, tzinfo=UTC)
REGISTER = Path("Adult Social Care.register")
DRAFT = Draft(AT, {"reasons": "Because £12 < £13 & “so”", "exemptionParagraphs": [True, False]})


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return Drafts(tmp_path / "drafts")


def test_a_draft_comes_back_as_it_was_typed(drafts: Drafts) -> None:
    assert drafts.keep(REGISTER, "d1", DRAFT)
    assert drafts.find(REGISTER, "d1") == DRAFT


def test_each_decision_of_each_register_has_its_own(drafts: Drafts) -> None:
    drafts.keep(REGISTER, "d1", DRAFT)
    assert drafts.find(REGISTER, "d2") is None
    assert drafts.find(Path("Other.register"), "d1") is None
    assert drafts.find(None, "d1") is None


def test_what_is_in_the_register_is_dropped(drafts: Drafts) -> None:
    drafts.keep(REGISTER, "d1", DRAFT)
    drafts.drop(REGISTER, "d1")
    drafts.drop(REGISTER, "d1")
    assert drafts.find(REGISTER, "d1") is None
    assert not list(drafts.folder.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights otherwise")
def test_only_its_owner_reads_a_draft(drafts: Drafts) -> None:
    drafts.keep(REGISTER, "d1", DRAFT)
    [file] = drafts.folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(drafts.folder.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"at": 1}',
        b"\xff\xfe",
        b'{"at": "2024-01-15T09:12:00", "decision": "d1", "typed": {"a": "b"}}',
        b'{"at": "2024-01-15T09:12:00+00:00", "decision": "d1", "typed": {}}',
        b'{"at": "yesterday", "decision": "d1", "typed": {"a": "b"}}',
        b'{"at": "2024-01-15T09:12:00+00:00", "typed": {"a": "b"}}',
        b'{"at": "2024-01-15T09:12:00+00:00", "decision": "d2", "typed": {"a": "b"}}',
    ],
)
def test_a_file_that_is_no_draft_counts_as_none(drafts: Drafts, content: bytes) -> None:
    drafts.keep(REGISTER, "d1", DRAFT)
    [file] = drafts.folder.iterdir()
    file.write_bytes(content)
    assert drafts.find(REGISTER, "d1") is None


def test_a_folder_that_cannot_be_written_is_told_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "drafts").write_text("a file where the folder should be")
    assert not Drafts(tmp_path / "drafts").keep(REGISTER, "d1", DRAFT)
