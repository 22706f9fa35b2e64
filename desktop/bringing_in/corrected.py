"""A sheet with corrections laid over it: nothing of it is copied, however large it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from db.returns.cells import CellValue

Held = Mapping[tuple[int, int], CellValue]


@dataclass(frozen=True, slots=True, eq=False)
class Corrected(Held):
    """Cells by row and column, a corrected one as it was corrected."""

    came: Held
    own: Held

    def __getitem__(self, place: tuple[int, int]) -> CellValue:
        return self.own[place] if place in self.own else self.came[place]

    def __iter__(self) -> Iterator[tuple[int, int]]:
        yield from self.came
        yield from (place for place in self.own if place not in self.came)

    def __len__(self) -> int:
        return len(self.came) + sum(place not in self.came for place in self.own)
