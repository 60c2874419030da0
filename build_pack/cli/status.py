"""`build-pack status`: how far each document is from a release."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from build_pack import DocumentKind, Severity
from build_pack.cli import options
from build_pack.cli.command_classes import Command
from build_pack.cli.problem_output import as_json, show_problems

if TYPE_CHECKING:
    from build_pack import StatusCell, StatusMatrix

_COLOURS = {"missing": "red", "stale": "red", "expired": "red", "expiring": "yellow"}
_COLOURS |= {"faulty": "red", "sample": "yellow"}
_COLOURS |= {"unreviewed": "yellow", "unapproved": "yellow", "approved": "green"}


@click.command(cls=Command, short_help="Show what each document still needs before a release.")
@options.clinic
@options.locales
@click.option(
    "--days",
    type=options.DaysParam(0, 400),
    default=30,
    show_default=True,
    help="Days before expiry to show as “expiring”.",
)
@options.no_cache
@options.problem_format
@options.library
def status(
    *,
    clinic: Path | None,
    locales: tuple[str, ...],
    days: int,
    no_cache: bool,
    library_folder: Path | None,
) -> int:
    """Show what each document still needs before a release, by leaflet and language.

    \b
    Examples:
      build-pack status --clinic my-clinic
      build-pack status --clinic my-clinic --locale tr --days 60
      build-pack status --clinic my-clinic --format json

    \b
    missing     a text is not translated, or its translation needs work
    stale       the source of a translation has changed
    faulty      a check finds an error, or a decision has expired
    sample      a value or a text of the starter files has not been replaced
    unreviewed  the first of the clinic's roles, the translation reviewer, has not signed
    unapproved  another role has not signed
    expired     a signature or the text is past its date
    expiring    it can be released, but expires soon
    approved    it can be released
    """
    from build_pack import Workspace
    from build_pack import status as read_status

    found = read_status(
        Workspace.at(clinic, library_folder, keeps_results=not no_cache), locales, days=days
    )
    if as_json():
        click.echo(json.dumps(_data(found), ensure_ascii=False, indent=2))
        return _exit_code(found)
    for line in _table(found.cells):
        click.echo(line)
    for line in found.files:
        click.echo(f"Layout changes since it was signed: {line}.")
    for line in _next_steps(found.cells, clinic):
        click.echo(line)
    show_problems(found.problems)
    return _exit_code(found)


def _exit_code(found: "StatusMatrix") -> int:
    """1 if a leaflet or the ledger could not be read."""
    return int(any(problem.severity is Severity.ERROR for problem in found.problems))


def _data(found: "StatusMatrix") -> list[dict[str, object]]:
    return [
        asdict(cell) | {"until": cell.until.isoformat() if cell.until else None}
        for cell in found.cells
    ]


def _table(cells: Iterable["StatusCell"]) -> Iterator[str]:
    """A row a language of a leaflet, a column a document; a leaflet may not have all of them."""
    rows = {
        f"{leaflet}  {locale}": {cell.kind: cell for cell in row}
        for (leaflet, locale), row in groupby(cells, lambda cell: (cell.leaflet, cell.locale))
    }
    kinds = [kind for kind in DocumentKind if any(kind in row for row in rows.values())]
    width = max(map(len, rows), default=0) + 2
    sizes = [
        max(len(kind), *(len(_cell_text(row.get(kind))) for row in rows.values())) for kind in kinds
    ]
    if rows:
        heads = (kind.ljust(size + 2) for kind, size in zip(kinds, sizes, strict=True))
        yield (" " * width + "".join(heads)).rstrip()
    for name, row in rows.items():
        shown = (_styled_cell(row.get(kind), size) for kind, size in zip(kinds, sizes, strict=True))
        yield (name.ljust(width) + "  ".join(shown)).rstrip()


def _styled_cell(cell: "StatusCell | None", size: int) -> str:
    """A cell in its colour, as wide as its column."""
    words = _cell_text(cell)
    colour = _COLOURS[cell.step.value] if cell else None
    return click.style(words, fg=colour) + " " * (size - len(words))


def _cell_text(cell: "StatusCell | None") -> str:
    """`unreviewed (12)`, or the last day of what is approved; a dash for no document."""
    if cell is None:
        return "–"
    if cell.step.value in {"approved", "expiring", "expired"} and cell.until:
        return f"{cell.step} {'on' if cell.step.value == 'expired' else 'until'} {cell.until}"
    return f"{cell.step} ({cell.count})"


def _next_steps(cells: Iterable["StatusCell"], clinic: Path | None) -> Iterator[str]:
    """What is to be done, a line for each language."""
    of = f" --clinic {clinic}" if clinic else ""
    for (leaflet, locale), row in groupby(cells, lambda cell: (cell.leaflet, cell.locale)):
        found = list(row)
        steps = {cell.step.value for cell in found}
        waiting = dict.fromkeys(role for cell in found for role in cell.waiting)
        where = f"{leaflet}{of} --locale {locale}"
        if "stale" in steps and "missing" not in steps:
            yield (
                f"Next for {leaflet} {locale}: translate the stale texts, or if their meaning "
                "is unchanged:"
            )
            yield f"    build-pack approve {where} --role ROLE --by NAME --editorial"
        elif steps & {"missing", "faulty", "sample"}:
            yield f"Next for {leaflet} {locale}: build-pack check{of} --locale {locale}"
        elif waiting:
            role = next(iter(waiting))
            command = f"build-pack approve {where} --role {role} --by NAME"
            yield f"Next for {leaflet} {locale}: {command}"
        elif "expired" in steps:
            yield f"Next for {leaflet} {locale}: review the text, and set a new review_by"
