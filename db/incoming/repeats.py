"""References that stand on several rows: one contract of several providers, or contracts of their own."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from db.incoming.choices import Repeat
from db.incoming.drafting import joined
from db.incoming.plan_parts import Draft, ListedRow, Question
from db.rules.contract import Contract
from db.rules.decision import ContractId
from db.rules.provider import plain_name

Rows = Mapping[ContractId, Mapping[str, str]]
"""By contract, what the last row that told of it said."""
WAITS = "A question about its reference waits for an answer."


@dataclass(slots=True)
class Grouped:
    """Drafts with a reference each of their own, what waits, and what is asked."""

    drafts: list[Draft] = field(default_factory=list)
    listed: list[ListedRow] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Held:
    """What the register has already: its contracts by folded reference, and what rows said of them."""

    contracts: Mapping[str, Contract]
    rows: Rows
    taken: set[str]
    """The folded references that are given away, those of the file among them."""


def fold_reference(reference: str) -> str:
    """A reference as it is compared: capitals and outer spaces aside."""
    return reference.strip().casefold()


def group(drafts: Sequence[Draft], answers: Mapping[str, Repeat], held: Mapping[str, Contract], rows: Rows) -> Grouped:
    """Every reference once; `held` are the register's contracts by folded reference."""
    answered = {fold_reference(each): answer for each, answer in answers.items()}
    by_reference: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_reference[fold_reference(draft.reference)].append(draft)
    found = Grouped()
    taken = {*by_reference, *held}
    for key, several in by_reference.items():
        apart = _without_twins(several, found)
        _settle(key, apart, answered.get(key), Held(held, rows, taken), found)
    return found


def _without_twins(drafts: Sequence[Draft], found: Grouped) -> list[Draft]:
    """Rows that say cell for cell what one above says are set aside."""
    seen: dict[tuple[tuple[str, str], ...], int] = {}
    kept = []
    for draft in drafts:
        (row,) = draft.rows
        if row.texts in seen:
            found.listed.append(ListedRow(row, f"It says the same as row {seen[row.texts]}, which is taken in."))
        else:
            seen[row.texts] = row.number
            kept.append(draft)
    return kept


def _settle(key: str, drafts: list[Draft], answer: Repeat | None, held: Held, found: Grouped) -> None:
    contract = held.contracts.get(key)
    is_one_of_several = contract is not None and answer is Repeat.SEPARATE
    if len(drafts) == 1 and not is_one_of_several and _is_plain(drafts[0], contract, answer):
        found.drafts.append(drafts[0])
    elif answer is Repeat.ONE or (answer is Repeat.SAME and contract):
        found.drafts.append(joined(drafts))
    elif answer is Repeat.SEPARATE:
        found.drafts.extend(_apart(key, drafts, held))
    else:
        found.questions.append(_question(drafts, contract))
        found.listed.extend(ListedRow(row, WAITS) for draft in drafts for row in draft.rows)


def _is_plain(draft: Draft, contract: Contract | None, answer: Repeat | None) -> bool:
    """Whether nothing has to be asked of a reference that stands on one row."""
    return contract is None or answer is Repeat.SAME or is_same(draft, contract)


def is_same(draft: Draft, contract: Contract) -> bool:
    """Whether a draft has the providers of a contract, by name or other name; none named counts as the same."""
    if not draft.providers or not contract.holders:
        return True
    held = [{plain_name(name) for name in (each.name, *each.aliases)} for each in contract.holders]
    given = [plain_name(each.name) for each in draft.providers]
    return all(any(name in names for names in held) for name in given) and len(given) == len(held)


def _apart(key: str, drafts: list[Draft], held: Held) -> list[Draft]:
    """Each with a reference of its own: that of the register's contract it tells of, else the next free."""
    own = _told_before(key, drafts, held)
    found, number, is_first_free = [], 1, key not in held.contracts
    for at, draft in enumerate(drafts):
        if at in own:
            found.append(replace(draft, reference=own[at]))
            continue
        reference = draft.reference
        if not is_first_free:
            number += 1
            while f"{key}/{number}" in held.taken:
                number += 1
            reference = f"{draft.reference}/{number}"
        is_first_free = False
        held.taken.add(fold_reference(reference))
        found.append(replace(draft, reference=reference))
    return found


def _told_before(key: str, drafts: Sequence[Draft], held: Held) -> dict[int, str]:
    """By its place among the drafts, the reference of the contract that a draft tells of.

    That is the contract of which the same row told before, else the one of its provider, else of its title.
    """
    left = {each: contract for each, contract in held.contracts.items() if each == key or each.startswith(f"{key}/")}
    found: dict[int, str] = {}
    for tells in (_said_before, _is_of_provider, _is_of_title):
        for at, draft in enumerate(drafts):
            same = next((each for each, one in left.items() if tells(draft, one, held.rows)), None)
            if at not in found and same:
                found[at] = left.pop(same).reference
    return found


def _said_before(draft: Draft, contract: Contract, rows: Rows) -> bool:
    return dict(draft.rows[0].texts) == rows.get(contract.id)


def _is_of_provider(draft: Draft, contract: Contract, _: Rows) -> bool:
    return bool(draft.providers) and is_same(draft, contract)


def _is_of_title(draft: Draft, contract: Contract, _: Rows) -> bool:
    return is_same(draft, contract) and draft.title.casefold() == contract.title.casefold()


def _question(drafts: list[Draft], contract: Contract | None) -> Question:
    reference = drafts[0].reference
    rows = tuple(row.key for draft in drafts for row in draft.rows)
    one = ("It is one contract of several providers", Repeat.ONE)
    separate = ("They are contracts of their own, told apart by a number after the reference", Repeat.SEPARATE)
    if contract is None:
        titles = len({draft.title.casefold() for draft in drafts})
        said = f"The reference “{reference}” stands on {len(rows)} rows, with {titles} {_titles(titles)}."
        answers = (one, separate) if titles == 1 else (separate, one)
        return Question("repeat", reference, f"{said} What are they?", answers, rows)
    given = ", ".join(dict.fromkeys(party.name for draft in drafts for party in draft.providers)) or "no provider"
    held = contract.provider_names or "no provider"
    said = f"The register has {contract.reference} with {held}; the file gives {given}."
    same = ("It is the contract in the register", Repeat.SAME)
    return Question("repeat", reference, f"{said} What is it?", (same, separate), rows)


def _titles(count: int) -> str:
    return "title" if count == 1 else "different titles"
