"""The questions of a file, each asked once, with the answer that is in force."""

from collections.abc import Sequence
from dataclasses import replace

from db.returns.understanding.known import Known
from db.returns.understanding.questions import About, Choice, Question

_MOST_CELLS = 200


class Asking:
    """Collects questions and says what is settled."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self._questions: dict[str, Question] = {}
        self._within: dict[str, str] = {}
        """Questions that are asked within another, by their keys."""

    def ask(
        self,
        key: str,
        about: About,
        place: tuple[str, Sequence[str]],
        text: str,
        choices: Sequence[Choice],
        *,
        evidence: str = "",
        suggested: str | None = None,
        settled: str | None = None,
    ) -> str | None:
        """The answer in force, from what is known or from evidence (settled); None while it is open."""
        if key not in self._questions:
            answered = self.known.settled.get(key, settled)
            self._questions[key] = Question(
                key, about, place[0], (), text, tuple(choices), evidence, suggested or settled, answered
            )
        self.point(key, place[1])
        return self._questions[key].answered

    def find(self, key: str) -> Question | None:
        """A question that was asked."""
        return self._questions.get(self._within.get(key, key))

    def ask_within(self, key: str, other: str) -> None:
        """Let a question be answered by the answer to another."""
        self._within[key] = other

    def point(self, key: str, cells: Sequence[str]) -> None:
        """Add cells to those a question is about."""
        question = self._questions[key]
        fresh = [cell for cell in cells if cell not in question.cells] if len(question.cells) < _MOST_CELLS else []
        if fresh:
            self._questions[key] = replace(question, cells=(*question.cells, *fresh))

    def put(self, question: Question) -> None:
        """Add a question that was answered elsewhere, or not at all."""
        self._questions.setdefault(question.key, question)

    def all(self) -> tuple[Question, ...]:
        """Every question, with its effect counted in cells, open ones first."""
        return tuple(sorted(self._questions.values(), key=lambda each: not each.is_open))
