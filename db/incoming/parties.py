"""Which provider each name of a register means: by name, other name or number; near names are asked."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from db.incoming.choices import NameAnswer, RowKey
from db.incoming.near import Near
from db.incoming.pairs import before
from db.incoming.plan_parts import NewAlias, NewProvider, Party, Question
from db.incoming.texts import plain_number
from db.rules.provider import Provider, ProviderId, plain_name

_STRONG = re.compile(r"\s*[;|•]+\s*")
_LINE = re.compile(r"\s*[\r\n]+\s*")
_BETWEEN = re.compile(r"\s+[/+]\s+")
_WEAK = re.compile(r"\s*(?:,(?!\s*(?:ltd|limited|plc|llp|inc)\b)|/|&|\band\b)\s*", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:^|\s)\(?\d{1,2}[.)]\s+")


@dataclass(frozen=True, slots=True)
class Met:
    """A name as rows give it, with the numbers given beside it."""

    rows: list[RowKey] = field(default_factory=list)
    company: Counter[str] = field(default_factory=Counter)
    charity: Counter[str] = field(default_factory=Counter)


def split_names(text: str) -> tuple[str, ...]:
    """The names a cell lists, where marks that no name has stand between them."""
    listed = _NUMBERED.sub(";", text) if len(_NUMBERED.findall(text)) > 1 else text
    names = [" ".join(_LINE.sub(" / ", part.strip()).split()).strip(" ,") for part in _STRONG.split(listed)]
    return tuple({plain_name(name): name for name in reversed(names) if name}.values())[::-1]


class Parties:
    """The names of a file, and what became of each."""

    def __init__(self, known: tuple[Provider, ...], answers: Mapping[str, NameAnswer]) -> None:
        self._known = known
        self._answers = {plain_name(name): answer for name, answer in answers.items()}
        self._by_name = {plain_name(name): each for each in reversed(known) for name in each.names}
        self._by_id = {each.id: each for each in known}
        self._by_number = _numbers(known)
        self._met: dict[str, Met] = defaultdict(Met)
        self._numbers: dict[str, set[str]] = defaultdict(set)
        self._written: dict[str, str] = {}
        self._settled: dict[str, tuple[Party, ...] | None] = {}
        self.questions: dict[str, Question] = {}
        self.aliases: dict[str, NewAlias] = {}

    def expanded(self, names: Iterable[str]) -> tuple[str, ...]:
        """The names, with one that was said to be several replaced by those."""
        found = [part for name in names for part in (self._answered_parts(name) or (name,))]
        return tuple({plain_name(name): name for name in reversed(found)}.values())[::-1]

    def _answered_parts(self, name: str) -> tuple[str, ...]:
        answer = self._answers.get(plain_name(name))
        return answer.parts if answer else ()

    def meet(self, name: str, row: RowKey, company: str, charity: str) -> None:
        """A row names a provider."""
        key = plain_name(name)
        self._written.setdefault(key, name)
        met = self._met[key]
        met.rows.append(row)
        if company:
            met.company[company] += 1
        if charity:
            met.charity[charity] += 1
        for number in filter(None, (company, charity)):
            self._numbers[number].add(key)

    def settle(self) -> None:
        """Decide or ask of every name met, all taken together."""
        near_known = Near(name for each in self._known for name in each.names)
        rows = {key: len(met.rows) for key, met in self._met.items()}
        earlier = before(self._written, rows, self._numbers)
        for key, name in self._written.items():
            near_met = tuple(self._written[each] for each in earlier.get(key, ()) if self._is_open(each))
            self._settled[key] = self._decide(key, name, near_known.to(name), near_met)

    def of(self, name: str) -> tuple[Party, ...] | None:
        """The providers a name means; None while a question about it waits."""
        return self._settled[plain_name(name)]

    def new(self, used: Iterable[Party]) -> tuple[NewProvider, ...]:
        """The providers to enter, of those that are used, each once."""
        counted = Counter(plain_name(party.name) for party in used if party.provider_id is None)
        return tuple(self._new(key, rows) for key, rows in counted.items())

    def _new(self, key: str, rows: int) -> NewProvider:
        met = self._met.get(key, Met())
        return NewProvider(self._written.get(key, key), _usual(met.company), _usual(met.charity), rows)

    def _decide(
        self, key: str, name: str, near_known: tuple[str, ...], near_met: tuple[str, ...]
    ) -> tuple[Party, ...] | None:
        if key in self._answers:
            return self._answered(key, name, self._answers[key])
        named, numbered = self._by_name.get(key), self._numbered(key)
        if named and (numbered is None or numbered.id == named.id) and not self._number_differs(named, key):
            return (Party(named.name, named.id),)
        if named or numbered:
            self._ask_number(key, name, named, numbered)
            return None
        parts = self._several(name)
        near = () if parts else tuple(dict.fromkeys((*near_known, *near_met)))
        if not parts and not near:
            return (Party(name),)
        self._ask(key, name, near, parts)
        return None

    def _answered(self, key: str, name: str, answer: NameAnswer) -> tuple[Party, ...] | None:
        if known := self._by_id.get(ProviderId(answer.provider_id)):
            if key not in {plain_name(each) for each in known.names}:
                self.aliases[key] = NewAlias(known.id, known.name, name)
            return (Party(known.name, known.id),)
        followed = self._followed(name)
        (party,) = self._part(followed)
        if plain_name(followed) != key:
            self.aliases[key] = NewAlias(party.provider_id, party.name, name)
        return (party,)

    def _is_open(self, key: str) -> bool:
        """Whether a name met is neither a provider's in the register nor answered for."""
        return key not in self._by_name and key not in self._answers

    def _followed(self, name: str) -> str:
        """The name at the end of a chain of names said to be the same."""
        seen = {plain_name(name)}
        while (answer := self._answers.get(plain_name(name))) and answer.same_as:
            if plain_name(answer.same_as) in seen:
                break
            name = answer.same_as
            seen.add(plain_name(name))
        return name

    def _part(self, name: str) -> tuple[Party, ...]:
        known = self._by_name.get(plain_name(name))
        return (Party(known.name, known.id),) if known else (Party(self._written.get(plain_name(name), name)),)

    def _numbered(self, key: str) -> Provider | None:
        met = self._met[key]
        numbers = [("company", each) for each in met.company] + [("charity", each) for each in met.charity]
        return next((found for each in numbers if (found := self._by_number.get(each))), None)

    def _number_differs(self, known: Provider, key: str) -> bool:
        met = self._met[key]
        return (
            bool(known.company_number) and any(each != plain_number(known.company_number) for each in met.company)
        ) or (bool(known.charity_number) and any(each != plain_number(known.charity_number) for each in met.charity))

    def _several(self, name: str) -> tuple[str, ...]:
        """Names in one, with a stroke or a line between; or with a comma or an "and", where each is met by itself."""
        between = tuple(part.strip() for part in _BETWEEN.split(name) if part.strip())
        if len(between) > 1:
            return between
        parts = tuple(part.strip() for part in _WEAK.split(name) if part.strip())
        is_each_known = all(plain_name(part) in self._by_name or plain_name(part) in self._written for part in parts)
        return parts if len(parts) > 1 and is_each_known else ()

    def _ask_number(self, key: str, name: str, named: Provider | None, numbered: Provider | None) -> None:
        known = tuple(each for each in (named, numbered) if each)
        given = ", ".join((*self._met[key].company, *self._met[key].charity))
        said = f"“{name}” is given with the number {given}; " + " and ".join(
            f"{each.name} in the register has {each.company_number or each.charity_number or 'none'}" for each in known
        )
        answers = tuple((f"It is {each.name}", NameAnswer.known(each.id)) for each in dict.fromkeys(known))
        self._put(key, name, f"{said}. Who is it?", answers)

    def _ask(self, key: str, name: str, near: tuple[str, ...], parts: tuple[str, ...]) -> None:
        answers = [(f"They are {len(parts)} providers", NameAnswer.several(parts))] if parts else []
        for each in near:
            known = self._by_name.get(plain_name(each))
            answers.append((f"It is {each}", NameAnswer.known(known.id) if known else NameAnswer.same(each)))
        said = f"“{name}” may be " + (" and ".join(parts) if parts else " or ".join(f"“{each}”" for each in near))
        self._put(key, name, f"{said}. Who is it?", tuple(dict(reversed(answers)).items())[::-1])

    def _put(self, key: str, name: str, sentence: str, answers: tuple[tuple[str, NameAnswer], ...]) -> None:
        own = ("It is a provider of its own", NameAnswer.new())
        self.questions[key] = Question("name", name, sentence, (*answers, own), tuple(self._met[key].rows))


def _numbers(known: tuple[Provider, ...]) -> dict[tuple[str, str], Provider]:
    company = {("company", plain_number(each.company_number)): each for each in known if each.company_number}
    return company | {("charity", plain_number(each.charity_number)): each for each in known if each.charity_number}


def _usual(counted: Counter[str]) -> str:
    return counted.most_common(1)[0][0] if counted else ""
