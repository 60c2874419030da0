"""More problems than anybody reads, cut to those that matter first; the rest are counted."""

from collections.abc import Sequence
from pathlib import Path

from build_pack import Place, Problem, Severity
from build_pack.text.keywords import counted
from build_pack.text.limits import FAULTS

_LEFTOVER_CODES = frozenset({"file-stale", "file-replaced"})
"""What lies there from before: nobody is to print it because other words were in the way."""


def limited_problems(
    problems: Sequence[Problem],
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """The problems that are listed, in their order, and those that are not; errors go first."""
    if len(problems) <= FAULTS:
        return tuple(problems), ()
    ranked = sorted(range(len(problems)), key=lambda at: _rank(problems[at]))
    kept = set(ranked[:FAULTS])
    listed = tuple(one for at, one in enumerate(problems) if at in kept)
    return listed, tuple(one for at, one in enumerate(problems) if at not in kept)


def _rank(problem: Problem) -> int:
    return 0 if problem.code in _LEFTOVER_CODES else 1 if problem.severity is Severity.ERROR else 2


def unlisted_count(rest: Sequence[Problem]) -> Problem:
    """How many problems are not listed, for programs that read these as data."""
    errors = sum(one.severity is Severity.ERROR for one in rest)
    count = f"{counted(errors, 'more error')} and {counted(len(rest) - errors, 'more warning')}"
    severity = Severity.ERROR if errors else Severity.WARNING
    hint = f"Fix the {FAULTS} listed problems, then run the command again."
    message = f"{count} are not listed."
    return Problem("problems-unlisted", Place(Path()), message, hint, severity)
