"""Text set into lines: where a line ends, and how wide it is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from db.rules.rich_text import Span
from exports.pdf.fonts import Face, width


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face."""

    text: str
    face: Face = Face.REGULAR


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, its width in points without the space that parts it from the next line's first word."""

    runs: tuple[Run, ...]
    width: float


_GAPS = re.compile(r"([ \n]|(?<=[a-z]{2}-)(?=[a-z]{2})|(?<=[a-z]/)(?=[a-z]))")
"""Where a line may end: at a space, must end: at a new line, or may end within: after a hyphen or a slash."""


@dataclass(frozen=True, slots=True)
class _Word:
    runs: tuple[Run, ...]
    gap: str
    """What follows: a space, a new line, or nothing."""

    @property
    def width(self) -> float:
        return sum(width(run.text, run.face) for run in self.runs)


def runs_of(words: Iterable[Span], face: Face, emphasis: str = "") -> list[Run]:
    """Spans as runs in a face; bold ones, and what matches the pattern `emphasis`, in the bold face."""
    return [run for span in words for run in _span_runs(span, Face.BOLD if span.is_bold else face, emphasis)]


def set_lines(runs: Iterable[Run], size: float, available: float) -> tuple[Line, ...]:
    """Set text of a size into lines no wider than what is available, both in points.

    A line's runs end with a space wherever a word follows on the next: reportlab leaves it out, and readers of the
    file then hear "from1 April".
    """
    setter = _Setter(size, available / size)
    for word in _words(runs):
        setter.add(word)
    return setter.finished()


def set_balanced(runs: Sequence[Run], size: float, available: float) -> tuple[Line, ...]:
    """Set a heading into as few lines as there is room for, all of much the same width."""
    lines = set_lines(runs, size, available)
    low, high = available / 2, available
    while len(lines) > 1 and high - low > size:
        middle = (low + high) / 2
        narrower = set_lines(runs, size, middle)
        if len(narrower) > len(lines):
            low = middle
        else:
            lines, high = narrower, middle
    return lines


def natural_width(runs: Sequence[Run], size: float) -> float:
    """The width of the text set in one line for each line it was written in, in points."""
    return max((line.width for line in set_lines(runs, size, float("inf"))), default=0.0)


def least_width(runs: Sequence[Run], size: float) -> float:
    """The width of the text's widest word, in points."""
    return max((word.width for word in _words(runs)), default=0.0) * size


class _Setter:
    def __init__(self, size: float, available: float) -> None:
        self._size, self._available = size, available
        self._lines: list[Line] = []
        self._pieces: list[tuple[Face, list[str]]] = []
        self._used = 0.0
        self._gap = ""

    def add(self, word: _Word) -> None:
        wide = word.width
        if self._pieces:
            self._part(wide)
        for run in word.runs if wide <= self._available else self._chopped(word.runs):
            self._put(run.text, run.face, width(run.text, run.face))
        self._gap = word.gap
        if word.gap == "\n":
            self._end_line()

    def finished(self) -> tuple[Line, ...]:
        if self._pieces:
            self._gap = ""
            self._end_line()
        return tuple(self._lines)

    def _part(self, wide: float) -> None:
        face = self._pieces[-1][0]
        between = width(self._gap, face)
        if self._used + between + wide > self._available + 1e-6:
            self._end_line()
        elif self._gap:
            self._put(self._gap, face, between)

    def _put(self, text: str, face: Face, wide: float) -> None:
        if self._pieces and self._pieces[-1][0] is face:
            self._pieces[-1][1].append(text)
        else:
            self._pieces.append((face, [text]))
        self._used += wide

    def _end_line(self) -> None:
        used = self._used
        if self._gap and self._pieces:
            self._put(" ", self._pieces[-1][0], 0.0)
        runs = tuple(Run("".join(texts), face) for face, texts in self._pieces)
        self._lines.append(Line(runs, used * self._size))
        self._pieces, self._used, self._gap = [], 0.0, ""

    def _chopped(self, runs: Iterable[Run]) -> Iterator[Run]:
        for run in runs:
            for character in run.text:
                if self._pieces and self._used + width(character, run.face) > self._available:
                    self._gap = ""
                    self._end_line()
                yield Run(character, run.face)


def _span_runs(span: Span, face: Face, emphasis: str) -> list[Run]:
    if not emphasis:
        return [Run(span.text, face)]
    parts = re.split(f"({emphasis})", span.text)
    return [Run(part, Face.BOLD if index % 2 else face) for index, part in enumerate(parts) if part]


def _words(runs: Iterable[Run]) -> Iterator[_Word]:
    pieces: list[Run] = []
    for run in runs:
        for index, text in enumerate(_GAPS.split(run.text)):
            if index % 2:
                yield _Word(tuple(pieces), text)
                pieces = []
            elif text:
                pieces.append(Run(text, run.face))
    if pieces:
        yield _Word(tuple(pieces), "")
