"""`build-pack verify`: what a PDF or a printed page is."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from build_pack.cli import options
from build_pack.cli.command_classes import Command
from build_pack.cli.problem_output import as_json, show_problems

if TYPE_CHECKING:
    from build_pack import DocumentRecord, VerificationResult, VerifiedDocument


@click.command(
    cls=Command, short_help="Identify a PDF or a printed page, and check whether it is current."
)
@click.argument(
    "file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--code", metavar="CODE", help="The code at the foot of a page or in its QR code.")
@options.clinic
@options.problem_format
@options.library
def verify(
    *, file: Path | None, code: str | None, clinic: Path | None, library_folder: Path | None
) -> int:
    """Identify FILE or the page with CODE, and check whether it may be given to a patient today.

    \b
    Examples:
      build-pack verify out/radiofrequency-neurotomy/tr/pack.pdf --clinic my-clinic
      build-pack verify --code 7K3M-2X9D --clinic my-clinic

    The output shows the document and its version, who approved it, whether the file is unchanged,
    whether its text is still the clinic's current and approved text, and whether the ledger still
    has all the lines that it had then. The exit code is 0 only if all of this is true.

    An unchanged file has not been altered by accident. This is no protection against deliberate
    forgery: for that, check the code on the page with build-pack verify --code.
    """
    from build_pack import Workspace, verify_code, verify_file

    if (file is None) == (code is None):
        raise click.UsageError("Give either a FILE or --code.")
    workspace = Workspace.at(clinic, library_folder)
    result = verify_file(workspace, file) if file else verify_code(workspace, code or "")
    if as_json():
        click.echo(json.dumps(_data(result), ensure_ascii=False, indent=2))
    else:
        for line in _lines(result, file):
            click.echo(line)
    show_problems(result.problems)
    return int(not result.is_good)


def _data(result: "VerificationResult") -> dict[str, object]:
    documents = [
        {
            "record": asdict(one.record) if one.record else None,
            "current": bool(one.cell),
            "ledger_short": one.is_ledger_short,
            "good": one.is_good,
        }
        | ({"step": one.cell.step.value, "edition": one.cell.edition} if one.cell else {})
        for one in result.documents
    ]
    return {"intact": result.intact, "good": result.is_good, "documents": documents}


def _lines(result: "VerificationResult", file: Path | None) -> Iterator[str]:
    if file and result.intact:
        yield _good("The file is unchanged since it was made.")
    elif file:
        yield _bad("The file was changed after it was made.")
    for one in result.documents:
        yield from _document(one)


def _document(one: "VerifiedDocument") -> Iterator[str]:
    if one.record:
        yield f"{one.record.document}, version {one.record.version}, {one.record.edition}"
        yield f"    {_origin_text(one.record)}"
    elif one.cell:
        yield f"{one.cell.document}, version {one.cell.version}, {one.cell.edition}"
    yield f"    {_status_text(one)}"
    if one.is_ledger_short:
        lost = (
            "The ledger has lost lines: the line that was last at the time of this release is "
            "missing."
        )
        yield f"    {_bad(lost)}"


def _origin_text(record: "DocumentRecord") -> str:
    if not record.released:
        return _bad(f"Made as a draft by {record.program}: not for patients.")
    names = record.approved_by.items()
    signed = "; ".join(f"{role} {', '.join(people)}" for role, people in names)
    until = f", until {record.until}" if record.until else ""
    return f"Released by {record.program}, approved by {signed}{until}."


def _status_text(one: "VerifiedDocument") -> str:
    if not one.cell:
        return _bad("The clinic's text has since changed.")
    until = f" until {one.cell.until}" if one.cell.until else ""
    match one.cell.step.value:
        case "approved" | "expiring":
            return _good(f"This is the clinic's current text, and it is approved{until}.")
        case "expired":
            return _bad("This is the clinic's current text, and its approval has expired.")
    return _bad(f"This is the clinic's current text, and it is {one.cell.step}.")


def _good(text: str) -> str:
    return click.style(text, fg="green")


def _bad(text: str) -> str:
    return click.style(text, fg="red")
