"""`build-pack schema`: JSON Schemas for editors."""

from pathlib import Path

import click

from build_pack.cli.command_classes import Command


@click.command(cls=Command, short_help="Write JSON Schemas for editors.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("schemas"),
    show_default=True,
    help="Folder for the schemas.",
)
def schema(out: Path) -> int:
    """Write the JSON Schema of each kind of file, for editors that check as you type.

    \b
    Example:
      build-pack schema --out schemas

    Each data file names its schema in its first line, so most editors find it automatically.
    """
    from build_pack import write_schemas

    for path in write_schemas(out):
        click.echo(path)
    return 0
