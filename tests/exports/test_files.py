"""Names that are safe anywhere, and a target that is always whole."""

import os
from pathlib import Path
from zipfile import BadZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.refusal import Refusal
from exports.files import LONGEST_NAME, safe_name, write_beside_then_replace


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Register 31 March 2025", "Register 31 March 2025.xlsx"),
        ("../../etc/passwd", "etc-passwd.xlsx"),
        ("C:\\Users\\x", "C-Users-x.xlsx"),
        ("OD.24/00002", "OD.24-00002.xlsx"),
        ("CON", "_CON.xlsx"),
        ("nul.txt", "_nul.txt.xlsx"),
        ("com1", "_com1.xlsx"),
        ("...", "file.xlsx"),
        ("", "file.xlsx"),
        ("a\u202exslx.exe", "axslx.exe.xlsx"),
        ("a\0b\nc", "ab c.xlsx"),
        ("Llŷn – Gŵyl", "Llŷn – Gŵyl.xlsx"),
        ('what? "this" <that>|*', "what- -this- -that.xlsx"),
    ],
)
def test_anyones_words_make_a_safe_name(text: str, name: str) -> None:
    assert safe_name(text, ".xlsx") == name


@given(st.text(max_size=400))
def test_any_words_make_a_name_that_stays_in_its_folder(text: str) -> None:
    name = safe_name(text, ".pdf")
    assert Path(name).name == name
    assert not set(name) & set('<>:"/\\|?*\0\u202e\n')
    assert len(name.encode()) <= LONGEST_NAME + 1
    assert not name.startswith(".")


def test_what_is_written_is_all_there_and_nothing_is_left_beside(tmp_path: Path) -> None:
    target = tmp_path / "register.xlsx"
    target.write_bytes(b"old")
    write_beside_then_replace(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_what_fails_its_check_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "register.xlsx"
    target.write_bytes(b"old")

    def refuse(_: Path) -> None:
        raise BadZipFile

    with pytest.raises(BadZipFile):
        write_beside_then_replace(target, b"new", refuse)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_the_check_sees_the_whole_new_file_before_it_is_put_in_place(tmp_path: Path) -> None:
    target = tmp_path / "register.xlsx"
    seen = []
    write_beside_then_replace(target, b"new", lambda beside: seen.append((beside.read_bytes(), target.exists())))
    assert seen == [(b"new", False)]


def test_a_target_held_by_another_program_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "register.xlsx"
    waited: list[float] = []
    replace = Path.replace

    def held_twice(beside: Path, to: Path) -> Path:
        if len(waited) < 2:
            raise PermissionError
        return replace(beside, to)

    monkeypatch.setattr(Path, "replace", held_twice)
    write_beside_then_replace(target, b"new", wait=waited.append)
    assert target.read_bytes() == b"new"
    assert len(waited) == 2


def test_a_target_held_for_good_is_refused_and_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "register.xlsx"
    waited: list[float] = []
    target.write_bytes(b"old")

    def held(*_: object) -> Path:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(Refusal, match="open in another program"):
        write_beside_then_replace(target, b"new", wait=waited.append)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
    assert 0 < sum(waited) < 3


def test_a_full_disk_is_refused_and_leaves_nothing_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "register.xlsx"
    target.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refusal, match="No space left"):
        write_beside_then_replace(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_refused_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="no folder"):
        write_beside_then_replace(tmp_path / "gone" / "register.xlsx", b"new")


def test_a_file_keeps_who_may_read_it(tmp_path: Path) -> None:
    target = tmp_path / "register.xlsx"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_beside_then_replace(target, b"new")
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_link_is_written_through_to_its_file(tmp_path: Path) -> None:
    real, link = tmp_path / "real.xlsx", tmp_path / "link.xlsx"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_beside_then_replace(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
