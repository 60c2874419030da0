"""Documents printed by several processes at once; WeasyPrint is not made for threads."""

import os
import signal
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from functools import cache
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Thread
from typing import TypeVar

from build_pack.content.locales import script
from build_pack.packs.dumps import forbid_core_dumps
from build_pack.packs.press import Press
from build_pack.packs.streams import speak_alone
from build_pack.packs.typesetting import Setting
from build_pack.problems import Problem, ProblemsError
from build_pack.rendering.fonts import faces

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 2
"""Tasks given out for each worker: one in work and one in wait. What is done does not pile up."""

_setting: Setting | None = None
"""What a worker's press is to be made from, kept when the process starts."""


def print_all(
    setting: Setting, tasks: Sequence[T], do: Callable[[Press, T], R], jobs: int
) -> Iterator[R]:
    """Let presses `do` every task, a function of a module; results come as they are done.

    At the end raises `ProblemsError` with the problems of all that could not be printed.
    """
    problems: list[Problem] = []
    for future in _done(setting, tasks, do, jobs):
        try:
            yield future.result()
        except ProblemsError as error:
            problems += error.problems
    if problems:
        raise ProblemsError(problems)


def _done(
    setting: Setting, tasks: Sequence[T], do: Callable[[Press, T], R], jobs: int
) -> Iterator[Future[R]]:
    workers = min(jobs, len(tasks))
    if workers < 2:  # noqa: PLR2004 - one process is this one
        press = Press(setting)
        yield from (_here(press, task, do) for task in tasks)
        return
    # Made once here, and not by each worker at the same time.
    faces(scripts={script(locale) for locale in setting.common.catalogs})
    with _pool(setting, workers) as pool:
        waiting = iter(tasks)
        with _interrupts_held_back():
            first = islice(waiting, _AHEAD * workers)
            running = {pool.submit(_print, task, do) for task in first}
        while running:
            done, running = wait(running, return_when=FIRST_COMPLETED)
            running |= {pool.submit(_print, task, do) for task in islice(waiting, len(done))}
            yield from done


def _here(press: Press, task: T, do: Callable[[Press, T], R]) -> Future[R]:
    future: Future[R] = Future()
    try:
        future.set_result(do(press, task))
    except ProblemsError as error:
        future.set_exception(error)
    return future


@contextmanager
def _pool(setting: Setting, workers: int) -> Iterator[ProcessPoolExecutor]:
    """Worker processes; when the reader stops early, they stop in the middle of their work."""
    # Not forked: a fork takes along the locks of threads that it does not take along.
    context = get_context("spawn")
    theirs, ours = context.Pipe(duplex=False)
    # A worker ends without clearing away what WeasyPrint has put into the temporary folder.
    with tempfile.TemporaryDirectory(prefix="build-pack-") as temporary, theirs, ours:
        start = (setting, temporary, theirs)
        pool = ProcessPoolExecutor(workers, context, initializer=_begin, initargs=start)
        try:
            yield pool
        except BaseException:
            ours.close()
            raise
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


def _begin(setting: Setting, temporary: str, parent: Connection) -> None:
    """Keep what a worker needs; a fault told here would only say that the pool is broken."""
    global _setting  # noqa: PLW0603 - the one way to give a worker something to keep
    _setting = setting
    forbid_core_dumps()
    speak_alone()
    tempfile.tempdir = temporary
    Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: Connection) -> None:
    """Leave at once when the other end is closed, be it because the parent was killed."""
    parent.poll(None)
    os._exit(1)


@cache
def _press() -> Press:
    if _setting is None:
        raise AssertionError("a worker prints before it has begun")
    return Press(_setting)


def _print(task: T, do: Callable[[Press, T], R]) -> R:
    return do(_press(), task)
