"""`build-pack build`: packs as PDF."""

import os
from pathlib import Path
from typing import Any

import click

from build_pack.cli import options
from build_pack.cli.progress import one_line
from build_pack.cli.telling import tell


@click.command(short_help="Build a leaflet's packs as PDF.")
@click.argument("leaflet", default="")
@click.option(
    "--pack",
    default="",
    metavar="ID",
    help="Instead of LEAFLET: a pack that the clinic has defined, of one leaflet or of several.",
)
@options.clinic
@options.locales
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("out"),
    show_default=True,
    help="Folder for the PDFs.",
)
@options.visit
@click.option(
    "--alongside",
    default="",
    metavar="LOCALE",
    help="Say everything in leaflet and consent summary in this language too, side by side.",
)
@click.option(
    "--plain",
    is_flag=True,
    help="Write each document as a web page too, for screens and screen readers.",
)
@click.option("--draft", is_flag=True, help="Print untranslated text too, marked as such.")
@options.release
@options.log
@options.problem_format
@options.library
def build(
    *,
    clinic: Path | None,
    library_folder: Path | None,
    locales: tuple[str, ...],
    draft: bool,
    release: bool,
    log: Path | None,
    **given: Any,
) -> int:
    """Build the packs of LEAFLET, or a pack of the clinic: each document as a PDF, and pack.pdf.

    \b
    Examples:
      build-pack build radiofrequency-neurotomy
      build-pack build radiofrequency-neurotomy --clinic my-clinic --locale tr --out out
      build-pack build radiofrequency-neurotomy --date 2026-12-10T09:00 \\
        --medicine "warfarin 5 mg" --medicine "enoxaparin (dose: preventive)"

    \b
    A pack that stands under “packs” in clinic.yaml, for one side of one region:
      build-pack build --pack discharge --date 2026-12-10T09:00 --region lumbar --side left

    \b
    The same pack in other formats:
      build-pack build radiofrequency-neurotomy --large-print
      build-pack build radiofrequency-neurotomy --paper letter
      build-pack build radiofrequency-neurotomy --booklet
      build-pack build radiofrequency-neurotomy --locale tr --alongside en
      build-pack build radiofrequency-neurotomy --plain

    With --date, every day is printed as a date. With --medicine, the medicine sheet lists this
    patient's medicines; one that the clinic has no rule for is printed as undecided. Without
    them it lists all that the clinic has rules for, and has blanks for the dates.

    Every page says DRAFT, unless you give --release and everyone who has to has signed what it
    says: see build-pack approve and build-pack status.

    Nothing is written if anything is missing, out of date or contradictory; every problem is
    named with its file, its line and how to fix it.
    """
    from build_pack.packs.building import Request
    from build_pack.packs.building import build as build_packs
    from build_pack.packs.printlog import PrintLog
    from build_pack.packs.visiting import VisitText

    if draft and release:
        raise click.UsageError("--draft and --release cannot be used together.")
    if bool(given["leaflet"]) == bool(given["pack"]):
        raise click.UsageError("Give either the id of a leaflet or a pack with --pack.")
    request = Request(
        options.chosen_library(library_folder),
        options.own_clinic(clinic) if release else options.chosen_clinic(clinic),
        given.pop("leaflet"),
        given.pop("out"),
        tuple(dict.fromkeys(locales)),
        alongside=given.pop("alongside"),
        pack=given.pop("pack"),
        plain=given.pop("plain"),
        visit=VisitText(**given),
        draft=draft,
        release=release,
        jobs=os.cpu_count() or 1,
    )
    print_log = PrintLog(log) if log else None
    result = build_packs(request, one_line)
    if print_log:
        print_log.note(result.records)
    tell(result.warnings)
    for path in result.files:
        click.echo(path)
    return 0
