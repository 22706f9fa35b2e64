"""A council's form is read from plain data, and a fault in it is named with its place."""

from copy import deepcopy
from typing import Any

import pytest

from db.rules.decision import DecisionKind
from db.rules.record_template import KINDS, RecordField, template_from
from db.rules.refusal import Refusal

STATED: dict[str, Any] = {
    "name": "A council",
    "titles": {kind: f"Record: {kind}" for kind in KINDS},
    "signature": {"heading": "Signed", "reason": "I decided this."},
    "section": [
        {"heading": "What", "fields": ["decision", "effects"], "always": True, "guidance": "Say what."},
        {"heading": "Why", "fields": ["reasons"], "snippets": [{"name": "Because", "text": "Because "}]},
    ],
}


def changed(*place: str | int, to: object) -> dict[str, Any]:
    """What a form states, with something else in one place."""
    stated = deepcopy(STATED)
    at: Any = stated
    for step in place[:-1]:
        at = at[step]
    at[place[-1]] = to
    return stated


def without(*place: str | int) -> dict[str, Any]:
    """What a form states, with one place left out."""
    stated = deepcopy(STATED)
    at: Any = stated
    for step in place[:-1]:
        at = at[step]
    del at[place[-1]]
    return stated


def test_a_form_says_what_it_states() -> None:
    form = template_from(STATED)
    what, why = form.sections
    assert (what.heading, what.fields, what.is_always_printed) == (
        "What",
        (RecordField.DECISION, RecordField.EFFECTS),
        True,
    )
    assert (what.guidance, what.key, why.is_always_printed) == ("Say what.", RecordField.DECISION, False)
    assert [(snippet.name, snippet.text) for snippet in why.snippets] == [("Because", "Because")]
    assert form.title("cabinet") == "Record: cabinet"
    assert (form.signature.kinds, form.signature.is_counter_signed) == (("officer",), False)
    assert form.none_considered == "No alternative was considered."


def test_the_section_of_a_field_is_found_and_a_missing_one_is_none() -> None:
    form = template_from(STATED)
    assert form.section(RecordField.EFFECTS) is form.sections[0]
    assert form.section(RecordField.LEGAL) is None
    assert form.fields == {RecordField.DECISION, RecordField.EFFECTS, RecordField.REASONS}


def test_forms_name_the_kinds_of_decision_that_there_are() -> None:
    assert tuple(kind.name.lower() for kind in DecisionKind) == KINDS


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        (without("name"), "kent.toml lacks “name”"),
        (changed("name", to=" "), "kent.toml: “name” should be words"),
        (changed("name", to=7), "kent.toml: “name” should be words"),
        (without("titles"), r"lacks the part \[titles\]"),
        (without("titles", "cabinet"), r"kent.toml, \[titles\] lacks “cabinet”"),
        (changed("titles", to="Record"), r"kent.toml, \[titles\] should be a group"),
        (changed("titles", "mayor", to="Record"), r"\[titles\] states 'mayor'"),
        (without("signature", "reason"), r"\[signature\] lacks “reason”"),
        (changed("signature", "kinds", to=["mayor"]), "“kinds” names “mayor”, which is not known. Known are: officer"),
        (changed("signature", "counter", to="yes"), "“counter” should be true or false"),
        (without("section", 0, "heading"), "kent.toml, section 1 lacks “heading”"),
        (changed("section", 1, "fields", to=["reasoning"]), "section 2: “fields” names “reasoning”.*Known are: maker"),
        (changed("section", 1, "fields", to=[]), "section 2 holds no field"),
        (changed("section", 1, "fields", to="reasons"), "section 2: “fields” should be a list"),
        (changed("section", 1, "always", to=1), "section 2: “always” should be true or false"),
        (changed("section", 1, "snippets", 0, to="Because"), "section 2, snippets 1 should be a group"),
        (changed("section", 1, "colour", to="red"), "section 2 states 'colour'"),
        (changed("section", to={}), r"“section” should be a list of groups, each begun by \[\[section\]\]"),
        (changed("colour", to="red"), "kent.toml states 'colour'"),
        (changed("section", 1, "fields", to=["reasons", "decision"]), "prints decision in more than one section"),
        (changed("section", 1, "fields", to=["legal"]), "no section for reasons"),
        (without("section"), "no section for decision and reasons"),
    ],
)
def test_a_fault_in_a_form_is_named_with_its_place(stated: dict[str, Any], said: str) -> None:
    with pytest.raises(Refusal, match=said):
        template_from(stated, "kent.toml")
