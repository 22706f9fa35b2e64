"""Which measure of the contract a label, a heading or a title names."""

from collections.abc import Sequence
from dataclasses import dataclass

from db.returns.tables.periods import left_open
from db.returns.understanding.asking import Asking
from db.returns.understanding.known import label_key
from db.returns.understanding.labels import match_measure
from db.returns.understanding.questions import About, Choice, Question
from db.rules.monitoring import Measure, MeasureId

LEAVE_OUT = "leave out"
ONE_BY_ONE = "one by one"
UNLIKE_KEY = "measure||unlike"
_MOST = 5
"""Labels that are like no measure past which they are asked about as one."""
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Named:
    """What a label names."""

    measure: Measure | None
    name: str
    evidence: str
    is_left_out: bool = False
    is_open: bool = False

    @property
    def gives_readings(self) -> bool:
        """Whether cells under it can be read."""
        return not (self.is_left_out or self.is_open)


class Naming:
    """Finds measures by the words a provider uses, each label once."""

    def __init__(self, asked: Sequence[Measure], asking: Asking) -> None:
        self._asked = asked
        self._asking = asking
        self._by_id = {each.id: each for each in asked}
        self._unlike: dict[str, tuple[str, str, list[str]]] = {}
        """Labels that are like no measure, by their keys: as written, their sheet and their cells."""
        self._choices = (
            *(Choice(each.id, each.name, f"Its figures become readings of “{each.name}”.") for each in asked),
            Choice(LEAVE_OUT, "None of them: leave it out", "Its cells give no reading."),
        )

    def by_id(self, measure: MeasureId | None) -> Measure | None:
        """The measure with an id, where it is asked."""
        return self._by_id.get(measure) if measure is not None else None

    def named(self, said: str, sheet: str, cells: Sequence[str]) -> Named:
        """What a label names: as settled before, by the same words, or asked."""
        known = self._asking.known
        if known.knows_measure(said):
            return self._settled(said, sheet, cells)
        if not self._asked:
            return Named(
                None, left_open(said).replace("{period}", "").strip(" -–:,") or said, "It is the row's own name."
            )
        match = match_measure(said, self._asked)
        if match.is_sure and match.measure:
            return Named(match.measure, match.measure.name, "The words are the measure's own.")
        if match.measure is None:
            self._unlike.setdefault(label_key(said), (said, sheet, []))[2].extend(cells)
            return Named(None, said, "It has to be asked.", is_open=True)
        return self._ask(said, sheet, cells, match.measure)

    def ask_the_rest(self) -> None:
        """Ask about the labels that are like no measure: one by one where they are few, else all at once."""
        if len(self._unlike) <= _MOST or self._asking.known.settled.get(UNLIKE_KEY) == ONE_BY_ONE:
            for said, sheet, cells in self._unlike.values():
                self._ask(said, sheet, cells, None)
            return
        names = [said for said, _, _ in self._unlike.values()]
        sheet = next(iter(self._unlike.values()))[1]
        shown = ", ".join(f"“{each}”" for each in names[:_SHOWN])
        self._asking.put(Question(
            UNLIKE_KEY, About.MEASURE, sheet,
            tuple(cell for _, of, cells in self._unlike.values() if of == sheet for cell in cells),
            f"Is any of {shown} and {len(names) - _SHOWN} more a measure of the contract?",
            (
                Choice(LEAVE_OUT, "None of them: leave them out", "Their cells give no reading."),
                Choice(ONE_BY_ONE, "Some are: ask about each", "Each is asked about by itself."),
            ),
            "They are like none of the contract's measures.", LEAVE_OUT, labels=tuple(self._unlike),
        ))  # fmt: skip

    def _settled(self, said: str, sheet: str, cells: Sequence[str]) -> Named:
        measure = self.by_id(self._asking.known.measure(said))
        if measure is None and self._asking.known.measure(said) is not None:
            return self._ask(said, sheet, cells, None)
        self._ask(said, sheet, cells, measure, answered=measure.id if measure else LEAVE_OUT)
        return Named(measure, measure.name if measure else said, "So it was settled for this layout.", measure is None)

    def _ask(
        self, said: str, sheet: str, cells: Sequence[str], likely: Measure | None, answered: str | None = None
    ) -> Named:
        self._asking.ask(
            f"measure|{label_key(said)}", About.MEASURE, (sheet, cells),
            f"Which measure is “{said}”?",
            self._choices,
            evidence=f"It is most like “{likely.name}”." if likely else "It is like none of the contract's measures.",
            suggested=likely.id if likely else LEAVE_OUT,
            settled=answered,
        )  # fmt: skip
        return Named(None, said, "It has to be asked.", is_open=True)
