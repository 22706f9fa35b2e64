"""References that stand on several rows: one contract of several providers, or contracts of their own."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from db.incoming.choices import Repeat
from db.incoming.drafting import joined
from db.incoming.plan_parts import Draft, ListedRow, Question
from db.rules.contract import Contract
from db.rules.provider import plain_name

WAITS = "A question about its reference waits for an answer."


@dataclass(slots=True)
class Grouped:
    """Drafts with a reference each of their own, what waits, and what is asked."""

    drafts: list[Draft] = field(default_factory=list)
    listed: list[ListedRow] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def fold_reference(reference: str) -> str:
    """A reference as it is compared: capitals and outer spaces aside."""
    return reference.strip().casefold()


def group(drafts: Sequence[Draft], answers: Mapping[str, Repeat], held: Mapping[str, Contract]) -> Grouped:
    """Every reference once; `held` are the register's contracts by folded reference."""
    answered = {fold_reference(each): answer for each, answer in answers.items()}
    by_reference: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_reference[fold_reference(draft.reference)].append(draft)
    found = Grouped()
    taken = {*by_reference, *held}
    for key, several in by_reference.items():
        apart = _without_twins(several, found)
        _settle(key, apart, answered.get(key), held, taken, found)
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


def _settle(
    key: str, drafts: list[Draft], answer: Repeat | None, held: Mapping[str, Contract], taken: set[str], found: Grouped
) -> None:
    contract = held.get(key)
    if len(drafts) == 1 and (contract is None or answer is Repeat.SAME or is_same(drafts[0], contract)):
        found.drafts.append(drafts[0])
    elif answer is Repeat.ONE or (answer is Repeat.SAME and contract):
        found.drafts.append(joined(drafts))
    elif answer is Repeat.SEPARATE:
        found.drafts.extend(_apart(key, drafts, held, taken))
    else:
        found.questions.append(_question(drafts, contract))
        found.listed.extend(ListedRow(row, WAITS) for draft in drafts for row in draft.rows)


def is_same(draft: Draft, contract: Contract) -> bool:
    """Whether a draft has the providers of a contract, by name or other name; none named counts as the same."""
    if not draft.providers or not contract.holders:
        return True
    held = [{plain_name(name) for name in (each.name, *each.aliases)} for each in contract.holders]
    given = [plain_name(each.name) for each in draft.providers]
    return all(any(name in names for names in held) for name in given) and len(given) == len(held)


def _apart(key: str, drafts: list[Draft], held: Mapping[str, Contract], taken: set[str]) -> list[Draft]:
    """Each with a reference of its own: that of the register's contract of the same provider, else the next free."""
    own = {each: contract for each, contract in held.items() if each == key or each.startswith(f"{key}/")}
    found, number, is_first_free = [], 1, key not in held
    for draft in drafts:
        same = next((each for each, contract in own.items() if is_same(draft, contract) and draft.providers), None)
        if same:
            found.append(replace(draft, reference=own.pop(same).reference))
            continue
        reference = draft.reference
        if not is_first_free:
            number += 1
            while f"{key}/{number}" in taken:
                number += 1
            reference = f"{draft.reference}/{number}"
        is_first_free = False
        taken.add(fold_reference(reference))
        found.append(replace(draft, reference=reference))
    return found


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
