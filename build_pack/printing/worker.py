"""What a worker does: one task after another, for as long as whoever started it wants it to."""

import os
import resource
import sys
import tempfile
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum, auto
from multiprocessing.connection import Connection
from pathlib import Path
from pickle import PicklingError, dumps, loads
from threading import Thread
from typing import Any

from build_pack.documents.medicines.visit_plans import plans_kept
from build_pack.printing.layout import PrintSetup
from build_pack.printing.printer import Printer
from build_pack.problems import ProblemsError
from build_pack.process_setup import forbid_core_dumps, look_rarely_for_cycles
from build_pack.rendering.fonts.font_files import trust
from build_pack.standard_streams import silence_libraries

MEMORY = 3_000_000_000
"""Bytes of data that a worker may have; 500 pages of medicines in large print take 560,000,000."""


class TaskFailure(Enum):
    """Why a task was not done."""

    MEMORY = auto()
    TIME = auto()
    ENDED = auto()
    """The process is gone: it was killed by the system or by someone, or has crashed."""


@dataclass(frozen=True)
class TaskOutcome:
    """What came of a task: its result, its problems, a fault of ours, or a loss."""

    result: Any = field(default=None, repr=False)
    error: BaseException | None = None
    loss: TaskFailure | None = None


@dataclass(frozen=True)
class WorkerStart:
    """What a worker is started with; what it prints with comes first through its channel.

    All that it is started with has to be small: Python waits for ever for a process that ends
    before it has read it.
    """

    temporary: str
    """Its folder for temporary files: it may end without clearing up."""
    parent: Connection
    """Of this nothing is ever read: it is closed when the worker is to end at once."""
    fonts: Mapping[str, str]
    """The digests of those that were made for this run."""


Task = tuple[Callable[[Printer, Any], Any], Any]


def run_worker(start: WorkerStart, channel: Connection) -> None:
    """Do the tasks that come after their setting, until nobody is at the other end."""
    _limit_memory()
    _go_first()
    look_rarely_for_cycles()
    forbid_core_dumps()
    _say_nothing()
    silence_libraries()
    tempfile.tempdir = start.temporary
    trust(start.fonts)
    Thread(target=_end_with, args=(start.parent,), daemon=True).start()
    press: list[Printer] = []
    with plans_kept(), suppress(EOFError, ConnectionError):  # whoever started it is gone
        setting: PrintSetup = channel.recv()
        while given := channel.recv():
            outcome = _outcome(setting, press, given)
            channel.send(outcome)
            if outcome.loss:
                return


def _outcome(setting: PrintSetup, press: list[Printer], task: Task) -> TaskOutcome:
    do, given = task
    try:
        if not press:
            press.append(Printer(setting))
        return TaskOutcome(do(press[0], given))
    except ProblemsError as error:
        return TaskOutcome(error=error)
    except MemoryError:
        return TaskOutcome(loss=TaskFailure.MEMORY)
    except Exception as error:  # noqa: BLE001 - it is raised again where it can be told
        return TaskOutcome(error=_portable(error))


def _portable(error: Exception) -> Exception:
    """A fault of ours as it can be sent, with the lines that a report of it needs."""
    error.add_note("".join(traceback.format_exception(error)))
    with suppress(PicklingError, TypeError, AttributeError, ValueError):
        loads(dumps(error))  # noqa: S301 - our own bytes
        return error
    return RuntimeError(error.__notes__[-1])


def _limit_memory() -> None:
    """Let a document that needs too much fail in this process, and not bring down the machine."""
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    if most == resource.RLIM_INFINITY or most > MEMORY:
        with suppress(OSError, ValueError):  # not every system has it
            resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, most))


def _say_nothing() -> None:
    """Keep what libraries that are not Python's print of themselves from the terminal."""
    if not (sys.warnoptions or sys.flags.dev_mode):
        nowhere = os.open(os.devnull, os.O_RDWR)
        for number in (1, 2):
            os.dup2(nowhere, number)
        os.close(nowhere)


def _go_first() -> None:
    """When memory runs out, let the system end this process and not the one that started it."""
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("500", "ascii")


def _end_with(parent: Connection) -> None:
    """Leave at once when the other end is closed, be it because the parent was killed."""
    parent.poll(None)
    os._exit(1)
