"""The colours, by the part they play. Every pair that meets on screen is contrast-tested."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

TEXT_OWED = 6.9
CHIP_OWED = 5.5
CONTROL_OWED = 3.0


class Scheme(StrEnum):
    """The officer's choice of scheme."""

    SYSTEM = "As the system"
    LIGHT = "Light"
    DARK = "Dark"


class Tone(StrEnum):
    """The state a chip tells. Each has an icon of the same name and a colour pair; the word is the caller's."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"
    DONE = "done"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Pair:
    """An ink and the ground it stands on."""

    ink: str
    ground: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """One scheme's colours as #RRGGBB, named for the part they play."""

    dark: bool
    canvas: str
    surface: str
    raised: str
    line: str
    outline: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    selection: str
    hover: str
    focus: str
    overdue: Pair
    soon: Pair
    later: Pair
    done: Pair
    neutral: Pair

    def pair(self, tone: Tone) -> Pair:
        """The ink and ground of a state."""
        return {
            Tone.OVERDUE: self.overdue,
            Tone.SOON: self.soon,
            Tone.LATER: self.later,
            Tone.DONE: self.done,
            Tone.NEUTRAL: self.neutral,
        }[tone]


LIGHT = Tokens(
    dark=False,
    canvas="#F5F6F8", surface="#FFFFFF", raised="#FBFCFD",
    line="#C9CFD8", outline="#6B7686",
    text="#16202C", quiet="#4A5666",
    accent="#1A5FB4", on_accent="#FFFFFF",
    selection="#DCE9F9", hover="#F5F7FA", focus="#0B3D91",
    overdue=Pair("#9B1C1C", "#FBE9E7"),
    soon=Pair("#8A4B00", "#FFF1DB"),
    later=Pair("#1A5FB4", "#E8F1FC"),
    done=Pair("#1B6B3A", "#E6F4EA"),
    neutral=Pair("#4A5666", "#EDF0F4"),
)  # fmt: skip

DARK = Tokens(
    dark=True,
    canvas="#14181D", surface="#1C2127", raised="#232931",
    line="#3A424D", outline="#8A96A6",
    text="#E9EDF2", quiet="#A9B4C2",
    accent="#7FB2F5", on_accent="#0C1A2B",
    selection="#23405F", hover="#222932", focus="#A8CCFF",
    overdue=Pair("#FFB4AB", "#4A1F1C"),
    soon=Pair("#FFC56B", "#43300F"),
    later=Pair("#9CC7FF", "#16324F"),
    done=Pair("#86D9A2", "#153A24"),
    neutral=Pair("#A9B4C2", "#2A313A"),
)  # fmt: skip


def strengthened(tokens: Tokens) -> Tokens:
    """The scheme for a system set to high contrast: quiet words and every line as strong as the text."""
    return replace(tokens, line=tokens.outline, outline=tokens.text, quiet=tokens.text)


def role_pairs(tokens: Tokens) -> Iterator[tuple[str, Pair, float]]:
    """Every ink and ground that meet on screen, with the contrast each owes."""
    grounds = {"canvas": tokens.canvas, "surface": tokens.surface, "raised": tokens.raised, "hover": tokens.hover}
    for name, ground in grounds.items():
        yield f"text on {name}", Pair(tokens.text, ground), TEXT_OWED
        yield f"quiet text on {name}", Pair(tokens.quiet, ground), TEXT_OWED
        yield f"outline on {name}", Pair(tokens.outline, ground), CONTROL_OWED
        yield f"focus on {name}", Pair(tokens.focus, ground), CONTROL_OWED
        yield f"problem on {name}", Pair(tokens.overdue.ink, ground), CHIP_OWED
        yield f"accent on {name}", Pair(tokens.accent, ground), CHIP_OWED
    yield "text on selection", Pair(tokens.text, tokens.selection), TEXT_OWED
    yield "quiet text on selection", Pair(tokens.quiet, tokens.selection), 4.5
    yield "focus on selection", Pair(tokens.focus, tokens.selection), CONTROL_OWED
    yield "text on accent", Pair(tokens.on_accent, tokens.accent), CHIP_OWED
    for tone in Tone:
        yield f"{tone} chip", tokens.pair(tone), CHIP_OWED
