"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from build_pack.cli.telling import STYLE, VERBOSE
from build_pack.content.library import Library, shipped_library

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)

clinic: Decorator = click.option(
    "--clinic",
    type=_FOLDER,
    help="Folder with clinic.yaml and medicines.yaml. Default: the sample clinic.",
)
locales: Decorator = click.option(
    "--locale",
    "locales",
    multiple=True,
    help="Language, such as tr; may be given more than once. Default: all the clinic's.",
)


def _keep_style(context: click.Context, _option: click.Parameter, style: str) -> None:
    context.meta[STYLE] = style


catalog_locales: Decorator = click.option(
    "--locale",
    "locales",
    multiple=True,
    help="Language, such as tr; may be given more than once. Default: all that have a folder.",
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
        type=click.Choice(styles),
        default="text",
        show_default=True,
        expose_value=False,
        callback=_keep_style,
        help="How problems are printed to standard error.",
    )


_verbose: Decorator = click.option(
    "--verbose",
    is_flag=True,
    expose_value=False,
    callback=_keep_verbose,
    help="List every problem, also where a file has very many of one kind.",
)
problem_format: Decorator = problems_as("text", "json")
library: Decorator = click.option(
    "--library",
    "library_folder",
    type=_FOLDER,
    envvar="BUILD_PACK_LIBRARY",
    help="Folder with leaflets/, locales/ and templates/. Default: what the program brought.",
)


log: Decorator = click.option(
    "--log",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Add a line a document to this file: time, code, version, digest; no patient.",
)
release: Decorator = click.option(
    "--release",
    is_flag=True,
    help="For patients: print only what is complete, approved and inside its dates.",
)

_VISIT = (
    click.option("--date", "start", metavar="DATE", default="", help="As 2026-12-10T09:00."),
    click.option(
        "--medicine",
        "medicines",
        multiple=True,
        metavar="NAME",
        help="A medicine that the patient takes, once for each; or none.",
    ),
    click.option("--region", default="", help="cervical, thoracic, lumbar or sacroiliac."),
    click.option("--side", default="", help="left, right or both."),
    click.option("--kidney", default="", help="One of the clinic's kidney bands."),
    click.option("--label", default="", help="The patient's name or number, put on the pages."),
)
_FORMAT = (
    click.option(
        "--paper",
        type=click.Choice(["a4", "letter", "a5"]),
        callback=lambda _context, _option, value: value or "",
        help="Paper to print on. Default: what clinic.yaml says, or A4.",
    ),
    click.option("--large-print", is_flag=True, help="Large type (18 pt)."),
    click.option(
        "--booklet",
        is_flag=True,
        help="A5 pages on A4 sheets, to be printed on both sides and folded. For paper only.",
    ),
)


def visit(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that describe a visit and its format, by the names of `VisitText`."""
    for option in reversed((*_VISIT, *_FORMAT)):
        command = option(command)
    return command


def chosen_library(folder: Path | None) -> Library:
    """The library that was asked for, or the shipped one."""
    return Library((folder or shipped_library(),))


def chosen_clinic(folder: Path | None) -> Path:
    """The clinic that was asked for, or the sample."""
    return folder or shipped_library() / "clinics" / "demo"


def own_clinic(folder: Path | None) -> Path:
    """The clinic that was asked for: nothing of the sample is signed or released by oversight."""
    if folder is None:
        raise click.UsageError(
            "Give your clinic's folder with --clinic; the sample clinic cannot be signed or "
            "released."
        )
    return folder
