"""What was acknowledged is open again when, and only when, its own day moved."""

from pathlib import Path
from typing import Any

import pytest

from tests.desktop.commands.command_line import OFFICER, done, stated

B, SEK, HOME = "SAMPLE-CN-B", "SAMPLE-WB55-SEK", "HOME"
EVERYWHERE = ("SAMPLE-WB55-IMAGO", "SAMPLE-WB55-INVOLVE", SEK, B, HOME)
KEY, OPTION, SERVE, ENDS = (
    "Take the decision",
    "Decide on an extension option",
    "Last day to serve notice",
    "Contract ends",
)
DUE = "Return due"
ON = "2025-12-20"

CHANGES: dict[str, tuple[tuple[str, ...], set[tuple[str, str]]]] = {
    "a title": (("edit", HOME, "--title", "Home from hospital"), set()),
    "a lead time": (("set-leads", "serve-by", "700", "30"), set()),
    "what a clause says of service": (
        ("set-service-clause", SEK, "--method", "first-class", "--length", "5 working days"), set(),
    ),
    "a varied end": (
        ("vary", B, "--summary", "Longer", "--decided", "20/12/2025", "--effective", "1/4/2026", "--ends", "30/6/2026"),
        {(B, KEY), (B, SERVE), (B, ENDS)},
    ),
    "an end": (
        ("correct-terms", HOME, "--ends", "31/10/2026", "--reason", "misread"),
        {(HOME, KEY), (HOME, OPTION), (HOME, SERVE), (HOME, ENDS)},
    ),
    "a first day": (("correct-terms", HOME, "--starts", "1/5/2024", "--reason", "misread"), set()),
    "the council's notice": (
        ("correct-terms", SEK, "--notice", "council|6 months", "--reason", "misread"), {(SEK, KEY), (SEK, SERVE)},
    ),
    "the provider's notice": (("correct-terms", SEK, "--notice", "provider|6 months", "--reason", "misread"), set()),
    "when an option must be used": (
        ("set-exercise", HOME, "1", "--length", "6 months"), {(HOME, KEY), (HOME, OPTION)},
    ),
    "a step of every key decision": (
        ("set-step", "Key decision", "Take the decision", "--length", "20 working days"),
        {(each, KEY) for each in EVERYWHERE},
    ),
    "a step of another kind of decision": (
        ("set-step", "Officer decision", "Write the record and take advice", "--length", "30 working days"), set(),
    ),
    "the kind of decision of one contract": (("choose-runway", "Officer decision", "--contract", SEK), {(SEK, KEY)}),
    "how long a return may take": (("expect-returns", HOME, "--from", "1/7/2025", "--days", "85"), {(HOME, DUE)}),
}  # fmt: skip
"""Each change of an input, and the lines it moves."""


@pytest.fixture
def acknowledged(sample: Path) -> Path:
    """The sample and a contract with an option and returns, every line within 24 months acknowledged."""
    for words in (
        ("add-contract", HOME, "--title", "Home again", "--starts", "1/4/2024", "--ends", "30/9/2026", "--option", "12",
         "--notice", "council|3 months"),
        ("expect-returns", HOME, "--from", "1/7/2025", "--days", "90"),
        *(("set-leads", matter, "731") for matter in ("option", "serve-by", "ending", "decide-by", "return-due")),
    ):  # fmt: skip
        done(words[0], sample, *words[1:], *OFFICER)
    for line in looked_at(sample)["lines"]:
        done("acknowledge", sample, line["key"], "--on", ON, *OFFICER)
    assert looked_at(sample)["lines"] == []
    return sample


def looked_at(file: Path) -> Any:
    return stated("attention", file, "--on", ON)


def named(lines: list[dict[str, str]]) -> dict[str, str]:
    return {each["key"]: each["act_by"] for each in lines}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_opens_again_exactly_what_it_moves(acknowledged: Path, change: str) -> None:
    words, moves = CHANGES[change]
    before = named(looked_at(acknowledged)["resting"])
    assert len(before) > 15
    done(words[0], acknowledged, *words[1:], *OFFICER)
    after = looked_at(acknowledged)
    assert {(each["contract"], each["matter"]) for each in after["lines"]} == moves
    assert all(each["key"] in before and each["act_by"] != before[each["key"]] for each in after["lines"])
    assert all(before[key] == act_by for key, act_by in named(after["resting"]).items())
    assert set(named(after["resting"])) | set(named(after["lines"])) == set(before)


def test_a_day_that_moves_back_rests_again(acknowledged: Path) -> None:
    done("choose-runway", acknowledged, "Officer decision", "--contract", SEK, *OFFICER)
    assert len(looked_at(acknowledged)["lines"]) == 1
    done("undo", acknowledged, *OFFICER)
    assert looked_at(acknowledged)["lines"] == []
