"""A log of what was printed: time, document, version and digest, and nothing about a patient."""

import fcntl
import json
import os
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path

from build_pack.documents.shared.record import DocumentRecord
from build_pack.storage.writable_paths import writing_errors_as_problems

_KEPT = ("document", "version", "edition", "digest", "released")


class PrintLog:
    """A file that grows by a line of JSON for each document that was made."""

    def __init__(self, path: Path) -> None:
        """Raise `ProblemsError` if the file cannot be written: before anything is printed."""
        self._path = path
        self._append("")

    def note(self, records: Iterable[DocumentRecord]) -> None:
        """Add a line for each document, with the present time."""
        now = datetime.now(UTC).astimezone()
        at = {"at": now.isoformat(timespec="seconds")}
        lines = [at | {key: getattr(record, key) for key in _KEPT} for record in records]
        self._append("".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines))

    def _append(self, text: str) -> None:
        """Add all of a text or nothing; a pipe that nobody reads is an error, and no wait."""
        with writing_errors_as_problems(self._path.parent), _opened(self._path) as file:
            with suppress(OSError):  # some drives have no locks, and a line goes out in one piece
                fcntl.flock(file, fcntl.LOCK_EX)
            before, left = os.fstat(file.fileno()).st_size, text.encode()
            try:
                while left:
                    left = left[file.write(left) :]
            except OSError:
                with suppress(OSError):  # a pipe takes nothing back
                    file.truncate(before)
                raise


def _opened(path: Path) -> FileIO:
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NONBLOCK | os.O_CLOEXEC
    handle = os.open(path, flags, 0o666)
    os.set_blocking(handle, True)
    return FileIO(handle, "ab")
