"""The entry of the program: parses, dispatches, and turns every outcome into an exit code.

0 done; 1 problems in the content; 2 wrong usage; 3 a fault of ours; 130 interrupted;
143 or 129 told to stop by SIGTERM or SIGHUP.
"""

import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from importlib import import_module
from types import FrameType
from typing import Any

import click

from build_pack import Problem, ProblemsError
from build_pack.cli.command_classes import Group
from build_pack.process_setup import (
    forbid_core_dumps,
    look_rarely_for_cycles,
    restart_without_optimizing,
)
from build_pack.standard_streams import StreamUnwritableError, silence_libraries

_COMMANDS = {
    "build": "build_pack.cli.build:build",
    "ask": "build_pack.cli.ask:ask",
    "day": "build_pack.cli.day:day",
    "check": "build_pack.cli.check:check",
    "ignore": "build_pack.cli.ignore:ignore",
    "rules": "build_pack.cli.rules:rules",
    "approve": "build_pack.cli.approve:approve",
    "ledger": "build_pack.cli.ledger:ledger",
    "status": "build_pack.cli.status:status",
    "verify": "build_pack.cli.verify:verify",
    "reprint": "build_pack.cli.reprint:reprint",
    "translate": "build_pack.cli.translate:translate",
    "new": "build_pack.cli.new:new",
    "cache": "build_pack.cli.cache:cache",
    "schema": "build_pack.cli.schema:schema",
    "help": "build_pack.cli.help:show_help",
}


_LIMITED_BY_SETTINGS = frozenset({"check", "status", "translate"})
"""Commands of which a good word holds only for the clinic and the languages of the settings."""


class _LazyGroup(Group):
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
        from build_pack.cli import system_errors

        try:
            system_errors.require_working_folder()
            _report_recoveries(ctx)
            system_errors.require_text([*ctx._protected_args, *ctx.args])  # noqa: SLF001 - no other way
            code = super().invoke(ctx)
        except ProblemsError as error:
            code = _report_problems(error.problems)
        except StreamUnwritableError as error:
            code = _report_problems([system_errors.stream_problem(error)])
        except MemoryError:
            code = _report_problems([system_errors.out_of_memory()])
        except OSError as error:
            problem = system_errors.system_problem(error)
            if not problem:
                raise
            code = _report_problems([problem])
        _report_deferred()
        if code or ctx.invoked_subcommand in _LIMITED_BY_SETTINGS:
            _report_settings(ctx)
        return code


def _report_problems(problems: Iterable[Problem]) -> int:
    from build_pack.cli.problem_output import show_problems

    show_problems(problems)
    return 1


def _report_recoveries(ctx: click.Context) -> None:
    """Say at once what was finished or undone of an earlier run, while the command runs."""
    from build_pack import problem_listener
    from build_pack.cli.problem_output import show_problem_now

    before = problem_listener.set(show_problem_now)
    ctx.call_on_close(lambda: problem_listener.reset(before))


def _report_deferred() -> None:
    from build_pack.cli.problem_output import deferred_problems, show_problems

    if deferred_problems():
        show_problems(())


def _report_settings(context: click.Context) -> None:
    """Say what was taken from a settings file, where that decides on what was said."""
    from build_pack.cli.problem_output import as_text
    from build_pack.cli.settings_defaults import settings_used

    if as_text() and (said := settings_used(context)):
        click.echo(said, err=True)


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
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
    restart_without_optimizing()
    look_rarely_for_cycles()
    forbid_core_dumps()
    silence_libraries()
    _handle_stop_signals()
    sys.exit(run(sys.argv[1:]))


def run(words: Sequence[str]) -> int:
    """Do what a command line asks for, say how that went, and give the exit code."""
    try:
        return int(cli.main(words, standalone_mode=False) or 0)
    except click.exceptions.Abort:
        click.echo("Interrupted; no unfinished files were left.", err=True)
        return 130
    except click.ClickException as error:
        _echo_if_possible(error.show)
        return error.exit_code
    except StreamUnwritableError as error:  # of a page of help, or where nothing can be told
        from build_pack.cli.system_errors import stream_problem

        _echo_if_possible(partial(click.echo, stream_problem(error), err=True))
        return 1
    except Exception as error:  # noqa: BLE001 - the last resort, and it hides no fault
        from build_pack.cli.crash_report import stack_frames

        _echo_if_possible(partial(click.echo, stack_frames(error), err=True))
        fault = "This is a bug in build-pack. Please report it with the lines above."
        _echo_if_possible(partial(click.echo, fault, err=True))
        return 3


def _echo_if_possible(say: Callable[[], object]) -> None:
    """Say something if anybody can hear it; the exit code says it too."""
    with suppress(StreamUnwritableError):
        say()


def _handle_stop_signals() -> None:
    """Let SIGTERM and SIGHUP end the program as exceptions do, so that it clears up behind it."""
    for name in ("SIGTERM", "SIGHUP"):  # not every system has the second
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _stop)


def _stop(number: int, _frame: FrameType | None) -> None:
    sys.exit(128 + number)
