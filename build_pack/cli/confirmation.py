"""Questions before something is written that has a person's name."""

import sys

import click

from build_pack.cli.problem_output import as_json


def confirm(question: str, *, yes: bool) -> bool:
    """Ask, unless it was said already; without anyone to ask, refuse."""
    if yes:
        return True
    if as_json():
        raise click.UsageError(f"{question} --format json cannot ask: add --yes.")
    if not sys.stdin.isatty():
        raise click.UsageError(f"{question} Not interactive: confirm with --yes.")
    return click.confirm(question)
