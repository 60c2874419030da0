"""Documents printed by several processes at once; WeasyPrint is not made for threads.

Each process has a limit of time and memory. One that ends costs the document in its hands: another
takes its place, and the other documents are made.
"""

import os
import signal
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pickle import dumps
from typing import Any, Generic, TypeVar

from build_pack.locales import Locale
from build_pack.printing.layout import PrintSetup
from build_pack.printing.printer import Printer
from build_pack.printing.worker import MEMORY, TaskFailure, TaskOutcome, WorkerStart, run_worker
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.rendering.fonts.font_files import faces, made_digests

Progress = Callable[[str, int, int], None]
"""Told what is done now, how many are done, and how many there will be; 0: they are not counted."""

T = TypeVar("T")
R = TypeVar("R")

SECONDS = 600
"""How long a task may take: a document takes one or two, 500 pages in large print fifty."""
HERE = 0
"""As a number of workers: print in this process, without limits."""
# Not forked: a fork takes along the locks of threads that it does not take along.
_CONTEXT = get_context("spawn")


@dataclass(frozen=True)
class TaskHandler(Generic[T, R]):
    """What is done with each task, a function of a module; where each is told of; and its loss."""

    do: Callable[[Printer, T], R]
    place: Callable[[T], Place]
    lost: Callable[[T, Problem], R] | None = None
    """What stands for a task that was not done; None: its problem is raised with the others."""


def default_worker_count() -> int:
    """How many workers a command has: one for each processor."""
    return os.cpu_count() or 1


def print_all(
    setting: PrintSetup, tasks: Sequence[T], errand: TaskHandler[T, R], jobs: int
) -> Iterator[R]:
    """Let presses do every task; results come as they are done.

    At the end raises `ProblemsError` with the problems of all that could not be printed.
    """
    problems: list[Problem] = []
    for task, outcome in _done(setting, tasks, errand, jobs):
        lost = _problem(outcome.loss, errand.place(task)) if outcome.loss else None
        if lost and errand.lost:
            yield errand.lost(task, lost)
        elif lost:
            problems.append(lost)
        elif isinstance(outcome.error, ProblemsError):
            problems += outcome.error.problems
        elif outcome.error:
            raise outcome.error
        else:
            yield outcome.result
    if problems:
        raise ProblemsError(problems)


def _problem(loss: TaskFailure, place: Place) -> Problem:
    message = {
        TaskFailure.MEMORY: f"Printing it takes more than {MEMORY // 10**9} GB of memory",
        TaskFailure.TIME: f"Printing it takes longer than {SECONDS // 60} minutes",
        TaskFailure.ENDED: "The process that printed it was ended",
    }[loss]
    hint = "Look for a very large picture, table or number in the clinic’s layout."
    if loss is TaskFailure.ENDED:
        hint = "Run the command again. If it happens again, close other programs to free memory."
    return Problem("document-stopped", place, f"{message}, so it was not made.", hint)


def _done(
    setting: PrintSetup, tasks: Sequence[T], errand: TaskHandler[T, R], jobs: int
) -> Iterator[tuple[T, TaskOutcome]]:
    if jobs == HERE:
        press = Printer(setting)
        yield from ((task, _here(press, task, errand)) for task in tasks)
    elif tasks:
        # Made once here, and not by each worker at the same time.
        faces(scripts={Locale(locale).script for locale in setting.common.catalogs})
        with _crew(setting) as crew:
            yield from crew.done(tasks, errand.do, min(jobs, len(tasks)))


def _here(press: Printer, task: T, errand: TaskHandler[T, R]) -> TaskOutcome:
    try:
        return TaskOutcome(errand.do(press, task))
    except ProblemsError as error:
        return TaskOutcome(error=error)


