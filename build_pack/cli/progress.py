"""Progress of long work: for people who watch, and never among data."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import click

from build_pack.cli.problem_output import as_text

Steps = Callable[[str, int, int], None]
"""Told what is done, how many are done, and how many there are; 0 if that is not counted."""


def progress_line(name: str, done: int, total: int) -> None:
    """One line that is written over, and gone at the end."""
    if _is_terminal():
        _write("" if done == total else f"{done}/{total} {name}")


@contextmanager
def working(text: str) -> Iterator[None]:
    """Say at once what is begun, on a terminal, until it is done or something else is said."""
    if not _is_terminal():
        yield
        return
    _write(f"{text} …")
    try:
        yield
    finally:
        _write("")


@contextmanager
def step_progress() -> Iterator[Steps | None]:
    """Say each step of long work: on a terminal with a bar and the time left, else a line each."""
    if not as_text():
        yield None
        return
    with ExitStack() as opened:
        bars: list[Any] = []

        def show(name: str, done: int, total: int) -> None:
            if not _is_terminal():
                if not done:
                    click.echo(f"{name} …", err=True)
            elif not total:
                opened.close()
                _write(f"{name} …")
                opened.callback(_write, "")
            else:
                if not bars:
                    _write("")
                    bar = click.progressbar(
                        length=total, label=name, show_pos=True, file=sys.stderr
                    )
                    bars.append(opened.enter_context(bar))
                bars[0].update(done - bars[0].pos)

        yield show


def _is_terminal() -> bool:
    return sys.stderr.isatty() and as_text()


def _write(text: str) -> None:
    """Write over the last line of the terminal."""
    click.echo(f"\r\033[K{text}", nl=False, err=True)
