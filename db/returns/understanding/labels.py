"""What the words of headings and labels say: the kind of figure, or a measure of the contract."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from db.returns.tables.periods import left_open, period_words
from db.returns.tables.words import alike, fold, label
from db.returns.understanding.meaning import Meaning
from db.returns.understanding.unit_words import without_unit
from db.rules.monitoring import Measure

_SURE = 0.94
_LIKELY = 0.45
_LONGEST = 500
"""Characters past which words are a text, not a heading or a label."""

_KIND_WORDS: tuple[tuple[Meaning, tuple[str, ...]], ...] = (
    (Meaning.NUMERATOR, (r"numerators?|top number",)),
    (Meaning.DENOMINATOR, (r"denominators?|out of|base number|bottom number",)),
    (Meaning.LEFT_OUT, (
        r"rag(?: rating| status)?|status|rating|variance.*|difference|trend|direction(?: of travel)?|change",
        r"% of target",
        r"ref|reference|id|no|kpi (?:no|ref|number)|#|line|row|owner|lead|source|frequency|data source|due date",
    )),
    (Meaning.FLOOR, (r"floor|minimum|tolerance|threshold|lower limit",)),
    (Meaning.FORECAST, (r"forecasts?|projected|projections?|estimated?|expected|forecast outturn",)),
    (Meaning.TARGET, (r"targets?|plan|planned|profile|profiled|(?:contract )?target level",)),
    (Meaning.TOTAL, (r"totals?|ytd|year to date|cumulative|to date|grand total|running total|overall|average",)),
    (Meaning.KIND, (r"(?:type|kind)(?: of (?:figure|data|value))?|data type|actual/target|actual or target",)),
    (Meaning.NARRATIVE, (r"narratives?|commentary|progress|what went well.*",)),
    (Meaning.COMMENT, (
        r"comments?|notes?|remarks?|explanations?|reasons?|(?:provider )?comments?.*|notes .*|further information",
    )),
    (Meaning.UNIT, (r"units?(?: of measure(?:ment)?)?|measured in|format",)),
    (Meaning.PERIOD, (
        r"periods?|quarters?|months?|(?:financial )?years?|dates?|qtr|fy|end date",
        r"(?:reporting|return) (?:period|quarter|month|date)",
        r"(?:quarter|period|month|qtr) ?(?:end(?:ed|ing)?|start(?:ing)?)(?: date)?",
    )),
    (Meaning.CONTRACT, (r"contracts?|contract (?:ref|reference|no|number|id|title|name)\.?(?: (?:no|number))?",)),
    (Meaning.PROVIDER, (r"providers?|suppliers?|organisations?|(?:provider|supplier|organisation) names?",)),
    (Meaning.GROUP, (
        r"areas?|districts?|boroughs?|localit(?:y|ies)|regions?|sites?|groups?|categor(?:y|ies)",
        r"age(?: ?bands?| groups?)?|gender|sex|ethnicity|teams?|wards?|cohorts?|lots?|service|services|project",
    )),
    (Meaning.MEASURE, (
        r"(?:performance )?(?:measures?|indicators?|metrics?)(?: names?| descriptions?)?",
        r"kpis?(?: descriptions?| names?)?|descriptions?|outcomes?|activit(?:y|ies)|questions?|items?|details?",
        r"what we count|spi|output",
    )),
    (Meaning.SPEND, (r"(?:actual )?(?:spend|spent|expenditure|costs?)(?: to date)?",)),
    (Meaning.VALUE, (
        r"actuals?|outturns?|achieved|results?|values?|figures?|numbers?|performance|responses?|answers?|counts?",
        r"amounts?|returned|delivered|(?:this|current|the) (?:quarter|period|month)|number of|%|£|percentage|percent",
        r"(?:quarter(?:ly)?|month(?:ly)?|period)(?:'s)? totals?|totals? (?:for|in) (?:the )?(?:quarter|month|period)",
        r"(?:figure|number|value|actual|result) (?:for|in) (?:the )?(?:quarter|period|month).*",
    )),
)  # fmt: skip
_KINDS = tuple((meaning, re.compile("|".join(patterns))) for meaning, patterns in _KIND_WORDS)
_QUALIFIERS = re.compile(
    r"\b(?:annual|quarterly|monthly|full year|the|your|this|for|in|of|at|as|on)\b|"
    r"\((?:%|£|£000s?|no\.?|number|£k|£m|'000s?)\)|[£%()'\[\]]|\b000s?\b"
)


_TOTALS = re.compile(r"totals?(?: (?:for|in|of))?")
"""With the quarter that is named beside it, the quarter's own figure."""


@lru_cache(maxsize=20_000)
def kind_said(text: str) -> Meaning | None:
    """The kind of figure or of column some words name, by themselves; None where they name none."""
    if len(text) > _LONGEST:
        return None
    folded = fold(left_open(text).replace("{period}", " ")).strip(" :*-./")
    if _TOTALS.fullmatch(folded) and period_words(text).quarter:
        return Meaning.VALUE
    for said in (folded, " ".join(_QUALIFIERS.sub(" ", folded).split()).strip(" :-./")):
        for meaning, pattern in _KINDS:
            if said and pattern.fullmatch(said):
                return meaning
    return None


@dataclass(frozen=True, slots=True)
class Match:
    """The measure a label seems to name."""

    measure: Measure | None
    score: float

    @property
    def is_sure(self) -> bool:
        """Whether the words are the same but for numbering and small words."""
        return self.score >= _SURE


def match_measure(said: str, measures: Sequence[Measure]) -> Match:
    """The measure whose name is most like a label; none where nothing is alike or two are equally so."""
    cleaned = left_open(said).replace("{period}", " ")
    scored = sorted(((alike(cleaned, each.name), index) for index, each in enumerate(measures)), reverse=True)
    if not scored or not label(said):
        return Match(None, 0)
    if scored[0][0] < _SURE and (same := without_unit(cleaned, measures)):
        return Match(same, _SURE)
    if scored[0][0] < _LIKELY:
        return Match(None, 0)
    score, best = scored[0]
    if len(scored) > 1 and scored[1][0] == score:
        return Match(None, 0)
    return Match(measures[best], score)
