"""`build-pack help`: the help of a command, for those who ask for it so."""

import click

from build_pack.cli.command_classes import Command


@click.command("help", cls=Command, short_help="Show the help of a command.")
@click.argument("command", nargs=-1)
@click.pass_context
def show_help(context: click.Context, command: tuple[str, ...]) -> int:
    """Show the help of COMMAND, as COMMAND --help does. Without COMMAND, show the program's help.

    \b
    Examples:
      build-pack help build
      build-pack help translate update
    """
    shown = context.find_root()
    for name in command:
        group = shown.command
        if not isinstance(group, click.Group):
            raise click.UsageError(f"“{shown.command_path}” has no commands.", context)
        _, found, _ = group.resolve_command(shown, [name])
        shown = click.Context(found or group, info_name=name, parent=shown)
    click.echo(shown.get_help())
    return 0
