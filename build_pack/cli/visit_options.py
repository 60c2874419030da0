"""Options that describe a visit and how its pages are printed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from build_pack.cli.options import Choice, Decorator

if TYPE_CHECKING:
    from build_pack import Places, VisitText

_VISIT = (
    click.option(
        "--visit",
        "visit_file",
        type=click.Path(path_type=Path, allow_dash=True),
        metavar="FILE",
        help=(
            "Read the whole visit from a file, or from standard input with -, so that it does "
            "not appear in the process list, where others can read it."
        ),
    ),
    click.option(
        "--date",
        "start",
        metavar="DATE",
        default="",
        help="Date and time of the procedure, such as 2026-12-10T09:00.",
    ),
    click.option(
        "--medicine",
        "medicines",
        multiple=True,
        metavar="NAME",
        help="A medicine that the patient takes, or none; can be given more than once.",
    ),
    click.option("--region", default="", help="cervical, thoracic, lumbar or sacroiliac."),
    click.option("--side", default="", help="left, right or both."),
    click.option("--kidney", default="", help="One of the clinic's kidney bands."),
    click.option(
        "--fact",
        "facts",
        multiple=True,
        metavar="ID=ANSWER",
        help="An answer to one of the clinic's questions, such as stroke-or-clot=no; can be given "
        "more than once.",
    ),
    click.option("--label", default="", help="The patient's name or number, printed on the pages."),
    click.option(
        "--previous-date",
        metavar="DATE",
        default="",
        help="The date and time before the procedure was moved, for --document date-change.",
    ),
)
name: Decorator = click.option(
    "--name",
    default="",
    metavar="WORDS",
    help=(
        "Added to the time in the name of the pack's folder, such as room-4. Never use the "
        "patient's name: everyone can see it."
    ),
)
_FORMAT = (
    click.option(
        "--paper",
        type=Choice(["a4", "letter", "a5"]),
        callback=lambda _context, _option, value: value or "",
        help="Paper size. Default: from clinic.yaml, otherwise A4.",
    ),
    click.option("--large-print", is_flag=True, help="Large type (18 pt)."),
    click.option(
        "--booklet",
        is_flag=True,
        help="A5 pages on A4 sheets, to be printed double-sided and folded. For paper only.",
    ),
)

_OPTIONS = (*_VISIT, *_FORMAT)
_NAMES = frozenset({
    *("visit_file", "start", "medicines", "region", "side", "kidney", "facts", "label"),
    *("previous_date", "paper", "large_print", "booklet"),
})  # fmt: skip
"""Of their parameters: all but the file are those of `VisitText`."""


def visit_text(given: Mapping[str, Any]) -> "VisitText":
    """What was given of a visit, among other parameters of a command."""
    from build_pack import VisitText

    names = {one.name for one in fields(VisitText)}
    return VisitText(**{name: said for name, said in given.items() if name in names and said})


@dataclass(frozen=True)
class VisitOptions:
    """What was given of a visit."""

    text: "VisitText"
    """By options."""
    file: Path | None
    """With the rest of it; `-` is standard input."""

    def read(self) -> "tuple[VisitText, Places]":
        """The whole visit, and where each part of it stands.

        Raises `ProblemsError` for a file that cannot be read, and for what is given in both ways.
        """
        from build_pack import option_place, read_visit, with_visit_file

        if not self.file:
            return self.text, option_place
        return with_visit_file(self.text, option_place, read_visit(self.file))


def visit(command: Callable[..., int]) -> Callable[..., int]:
    """Add the options that describe a visit and its format; the command gets them as `visit`."""

    @wraps(command)
    def with_visit(**given: Any) -> int:
        others = {name: value for name, value in given.items() if name not in _NAMES}
        return command(visit=VisitOptions(visit_text(given), given["visit_file"]), **others)

    decorated: Callable[..., int] = with_visit
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated
