"""`build-pack new`: starters that build at once."""

from pathlib import Path

import click

from build_pack.cli import options


@click.group(short_help="Start a clinic of your own.")
def new() -> None:
    """Start something of your own from a commented starter.

    \b
    Example:
      build-pack new clinic my-clinic
    """


@new.command(short_help="Make a clinic's folder, ready to be filled in.")
@click.argument("folder", type=click.Path(path_type=Path))
@options.library
def clinic(folder: Path, library_folder: Path | None) -> int:
    """Make FOLDER with the files of a clinic, each line explained. It builds at once.

    \b
    Example:
      build-pack new clinic my-clinic
      build-pack build radiofrequency-neurotomy --clinic my-clinic --out out

    No medicine is decided in it: your clinic decides, line by line.
    """
    from build_pack.packs.starting import new_clinic

    files = new_clinic(options.chosen_library(library_folder), folder)
    for path in files:
        click.echo(path)
    click.echo(f"\nNext: open {folder / 'clinic.yaml'} and fill in your clinic, then run")
    click.echo(f"  build-pack build radiofrequency-neurotomy --clinic {folder} --out out")
    return 0
