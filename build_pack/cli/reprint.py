"""`build-pack reprint`: a document of an earlier edition, from the history of its texts."""

import sys
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from build_pack import Problem
from build_pack.cli import options, visit_options
from build_pack.cli.command_classes import Command

if TYPE_CHECKING:
    from build_pack.cli.visit_options import VisitOptions


class _ReprintCommand(Command):
    """Knows which reprint of the same document lies there already."""

    def leftover_problems(self, given: Mapping[str, Any], since: datetime) -> Iterator[Problem]:
        """The document as it was printed again before, maybe for another patient."""
        from build_pack import earlier_file_problems, earlier_reprints

        return earlier_file_problems(earlier_reprints(given["out"], given["code"] or ""), since)


@click.command(
    cls=_ReprintCommand, short_help="Print a document again as it was, by the code on its pages."
)
@click.argument("code")
@options.clinic
@options.out("reprints", "the PDF")
@visit_options.visit
@options.library
def reprint(
    *,
    code: str,
    clinic: Path | None,
    out: Path,
    visit: "VisitOptions",
    library_folder: Path | None,
) -> int:
    """Print again the document that has CODE on its pages, to see what a patient was given.

    \b
    Examples:
      build-pack reprint 7K3M-2X9D --clinic my-clinic
      build-pack reprint 7K3M-2X9D --clinic my-clinic --date 2026-12-10T09:00 --region lumbar \\
        --medicine "warfarin 5 mg"
      build-pack reprint 7K3M-2X9D --clinic my-clinic --visit visit.yaml

    If the current texts still have this code, they are used; otherwise the texts are taken from the
    git repository that contains the clinic's folder. For a page with a patient's dates, give the
    same date, region and medicines as then, because they are not stored.

    Each page says REPRINT and the date, and WITHDRAWN if its text is no longer in use. Do not hand
    out a withdrawn page.
    """
    from build_pack import ReprintRequest, Workspace, folder_name, reprint, skipped_states_text

    text, places = visit.read()
    request = ReprintRequest(code, out, text, folder_name(text, ""), places)
    done = reprint(Workspace.at(clinic, library_folder), request, _progress)
    click.echo(done.path)
    state = f"as of commit {done.commit[:12]}" if done.commit else "as they are now"
    kind = "a release" if done.released else "a draft: it was not approved at that time"
    click.echo(f"{done.document}: from the texts {state}; {kind}.", err=True)
    if done.skipped:
        click.echo(skipped_states_text(done.skipped), err=True)
    if done.withdrawn:
        warning = "It is no longer in use, and each page says WITHDRAWN: do not hand it out."
        click.echo(click.style(warning, fg="red"), err=True)
    return 0


def _progress(number: int) -> None:
    if number and sys.stderr.isatty():
        click.echo(f"\r\x1b[K{number} earlier versions searched", nl=False, err=True)
