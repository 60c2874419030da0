"""`build-pack check`: every problem of the content, without building."""

from pathlib import Path

import click

from build_pack.cli import options
from build_pack.cli.telling import as_json, tell


@click.command(short_help="Find every problem without building.")
@options.clinic
@options.locales
@options.problem_format
@options.library
def check(clinic: Path | None, locales: tuple[str, ...], library_folder: Path | None) -> int:
    """Find every problem of all leaflets, catalogs and the clinic, without building.

    \b
    Examples:
      build-pack check --clinic my-clinic
      build-pack check --clinic my-clinic --format json
    """
    from build_pack.packs.checking import check as find_problems
    from build_pack.problems import Severity

    library, folder = options.chosen_library(library_folder), options.chosen_clinic(clinic)
    problems = find_problems(library, folder, locales)
    tell(problems)
    if not problems and not as_json():
        click.echo("No problems found.")
    return int(any(problem.severity is Severity.ERROR for problem in problems))
