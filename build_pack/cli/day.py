"""`build-pack day`: the packs of a day's list."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from build_pack import Problem, Severity
from build_pack.cli import options
from build_pack.cli.command_classes import Command
from build_pack.cli.problem_output import as_json, show_problems
from build_pack.cli.progress import step_progress
from build_pack.text.keywords import counted

if TYPE_CHECKING:
    from build_pack import DayResult


class _DayCommand(Command):
    """Knows what a failed run leaves of an earlier list."""

    def leftover_problems(self, given: Mapping[str, Any], since: datetime) -> Iterator[Problem]:
        """The whole file and the packs that are older than this run."""
        from build_pack import earlier_day_problems

        return earlier_day_problems(given["out"], since)


@click.command(cls=_DayCommand, short_help="Build a pack for each visit in a list.")
@click.argument("list_file", metavar="LIST", type=click.Path(dir_okay=False, path_type=Path))
@options.clinic
@options.out("day", "the PDFs of this list only")
@options.release
@options.log
@options.problem_format
@options.library
def day(
    *,
    list_file: Path,
    clinic: Path | None,
    out: Path,
    release: bool,
    log: Path | None,
    library_folder: Path | None,
) -> int:
    """Build a pack for each line of LIST, a .csv or .xlsx file with one visit per line.

    \b
    Examples:
      build-pack day clinics/demo/day.csv --out monday
      build-pack day monday.xlsx --clinic my-clinic --out monday --release

    The first line names the columns: date, time, locale, and optionally leaflet or pack, region,
    side, kidney, label, medicines and format.

    The output folder contains a pack for each line, such as line-002.pdf, and also contents.pdf,
    the nurse's list, and all.pdf, which is everything to print, in the order of the list.

    Lines with errors are reported, and the other packs are made. If you run the command again,
    only packs that are missing or have changed are made. Packs that are no longer in the list are
    removed from the folder.
    """
    from build_pack import DayRequest, PrintLog, Workspace, build_day, default_worker_count

    print_log = PrintLog(log) if log else None
    workspace = Workspace.at(options.own_clinic(clinic) if release else clinic, library_folder)
    request = DayRequest(
        list_file,
        out,
        note=print_log.note if print_log else None,
        release=release,
        jobs=default_worker_count(),
    )
    with step_progress() as progress:
        result = build_day(workspace, request, progress)
    show_problems(result.problems)
    for path in result.files:
        click.echo(path)
    if not as_json():
        click.echo(_summary(result), err=True)
    return int(any(problem.severity is Severity.ERROR for problem in result.problems))


def _summary(result: "DayResult") -> str:
    done = f"{counted(result.made, 'pack')} made, {result.kept} kept"
    removed = f", {result.removed} from an earlier list removed" if result.removed else ""
    return f"{done}{removed}."
