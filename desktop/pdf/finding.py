"""What was found in a document, and which of it is gone to."""

from dataclasses import dataclass

from desktop.paper import Paper, Passage


@dataclass(slots=True)
class Finds:
    """Places where words stand, one of which is gone to."""

    places: tuple[Passage, ...] = ()
    at: int = -1
    """Which is gone to, from 0; -1 where none was found."""

    @classmethod
    def of(cls, paper: Paper, words: str, from_page: int) -> "Finds":
        """Every place in a document; gone to is the first on a page (from 0) or after it, else the first of all."""
        places = paper.found(words)
        onwards = (at for at, place in enumerate(places) if place.page >= from_page)
        return cls(places, next(onwards, 0 if places else -1))

    @property
    def current(self) -> Passage | None:
        """The one gone to."""
        return self.places[self.at] if self.places else None

    def step(self, by: int) -> None:
        """Go on or back; after the last comes the first."""
        if self.places:
            self.at = (self.at + by) % len(self.places)

    def on(self, page: int) -> tuple[Passage, ...]:
        """Those on a page, from 0."""
        return tuple(place for place in self.places if place.page == page)
