"""Files read whole, within bounds; texts as UTF-8 in Unicode normal form C."""

import os
import unicodedata
from pathlib import Path
from stat import S_ISREG

from build_pack.problems import Place, Problem, ProblemsError
from build_pack.storage.memoization import memoized_by_content, rests_on_file
from build_pack.text.limits import BYTES


def read_text(path: Path) -> str:
    r"""Read a UTF-8 text with its lines ended by `\n`, or raise `ProblemsError`."""
    return decoded(read_bytes(path), path)


def decoded(raw: bytes, path: Path) -> str:
    """The text of a file that has been read, as `read_text` gives it, or `ProblemsError`."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        hint = "Save the file as UTF-8; in most editors under “Save with encoding”."
        message = "From here on, the file is not valid UTF-8."
        raise _unreadable(Place(path, line), message, hint) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)


def path_kind(path: Path) -> str:
    """Whether a path leads to a “file” or a “folder”; nothing also if no name can be so long."""
    try:
        return "file" if path.is_file() else "folder" if path.is_dir() else ""
    except (OSError, ValueError):
        return ""


def read_bytes(path: Path, most: int = BYTES) -> bytes:
    """Read a file that a person made, or raise `ProblemsError`.

    What is not a file is not opened: a pipe would have us wait for ever.
    """
    return _read(path, most)


@memoized_by_content
def _read(path: Path, most: int) -> bytes:
    rests_on_file(path)
    try:
        if not path.is_file():
            raise missing(path)
        # Without waiting, should it have become a pipe in the meantime.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(handle, "rb") as file:
            if not S_ISREG(os.fstat(handle).st_mode):
                raise missing(path)
            raw = file.read(most + 1)
    except FileNotFoundError as error:
        raise missing(path) from error
    except OSError as error:
        hint = "Check its permissions, and that its disk is connected."
        raise _unreadable(
            Place(path), f"The file cannot be read: {error.strerror}.", hint
        ) from error
    return bounded(raw, path, most)


def bounded(raw: bytes, path: Path, most: int = BYTES) -> bytes:
    """What was read of a file, or `ProblemsError` if it is more than is read."""
    if len(raw) > most:
        message = f"The file is larger than {most:,} bytes, which is the maximum."
        raise _unreadable(Place(path), message, "Check that this is the right file.")
    return raw


def missing(path: Path) -> ProblemsError:
    """What is raised for a file that is not there, or is none."""
    message, hint = (
        "The file does not exist.",
        "Create the file, or correct its name.",
    )
    if path.is_dir():
        message, hint = "This is a folder, not a file.", "Give the name of a file."
    elif path.is_symlink():
        message = "The target of the link is not a file."
        hint = "Replace the link with the file itself."
    elif path.exists():
        message, hint = "This is a pipe or a device, not a file.", "Give the name of a file."
    return ProblemsError([Problem("file-missing", Place(path), message, hint)])


def _unreadable(place: Place, message: str, hint: str) -> ProblemsError:
    return ProblemsError([Problem("file-unreadable", place, message, hint)])
