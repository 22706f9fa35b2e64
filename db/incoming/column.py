"""One column of a register: its heading, and what its cells hold."""

import re
from dataclasses import dataclass
from itertools import islice

from db.incoming.days import are_run_together
from db.incoming.fields import Field
from db.incoming.source import Source, text_of
from db.incoming.values import is_missing
from db.returns.tables.content import Content, content_of
from db.returns.tables.look import Look

_FIRM = re.compile(
    r"\b(?:ltd|limited|plc|llp|cic|c\.i\.c|cio|inc|trust|group|association|foundation|charity|council|society|"
    r"services|solutions|partnership|consult\w+|care|homecare|nursing|management|transport|hospice|nhs|agency|systems|"
    r"& co|company|university|housing)\b",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?=.*\d)[\w*./\\ #-]{1,30}")
_MONEY = re.compile(r"[£$€]|,\d{3}|\.\d\d$")
_SUM = re.compile(r"[£$€]\s*\d|^\d[\d,]*\.\d\d?$|^\d{1,3}(?:,\d{3})+$")
_SIGN = re.compile(r"[£$€]\s*\d")
_ROUND = re.compile(r"^[1-9]\d*00(?:\.0+)?$")
_LEGAL = re.compile(
    r"\b(?:ltd|limited|plc|llp|cic|cio|inc|incorporated|llc|corp|corporation|pty|gmbh|company|co)\b\.?", re.IGNORECASE
)
_SPACE = re.compile(r"\w\s+\w")
_ADDRESS = re.compile(r"https?://|www\.|@\w")
_TIME = re.compile(r"[T ](?!00:00)\d\d:\d\d")
_FIGURE = re.compile(r"\d")
_YES_NO = frozenset({"yes", "no", "y", "n", "true", "false"})
_LOOKED_AT = 400
_EXAMPLES = 3
_ENOUGH = 8
_SMALL = 2
"""Figures of a number that is a count rather than an amount."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a column seems to be, and why."""

    field: Field | None
    evidence: str
    sure: float = 0.0


class Column:
    """A column's heading and what its cells hold."""

    def __init__(self, source: Source, number: int) -> None:
        self.number = number
        self.heading = source.headings.get(number, "")
        held = ((at, row[number]) for at, row in source.rows.items() if number in row)
        self.by_row = dict(islice(held, _LOOKED_AT))
        self.values = list(self.by_row.values())
        self.told = [value for value in self.values if not is_missing(value)]
        self.rows = len(source.rows)
        self.content: Content = content_of(self.told)

    @property
    def examples(self) -> tuple[str, ...]:
        """A few things it says."""
        return tuple(dict.fromkeys(text_of(value)[:60] for value in self.told[:40]))[:_EXAMPLES]

    def share(self, test: "re.Pattern[str]") -> float:
        """The share of its texts in which a pattern is found."""
        return sum(bool(test.search(text_of(value))) for value in self.told) / max(len(self.told), 1)

    @property
    def are_days(self) -> bool:
        """Whether most of it is days."""
        return self.content.main is Look.DAY or are_run_together(self.told)

    @property
    def are_yes_or_no(self) -> bool:
        """Whether it says yes and no and nothing else."""
        return bool(self.told) and all(
            isinstance(value, bool) or text_of(value).strip().casefold() in _YES_NO for value in self.told
        )

    @property
    def are_numbers(self) -> bool:
        """Whether most of it is numbers."""
        return self.content.main is Look.NUMBER and not self.are_yes_or_no

    @property
    def are_codes(self) -> bool:
        """Whether most of its cells are codes, such as give each contract its number."""
        codes = sum(bool(_CODE.fullmatch(text_of(value).strip())) for value in self.told)
        return bool(codes) and codes * 10 >= len(self.told) * 8 and self.share(_MONEY) < 0.2 and not self.are_days

    @property
    def are_firms(self) -> float:
        """The share of its cells that read as names of firms and charities; a legal form counts as much as all."""
        return self.share(_LEGAL) + self.share(_FIRM) / 10

    @property
    def are_sums(self) -> bool:
        """Whether its cells read as amounts of money: with a sign, with pence or thousands apart, or round."""
        if self.share(_SIGN) > 0.1:
            return True
        is_written = self.share(_SUM) > 0.3 or (self.are_large and self.share(_ROUND) > 0.3)
        return self.are_numbers and is_written

    @property
    def has_sign(self) -> bool:
        """Whether some of its cells have the sign of a currency."""
        return self.share(_SIGN) > 0.1

    @property
    def have_no_figures(self) -> bool:
        """Whether hardly any of its many cells has a figure in it."""
        return len(self.told) >= _ENOUGH and self.share(_FIGURE) < 0.1

    @property
    def are_words(self) -> bool:
        """Whether most of its cells are words, and not always the same."""
        return self.content.main not in (Look.NUMBER, Look.DAY, None) and not self.are_yes_or_no and self.tells_apart

    @property
    def are_phrases(self) -> bool:
        """Whether most of its cells are several words, and no addresses of pages or letters."""
        return self.are_words and self.share(_SPACE) >= 0.5 and self.share(_ADDRESS) < 0.2

    @property
    def have_times(self) -> bool:
        """Whether most of its days have a time of the day: the moment at which something was recorded."""
        return self.share(_TIME) > 0.5

    @property
    def tells_apart(self) -> bool:
        """Whether it says more than one thing, if it says many."""
        return len(self.told) < _ENOUGH or self.content.distinct > 1

    @property
    def is_told_mostly(self) -> bool:
        """Whether at least half of the rows looked at say something in it."""
        return len(self.told) * 2 >= min(self.rows, _LOOKED_AT)

    @property
    def counts_rows(self) -> bool:
        """Whether it says 1, 2, 3 down the sheet."""
        said = [text_of(value).strip() for value in self.told]
        return len(said) >= _ENOUGH and said == [str(number) for number in range(1, len(said) + 1)]

    @property
    def are_large(self) -> bool:
        """Whether its numbers are mostly of a size that money is of."""
        sizes = [len(text_of(value).split(".")[0].strip(" -£,")) for value in self.told]
        return sum(size > _SMALL for size in sizes) * 2 > len(sizes)

    @property
    def length(self) -> float:
        """How long its texts are on the whole."""
        return sum(len(text_of(value)) for value in self.told) / max(len(self.told), 1)
