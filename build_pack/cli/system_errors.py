"""What the system refuses as problems: a full disk, a folder that is gone, a closed output."""

import errno
import tempfile
from collections.abc import Sequence
from pathlib import Path

from build_pack import Place, Problem, ProblemsError
from build_pack.standard_streams import StreamUnwritableError

_REFUSALS = frozenset((
    *(errno.EACCES, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EISDIR, errno.EMFILE, errno.ENFILE),
    *(errno.ENAMETOOLONG, errno.ENODEV, errno.ENOMEM, errno.ENOSPC, errno.ENOTDIR, errno.EPERM),
    *(errno.EROFS, errno.ESTALE, errno.ETXTBSY),
))  # fmt: skip
"""What no program can do anything about; whatever else the system says may be a fault of ours."""
_NO_TEMPORARY = "No usable temporary directory"


_GONE = frozenset((errno.EEXIST, errno.ELOOP, errno.ENOENT, errno.ENOTEMPTY, errno.ENXIO))
"""What the system says of a named file that has come, gone or changed while we were at work."""


def require_working_folder() -> None:
    """Raise `ProblemsError` if somebody has deleted the working folder: no path leads anywhere."""
    try:
        Path.cwd()
    except FileNotFoundError as error:
        message, hint = "The current folder no longer exists.", "Change to another folder."
        problem = Problem("file-missing", Place(Path()), message, hint)
        raise ProblemsError([problem]) from error


def require_text(words: Sequence[str]) -> None:
    """Raise `ProblemsError` for each word of a command line whose bytes are not UTF-8."""
    problems = []
    for number, word in enumerate(words, start=1):
        if any("\ud800" <= letter <= "\udfff" for letter in word):
            message = f"Word {number} of the command line is not UTF-8 text."
            hint = "Set the terminal to UTF-8, or rename the file."
            place = Place(Path("command line"))
            problems.append(Problem("value-invalid", place, message, hint))
    if problems:
        raise ProblemsError(problems)


def system_problem(error: OSError) -> Problem | None:
    """What to say of something that the system refuses; None if it may be a fault of ours."""
    if _NO_TEMPORARY in str(error):
        hint = "Set TMPDIR to an existing folder with free space where you have write permission."
        place, message = Place(Path("TMPDIR")), "There is no folder for temporary files."
        return Problem("file-unwritable", place, message, hint)
    is_of_a_file = isinstance(error.filename, str | Path)
    if error.errno in _GONE and is_of_a_file:
        hint = (
            "Check whether another program moves or deletes files there, then run the command "
            "again."
        )
        message = f"Cannot be read or written: {error.strerror}."
        return Problem("file-unwritable", Place(Path(error.filename)), message, hint)
    if error.errno not in _REFUSALS:
        return None
    temporary = tempfile.gettempdir()
    hint = f"Check the disk and its permissions. Temporary files are kept in {temporary}."
    name = error.filename if is_of_a_file else temporary
    message = f"Cannot be written: {error.strerror}."
    return Problem("file-unwritable", Place(Path(name)), message, hint)


def out_of_memory() -> Problem:
    """What to say if the system gives this process no more memory."""
    message, hint = "There is not enough memory.", "Close other programs."
    return Problem("document-stopped", Place(Path("memory")), message, hint)


def stream_problem(error: StreamUnwritableError) -> Problem:
    """What to say if standard output takes nothing."""
    hint = "Check the disk, and where the output is redirected to."
    message = f"Cannot be written: {error.reason}."
    return Problem("file-unwritable", Place(Path(error.name)), message, hint)
