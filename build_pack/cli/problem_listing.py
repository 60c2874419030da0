"""Problems as a person reads them: one kind in one line, and no more than anybody reads."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from build_pack import Place, Problem, Severity
from build_pack.text.keywords import counted
from build_pack.text.limits import FAULTS

_MAX_LISTED = 10
"""So many of one kind in one file are listed; of more, the first stands for all."""
_LIST_SUFFIXES = frozenset({".csv", ".xlsx"})
_SUMMARIES = {
    "translation-missing": "texts are not translated",
    "translation-fuzzy": "translations need work",
    "translation-stale": "translations are based on an earlier source text",
    "translation-unknown": "entries belong to no text",
    "translation-duplicate": "entries repeat an id",
    "text-missing": "texts are missing in some languages",
    "sample-left": "values are still those of the sample",
}
_Group = tuple[Severity, Path, str]


def grouped_problems(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems in their order; many of one kind in one file as one, where the first is."""
    problems = tuple(problems)
    groups: dict[_Group, list[Problem]] = {}
    for problem in problems:
        groups.setdefault(_group(problem), []).append(problem)
    for problem in problems:
        group = groups[_group(problem)]
        if len(group) <= _MAX_LISTED or _is_of_a_visit(problem):
            yield problem
        elif problem is group[0]:
            yield _first(group)


def _group(problem: Problem) -> _Group:
    return problem.severity, problem.place.path, problem.code


def _is_of_a_visit(problem: Problem) -> bool:
    """Whether it is reported at an option or in a list: of a patient each is told by itself."""
    path = problem.place.path
    return path.suffix.lower() in _LIST_SUFFIXES or path.name.startswith("--")


def _first(group: list[Problem]) -> Problem:
    """One problem for all of them."""
    first = group[0]
    summary = _SUMMARIES.get(first.code)
    what = f"{len(group)} {summary}" if summary else f"{len(group)} problems of this kind"
    where = f", the first at line {first.place.line}" if first.place.line else ""
    message = f"{what}{where}." if summary else f"{what}{where}: {first.message}"
    return replace(first, message=message, hint=f"{first.hint} Use --verbose to list each.")


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
