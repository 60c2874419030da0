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
    from build_pack.content.json_schemas import MODELS, schema_name, schema_text
    from build_pack.storage.atomic_write import write_files_atomically

    files = {Path(schema_name(name)): schema_text(name).encode() for name in MODELS}
    for path in write_files_atomically(out, files):
        click.echo(path)
    return 0
