"""Facts about what changed from one version of a return to the next."""

from dataclasses import replace

from db.rules.changed_figures import changed_figures
from db.rules.monitoring import FigureState
from tests.rules.measures import reading

CALLS, HELPED = reading("4", "Calls"), reading("9", "Helped")


def test_only_the_figures_that_are_others_are_named() -> None:
    (change,) = changed_figures((CALLS, HELPED), (reading("6", "Calls"), HELPED))
    assert (change.measure, change.before, change.after) == ("Calls", CALLS, reading("6", "Calls"))


def test_a_figure_that_only_moved_to_another_cell_has_not_changed() -> None:
    assert changed_figures((CALLS,), (replace(CALLS, cell="Z9"),)) == ()


def test_what_is_new_and_what_is_gone_are_told_apart() -> None:
    new, gone = changed_figures((HELPED,), (CALLS,))
    assert (new.before, new.after) == (None, CALLS)
    assert (gone.before, gone.after) == (HELPED, None)


def test_a_blank_that_became_a_figure_kept_back_has_changed() -> None:
    blank = reading(None, "Calls")
    assert len(changed_figures((blank,), (replace(blank, state=FigureState.SUPPRESSED),))) == 1


def test_the_figures_of_two_areas_are_two_figures() -> None:
    north, south = replace(CALLS, part="North"), replace(CALLS, part="South")
    (change,) = changed_figures((north, south), (north, replace(south, value=HELPED.value)))
    assert change.measure == "Calls, South"


def test_a_measure_named_twice_is_compared_in_order() -> None:
    assert changed_figures((CALLS, CALLS), (CALLS, CALLS)) == ()
    assert len(changed_figures((CALLS, CALLS), (CALLS,))) == 1
