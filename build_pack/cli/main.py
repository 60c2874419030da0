"""The entry of the program: parses, dispatches, and turns every outcome into an exit code.

0 done; 1 problems in the content; 2 wrong usage; 3 a fault of ours; 130 interrupted;
143 or 129 told to stop by SIGTERM or SIGHUP.
"""

import signal
import sys
import traceback
from importlib import import_module
from types import FrameType
from typing import Any

import click

from build_pack.problems import ProblemsError

_COMMANDS = {
    "build": "build_pack.cli.build:build",
    "day": "build_pack.cli.day:day",
    "check": "build_pack.cli.check:check",
    "ignore": "build_pack.cli.ignore:ignore",
    "approve": "build_pack.cli.approve:approve",
    "status": "build_pack.cli.status:status",
    "verify": "build_pack.cli.verify:verify",
    "reprint": "build_pack.cli.reprint:reprint",
    "translate": "build_pack.cli.translate:translate",
    "new": "build_pack.cli.new:new",
    "schema": "build_pack.cli.schema:schema",
}


class _Lazy(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - Click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; problems that it raises are told, and are exit code 1."""
        try:
            return super().invoke(ctx)
        except ProblemsError as error:
            from build_pack.cli.telling import tell

            tell(error.problems)
            return 1


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="build-pack")
def cli() -> None:
    """Make printable, multilingual patient packs.

    \b
    Start here:
      build-pack new clinic my-clinic
      build-pack build radiofrequency-neurotomy --clinic my-clinic --out out
    """


def main() -> None:
    """Run the program and leave with its exit code."""
    _stop_in_order()
    try:
        sys.exit(cli.main(standalone_mode=False) or 0)
    except click.exceptions.Abort:
        click.echo("Interrupted; nothing was left half-written.", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except Exception:  # noqa: BLE001 - the last resort, and it hides nothing
        traceback.print_exc()
        click.echo("This is a bug in build-pack. Please report it with the lines above.", err=True)
        sys.exit(3)


def _stop_in_order() -> None:
    """Let SIGTERM and SIGHUP end the program as exceptions do, so that it clears up behind it."""
    for name in ("SIGTERM", "SIGHUP"):  # not every system has the second
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _stop)


def _stop(number: int, _frame: FrameType | None) -> None:
    sys.exit(128 + number)
