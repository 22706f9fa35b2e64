"""Answers and changes of the officer: each gives the file understood afresh, and changes nothing else."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from db.returns.cells import place
from db.returns.understanding.known import label_key
from db.returns.understanding.meaning import ColumnSuggestion, Meaning
from db.returns.understanding.measuring import LEAVE_OUT, ONE_BY_ONE
from db.returns.understanding.profile import ColumnMeaning, LayoutProfile, MeasureLabel, Settled
from db.returns.understanding.questions import About, Question
from db.returns.understanding.understand import understand_as
from db.returns.understanding.understood import Chosen, Understood
from db.rules.monitoring import MeasureId, quarter_of
from db.rules.refusal import Refusal


def answer(understood: Understood, key: str, choice: str) -> Understood:
    """The file with one question answered, or answered otherwise. A quarter is given by its first day, 2025-04-01.

    Raises:
        Refusal: there is no such question, or no such choice.
    """
    return answer_all(understood, ((key, choice),))


def answer_all(understood: Understood, answers: Iterable[tuple[str, str]]) -> Understood:
    """The file with several questions answered at once.

    Raises:
        Refusal: as answer.
    """
    chosen = understood.chosen
    questions = {each.key: each for each in understood.questions}
    for key, choice in answers:
        question = questions.get(key)
        if question is None:
            raise Refusal("This question is no longer asked. Look at the questions again.")
        chosen = _with(chosen, question, _checked(question, choice))
    return _again(understood, chosen)


def take_suggestions(understood: Understood) -> Understood:
    """The file with every open question that has a suggestion answered by it."""
    return answer_all(understood, [(each.key, each.suggested) for each in understood.open_questions if each.suggested])


def remap(
    understood: Understood, column: ColumnSuggestion, meaning: Meaning, measure: MeasureId | None = None
) -> Understood:
    """The file with another meaning for a column, and for those on sheets of the same kind with the same headings."""
    said = ColumnMeaning(column.place, column.key, meaning.value, measure)
    profile = _with_column(understood.chosen.profile, said)
    return _again(understood, replace(understood.chosen, profile=profile))


def exclude(understood: Understood, sheet: str, cell: str) -> Understood:
    """The file without one cell. It holds for this file alone."""
    place(cell)
    return _again(understood, replace(understood.chosen, excluded=understood.chosen.excluded | {(sheet, cell)}))


def exclude_row(understood: Understood, sheet: str, row: int) -> Understood:
    """The file without one row. A row with a label is left out of later files as well."""
    said = next((each.label for each in understood.rows if (each.sheet, each.row) == (sheet, row)), "")
    if not said:
        return _again(understood, replace(understood.chosen, excluded=understood.chosen.excluded | {(sheet, str(row))}))
    profile = understood.chosen.profile
    kept = tuple(dict.fromkeys((*profile.exclusions, label_key(said))))
    return _again(understood, replace(understood.chosen, profile=replace(profile, exclusions=kept)))


def include_all(understood: Understood) -> Understood:
    """The file with everything that was excluded taken back in."""
    profile = replace(understood.chosen.profile, exclusions=())
    return _again(understood, replace(understood.chosen, excluded=frozenset(), profile=profile))


def _again(understood: Understood, chosen: Chosen) -> Understood:
    return understand_as(understood.cells, understood.asked, chosen, understood.tables)


def _checked(question: Question, choice: str) -> str:
    if question.about is About.QUARTER:
        try:
            return quarter_of(date.fromisoformat(choice)).days.starts_on.isoformat()
        except ValueError:
            raise Refusal(f"“{choice}” is not the first day of a quarter, such as 2025-04-01.") from None
    if choice not in {each.value for each in question.choices}:
        raise Refusal(f"“{choice}” is none of the answers to “{question.text}”. Choose one of those shown.")
    return choice


def _with(chosen: Chosen, question: Question, choice: str) -> Chosen:
    profile = chosen.profile
    if question.about is About.QUARTER:
        return replace(chosen, quarter=quarter_of(date.fromisoformat(choice)))
    if question.about is About.COLUMN:
        for table, key in question.columns:
            profile = _with_column(profile, ColumnMeaning(table, key, choice))
        return replace(chosen, profile=profile)
    if question.about is About.MEASURE:
        if question.labels:
            return _with_labels(chosen, question, choice)
        said = question.key.split("|", 1)[1]
        measure = None if choice == LEAVE_OUT else MeasureId(choice)
        return replace(chosen, profile=_with_measure(profile, MeasureLabel(said, measure)))
    others = tuple(each for each in profile.others if each.key != question.key)
    profile = replace(_without(profile, question.key), others=(*others, Settled(question.key, choice)))
    return replace(chosen, profile=profile)


def _with_labels(chosen: Chosen, question: Question, choice: str) -> Chosen:
    """Several labels left out at once; or, for this file, each to be asked about."""
    if choice == ONE_BY_ONE:
        return replace(chosen, settled=(*chosen.settled, (question.key, choice)))
    profile = chosen.profile
    for said in question.labels:
        profile = _with_measure(profile, MeasureLabel(said, None))
    return replace(chosen, profile=profile)


def _without(profile: LayoutProfile, key: str) -> LayoutProfile:
    """A profile in which a question is not settled, so that it can be settled anew."""
    return replace(
        profile,
        date_orders=tuple(each for each in profile.date_orders if each.key != key),
        percents=tuple(each for each in profile.percents if each.key != key),
        hidden=tuple(each for each in profile.hidden if each.key != key),
    )


def _with_column(profile: LayoutProfile, said: ColumnMeaning) -> LayoutProfile:
    kept = [each for each in profile.columns if (each.sheet, each.key) != (said.sheet, said.key)]
    return replace(profile, columns=(*kept, said))


def _with_measure(profile: LayoutProfile, said: MeasureLabel) -> LayoutProfile:
    kept = [each for each in profile.measures if each.label != said.label]
    return replace(profile, measures=(*kept, said))
