"""Standard output and error for what the program says, and for nothing that its libraries say.

Libraries print, warn and log in their own words about their own insides. Among JSON that would
break whoever reads it, and a warning may quote what is on a page, such as a patient's name.
What WeasyPrint logs of a page becomes problems (`rendering.weasyprint.log_capture`); all else is
dropped here, by who writes it. To see it, run Python with `-W default` or `-X dev`.
"""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO, cast

_OURS = ("click", "build_pack")
"""Whose modules speak for the program: all that it says goes through click."""
OUTPUT, ERROR = "standard output", "standard error"


class StreamUnwritableError(Exception):
    """Standard output or error takes nothing: its disk is full, or it is closed."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name = name
        self.reason = reason


class _FilteredStream:
    """A stream that lets the program's own words through; all else about it is the real one's."""

    def __init__(self, stream: TextIO, name: str, reason: str = "") -> None:
        self._stream, self._name = stream, name
        self._reason = reason
        """Why it takes nothing; empty as long as it does."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        """Write what the program says; raises `UnwritableError` if that cannot be."""
        speaker = str(sys._getframe(1).f_globals.get("__name__"))  # noqa: SLF001 - who it is
        if speaker.partition(".")[0] not in _OURS:
            return len(text)
        if self._reason:
            raise StreamUnwritableError(self._name, self._reason)
        with self._refusals():
            return 0 if text == "" else self._stream.write(text)  # click tries b"" as well

    def flush(self) -> None:
        """Send what was written on its way; raises `UnwritableError` if that cannot be."""
        with self._refusals():
            self._stream.flush()

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        try:
            yield
        except BrokenPipeError:  # whoever reads it has read enough
            raise
        except OSError as error:
            _forget(self._stream)
            self._reason = error.strerror or "unknown"
            raise StreamUnwritableError(self._name, self._reason) from error


def silence_libraries() -> None:
    """Let nothing but the program's own words reach standard output and error.

    Both take every letter, and no file that is opened gets the number of one that is closed.
    """
    for number in range(3):
        _occupy(number)
    sys.stdin = sys.stdin or _nowhere("r")
    for attribute, name in (("stdout", OUTPUT), ("stderr", ERROR)):
        stream = getattr(sys, attribute)
        real = stream or _nowhere("w")
        if isinstance(real, io.TextIOWrapper):
            _take_every_letter(real)
        if not (sys.warnoptions or sys.flags.dev_mode):
            # Who closes standard error wants to hear nothing; who closes output gets nothing.
            reason = "it is closed" if stream is None and name == OUTPUT else ""
            setattr(sys, attribute, _FilteredStream(real, name, reason))


def _nowhere(mode: str) -> TextIO:
    return cast("TextIO", Path(os.devnull).open(mode, encoding="utf-8"))


def _occupy(number: int) -> None:
    try:
        os.fstat(number)
    except OSError:  # what is opened next gets the lowest number that is free
        os.open(os.devnull, os.O_RDWR)


def _take_every_letter(stream: io.TextIOWrapper) -> None:
    is_unsaid = stream.encoding.lower() in {"ascii", "us-ascii", "ansi_x3.4-1968"}
    encoding = "utf-8" if is_unsaid else stream.encoding
    stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _forget(stream: TextIO) -> None:
    """Let what could not be written go, so that the end of the program does not try again."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
