"""Whether an officer may extend contracts by a decision, told as it is chosen."""

from collections.abc import Iterator, Sequence

from db.rules.authority import Answer, Limit, Verdict, Weight
from desktop.dialogs.consequence import Told
from desktop.look.palette import Tone

_TONES = {Verdict.INSIDE: Tone.DONE, Verdict.INSIDE_WITH_WARNINGS: Tone.SOON, Verdict.OUTSIDE: Tone.OVERDUE}
NO_POWER: Told = (
    Tone.SOON,
    "No decision in the register delegates the power to extend them.",
    ("Record the decision that does, with the powers it delegates, or name the scheme of delegation in the record.",),
)


def told(answers: Sequence[tuple[str, Answer | None]]) -> Iterator[Told]:
    """What the authority of each contract comes to; contracts of which the same holds are told together."""
    together: dict[tuple[object, ...], list[tuple[str, Answer]]] = {}
    for reference, answer in answers:
        if answer is None:
            yield NO_POWER
            return
        against = tuple(each.sentence for each in answer.reasons if each.weight is not Weight.HOLDS)
        together.setdefault((answer.source, answer.verdict, against), []).append((reference, answer))
    for group in together.values():
        yield _told(", ".join(reference for reference, _ in group), group[0][1])


def _told(references: str, answer: Answer) -> Told:
    said = "inside, but look at this:" if answer.verdict is Verdict.INSIDE_WITH_WARNINGS else answer.verdict.lower()
    against = tuple(each.sentence for each in answer.reasons if each.weight is not Weight.HOLDS)
    kept = (each for each in answer.reasons if each.weight is Weight.HOLDS and each.limit is not Limit.CONTRACTS)
    holds = " ".join(each.sentence for each in kept)
    return (
        _TONES[answer.verdict],
        f"Authority: {references}, {said} {answer.source}",
        (*against, holds) if holds else against,
    )
