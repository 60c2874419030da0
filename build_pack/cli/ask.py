"""`build-pack ask`: the questions that would change a patient's plan."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from build_pack.cli import options, visit_options
from build_pack.cli.command_classes import Command
from build_pack.cli.problem_output import as_json, show_problems

if TYPE_CHECKING:
    from build_pack import AskResult, ToAsk


@click.command(cls=Command, short_help="List the questions that would change a patient's plan.")
@click.argument("leaflet")
@options.clinic
@click.option(
    "--locale",
    type=options.LocaleParam(),
    default="",
    help="Language of the questions, such as tr. Default: the clinic's first.",
)
@visit_options.visit
@options.problem_format
@options.library
def ask(
    *,
    leaflet: str,
    clinic: Path | None,
    locale: str,
    visit: "visit_options.VisitOptions",
    library_folder: Path | None,
) -> int:
    """List the questions whose answers would change the plan of a visit to LEAFLET.

    \b
    Examples:
      build-pack ask radiofrequency-neurotomy --medicine apixaban --date 2026-12-10T09:00
      build-pack ask radiofrequency-neurotomy --medicine apixaban --date 2026-12-10T09:00 \\
        --fact bleeds-easily=no --fact stroke-or-clot=no
      build-pack ask radiofrequency-neurotomy --visit visit.yaml --locale tr

    The question that leaves the fewest others is the first. Each answer is listed with the option
    that gives it, and with what follows for which medicine. When nothing is left to ask, the plan
    stands. The document “questions” has the same with boxes to tick, on paper.
    """
    from build_pack import AskRequest, Workspace
    from build_pack import ask as find_questions

    text, places = visit.read()
    workspace = Workspace.at(clinic, library_folder)
    found = find_questions(workspace, AskRequest(leaflet, locale, text, places))
    if as_json():
        click.echo(json.dumps(_data(found), ensure_ascii=False, indent=2))
    else:
        for line in _lines(found):
            click.echo(line)
    show_problems(found.warnings)
    return 0


def _data(found: "AskResult") -> dict[str, object]:
    return {
        "questions": [asdict(one) for one in found.questions],
        "undecided": found.undecided,
    }


def _lines(found: "AskResult") -> Iterator[str]:
    for number, one in enumerate(found.questions, 1):
        yield f"{number}. {one.asked.text}"
        yield from _answers(one)
    if not found.questions:
        yield found.nothing
    if found.undecided:
        yield found.undecided


def _answers(one: "ToAsk") -> Iterator[str]:
    """The option of each answer in one column, what it says and what follows in another."""
    asked = one.asked
    width = max(map(len, (*one.options, *one.blanks)), default=0)
    for option, blank in zip(one.blanks, (*asked.blanks, ""), strict=False):
        yield f"   {option.ljust(width)}  {blank}".rstrip()
    for option, answer in zip(one.options, asked.answers, strict=True):
        yield f"   {option.ljust(width)}  {answer.text}"
        for line in (*answer.follows, *filter(None, [answer.further])):
            yield f"   {' ' * width}    {line}"
