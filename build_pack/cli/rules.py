"""`build-pack rules`: a clinic's medicine rules as a spreadsheet, there and back."""

from pathlib import Path

import click

from build_pack.cli import options
from build_pack.cli.command_classes import Command, Group
from build_pack.cli.problem_output import show_problems
from build_pack.cli.signing import confirm
from build_pack.text.keywords import counted

_WORKBOOK = click.Path(dir_okay=False, path_type=Path)


@click.group(cls=Group, short_help="Edit medicine rules in a spreadsheet.")
def rules() -> None:
    """Write the medicine rules of a clinic into a spreadsheet, and read them back.

    \b
    Examples:
      build-pack rules export rules.xlsx --clinic my-clinic
      build-pack rules import rules.xlsx --clinic my-clinic
    """


@rules.command("export", cls=Command, short_help="Write the rules into a new spreadsheet.")
@click.argument("file", type=_WORKBOOK)
@options.clinic
@options.problem_format
@options.library
def export(*, file: Path, clinic: Path | None, library_folder: Path | None) -> int:
    """Write the rules in medicines.yaml into FILE, a new .xlsx workbook.

    \b
    Example:
      build-pack rules export rules.xlsx --clinic my-clinic

    Each case has a row, and each column is a key of medicines.yaml. The second sheet explains the
    columns and lists what can be in them. Defaults, shared texts and facts stay in medicines.yaml.
    """
    from build_pack import Workspace, export_rules

    click.echo(export_rules(Workspace.at(clinic, library_folder), file))
    return 0


@rules.command("import", cls=Command, short_help="Read a spreadsheet into medicines.yaml.")
@click.argument("file", type=_WORKBOOK)
@click.option("--yes", is_flag=True, help="Write the changes without asking.")
@options.clinic
@options.problem_format
@options.library
def import_(*, file: Path, yes: bool, clinic: Path | None, library_folder: Path | None) -> int:
    """Read the rules in FILE, show what changes, and write it to medicines.yaml.

    \b
    Examples:
      build-pack rules import rules.xlsx --clinic my-clinic
      build-pack rules import rules.xlsx --clinic my-clinic --yes

    Every cell is checked first. Only what has changed is written; the rest of the file stays as it
    is, with its comments. A rule that has no row is removed. What has changed needs new signatures.
    """
    from build_pack import Workspace, propose_rules_import, write_rules_import

    if clinic is None:
        raise click.UsageError("Give your clinic's folder with --clinic.")
    proposal = propose_rules_import(Workspace.at(clinic, library_folder), file)
    show_problems(proposal.warnings)
    for change in proposal.changes:
        click.echo(change)
    if not proposal.changes:
        click.echo("The rules are the same; nothing was changed.")
        return 0
    changes = counted(len(proposal.changes), "change")
    if not confirm(f"Write {changes} to {proposal.path}?", yes=yes):
        return 1
    write_rules_import(proposal)
    click.echo(proposal.path)
    return 0
