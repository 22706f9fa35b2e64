"""An officer's own rating in place of the rule's: with a reason, and only until a day."""

from dataclasses import dataclass
from datetime import date

from db.rules.dates import show_day
from db.rules.outcome import COLOURS, Outcome
from db.rules.rating import Rating
from db.rules.refusal import Refusal
from db.rules.words import required


@dataclass(frozen=True, slots=True)
class Override:
    """What an officer rates a figure, why, and the last day on which that stands.

    Raises:
        Refusal: no reason is given, it ends before it begins, or it is no colour.
    """

    outcome: Outcome
    reason: str
    made_on: date
    until: date
    made_by: str = ""

    def __post_init__(self) -> None:
        required(self.reason, "The reason for your own rating")
        if self.outcome not in COLOURS:
            raise Refusal("Your own rating is green, amber or red.")
        if self.until < self.made_on:
            raise Refusal(
                f"Your rating would end on {show_day(self.until)}, before it is made on {show_day(self.made_on)}. "
                "Choose a later day."
            )

    def stands_on(self, day: date) -> bool:
        """Whether it stands on a day; its first and last day both count."""
        return self.made_on <= day <= self.until


def standing_rating(rating: Rating, override: Override | None, on: date) -> Rating:
    """The rating that stands on a day: the officer's while it lasts, and the rule's after its last day."""
    if override is None or not override.stands_on(on):
        return rating
    whose = f" by {override.made_by}" if override.made_by else ""
    reason = (
        f"Rated {override.outcome}{whose} until {show_day(override.until)}: {_ended(override.reason)} "
        f"The rule gives {rating.word.lower()}: {rating.reason}"
    )
    return Rating(override.outcome, override.outcome.value.capitalize(), reason, is_overridden=True)


def _ended(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."
