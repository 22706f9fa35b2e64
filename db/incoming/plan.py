"""What bringing in a register would do: contracts to enter, changes, and every row that waits, with its reason."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from db.incoming.choices import Choices, NameAnswer, Past, Repeat
from db.incoming.known import Known
from db.incoming.parties import Parties
from db.incoming.plan_parts import (
    Answer,
    CellProblem,
    ColumnPlan,
    ContractChange,
    Draft,
    ListedRow,
    Missing,
    NewAlias,
    NewProvider,
    Question,
    SheetPlan,
)
from db.incoming.planning import Sorting, compare, group, make_drafts, meet_names, read_rows, readings_of
from db.incoming.profile import Profile, fit, read_profile, remembered, write_profile
from db.incoming.reading import SheetReading
from db.incoming.repeats import fold_reference
from db.incoming.source import Source, sources
from db.returns.cells import Cells
from db.returns.tables.days import DateOrder
from db.returns.undisturbed import undisturbed
from db.rules.dates import show_day

_FEWEST = 2
_FITS = 0.6


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything a register would bring in, and everything that waits. Plain values, for a worker process."""

    file_name: str
    file_sha256: str
    on: date
    sheets: tuple[SheetPlan, ...]
    drafts: tuple[Draft, ...]
    """Contracts to enter."""
    changes: tuple[ContractChange, ...]
    """Contracts of the register that the file tells of, with what it says otherwise."""
    missing: tuple[Missing, ...]
    listed: tuple[ListedRow, ...]
    problems: tuple[CellProblem, ...]
    questions: tuple[Question, ...]
    providers: tuple[NewProvider, ...]
    aliases: tuple[NewAlias, ...]
    remarks: tuple[str, ...]
    profile: str
    """What was learned of how this register is made."""
    past: Past = Past.AS_THEY_ARE
    partner: str = ""

    @property
    def rows_in(self) -> int:
        """The rows of the sheets brought in, below their headings, that are not blank."""
        return sum(each.rows for each in self.sheets)

    @property
    def rows_accepted(self) -> int:
        """The rows that become contracts, or are told of contracts in the register."""
        return sum(len(each.rows) for each in self.drafts) + sum(len(each.draft.rows) for each in self.changes)

    @property
    def changed(self) -> tuple[ContractChange, ...]:
        """The contracts that would change."""
        return tuple(each for each in self.changes if each.made)


def plan(cells: Cells, known: Known, today: date, choices: Choices | None = None) -> Plan:
    """Understand a register and say what bringing it in would do. Nothing is changed by it."""
    with undisturbed():
        return _plan(cells, known, today, choices)


def _plan(cells: Cells, known: Known, today: date, choices: Choices | None) -> Plan:
    said = choices or Choices()
    found = sources(cells, said.headings)
    taken, aside = _taken(found, said)
    profile = _profile(taken, known, said)
    said = remembered(profile, said)
    readings = readings_of(taken, profile, said, today)
    withdrawn = frozenset(map(fold_reference, known.withdrawn))
    sorting = Sorting(said, known, today, withdrawn=withdrawn)
    read_rows(readings, sorting)
    parties = Parties(known.providers, said.names)
    meet_names(sorting, parties)
    held = {fold_reference(each.reference): each for each in known.contracts}
    grouped = group(make_drafts(sorting, parties), said.references, held, known.rows)
    compared = compare(grouped.drafts, readings, sorting)
    used = [party for each in (*compared.drafts, *(one.draft for one in compared.changes)) for party in each.providers]
    places = {(each.source.sheet, row): (at, row) for at, each in enumerate(readings) for row in each.source.rows}
    return Plan(
        cells.file_name, cells.file_sha256, today,
        tuple(_sheet_plan(each) for each in readings),
        tuple(compared.drafts), tuple(compared.changes), tuple(compared.missing),
        tuple(sorted((*sorting.listed, *grouped.listed), key=lambda each: places[each.row.key])),
        tuple(sorting.problems),
        (*_column_questions(readings), *parties.questions.values(), *grouped.questions),
        parties.new(used), _aliases(parties, used),
        _remarks(cells, known, aside, taken, sorting),
        write_profile(readings, said), said.past, said.partner,
    )  # fmt: skip


