"""`build-pack new`: starters that build at once."""

from pathlib import Path

import click

from build_pack.cli import options
from build_pack.cli.command_classes import Group


@click.group(cls=Group, short_help="Start a clinic or a leaflet of your own.")
def new() -> None:
    """Start a clinic or a leaflet of your own from commented starter files.

    \b
    Examples:
      build-pack new clinic my-clinic
      build-pack new leaflet knee-injection --clinic my-clinic
    """


@new.command(short_help="Create a clinic's folder, ready to fill in.")
@click.argument("folder", type=click.Path(path_type=Path))
@options.library
def clinic(folder: Path, library_folder: Path | None) -> int:
    """Create FOLDER with the files of a clinic, all of them explained. It can be built right away.

    \b
    Example:
      build-pack new clinic my-clinic
      build-pack build radiofrequency-neurotomy --clinic my-clinic --out out

    The files contain no decisions about medicines: your clinic decides, line by line.
    """
    from build_pack import Library, new_clinic
    from build_pack.cli.quotation_marks import shell_quoted

    files = new_clinic(Library.at(library_folder), folder)
    for path in files:
        click.echo(path)
    click.echo(f"\nNext: open {folder / 'clinic.yaml'} and fill in your clinic, then run")
    click.echo(f"  cd {shell_quoted(str(folder))}")
    click.echo("  build-pack build radiofrequency-neurotomy")
    click.echo("In that folder, build-pack.toml sets the clinic and the output folder.")
    return 0


@new.command(short_help="Create a leaflet, ready to fill in.")
@click.argument("leaflet_id", metavar="ID")
@click.option(
    "--title", default="", help="The name of the procedure. Default: made from the words of ID."
)
@options.holder
@options.problem_format
@options.library
def leaflet(leaflet_id: str, title: str, clinic: Path | None, library_folder: Path | None) -> int:
    """Create a leaflet with every part that the standards require, and a hint in each.

    \b
    Examples:
      build-pack new leaflet knee-injection --clinic my-clinic
      build-pack new leaflet knee-injection --clinic my-clinic --title "Injection into the knee"

    ID is a short name in lower-case letters, digits and hyphens. The leaflet can be built right
    away. Texts that you have to write begin with “Write here”; while any of them is left, nothing
    can be released.
    """
    from build_pack import Library, new_leaflet

    made = new_leaflet(Library.at(library_folder), leaflet_id, clinic, title)
    for path in made.files:
        click.echo(path)
    where = f" --clinic {clinic}" if clinic else ""
    where += f" --library {library_folder}" if library_folder else ""
    language = f"--locale {made.locale}{' --draft' if made.needs_draft else ''}"
    click.echo(
        f"\nNext: open {made.files[0]} and replace every text that begins with “Write here”. Then"
    )
    click.echo(f"  build-pack build {leaflet_id} {language}{where} --out out")
    click.echo(f"  build-pack check --quick{where}")
    click.echo(f"  build-pack translate update{where}")
    click.echo(
        "Translate the catalogs, check again, and get the leaflet approved: build-pack approve."
    )
    return 0
