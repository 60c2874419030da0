"""Who is told at once of what was found while something else is done.

By itself, so that whoever wants to be told loads nothing of what tells it.
"""

from collections.abc import Callable
from contextvars import ContextVar

from build_pack.problems import Problem


def _nobody(_problem: Problem) -> None:
    """Told where nobody is to be told."""


problem_listener: ContextVar[Callable[[Problem], None]] = ContextVar(
    "problem_listener", default=_nobody
)
"""Whom to tell of what was finished or undone of an interrupted run."""
