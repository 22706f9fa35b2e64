"""What putting texts into many cells of the register would come to: what changes, and what does not fit and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from db.rules.decision import ContractId
from db.rules.details import FIELDS, tidy
from db.rules.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Target:
    """A cell and the text meant for it. `field` is empty where the cell's value changes only by an act."""

    contract_id: ContractId
    version: int
    reference: str
    column: str
    field: str
    before: str
    wanted: str
    changed_by: str = ""
    """The acts that change such a cell, as words: "Extend or Vary"."""


@dataclass(frozen=True, slots=True)
class CellEdit:
    """One cell that would change: the contract as it was read, the field, before and after."""

    contract_id: ContractId
    version: int
    reference: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class CellRefused:
    """One cell that cannot take its text, and why, as a sentence."""

    reference: str
    column: str
    wanted: str
    why: str


@dataclass(frozen=True, slots=True)
class EditPlan:
    """What many edits come to. `same` counts the cells that hold their text already."""

    edits: tuple[CellEdit, ...] = ()
    refused: tuple[CellRefused, ...] = ()
    same: int = 0


def plan_edits(
    targets: Iterable[Target], references: Mapping[str, ContractId], beyond: Iterable[CellRefused] = ()
) -> EditPlan:
    """Judge each cell by itself: one that does not fit keeps none of the others back.

    `references` are those in use, by whom; `beyond` are texts that met no cell at all.
    """
    taken = {reference.casefold(): owner for reference, owner in references.items()}
    edits: list[CellEdit] = []
    refused: list[CellRefused] = []
    same = 0
    for target in targets:
        try:
            after = _wanted(target, taken)
        except Refusal as refusal:
            refused.append(CellRefused(target.reference, target.column, target.wanted, str(refusal)))
            continue
        if after == target.before:
            same += 1
            continue
        edits.append(_edit(target, after))
    return EditPlan(tuple(edits), (*refused, *beyond), same)


def replaced(text: str, words: str, by: str, *, match_case: bool = False, whole: bool = False) -> str:
    """A text with words in it replaced; with `whole`, only where they are the whole text."""
    if not words:
        return text
    fold = (lambda each: each) if match_case else str.casefold
    if whole:
        return by if fold(text.strip()) == fold(words) else text
    return _each_replaced(text, words, by, match_case=match_case)


def _each_replaced(text: str, words: str, by: str, *, match_case: bool) -> str:
    if match_case:
        return text.replace(words, by)
    parts, low, sought = [], text.lower(), words.lower()
    if len(low) != len(text) or len(sought) != len(words):
        return text.replace(words, by)
    start = 0
    while (found := low.find(sought, start)) >= 0:
        parts += [text[start:found], by]
        start = found + len(words)
    return "".join((*parts, text[start:]))


def told(plan: EditPlan) -> str:
    """A plan in one line: how many cells change, do not fit, and are as they should be."""
    parts = [f"{_cells(len(plan.edits))} will change"]
    parts += [f"{_cells(len(plan.refused))} cannot take {_its(len(plan.refused))} text"] * bool(plan.refused)
    parts += [f"{_cells(plan.same)} {'has' if plan.same == 1 else 'have'} it already"] * bool(plan.same)
    return ", ".join(parts) + "."


def sentence_of(edits: Iterable[CellEdit]) -> str:
    """The edits as the journal tells them: which fields, of which contract or of how many."""
    made = tuple(edits)
    fields = [name.lower() for field, name in FIELDS.items() if any(each.field == field for each in made)]
    references = tuple(dict.fromkeys(each.reference for each in made))
    of = references[0] if len(references) == 1 else f"{len(references):,} contracts"
    return f"Changed {_listed(fields)} of {of}"


def _wanted(target: Target, taken: dict[str, ContractId]) -> str:
    if not target.field:
        if target.wanted.strip() == target.before:
            return target.before
        raise Refusal(_only_by(target))
    after = tidy(target.field, target.wanted)
    if target.field == "reference" and after != target.before:
        owner = taken.get(after.casefold())
        if owner not in {None, target.contract_id}:
            raise Refusal(f"Another contract has the reference “{after}”. Give this one its own.")
        taken[after.casefold()] = target.contract_id
    return after


def _only_by(target: Target) -> str:
    by = f" only by {target.changed_by}" if target.changed_by else " with the days and decisions it is worked out from"
    return f"{target.column} of {target.reference} changes{by}."


def _edit(target: Target, after: str) -> CellEdit:
    return CellEdit(target.contract_id, target.version, target.reference, target.field, target.before, after)


def _cells(count: int) -> str:
    return "1 cell" if count == 1 else f"{count:,} cells"


def _its(count: int) -> str:
    return "its" if count == 1 else "their"


def _listed(words: list[str]) -> str:
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)
