"""What stands on the drawing of a chain of authority. Plain values: no Qt, and no clock."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.look.palette import Tone


class StepKind(StrEnum):
    """What a step of the chain is."""

    DECISION = "Decision"
    DELEGATION = "Power delegated"
    EFFECT = "Effect on a contract"
    MISSING = "Not in the register"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a step stands to the one it rests on: a word with its state, and why."""

    tone: Tone
    word: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the chain, indented under the step it rests on."""

    kind: StepKind
    title: str
    says: str = ""
    parent: int | None = None
    """The place of the step it rests on among all steps; None at the head of a chain."""
    verdict: Verdict | None = None
    screen: str = ""
    row_id: str = ""
    """Where Enter leads."""
    is_here: bool = False
    """Whether it is what the chain was asked for."""

    def spoken(self) -> str:
        """The step in words."""
        here = "the decision shown" if self.is_here else ""
        verdict = ": ".join(filter(None, (self.verdict.word, self.verdict.why))) if self.verdict else ""
        kind = "" if self.kind is StepKind.DECISION else self.kind.value
        return ". ".join(part.rstrip(".") for part in (kind, self.title, self.says, verdict, here) if part)


@dataclass(frozen=True, slots=True)
class ChainDrawing:
    """A chain of authority, each step after the one it rests on."""

    title: str
    steps: tuple[Step, ...] = ()

    def depth(self, place: int) -> int:
        """How many steps a step rests on."""
        parent = self.steps[place].parent
        return 0 if parent is None else self.depth(parent) + 1

    def spoken(self) -> str:
        """The whole chain in words."""
        return ". ".join((self.title, *(step.spoken() for step in self.steps))) + "."

    def below(self, place: int) -> int | None:
        """The first step that rests on a step."""
        return next((at for at, step in enumerate(self.steps) if step.parent == place), None)
