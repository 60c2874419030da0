"""Progress of long work, on terminals only."""

import sys

import click


def one_line(name: str, done: int, total: int) -> None:
    """One line that is written over, and gone at the end."""
    if not sys.stderr.isatty():
        return
    text = "" if done == total else f"{done}/{total} {name}"
    click.echo(f"\r\033[K{text}", nl=False, err=True)