@dataclass
class _WorkerProcess:
    """A process, and the task that it has in hand."""

    process: SpawnProcess
    channel: Connection
    setting: bytes
    """What it prints with, until it has been sent."""
    task: Any = None
    until: float = 0

    def outcome(self) -> TaskOutcome | None:
        """What came of the task, or None while it is in work."""
        is_alive = self.process.is_alive()  # asked first: what it has sent is there then
        if self.channel.poll():
            with suppress(EOFError, OSError):
                outcome: TaskOutcome = self.channel.recv()
                return outcome
            return TaskOutcome(loss=TaskFailure.ENDED)
        if not is_alive:
            return TaskOutcome(loss=TaskFailure.ENDED)
        return TaskOutcome(loss=TaskFailure.TIME) if time.monotonic() > self.until else None

    def take(self, do: Callable[[Printer, Any], Any], task: Any) -> None:
        """Hand over a task; if there is nobody to take it, that shows in its outcome."""
        self.task, self.until = task, time.monotonic() + SECONDS
        with suppress(OSError):
            if self.setting:
                self.channel.send_bytes(self.setting)
                self.setting = b""
            self.channel.send((do, task))

    def end(self) -> None:
        """End the process, whatever it is doing."""
        if self.process.pid:
            self.process.kill()
            self.process.join()
        self.channel.close()


class _WorkerPool:
    """The workers of one run."""

    def __init__(self, start: WorkerStart, setting: PrintSetup) -> None:
        self._start = start
        self._setting = dumps(setting)
        self._busy: list[_WorkerProcess] = []

    def done(
        self, tasks: Sequence[T], do: Callable[[Printer, T], R], size: int
    ) -> Iterator[tuple[T, TaskOutcome]]:
        """Each task with what came of it, as soon as that is known."""
        waiting = deque(tasks)
        for worker in [self._begin() for _ in range(size)]:  # they start side by side
            worker.take(do, waiting.popleft())
        while self._busy:
            self._wait()
            for worker in tuple(self._busy):
                task, outcome = worker.task, worker.outcome()
                if outcome:
                    if outcome.loss or not waiting:
                        self._busy.remove(worker)
                        worker.end()
                    if waiting:
                        next_one = self._begin() if outcome.loss else worker
                        next_one.take(do, waiting.popleft())
                    yield task, outcome

    def _begin(self) -> _WorkerProcess:
        ours, theirs = _CONTEXT.Pipe()
        process = _CONTEXT.Process(target=run_worker, args=(self._start, theirs), daemon=True)
        worker = _WorkerProcess(process, ours, self._setting)
        self._busy.append(worker)
        with theirs, _interrupts_held_back(), suppress(BrokenPipeError):  # ended while it begins
            process.start()
        return worker

    def _wait(self) -> None:
        """Wait until something may have come of a task, or a worker's time is over."""
        sentinels = [one.process.sentinel for one in self._busy if one.process.pid]
        first = min(one.until for one in self._busy)
        rest = max(0, first - time.monotonic())
        wait([*(one.channel for one in self._busy), *sentinels], rest)

    def end(self) -> None:
        """End all that are still at work."""
        while self._busy:
            self._busy.pop().end()


@contextmanager
def _crew(setting: PrintSetup) -> Iterator[_WorkerPool]:
    """Workers; when the reader stops early, they stop in the middle of their work."""
    theirs, ours = _CONTEXT.Pipe(duplex=False)
    # A worker ends without clearing away what WeasyPrint has put into the temporary folder.
    with tempfile.TemporaryDirectory(prefix="build-pack-") as temporary, theirs, ours:
        crew = _WorkerPool(WorkerStart(temporary, theirs, made_digests()), setting)
        try:
            yield crew
        finally:
            crew.end()


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Let Ctrl-C wait until a worker has started.

    It inherits this and goes on not hearing it: Ctrl-C is the parent's to answer, and a worker
    whose parent stops in the middle of starting it would complain.
    """
    resource_tracker.ensure_running()  # begun in between, it would let interrupts through again
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
