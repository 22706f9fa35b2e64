"""The forms that come with the program, and a council's own."""

import pickle
from pathlib import Path

import pytest

import resources
from db.rules.record_template import RecordField
from db.rules.refusal import Refusal
from exports.record_templates import load, names

PRINTED_FORM = [
    "Decision taken by",
    "Decision number",
    "For publication",
    "Subject",
    "Cabinet Member or Council/Cabinet decision to which this action relates",
    "Decision",
    "Reasons for decision",
    "Financial implications",
    "Legal implications",
    "Equality implications",
    "Comments received from members or officers consulted",
    "Alternatives considered and rejected",
    (
        "Conflicts of interest declared by any executive member consulted by the decision maker, "
        "and any dispensation granted by the Proper Officer"
    ),
]
"""The headings of Kent's form for officer decisions, in its order; the signature follows."""


def test_kents_form_comes_first_and_one_for_any_council_beside_it() -> None:
    assert names() == ("kent", "generic")
    assert load().name == "Kent County Council"


def test_kents_form_has_each_heading_of_the_printed_one_in_its_order() -> None:
    always = [section.heading for section in load("kent").sections if section.is_always_printed]
    assert always == PRINTED_FORM


@pytest.mark.parametrize("name", names())
def test_every_form_has_a_place_for_everything_a_record_may_say(name: str) -> None:
    assert set(RecordField) - load(name).fields == set()


@pytest.mark.parametrize("name", names())
def test_every_section_says_what_belongs_in_it(name: str) -> None:
    assert [section.heading for section in load(name).sections if not section.guidance.endswith(".")] == []


def test_the_form_for_any_council_names_no_council() -> None:
    form = load("generic")
    words = " ".join(f"{section.heading} {section.guidance}" for section in form.sections)
    assert "Kent" not in words
    assert form.verbs == ()


def test_a_form_can_be_handed_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(load())) == load()  # noqa: S301 - our own bytes


def test_a_councils_own_form_is_read_from_its_file(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    bundled = resources.path("templates/generic.toml").read_text("utf-8")
    own.write_text(bundled.replace("Any council", "Ours"), "utf-8")
    assert load(str(own)).name == "Ours"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "own.toml was not found"),
        (b"name = ", "own.toml is not written as a form must be"),
        (b"\xff\xfe", "own.toml cannot be read as text"),
        (b'name = "A council"', r"own.toml lacks the part \[titles\]"),
    ],
)
def test_a_form_that_cannot_be_used_is_refused_by_its_file(tmp_path: Path, content: bytes | None, said: str) -> None:
    own = tmp_path / "own.toml"
    if content is not None:
        own.write_bytes(content)
    with pytest.raises(Refusal, match=said):
        load(str(own))


def test_a_form_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(Refusal, match=r"no form for records called “essex”\. There are: kent, generic"):
        load("essex")
