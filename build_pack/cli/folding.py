"""Hundreds of problems of one kind in one file as one line, for a person who reads them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from build_pack.problems import Problem, Severity

_MOST = 10
"""So many of one kind in one file are listed; of more, the first stands for all."""
_ONE_BY_ONE = frozenset({
    "visit-invalid",
    "visit-incomplete",
    "medicine-unclear",
    "medicine-twice",
    "list-invalid",
    "line-twice",
    "day-passed",
})  # fmt: skip
"""What is said of one patient's visit is always said in full."""
_SAID = {
    "translation-missing": "texts are not translated",
    "translation-fuzzy": "translations are marked as needing work",
    "translation-stale": "translations are of an earlier source text",
    "translation-unknown": "entries belong to no text",
    "translation-duplicate": "entries repeat an id",
    "text-missing": "texts are not given in every language",
    "sample-left": "values are still those of the sample",
}
_Group = tuple[Severity, Path, str]


def folded(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems in their order; many of one kind in one file come where the first came."""
    groups: dict[_Group, list[Problem]] = {}
    for problem in problems:
        key = (problem.severity, problem.place.path, problem.code)
        groups.setdefault(key, []).append(problem)
    for group in groups.values():
        yield from [_first(group)] if _is_long(group) else group


def _is_long(group: list[Problem]) -> bool:
    return len(group) > _MOST and group[0].code not in _ONE_BY_ONE


def _first(group: list[Problem]) -> Problem:
    first = group[0]
    said = _SAID.get(first.code)
    what = f"{len(group)} {said}" if said else f"{len(group)} problems of this kind"
    where = f", the first at line {first.place.line}" if first.place.line else ""
    message = f"{what}{where}." if said else f"{what}{where}: {first.message}"
    return replace(first, message=message, hint=f"{first.hint} List each with --verbose.")
