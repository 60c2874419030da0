"""One run alone writes into a folder, and nobody reads while it exchanges files there.

Two locks of the system, which both end with their process, however it ends:

A file, held by whoever writes, for as long as what it has read there has to stay so. It says who
that is. It is locked with `flock`, which network drives pass on to their server for a file that is
open for writing (NFS since Linux 2.6.12, SMB), and removed at the end.

The folder itself, which needs no file and no right to write: shared by readers, and for a moment
the writer's alone, when files get their names. Where a file system has no locks of folders, that
is left out: each file is whole at any time, and an unfinished exchange is seen by its journal.
"""

import errno
import fcntl
import os
import platform
import re
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import get_ident
from time import monotonic, sleep

from build_pack.problems import Place, Problem, ProblemsError
from build_pack.storage.fsync import sync_folder
from build_pack.storage.writable_paths import LOCK

PATIENCE = 5.0
"""Seconds for which a run waits until another one has written."""
PATIENCE_WITH_READERS = 60.0
"""The same until others have read: a check takes some seconds, and what waits may be a signature
for which two people have read everything aloud."""
_PAUSE = 0.02
_TAKEN = frozenset({errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES})
_LONGEST = 200

_held: dict[Path, tuple[int, int]] = {}
"""The folders into which this process writes, with the thread that does and its lock."""


@contextmanager
def writer_lock(folder: Path, patience: float | None = None) -> Iterator[bool]:
    """Keep other runs from writing into a folder, which is made if it is not there.

    Gives whether this is the outermost call for the folder. Raises `ProblemsError` with who writes
    there and since when, if that does not end within `patience` seconds, and `OSError`.
    """
    key = folder.resolve()
    thread, handle = _held.get(key, (0, 0))
    if thread == get_ident():
        if not _is_named(handle, folder / LOCK):
            raise ProblemsError([_gone(folder)])
        yield False
        return
    made = [one for one in (folder, *folder.parents) if not one.exists()]
    try:
        handle = _acquired(folder, PATIENCE if patience is None else patience)
        _held[key] = get_ident(), handle
        try:
            for one in made:
                sync_folder(one.parent)
            yield True
        finally:
            del _held[key]
            _remove(handle, folder / LOCK)
            os.close(handle)
    finally:
        for one in made:
            with suppress(OSError):
                one.rmdir()  # if it was made for nothing


def _acquired(folder: Path, patience: float) -> int:
    end = monotonic() + patience
    while True:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            handle, is_own = _opened(folder / LOCK)
        except FileNotFoundError:  # another run has just taken its empty folder away
            if monotonic() > end:
                raise
            continue
        try:
            _wait(handle, fcntl.LOCK_EX, end, partial(_busy, folder, handle))
            if _is_named(handle, folder / LOCK):
                if is_own:
                    _say_who(handle)
                    return handle
                (folder / LOCK).unlink()  # another user's, whose run is dead
        except BaseException:
            _release(handle, folder / LOCK)
            raise
        os.close(handle)


def _release(handle: int, path: Path) -> None:
    """Take the file away if this run holds the lock, and let go of it."""
    with suppress(OSError):
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _remove(handle, path)
    os.close(handle)


def _remove(handle: int, path: Path) -> None:
    with suppress(OSError):
        if _is_named(handle, path):
            path.unlink()


def _opened(path: Path) -> tuple[int, bool]:
    """The file of the lock, and whether it can be written to."""
    flags = os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    try:
        handle, is_own = os.open(path, os.O_RDWR | os.O_CREAT | flags, 0o666), True
    except PermissionError:
        if not os.path.lexists(path):
            raise
        handle, is_own = os.open(path, os.O_RDONLY | flags), False
    except OSError as error:
        if error.errno not in {errno.ELOOP, errno.EISDIR, errno.ENXIO}:
            raise
        raise ProblemsError([_no_lock(path)]) from error
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise ProblemsError([_no_lock(path)])
    return handle, is_own


def _wait(handle: int, kind: int, end: float, busy: Callable[[], Problem]) -> None:
    while True:
        try:
            fcntl.flock(handle, kind | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in _TAKEN:
                raise
            if monotonic() >= end:
                raise ProblemsError([busy()]) from error
            sleep(_PAUSE)
        else:
            return


def _is_named(handle: int, path: Path) -> bool:
    """Whether the file that is open is still the one of that name."""
    with suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(handle), os.lstat(path))
    return False


def _say_who(handle: int) -> None:
    """Write down who holds the lock; it holds without, on a disk that is full."""
    now = datetime.now(UTC).astimezone()
    since = f"{now:%H:%M} on {now.day} {now:%B %Y}"
    name = f"build-pack{_command()}"
    who = f"{name} on {platform.node()}, process {os.getpid()}, since {since}"
    with suppress(OSError):
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{who}\n".encode(), 0)


def _command() -> str:
    """The command that runs, without what was given to it."""
    word = sys.argv[1] if len(sys.argv) > 1 else ""
    return f" {word}" if re.fullmatch(r"[a-z]{1,20}", word) else ""


def _busy(folder: Path, handle: int) -> Problem:
    who = ""
    with suppress(OSError):  # some network drives let nobody read what is locked
        said = os.pread(handle, _LONGEST, 0).decode(errors="replace").partition("\n")[0]
        who = f": {said}" if said and said.isprintable() else ""
    message = f"Another run is writing here{who}."
    hint = "Wait until it has finished or stop it, then try again."
    return Problem("folder-busy", Place(folder), message, hint)


def _gone(folder: Path) -> Problem:
    message = "Cannot be written: the folder was removed or replaced in the meantime."
    hint = "Make sure that the folder is not moved while the program runs, then run it again."
    return Problem("file-unwritable", Place(folder), message, hint)


def _no_lock(path: Path) -> Problem:
    message = "Cannot be written: the name of the program’s lock file is already in use."
    return Problem("file-unwritable", Place(path), message, "Move it away, and try again.")


@contextmanager
def exchange_lock(folder: Path, *, alone: bool) -> Iterator[None]:
    """Hold the folder itself: shared with readers, or `alone`, while files get their names."""
    with ExitStack() as stack:
        with suppress(OSError):  # no locks of folders here, or whoever goes on meets the same
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            stack.callback(os.close, handle)
            kind = fcntl.LOCK_EX if alone else fcntl.LOCK_SH
            patience = PATIENCE_WITH_READERS if alone else PATIENCE
            _wait(handle, kind, monotonic() + patience, lambda: _in_use(folder, alone=alone))
        yield


def _in_use(folder: Path, *, alone: bool) -> Problem:
    what = "read" if alone else "written to"
    message = f"The folder has been {what} by another run for too long."
    hint = "Wait until it has finished or stop it, then try again."
    return Problem("folder-busy", Place(folder), message, hint)
