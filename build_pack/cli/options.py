"""Options that several commands share."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from build_pack.cli.problem_output import STYLE, VERBOSE
from build_pack.cli.settings_defaults import below_out, from_settings

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class FolderParam(click.Path):
    """A folder that is there; for another, the clinic with the nearest name is named."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Refuse a folder that is not there."""
        if not Path(value).exists():
            self.fail(_not_there(Path(value)), param, ctx)
        return super().convert(value, param, ctx)


def _not_there(path: Path) -> str:
    from build_pack.text.suggestions import nearest

    there = {one.parent.name: one.parent for one in path.parent.glob("*/clinic.yaml")}
    meant = nearest(path.name, there)
    hint = f" Did you mean “{there[meant]}”?" if meant else ""
    return f"The folder does not exist.{hint}"


_FOLDER = FolderParam(exists=True, file_okay=False, path_type=Path)
_OUTPUT = click.Path(file_okay=False, path_type=Path)


class LocaleParam(click.ParamType[str]):
    """A language's code, however it is written: `pt-br` is `pt_BR`."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ARG002
        """The code as folders have it; what is none at all is left as it is."""
        from build_pack import Locale

        return Locale.typed(str(value)) or str(value)


class Choice(click.Choice[str]):
    """One of several words; the nearest is named for another."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:  # noqa: ARG002
        """What is told of a word that is none of them."""
        from build_pack.text.suggestions import did_you_mean

        return f"This is not one of the choices. {did_you_mean(str(value), self.choices)}"


class Date(click.ParamType[date]):
    """A day, written with the year first."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Refuse what is not a date."""
        with suppress(ValueError):
            return datetime.strptime(str(value), "%Y-%m-%d").astimezone().date()
        form = "use year-month-day, such as 2027-11-22."
        return self.fail(f"This is not a valid date: {form}", param, ctx)


class DaysParam(click.IntRange):
    """A number of days."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Refuse what is no whole number in the range."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            message = f"This is not a whole number from {self.min} to {self.max}."
            self.fail(message, param, ctx)


clinic: Decorator = click.option(
    "--clinic",
    type=_FOLDER,
    callback=from_settings,
    help=(
        "Folder with clinic.yaml and medicines.yaml. Default: from build-pack.toml, otherwise "
        "the sample clinic."
    ),
)
holder: Decorator = click.option(
    "--clinic",
    "clinic",
    type=_FOLDER,
    callback=from_settings,
    help="Work in this clinic's folder. Default: from build-pack.toml, otherwise the library.",
)
locales: Decorator = click.option(
    "--locale",
    "locales",
    type=LocaleParam(),
    multiple=True,
    callback=from_settings,
    help=(
        "Language, such as tr; can be given more than once. Default: from build-pack.toml, "
        "otherwise all languages of the clinic."
    ),
)


def out(folder: str, what: str) -> Decorator:
    """An option for the folder of the output: `out`, or one of its own inside that."""
    is_main = folder == "out"
    own = "from build-pack.toml" if is_main else f"{folder} in the output folder of build-pack.toml"
    return click.option(
        "--out",
        type=_OUTPUT,
        default=Path(folder),
        callback=from_settings if is_main else below_out,
        help=f"Folder for {what}. Default: {own}, otherwise {folder}.",
    )


def _keep_style(context: click.Context, _option: click.Parameter, style: str) -> None:
    context.meta[STYLE] = style


catalog_locales: Decorator = click.option(
    "--locale",
    "locales",
    type=LocaleParam(),
    multiple=True,
    callback=from_settings,
    help=(
        "Language, such as tr; can be given more than once. Default: from build-pack.toml, "
        "otherwise all that have a folder."
    ),
)


def _keep_verbose(context: click.Context, _option: click.Parameter, verbose: bool) -> None:
    context.meta[VERBOSE] = verbose


def problems_as(*styles: str) -> Decorator:
    """The options for how problems are printed, in one of these styles."""

    def decorated(command: Callable[..., Any]) -> Callable[..., Any]:
        return _style(styles)(_verbose(command))

    return decorated


def _style(styles: tuple[str, ...]) -> Decorator:
    return click.option(
        "--format",
        type=Choice(styles),
        default="text",
        show_default=True,
        expose_value=False,
        callback=_keep_style,
        help="Format of the problems printed to standard error.",
    )


_verbose: Decorator = click.option(
    "--verbose",
    is_flag=True,
    expose_value=False,
    callback=_keep_verbose,
    help="List every problem, even if a file has many of the same kind.",
)
problem_format: Decorator = problems_as("text", "json")
library: Decorator = click.option(
    "--library",
    "library_folder",
    type=_FOLDER,
    envvar="BUILD_PACK_LIBRARY",
    help=(
        "Folder with leaflets/, locales/ and templates/. Default: the one that comes with the "
        "program."
    ),
)


log: Decorator = click.option(
    "--log",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Append one line per document to this file: time, code, version, digest; no patient data.",
)
release: Decorator = click.option(
    "--release",
    is_flag=True,
    help="For patients: print only what is complete, approved and not past its dates.",
)

no_cache: Decorator = click.option(
    "--no-cache",
    is_flag=True,
    help="Take nothing from earlier runs: read, check and print everything again.",
)


_PLACEHOLDERS = frozenset({"NAME", "WHY", "TEXT", "ROLE", "Your Name", "Another Name"})
"""What is in commands to be pasted for what only a person can say."""


def require_filled_in(given: Mapping[str, Any]) -> None:
    """Refuse placeholders of a command that was pasted unchanged."""
    left = {f"--{name}": said for name, said in given.items() if said in _PLACEHOLDERS}
    if left:
        are = "are placeholders" if len(left) > 1 else "is a placeholder"
        message = f"Fill in {' and '.join(left)}: {', '.join(left.values())} "
        raise click.UsageError(f"{message}{are}.")


def own_clinic(folder: Path | None) -> Path:
    """The clinic that was asked for: nothing of the sample is signed or released by mistake."""
    if folder is None:
        message = "Give your clinic's folder with --clinic or in build-pack.toml"
        raise click.UsageError(f"{message}; the sample clinic cannot be signed or released.")
    return folder
