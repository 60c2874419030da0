"""How problems reach the person at the terminal, or the program that reads `--format json`."""

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import click

from build_pack import Problem, Severity
from build_pack.cli.problem_listing import grouped_problems, limited_problems, unlisted_count
from build_pack.text.keywords import counted

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


STYLE = "build_pack.style"
"""Where a context keeps what was chosen with `--format`."""


VERBOSE = "build_pack.verbose"
"""Where it keeps whether each problem is listed, however many there are."""


_DEFERRED = "build_pack.waiting"
"""Where it keeps what was found before anything is reported as data."""


def show_problem_now(problem: Problem) -> None:
    """Print one warning to standard error; as data, it waits for the others."""
    relative = _relative_to_cwd(problem)
    if as_text():
        click.echo(_coloured(relative), err=True)
    else:
        deferred_problems().append(relative)


def deferred_problems() -> list[Problem]:
    """What waits to be told as data."""
    found: list[Problem] = click.get_current_context().meta.setdefault(_DEFERRED, [])
    return found


def show_problems(problems: Iterable[Problem]) -> None:
    """Print problems to standard error: one a line with its hint, or all of them as data.

    For a person, errors come last, and how many there are at the end.
    """
    problems = tuple(problems)
    if as_text():
        _show_as_text(problems)
        return
    listed, rest = limited_problems([*deferred_problems(), *problems])
    deferred_problems().clear()
    relative = [
        _relative_to_cwd(problem)
        for problem in (*listed, *([unlisted_count(rest)] if rest else ()))
    ]
    if _style() == "sarif":
        from build_pack.cli.sarif import sarif_log

        click.echo(sarif_log(relative), err=True)
        return
    data = [problem.as_data() for problem in relative]
    click.echo(json.dumps(data, ensure_ascii=False, indent=2), err=True)


def _show_as_text(problems: Sequence[Problem]) -> None:
    relative = [_relative_to_cwd(problem) for problem in problems]
    warnings = [problem for problem in relative if problem.severity is Severity.WARNING]
    errors = [problem for problem in relative if problem.severity is Severity.ERROR]
    verbose = click.get_current_context().meta.get(VERBOSE, False)
    ordered = (*warnings, *errors)
    listed, rest = limited_problems(ordered if verbose else tuple(grouped_problems(ordered)))
    for problem in listed:
        click.echo(_coloured(problem), err=True)
    if relative:
        count = f"{counted(len(errors), 'error')}, {counted(len(warnings), 'warning')}."
        more = f" {len(rest):,} of them are not listed: fix the others first." if rest else ""
        click.echo(f"{count}{more}", err=True)


def _coloured(problem: Problem) -> str:
    label = click.style(f"{problem.severity} {problem.code}", fg=_COLOURS[problem.severity])
    return f"{problem.place}: {label} {problem.message}\n    {problem.hint}"


def as_json() -> bool:
    """Whether the command was called with `--format json`."""
    return _style() == "json"


def as_text() -> bool:
    """Whether a person reads what is printed."""
    return _style() == "text"


def _style() -> str:
    return str(click.get_current_context().meta.get(STYLE, "text"))


def _relative_to_cwd(problem: Problem) -> Problem:
    """The problem with its paths as seen from the working folder, where they are inside it."""
    try:
        here = Path.cwd()
        path = problem.place.path.absolute()
    except FileNotFoundError:  # somebody has deleted the working folder
        return problem
    place = problem.place
    if path.is_relative_to(here):
        place = replace(place, path=path.relative_to(here))
    return replace(problem, place=place, hint=problem.hint.replace(f"{here}{os.sep}", ""))
