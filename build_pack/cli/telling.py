"""How problems reach the person at the terminal, or the program that reads `--format json`."""

import json
import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

from build_pack.cli.sarif import sarif
from build_pack.problems import Problem, Severity

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


STYLE = "build_pack.style"
"""Where a context keeps what was chosen with `--format`."""


def tell(problems: Iterable[Problem]) -> None:
    """Print problems to standard error: one a line with its hint, or all of them as data."""
    near = [_from_here(problem) for problem in problems]
    if _style() == "sarif":
        click.echo(sarif(near), err=True)
        return
    if as_json():
        data = [problem.as_data() for problem in near]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2), err=True)
        return
    for problem in near:
        code = click.style(problem.code, fg=_COLOURS[problem.severity])
        click.echo(f"{problem.place}: {code} {problem.message}", err=True)
        click.echo(f"    {problem.hint}", err=True)
    errors = sum(problem.severity is Severity.ERROR for problem in near)
    if near:
        click.echo(f"{errors} error(s), {len(near) - errors} warning(s).", err=True)


def as_json() -> bool:
    """Whether the command was called with `--format json`."""
    return _style() == "json"


def as_text() -> bool:
    """Whether a person reads what is printed."""
    return _style() == "text"


def _style() -> str:
    return str(click.get_current_context().meta.get(STYLE, "text"))


def _from_here(problem: Problem) -> Problem:
    """The problem with its paths as seen from the working folder, where they lie inside it."""
    try:
        here = Path.cwd()
        path = problem.place.path.absolute()
    except FileNotFoundError:  # somebody has deleted the working folder
        return problem
    place = problem.place
    if path.is_relative_to(here):
        place = replace(place, path=path.relative_to(here))
    return replace(problem, place=place, hint=problem.hint.replace(f"{here}{os.sep}", ""))
