"""`build-pack cache`: what earlier runs have kept for the next."""

import json

import click

from build_pack.cli.command_classes import Command, Group
from build_pack.cli.options import problem_format
from build_pack.cli.problem_output import as_json


@click.group(cls=Group, short_help="Show or clear what earlier runs have kept.")
def cache() -> None:
    """Manage what earlier runs have kept, so that the next one is faster.

    \b
    Examples:
      build-pack cache info
      build-pack cache clear
    """


@cache.command(cls=Command, short_help="Show where it is kept, and how much.")
@problem_format
def info() -> int:
    """Show the folder with what earlier runs have kept, and how large it is.

    \b
    Example:
      build-pack cache info
    """
    from build_pack import cache_info

    found = cache_info()
    if as_json():
        data = {
            "folder": str(found.folder) if found.folder else None,
            "entries": found.entries,
            "bytes": found.size,
            "most_bytes": found.most,
        }
        click.echo(json.dumps(data, indent=2))
        return 0
    if not found.folder:
        click.echo("Nothing is kept: there is no home folder. Set BUILD_PACK_CACHE to a folder.")
        return 0
    click.echo(f"{found.folder}")
    click.echo(f"{found.entries} results, {_megabytes(found.size)} of {_megabytes(found.most)} MB")
    return 0


@cache.command(cls=Command, short_help="Delete what is kept.")
def clear() -> int:
    """Delete all results that earlier runs have kept; the next run works them out again.

    \b
    Example:
      build-pack cache clear
    """
    from build_pack import clear_cache

    found = clear_cache()
    click.echo(f"Deleted {found.entries} results, {_megabytes(found.size)} MB.")
    return 0


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}"
