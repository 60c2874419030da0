"""`build-pack build`: packs as PDF."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from build_pack import DocumentKind, Problem, ProblemsError
from build_pack.cli import options, visit_options
from build_pack.cli.command_classes import Command
from build_pack.cli.problem_output import show_problems
from build_pack.cli.progress import progress_line, working

_NEAR = 0.8
"""How like an id a word is that is meant as one."""


class _BuildCommand(Command):
    """Knows which pack a failed build leaves, and which words are no part of a medicine."""

    def leftover_problems(self, given: Mapping[str, Any], since: datetime) -> Iterable[Problem]:
        """The packs in this one's place, or the newest of another patient."""
        from build_pack import earlier_file_problems, earlier_packs, is_personal

        personal = bool(given["name"] or given["visit_file"])
        personal = personal or is_personal(visit_options.visit_text(given))
        for bundle in self._bundles(given):
            paths = earlier_packs(given["out"], bundle, given["locales"], personal=personal)
            if found := [*earlier_file_problems(paths, since)]:
                return found
        return []

    def _bundles(self, given: Mapping[str, Any]) -> Iterator[str]:
        """The leaflet or pack as it was given, then the one that may be meant by it."""
        from build_pack.text.suggestions import nearest

        bundle = given["pack"] or given["leaflet"] or ""
        yield bundle
        with suppress(ProblemsError):
            ids = _ids(given)
            if bundle not in ids and (suggestion := nearest(bundle, ids)):
                yield suggestion

    def suggestion(self, context: click.Context, args: Sequence[str]) -> str:
        """The command line with its quotes; a last word may be the leaflet or the pack."""
        from build_pack.cli.quotation_marks import with_quotation_marks

        return with_quotation_marks(
            self, context, args, lambda word: self._is_id(context, args, word)
        )

    def validate(self, context: click.Context, args: Sequence[str]) -> None:
        """A part of a medicine's name is not the leaflet."""
        if context.params["leaflet"] and (suggestion := self.suggestion(context, args)):
            raise click.UsageError(suggestion, context)

    def _is_id(self, context: click.Context, args: Sequence[str], word: str) -> bool:
        """Whether a word is the id of a leaflet or a pack, or one with a slip in it."""
        from difflib import get_close_matches

        ids = _ids(self.lenient_params(context, args))
        return bool(get_close_matches(word, ids, 1, cutoff=_NEAR))


def _ids(given: Mapping[str, Any]) -> tuple[str, ...]:
    """The leaflets and packs of the clinic that was given."""
    from build_pack import Workspace, bundle_ids

    workspace = Workspace.at(given["clinic"], given["library_folder"])
    return bundle_ids(workspace.library, workspace.clinic)


@click.command(cls=_BuildCommand, short_help="Build a leaflet's packs as PDF.")
@click.argument("leaflet", default="", metavar="[LEAFLET | PACK]")
@click.option(
    "--pack",
    default="",
    metavar="ID",
    help="Same as PACK: the documents of one or more leaflets that the clinic hands out together.",
)
@click.option(
    "--document",
    "documents",
    multiple=True,
    metavar="KIND",
    type=options.Choice([kind.value for kind in DocumentKind]),
    help="Print only this document, such as consent, and no pack.pdf; can be given more than once.",
)
@options.clinic
@options.locales
@options.out("out", "the PDFs")
@visit_options.name
@visit_options.visit
@click.option(
    "--alongside",
    type=options.LocaleParam(),
    default="",
    metavar="LOCALE",
    help="Print leaflet, consent summary and questions in this language as well, side by side.",
)
@click.option(
    "--plain",
    "--html",
    is_flag=True,
    help="Also write each document as a web page, for screens and screen readers.",
)
@click.option("--draft", is_flag=True, help="Also print untranslated text, marked as untranslated.")
@options.release
@options.no_cache
@options.log
@options.problem_format
@options.library
def build(
    *,
    leaflet: str,
    pack: str,
    documents: tuple[str, ...],
    clinic: Path | None,
    locales: tuple[str, ...],
    out: Path,
    name: str,
    visit: "visit_options.VisitOptions",
    alongside: str,
    plain: bool,
    draft: bool,
    release: bool,
    no_cache: bool,
    log: Path | None,
    library_folder: Path | None,
) -> int:
    """Build the packs of LEAFLET, or the clinic's pack PACK: a PDF per document, and pack.pdf.

    \b
    Examples:
      build-pack build radiofrequency-neurotomy
      build-pack build radiofrequency-neurotomy --clinic my-clinic --locale tr --out out
      build-pack build radiofrequency-neurotomy --date 2026-12-10T09:00 \\
        --medicine "warfarin 5 mg" --medicine "enoxaparin (dose: preventive)"

    \b
    With the visit from a file or from another program (see docs/cli.md):
      build-pack build radiofrequency-neurotomy --visit visit.yaml

    \b
    A pack from “packs” in clinic.yaml, for one side of one region:
      build-pack build discharge --date 2026-12-10T09:00 --region lumbar --side left

    \b
    One document alone:
      build-pack build radiofrequency-neurotomy --document consent

    \b
    The same pack in other formats:
      build-pack build radiofrequency-neurotomy --large-print
      build-pack build radiofrequency-neurotomy --paper letter
      build-pack build radiofrequency-neurotomy --booklet
      build-pack build radiofrequency-neurotomy --locale tr --alongside en
      build-pack build radiofrequency-neurotomy --plain

    With --date, every day is printed as a date. With --medicine, the medicine sheet lists this
    patient's medicines; a medicine without a rule is printed as undecided. Without these options,
    the sheet lists all medicines that the clinic has rules for, with blanks for the dates.

    Each pack for one patient is written to its own folder, named after the time, such as
    2026-11-30-0912, so that it cannot be mistaken for another patient's. Use --name to add words
    to the folder's name, such as a room.

    Every page says DRAFT, unless you give --release and all required signatures are there: see
    build-pack approve and build-pack status.

    Nothing is written if anything is missing, out of date or contradictory; each problem is
    reported with its file, its line and how to fix it.
    """
    from build_pack import BuildRequest, PrintLog, Workspace, default_worker_count, folder_name
    from build_pack import build as build_packs

    if draft and release:
        raise click.UsageError("--draft and --release cannot be used together.")
    if bool(leaflet) == bool(pack):
        raise click.UsageError("Give the id of one leaflet or pack before the options.")
    text, places = visit.read()
    folder = options.own_clinic(clinic) if release else clinic
    workspace = Workspace.at(folder, library_folder, keeps_results=not (release or no_cache))
    request = BuildRequest(
        leaflet,
        out,
        tuple(dict.fromkeys(locales)),
        alongside=alongside,
        pack=pack,
        documents=tuple(kind for kind in DocumentKind if kind in documents),
        plain=plain,
        visit=text,
        places=places,
        name=folder_name(text, name),
        draft=draft,
        release=release,
        jobs=default_worker_count(),
    )
    print_log = PrintLog(log) if log else None
    with working("Reading and checking the texts"):
        result = build_packs(workspace, request, progress_line)
    if print_log:
        print_log.note(result.records)
    show_problems(result.warnings)
    for path in result.files:
        click.echo(path)
    return 0
