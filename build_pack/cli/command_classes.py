"""Commands that explain wrong usage, and say after a failure what still lies there from before."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

import click
from click.exceptions import NoArgsIsHelpError, NoSuchOption

from build_pack import Problem, ProblemsError

_OTHER_COMMANDS = MappingProxyType({
    "print": "build",
    "make": "build",
    "list": "day",
    "sign": "approve",
    "test": "check",
    "lint": "check",
    "init": "new",
    "create": "new",
    "start": "new",
})  # fmt: skip


class Command(click.Command):
    """A command of ours."""

    def leftover_problems(
        self,
        given: Mapping[str, Any],  # noqa: ARG002 - for the commands that make something
        since: datetime,  # noqa: ARG002
    ) -> Iterable[Problem]:
        """What lies from before `since` where the command would have written."""
        return ()

    def validate(self, context: click.Context, args: Sequence[str]) -> None:
        """Raise `UsageError` for a command line that can be read and cannot be meant."""

    def suggestion(self, context: click.Context, args: Sequence[str]) -> str:
        """The command line that was probably meant by one with too many words; or nothing."""
        from build_pack.cli.quotation_marks import with_quotation_marks

        return with_quotation_marks(self, context, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read a command line; one that is wrong is explained."""
        given = list(args)
        try:
            rest = super().parse_args(ctx, args)
            if not ctx.resilient_parsing:
                self.validate(ctx, given)
        except NoArgsIsHelpError:
            raise
        except click.UsageError as error:
            raise click.UsageError(self._explanation(error, ctx, given), ctx) from error
        return rest

    def _explanation(self, error: click.UsageError, context: click.Context, args: list[str]) -> str:
        """What is wrong, what was meant, and what lies there from before."""
        from build_pack.cli import usage_errors

        given = self.lenient_params(context, args)
        suggestion = usage_errors.with_hyphens(context, args) or self.suggestion(context, args)
        is_explained = suggestion and type(error) is click.UsageError
        sentence = "" if is_explained else usage_errors.usage_message(error, context, args, given)
        left = self._leftovers(given, datetime.now(UTC))
        return "\n".join(filter(None, [sentence, suggestion, *map(str, left)]))

    def invoke(self, ctx: click.Context) -> Any:
        """Run; if it fails in any way, add what is there from before."""
        since = datetime.now(UTC)
        self._recover(ctx)
        try:
            return super().invoke(ctx)
        except ProblemsError as error:
            raise ProblemsError([*error.problems, *self._leftovers(ctx.params, since)]) from error
        except click.exceptions.Exit:
            raise
        except BaseException:
            with suppress(OSError):  # who tells us to stop may not listen any more
                for problem in self._leftovers(ctx.params, since):
                    click.echo(problem, err=True)
            raise

    def _recover(self, context: click.Context) -> None:
        """Finish or remove what an interrupted run has left where this one is to write."""
        if context.params.get("out"):
            from build_pack import recover_folder

            recover_folder(context.params["out"])

    def _leftovers(self, given: Mapping[str, Any], since: datetime) -> list[Problem]:
        with suppress(OSError):  # what cannot be looked at hides no other failure
            return list(self.leftover_problems(given, since))
        return []

    def lenient_params(self, context: click.Context, args: Sequence[str]) -> Mapping[str, Any]:
        """What can be understood of a command line that is wrong."""
        from build_pack.cli.usage_errors import with_known_options

        kept = with_known_options(context, args)
        if kept and kept[-1].startswith("-"):
            kept.pop()  # an option without its value ends all reading
        lenient = {"resilient_parsing": True, "allow_extra_args": True}
        lenient["ignore_unknown_options"] = True
        return self.make_context("", kept, parent=context.parent, **lenient).params


class Group(click.Group):
    """A group of our commands."""

    command_class = Command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what is in front of a command; its own options stand behind it."""
        typed = list(args)
        try:
            return super().parse_args(ctx, args)
        except NoSuchOption as error:
            from build_pack.cli.usage_errors import unknown_option_message

            given = iter(enumerate(typed, start=1))
            number = next((at for at, one in given if one.startswith(error.option_name)), 1)
            message = unknown_option_message(error.option_name, ctx, number)
            if not message.endswith("?"):
                message = f"{message} Put options after a command."
            raise click.UsageError(message, ctx) from error

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command, or name the one that was probably meant."""
        from build_pack.text.suggestions import nearest

        name = args[0]
        names = self.list_commands(ctx)
        options = [one for param in self.get_params(ctx) for one in param.opts if one != "-h"]
        if self.get_command(ctx, name) or name.startswith("-") or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        suggestion = nearest(name, [*options, *names], _OTHER_COMMANDS)
        question = f"Did you mean “{suggestion}”? " if suggestion else ""
        message = f"Unknown command. {question}Choose from: {', '.join(names)}."
        raise click.UsageError(message, ctx)
