"""Facts about work in its own process: it answers, reports, refuses, can be called off, and leaves nothing behind."""

import os
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop.jobs import Job, Jobs, Limits
from desktop.worker import TOO_LONG, TOO_MUCH, Failure
from tests.desktop import works
from tests.guards import child_processes

TEN_SECONDS = 10_000


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()
    assert child_processes() == set()


def failure_of(job: Job, qtbot: QtBot) -> Failure:
    with qtbot.waitSignal(job.failed, timeout=TEN_SECONDS) as heard:
        pass
    assert isinstance(heard.args[0], Failure)
    return heard.args[0]


def test_work_is_done_in_another_process_that_stays_warm_and_without_qt(jobs: Jobs, qtbot: QtBot) -> None:
    seen: list[object] = []
    for work in (works.whose_process, works.whose_process, works.knows_qt):
        job = jobs.run(work)
        with qtbot.waitSignal(job.finished, timeout=TEN_SECONDS) as heard:
            pass
        seen.append(heard.args[0])
    assert seen[0] == seen[1] != os.getpid()
    assert seen[2] is False


def test_progress_is_told_in_order_before_the_end(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[object] = []
    job = jobs.run(works.count, 5, reports=True)
    job.progressed.connect(told.append)
    job.finished.connect(told.append)
    with qtbot.waitSignal(job.finished, timeout=TEN_SECONDS):
        pass
    assert told == [1, 2, 3, 4, 5, "counted to 5"]


def test_a_large_amount_survives_the_way_there_and_back(jobs: Jobs, qtbot: QtBot) -> None:
    job = jobs.run(works.add, 9_000_000_000, other=1)
    with qtbot.waitSignal(job.finished, timeout=TEN_SECONDS) as heard:
        pass
    assert heard.args == [9_000_000_001]


def test_a_refusal_comes_back_as_its_sentence(jobs: Jobs, qtbot: QtBot) -> None:
    failure = failure_of(jobs.run(works.refuse), qtbot)
    assert failure.sentence == "This file is not a return. Choose the workbook the provider sent."
    assert not failure.is_fault


def test_a_fault_comes_back_with_its_details_and_the_next_job_is_done(jobs: Jobs, qtbot: QtBot) -> None:
    failure = failure_of(jobs.run(works.break_down), qtbot)
    assert failure.is_fault
    assert "ValueError: a fault of ours" in failure.details
    with qtbot.waitSignal(jobs.run(works.add, 1, 2).finished, timeout=TEN_SECONDS) as heard:
        pass
    assert heard.args == [3]


def test_a_value_that_cannot_travel_is_a_fault_not_a_silence(jobs: Jobs, qtbot: QtBot) -> None:
    assert failure_of(jobs.run(works.give_back_what_cannot_travel), qtbot).is_fault


def test_a_process_that_aborts_takes_only_its_job_with_it(jobs: Jobs, qtbot: QtBot) -> None:
    failure = failure_of(jobs.run(works.abort), qtbot)
    assert "stopped unexpectedly" in failure.sentence
    with qtbot.waitSignal(jobs.run(works.add, 1, 2).finished, timeout=TEN_SECONDS):
        pass


def test_work_that_never_ends_can_be_called_off(jobs: Jobs, qtbot: QtBot) -> None:
    job = jobs.run(works.never_end, reports=True)
    waiting = jobs.run(works.add, 1, 2)
    with qtbot.waitSignal(job.progressed, timeout=TEN_SECONDS):
        pass
    assert len(child_processes()) == 1
    before = child_processes()
    called_off: list[str] = []
    job.cancelled.connect(lambda: called_off.append("job"))
    with qtbot.waitSignal(waiting.finished, timeout=TEN_SECONDS):
        job.cancel()
        job.cancel()
    assert called_off == ["job"]
    assert child_processes().isdisjoint(before)


def test_work_that_takes_longer_than_it_may_is_stopped_with_a_sentence_and_the_next_is_done(
    jobs: Jobs, qtbot: QtBot
) -> None:
    stopped = jobs.run(works.never_end, reports=True, limits=Limits(seconds=0.1))
    waiting = jobs.run(works.add, 1, 2)
    with qtbot.waitSignal(waiting.finished, timeout=TEN_SECONDS):
        failure = failure_of(stopped, qtbot)
    assert failure.details == TOO_LONG
    assert failure.sentence == "The work took longer than 0.1 seconds and was stopped. Nothing was changed."


def test_work_within_its_time_is_not_stopped_later(jobs: Jobs, qtbot: QtBot) -> None:
    quick = jobs.run(works.add, 1, 2, limits=Limits(seconds=0.5))
    with qtbot.waitSignal(quick.finished, timeout=TEN_SECONDS):
        pass
    assert not jobs._deadline.isActive()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux sees to the memory of a process")
def test_work_that_takes_more_memory_than_it_may_fails_and_the_next_may_take_as_much_as_before(
    jobs: Jobs, qtbot: QtBot
) -> None:
    failure = failure_of(jobs.run(works.take_memory, 900_000_000, limits=Limits(memory=600_000_000)), qtbot)
    assert failure.details == TOO_MUCH
    assert failure.sentence == "The work took more memory than it may. Nothing was changed."
    with qtbot.waitSignal(jobs.run(works.take_memory, 900_000_000).finished, timeout=TEN_SECONDS):
        pass


def test_a_job_called_off_while_it_waits_is_never_begun(jobs: Jobs, qtbot: QtBot) -> None:
    first, second = jobs.run(works.add, 1, 2), jobs.run(works.break_down)
    with qtbot.waitSignal(second.cancelled):
        second.cancel()
    with qtbot.waitSignal(first.finished, timeout=TEN_SECONDS):
        pass
    assert not jobs.busy


def test_the_window_lives_while_work_is_done(jobs: Jobs, qtbot: QtBot) -> None:
    beats: list[None] = []
    heart = QTimer(interval=0)
    heart.timeout.connect(lambda: beats.append(None))
    heart.start()
    job = jobs.run(works.never_end, reports=True)
    with qtbot.waitSignal(job.progressed, timeout=TEN_SECONDS):
        pass
    begun = len(beats)
    qtbot.waitUntil(lambda: len(beats) > begun + 100)
    heart.stop()
    job.cancel()


def test_closing_calls_off_what_is_under_way_and_ends_the_process(qtbot: QtBot) -> None:
    jobs = Jobs()
    told: list[str] = []
    for number in (1, 2):
        jobs.run(works.never_end, reports=True).cancelled.connect(lambda number=number: told.append(f"job {number}"))
    jobs.close()
    assert told == ["job 1", "job 2"]
    assert child_processes() == set()
    jobs.close()


def test_busy_is_told_when_work_begins_and_when_none_is_left(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[bool] = []
    jobs.busy_changed.connect(told.append)
    jobs.run(works.add, 1, 2)
    last = jobs.run(works.add, 3, 4)
    with qtbot.waitSignal(last.finished, timeout=TEN_SECONDS):
        pass
    assert told == [True, False]
