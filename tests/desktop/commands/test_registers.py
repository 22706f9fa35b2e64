"""A register as a whole from the command line."""

import stat
from pathlib import Path

import pytest

from db.register import Register
from desktop.commands import FAMILIES, desk
from tests.desktop.commands.command_line import OFFICER, content, done, give, refused


def test_the_sample_is_made_once_and_never_over_a_file(tmp_path: Path) -> None:
    file = tmp_path / "s.register"
    assert done("sample", file) == f"Made the sample register “{file}”.\n"
    before = file.read_bytes()
    assert "is there already and was left as it is" in refused("sample", file)
    assert file.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["s.register"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_new_register_is_empty_and_in_order(tmp_path: Path) -> None:
    file = tmp_path / "new.register"
    done("new", file)
    assert "0 contracts" in done("list", file, "--on", "2025-10-03")
    assert "in order: 0 journal entries" in done("check", file)
    assert "is there already" in refused("new", file)


@pytest.mark.parametrize("name", ["sample", "new"])
def test_a_register_in_a_folder_that_is_not_there_is_refused(tmp_path: Path, name: str) -> None:
    assert "No register can be made in" in refused(name, tmp_path / "nowhere" / "s.register")


def test_a_register_as_it_was_written_is_in_order(sample: Path) -> None:
    assert "is in order" in done("check", sample)


def test_a_byte_changed_in_the_journal_is_found(sample: Path) -> None:
    whole = sample.read_bytes()
    place = whole.index(b"Added provider Imago")
    sample.write_bytes(whole[:place] + b"a" + whole[place + 1 :])
    result = give("check", sample)
    assert result.exit_code == 1
    assert "was changed after it was written" in result.stdout
    assert "is not in order: 1 found" in result.stderr


def test_a_backup_holds_the_same_as_its_register(sample: Path) -> None:
    said = done("backup", sample)
    (copy,) = (sample.parent / "sample backups").glob("*.register")
    assert f"“{copy}”" in said
    assert content(copy) == content(sample)


def test_undo_and_redo_go_back_and_forth(sample: Path) -> None:
    before = content(sample)
    done("edit", sample, "SAMPLE-CN-A", "--manager", "B. Manager", *OFFICER)
    after = content(sample)
    assert done("undo", sample, *OFFICER) == "Undid: Changed contract manager of SAMPLE-CN-A.\n"
    assert content(sample) == before
    assert done("redo", sample, *OFFICER) == "Redid: Changed contract manager of SAMPLE-CN-A.\n"
    assert content(sample) == after
    assert refused("redo", sample) == "There is nothing to redo."


def test_an_empty_register_has_nothing_to_undo(tmp_path: Path) -> None:
    done("new", tmp_path / "n.register")
    assert refused("undo", tmp_path / "n.register") == "There is nothing to undo."


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "is an empty file"), (b"words of somebody", "is not a Contract Desk register"), (None, "There is no file")],
)
@pytest.mark.parametrize("words", [["attention"], ["check"], ["backup"], ["undo"], ["list", "--json"]])
def test_a_file_that_is_no_register_is_refused_and_left_alone(
    tmp_path: Path, content: bytes | None, sentence: str, words: list[str]
) -> None:
    file = tmp_path / "file"
    if content is not None:
        file.write_bytes(content)
    assert sentence in refused(words[0], file, *words[1:])
    assert (file.read_bytes() if file.exists() else None) == content
    assert len(list(tmp_path.iterdir())) == (content is not None)


def test_a_register_that_a_window_has_open_is_read_and_not_written(sample: Path) -> None:
    with Register.open(sample) as window:
        assert not window.read_only
        assert "Needs attention" in done("attention", sample)
        for words in (
            ["undo"],
            ["edit", "SAMPLE-CN-A", "--title", "x"],
            ["record-end", "SAMPLE-CN-A", "--on", "1/1/2026"],
        ):
            sentence = refused(words[0], sample, *words[1:])
            assert "is open for writing by" in sentence
            assert sentence.endswith("Nothing was changed.")
    done("edit", sample, "SAMPLE-CN-A", "--title", "x")


def test_a_read_only_register_says_why_nothing_is_changed(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    assert "is a read-only file" in refused("undo", sample)


@pytest.mark.parametrize(
    "words",
    [["dance"], ["show"], ["attention", "f", "--soon"], ["extend", "f", "REF"], ["edit", "f", "REF"],
     ["give-notice", "f", "REF", "--served", "2/10/2025", "--by", "nobody"], ["set-measures", "f", "REF"],
     ["correct-terms", "f", "REF", "--reason", "slip"], ["add-contract", "f", "REF", "--title", "T", "--option", "x"]],
)  # fmt: skip
def test_a_command_not_understood_ends_with_two(words: list[str]) -> None:
    result = give(*words)
    assert result.exit_code == 2
    assert "Usage: " in result.stderr


def test_help_lists_every_command_in_the_order_an_officer_meets_them() -> None:
    said = done("--help")
    places = [said.index(f"\n  {name} ") for name in desk.commands]
    homes = {command.callback.__module__ for command in desk.commands.values() if command.callback}
    assert places == sorted(places)
    assert {each.split(".")[-1] for each in homes} == {each.__name__.split(".")[-1] for each in FAMILIES}


def test_the_version_is_said() -> None:
    assert done("--version").startswith("Contract Desk")


def test_a_fault_is_told_as_one_and_shows_where_only_when_asked(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise ZeroDivisionError("of ours")

    monkeypatch.setattr("desktop.commands.looking.attention_page", breaks)
    sentence = refused("attention", sample)
    assert sentence.startswith("Contract Desk has a fault (ZeroDivisionError: of ours).")
    result = give("--trace", "attention", sample)
    assert result.exit_code == 1
    assert "Traceback" in result.stderr
    assert "Traceback" in give("attention", sample, env={"CONTRACT_DESK_TRACE": "1"}).stderr


def test_what_the_machine_refuses_is_a_sentence(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "/a/file")

    monkeypatch.setattr("db.register.back_up", full)
    assert refused("backup", sample) == (
        "“/a/file” cannot be used: No space left on device. Check its name, its folder and the disk."
    )
