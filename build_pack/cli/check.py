"""`build-pack check`: every problem of the content, without building."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from build_pack.cli import options
from build_pack.cli.command_classes import Command
from build_pack.cli.problem_output import as_text, show_problems
from build_pack.cli.progress import progress_line, working

if TYPE_CHECKING:
    from build_pack import CheckResult


@click.command(cls=Command, short_help="Find every problem without building.")
@click.argument("leaflet", required=False)
@options.clinic
@options.locales
@click.option("--quick", is_flag=True, help="Check texts only, not finished pages.")
@click.option("--strict", is_flag=True, help="Exit with 1 for warnings as well.")
@click.option("--list", "listed", is_flag=True, help="List all checks and exit.")
@click.option(
    "--coverage",
    is_flag=True,
    help="Show which section answers which item of the consent standards.",
)
@click.option("--readability", is_flag=True, help="Show how hard each section is to read.")
@options.no_cache
@options.problems_as("text", "json", "sarif")
@options.library
def check(
    *,
    leaflet: str | None,
    clinic: Path | None,
    library_folder: Path | None,
    locales: tuple[str, ...],
    quick: bool,
    strict: bool,
    listed: bool,
    coverage: bool,
    readability: bool,
    no_cache: bool,
) -> int:
    """Find every problem in all leaflets, or in LEAFLET: texts, catalogs, clinic, finished pages.

    \b
    Examples:
      build-pack check --clinic my-clinic
      build-pack check --clinic my-clinic --quick --locale tr
      build-pack check radiofrequency-neurotomy --clinic my-clinic --locale de
      build-pack check --clinic my-clinic --coverage
      build-pack check --clinic my-clinic --format sarif 2> problems.sarif

    Finished pages are checked once the texts have no more errors. The exit code is 1 if there is
    an error, and with --strict also if there is a warning.

    If a check reports a text that is correct, ignore it with build-pack ignore and a reason.
    """
    from build_pack import CheckScope, Workspace
    from build_pack import check as find_problems
    from build_pack.cli.check_reports import checks_listed

    if listed:
        for line in checks_listed():
            click.echo(line)
        return 0
    workspace = Workspace.at(clinic, library_folder, keeps_results=not no_cache)
    pages = not (quick or coverage or readability)
    scope = CheckScope(locales, (leaflet,) if leaflet else ())
    with working("Reading and checking the texts"):
        checked = find_problems(workspace, scope, pages=pages, progress=progress_line)
    _show_reports(checked, coverage=coverage, readability=readability)
    show_problems(checked.problems)
    if as_text():
        _show_acceptable(checked)
        _show_unknown_languages(checked)
    if not checked.problems and as_text():
        click.echo("No problems found.")
    return int(checked.has_errors or (strict and bool(checked.problems)))


def _show_acceptable(checked: "CheckResult") -> None:
    """Say how warnings are accepted, and how many were: what is silent has to be seen somewhere."""
    from build_pack import is_acceptable_warning

    codes = dict.fromkeys(one.code for one in checked.problems if is_acceptable_warning(one))
    if codes:
        command = "build-pack ignore CODE FILE --clinic FOLDER --by NAME --reason TEXT"
        click.echo(f"To accept a warning permanently ({', '.join(codes)}): {command}")
    if checked.accepted:
        click.echo(f"Accepted and hidden: {checked.accepted} (ignores.yaml).")


def _show_unknown_languages(checked: "CheckResult") -> None:
    from build_pack.cli.check_reports import unknown_languages

    for line in unknown_languages(checked.readings):
        click.echo(line)


def _show_reports(checked: "CheckResult", *, coverage: bool, readability: bool) -> None:
    from build_pack.cli.check_reports import coverage_table, readability_table

    for reading in checked.readings:
        if coverage:
            click.echo("\n".join(coverage_table(reading)))
        if readability:
            click.echo("\n".join(readability_table(reading)))
