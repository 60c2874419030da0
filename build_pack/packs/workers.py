"""Documents printed by several processes at once; WeasyPrint is not made for threads."""

import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from multiprocessing import get_context

from build_pack.packs.press import Press, Printed, Setting, Task
from build_pack.problems import Problem, ProblemsError
from build_pack.rendering.fonts import faces

_press: Press | None = None
"""A worker's own press, set up when the process starts."""


def print_all(setting: Setting, tasks: Sequence[Task], jobs: int) -> Iterator[Printed]:
    """Print every task, in the order in which they are done.

    At the end raises `ProblemsError` with the problems of all that could not be printed.
    """
    problems: list[Problem] = []
    for future in _done(setting, tasks, jobs):
        try:
            yield future.result()
        except ProblemsError as error:
            problems += error.problems
    if problems:
        raise ProblemsError(problems)


def _done(setting: Setting, tasks: Sequence[Task], jobs: int) -> Iterator[Future[Printed]]:
    workers = min(jobs, len(tasks))
    if workers < 2:  # noqa: PLR2004 - one process is this one
        press = Press(setting)
        yield from (_here(press, task) for task in tasks)
        return
    faces()  # made once here, and not by each worker at the same time
    with _pool(setting, workers) as pool:
        with _interrupts_held_back():
            futures = [pool.submit(_print, task) for task in tasks]
        yield from as_completed(futures)


def _here(press: Press, task: Task) -> Future[Printed]:
    future: Future[Printed] = Future()
    try:
        future.set_result(press.document(task))
    except ProblemsError as error:
        future.set_exception(error)
    return future


@contextmanager
def _pool(setting: Setting, workers: int) -> Iterator[ProcessPoolExecutor]:
    """Worker processes; when the reader stops early, what has not begun is not begun."""
    # Not forked: a fork takes along the locks of threads that it does not take along.
    context = get_context("spawn")
    pool = ProcessPoolExecutor(workers, context, initializer=_begin, initargs=(setting,))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Let Ctrl-C wait until the workers have started.

    They inherit this and go on not hearing it: Ctrl-C is the parent's to answer, and a worker
    whose parent stops in the middle of starting it would complain.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _begin(setting: Setting) -> None:
    global _press  # noqa: PLW0603 - the one way to give a worker something to keep
    _press = Press(setting)


def _print(task: Task) -> Printed:
    if _press is None:
        raise AssertionError("a worker prints before it has begun")
    return _press.document(task)