def answered(choices: Choices, question: Question, answer: Answer) -> Choices:
    """The choices with a question answered."""
    key = question.key
    if isinstance(answer, NameAnswer):
        return replace(choices, names={**choices.names, str(key): answer})
    if isinstance(answer, Repeat):
        return replace(choices, references={**choices.references, str(key): answer})
    if isinstance(key, tuple) and isinstance(answer, DateOrder):
        return replace(choices, orders={**choices.orders, key: answer})
    if isinstance(key, tuple) and isinstance(answer, bool):
        return replace(choices, swapped={**choices.swapped, key: answer})
    raise ValueError(f"{answer!r} is no answer to {question.kind}")


def _taken(found: tuple[Source, ...], choices: Choices) -> tuple[tuple[Source, ...], tuple[Source, ...]]:
    """The sheets to bring in, and those left aside: without a choice, the sheets whose headings are a register's."""
    if choices.sheets is not None:
        taken = tuple(each for each in found if each.sheet in choices.sheets)
    else:
        taken = tuple(each for each in found if each.recognised >= _FEWEST and each.rows)
        if not taken and found:
            taken = (max(found, key=lambda each: len(each.rows)),)
    return taken, tuple(each for each in found if each not in taken)


def _profile(taken: Iterable[Source], known: Known, choices: Choices) -> Profile:
    """What was learned of a register of this shape: what was chosen, else the newest that fits well."""
    if choices.profile:
        return read_profile(choices.profile)
    kept = [read_profile(each) for each in known.profiles]
    return next((each for each in kept if fit(each, taken) >= _FITS), Profile())


def _sheet_plan(reading: SheetReading) -> SheetPlan:
    columns = []
    for number, (column, said) in reading.columns.items():
        days = reading.days.get(number)
        columns.append(
            ColumnPlan(
                number, reading.source.name(number), said.field, said.evidence, column.examples,
                days.order if days else None, days.evidence.evidence if days else "",
                bool(days and (days.must_ask or days.must_ask_swapped)),
            )
        )  # fmt: skip
    return SheetPlan(reading.source.sheet, reading.source.header_rows, tuple(columns), len(reading.source.rows))


def _column_questions(readings: Iterable[SheetReading]) -> tuple[Question, ...]:
    asked = []
    for reading in readings:
        for number, days in reading.days.items():
            key, name = (reading.source.sheet, number), reading.source.name(number)
            rows = tuple((reading.source.sheet, row) for row, held in reading.source.rows.items() if number in held)
            if days.must_ask:
                said = f"{name}: {days.evidence.evidence} Which comes first, the day or the month?"
                answers = (("The day", DateOrder.DAY_FIRST), ("The month", DateOrder.MONTH_FIRST))
                asked.append(Question("order", key, said, answers, rows))
            if days.must_ask_swapped:
                said = f"{name}: {days.evidence.evidence} Are they changed over?"
                asked.append(
                    Question("swapped", key, said, (("They are changed over", True), ("They are right", False)), rows)
                )
    return tuple(asked)


def _aliases(parties: Parties, used: Iterable[object]) -> tuple[NewAlias, ...]:
    names = {getattr(party, "name", "") for party in used}
    return tuple(each for each in parties.aliases.values() if each.provider in names)


def _remarks(
    cells: Cells, known: Known, aside: Iterable[Source], taken: Iterable[Source], sorting: Sorting
) -> tuple[str, ...]:
    said = list(cells.notes)
    if brought := known.files.get(cells.file_sha256):
        said.append(f"This very file was brought in already, on {brought}.")
    said += [f"The sheet “{each.sheet}” is left aside: its headings are not a register's." for each in aside]
    said += _hidden(cells, {each.sheet: each.rows for each in taken})
    if sorting.past:
        contracts = "contract has" if sorting.past == 1 else "contracts have"
        said.append(f"{sorting.past:,} {contracts} an end before {show_day(sorting.today)}.")
    return tuple(said)


def _hidden(cells: Cells, rows: Mapping[str, Mapping[int, object]]) -> list[str]:
    said = []
    for sheet, held in rows.items():
        hidden = sum(row in held for row in cells.hidden_rows.get(sheet, ()))
        if hidden:
            said.append(f"{hidden:,} of the rows of “{sheet}” are hidden in the file. They are read like the others.")
        if sheet in cells.hidden_sheets:
            said.append(f"The sheet “{sheet}” is hidden in the file. It is read like the others.")
    return said
