"""`build-pack ignore`: let a finding of a check pass, or accept a warning, with a reason."""

from pathlib import Path

import click

from build_pack.cli import options
from build_pack.cli.command_classes import Command


@click.command(cls=Command, short_help="Ignore a check, or accept a warning, with a reason.")
@click.argument("check")
@click.argument("text")
@click.option(
    "--locale",
    type=options.LocaleParam(),
    default="",
    help="Language of the text, such as tr.",
)
@click.option("--reason", required=True, metavar="TEXT", help="Why the text is right as it is.")
@click.option("--by", required=True, metavar="NAME", help="Who has reviewed it.")
@options.clinic
@options.library
def ignore(
    *,
    clinic: Path | None,
    library_folder: Path | None,
    check: str,
    text: str,
    locale: str,
    reason: str,
    by: str,
) -> int:
    """Ignore CHECK for the text with the id TEXT until the text changes.

    \b
    Examples:
      build-pack ignore number-mismatch clinic.yaml:checklist.escort.text --locale tr \\
        --clinic my-clinic --by "Your Name" --reason "The number is a street number"

    The entry is added to locales/LANGUAGE/ignores.yaml of the clinic, or of the library if there
    is no --clinic. When the source or the translation changes, the entry no longer applies.

    \b
    To accept a warning about one of your own files, give its code and the file:
      build-pack ignore contrast-low clinic.yaml --clinic my-clinic \\
        --by "Your Name" --reason "We know that words are printed darker"

    The entry is added to ignores.yaml of the clinic. With a line number, as in clinic.yaml:47, it
    applies to that line only. When that line changes, the entry no longer applies.
    """
    from build_pack import (
        IgnoreRequest,
        Workspace,
        accept_warning,
        ignore_finding,
        is_acceptable_code,
        require_known_code,
    )

    options.require_filled_in({"by": by, "reason": reason})
    require_known_code(check)
    workspace = Workspace.at(clinic, library_folder)
    if is_acceptable_code(check):
        if clinic is None:
            raise click.UsageError("Give your clinic's folder with --clinic.")
        wanted = IgnoreRequest(clinic, check, text, locale, reason, by)
        click.echo(accept_warning(workspace, wanted))
        return 0
    if not locale:
        raise click.UsageError("Give the language of the text with --locale.")
    holder = clinic or workspace.library.folders[-1]
    click.echo(ignore_finding(workspace, IgnoreRequest(holder, check, text, locale, reason, by)))
    return 0
