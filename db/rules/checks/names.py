"""C24: one name for one provider, one meaning for one abbreviation, no slips and no paragraph twice."""

import re
from collections.abc import Iterator
from itertools import combinations

from db.rules.provider import Provider, plain_name
from db.rules.record_in_hand import SECTION_NAMES, Gaps, RecordInHand, warning

_SOURCE = "A record that names one thing in one way"
_ABBREVIATION = re.compile(r"\((?:the\s+)?[“\"‘']?([A-Z][A-Z&]{1,7})[”\"’']?\)")
_WORD = re.compile(r"[\w&’'-]+")
_SMALL = frozenset(("and", "of", "the", "for", "in", "to", "on", "a", "&"))
_TWICE = re.compile(r"\b([^\W\d_]{2,}) +\1\b", re.IGNORECASE)
_MAY_REPEAT = frozenset(("that", "had"))
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_LONG = 15
"""Words from which a sentence that stands in two sections was likely pasted twice."""
_BACK = 200
"""Characters before an abbreviation in which its words are looked for."""
_SLIPS = {
    "accomodation": "accommodation", "adn": "and", "comission": "commission", "commision": "commission",
    "commitee": "committee", "committment": "commitment", "continous": "continuous", "definately": "definitely",
    "enviroment": "environment", "equaility": "equality", "exisiting": "existing", "goverment": "government",
    "implmentation": "implementation", "independant": "independent", "liase": "liaise", "liason": "liaison",
    "maintainance": "maintenance", "milion": "million", "millon": "million", "neccessary": "necessary",
    "occured": "occurred", "percieved": "perceived", "priviledge": "privilege", "procurment": "procurement",
    "provison": "provision", "publically": "publicly", "recieve": "receive", "recieved": "received",
    "recomendation": "recommendation", "refered": "referred", "relevent": "relevant", "seperate": "separate",
    "servces": "services", "succesful": "successful", "teh": "the", "thier": "their", "untill": "until",
}  # fmt: skip
_SLIP = re.compile(rf"(?<![^\W\d_])(?:{'|'.join(_SLIPS)})(?![^\W\d_])", re.IGNORECASE)


def names(record: RecordInHand) -> Gaps:
    """C24: names, abbreviations and wording are of a piece throughout."""
    sections = record.sections
    everything = "\n\n".join(sections.values())
    yield from _two_names(record, everything)
    yield from _two_meanings(record, everything)
    for field, said in sections.items():
        for sentence in (*_slips(said), *_twice(said)):
            yield warning("C24", field, f"{SECTION_NAMES[field]}: {sentence}", _SOURCE)
    yield from _pasted_twice(sections)


def meanings(said: str) -> dict[str, tuple[str, ...]]:
    """What each abbreviation stands for, where a text gives it after its words: Social Enterprise Kent (SEK)."""
    found: dict[str, dict[str, str]] = {}
    for match in _ABBREVIATION.finditer(said):
        words = _words_of(match[1], said[max(0, match.start() - _BACK) : match.start()])
        if words:
            found.setdefault(match[1], {}).setdefault(plain_name(words), words)
    return {abbreviation: tuple(words.values()) for abbreviation, words in found.items()}


def names_used(provider: Provider, said: str) -> tuple[str, ...]:
    """Which of a provider's names a text uses; an abbreviation that the text itself gives for one of them is none."""
    used = []
    left = said
    for name in sorted({each for each in provider.names if each.strip()}, key=len, reverse=True):
        pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        if pattern.search(left):
            used.append(name)
            left = pattern.sub(" ", left)
    given = meanings(said)
    return tuple(name for name in used if not any(word in used for word in given.get(name, ())))


def _two_names(record: RecordInHand, everything: str) -> Gaps:
    for provider in record.providers:
        used = names_used(provider, everything)
        if len(used) > 1:
            listed = " and ".join(f"“{name}”" for name in used)
            field = _first_with(record, used[1])
            yield warning("C24", field, f"One provider goes by {listed}. Use one name throughout.", _SOURCE)


def _two_meanings(record: RecordInHand, everything: str) -> Gaps:
    for abbreviation, words in meanings(everything).items():
        if len(words) > 1:
            listed = " and ".join(f"“{each}”" for each in words)
            field = _first_with(record, words[1])
            yield warning("C24", field, f"{abbreviation} stands for {listed}. Use one of them.", _SOURCE)


def _words_of(abbreviation: str, before: str) -> str:
    """The words just before an abbreviation whose first letters it is; small words may stand among them."""
    words = list(_WORD.finditer(before))
    letters = [letter for letter in abbreviation if letter != "&"]
    at = len(words)
    for letter in reversed(letters):
        at -= 1
        while at >= 0 and words[at][0].casefold() in _SMALL and words[at][0][0].casefold() != letter.casefold():
            at -= 1
        if at < 0 or words[at][0][0].casefold() != letter.casefold():
            return ""
    return " ".join(before[words[at].start() :].split())


def _slips(said: str) -> Iterator[str]:
    for word in dict.fromkeys(match[0] for match in _SLIP.finditer(said)):
        yield f"“{word}” is likely “{_SLIPS[word.casefold()]}”."


def _twice(said: str) -> Iterator[str]:
    for words in dict.fromkeys(match[0] for match in _TWICE.finditer(said)):
        if words.split()[0].casefold() not in _MAY_REPEAT:
            yield f"“{words}” says a word twice."


def _pasted_twice(sections: dict[str, str]) -> Gaps:
    """Long sentences that stand in two sections; the quoted decision is a quotation and left aside."""
    long = {field: _long_sentences(said) for field, said in sections.items() if field != "related_decision"}
    for (one, first), (other, second) in combinations(long.items(), 2):
        for plain, sentence in first.items():
            if plain in second:
                where = f"{SECTION_NAMES[one]} and {SECTION_NAMES[other]}"
                yield warning("C24", other, f"{where} both say “{sentence[:60].rstrip()}…”. Say it once.", _SOURCE)
                break


def _long_sentences(said: str) -> dict[str, str]:
    sentences = (" ".join(each.split()) for each in _SENTENCE.split(said))
    return {plain_name(each): each for each in sentences if len(each.split()) >= _LONG}


def _first_with(record: RecordInHand, words: str) -> str:
    said = " ".join(words.split())
    return next((field for field, text in record.sections.items() if said in " ".join(text.split())), "decision")
