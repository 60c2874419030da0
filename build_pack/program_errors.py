"""Faults of the program itself, which no file may be blamed for."""

from traceback import walk_tb

_PROGRAM = __name__.partition(".")[0]


def is_program_error(error: Exception) -> bool:
    """Whether a line of the program raised it, also by what has no lines of its own: int()."""
    *_, (frame, _) = walk_tb(error.__traceback__)
    return str(frame.f_globals.get("__name__")).partition(".")[0] == _PROGRAM
