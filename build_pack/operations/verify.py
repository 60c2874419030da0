"""What a PDF or the code on a page is, whether it is intact, and whether it is still current."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_pack.documents.shared.edition import parse_edition_code
from build_pack.documents.shared.record import DocumentRecord, read_record
from build_pack.operations.status import status
from build_pack.problems import Place, Problem, ProblemsError, Severity
from build_pack.releases.release_steps import StatusCell
from build_pack.rendering.pdf.metadata import records_of
from build_pack.rendering.pdf.tamper_seal import origin_of
from build_pack.storage.text_files import read_bytes
from build_pack.text.limits import PDF_BYTES
from build_pack.workspace.clinic_files import committed_ledger
from build_pack.workspace.workspace import Workspace


@dataclass(frozen=True)
class VerifiedDocument:
    """One document of a PDF, or the document of a code, held against the clinic's texts."""

    record: DocumentRecord | None
    """What the PDF says of itself; None for a code."""
    cell: StatusCell | None
    """The clinic's document of just these texts; None: they are not its texts any more."""
    is_ledger_short: bool = False
    """Whether the ledger lacks the line that was its last when this was released."""

    @property
    def is_good(self) -> bool:
        """Whether it is a release of what is current and approved now."""
        released = self.record is None or self.record.released
        current = bool(self.cell and self.cell.step.can_be_printed)
        return released and current and not self.is_ledger_short


@dataclass(frozen=True)
class VerificationResult:
    """All documents of a file, and whether it is as it was made."""

    documents: tuple[VerifiedDocument, ...]
    intact: bool
    problems: tuple[Problem, ...]
    """What keeps the clinic's texts from being read, or its ledger from being trusted."""

    @property
    def is_good(self) -> bool:
        """Whether a patient may have it now."""
        sure = not any(problem.severity is Severity.ERROR for problem in self.problems)
        return self.intact and sure and all(one.is_good for one in self.documents)


def verify_file(workspace: Workspace, path: Path) -> VerificationResult:
    """Hold a PDF against a clinic's texts, or raise `ProblemsError` if it is none of ours."""
    pdf = read_bytes(path, PDF_BYTES)
    records = records_in(path, pdf)
    read = [record for found in records if (record := read_record(found))]
    if not read or len(read) < len(records):
        hint = "Give a PDF that was made by build-pack and not changed."
        raise ProblemsError(
            [_altered(path, "The PDF does not contain a record of what it is.", hint)]
        )
    with workspace.reading():
        found, lines = status(workspace), committed_ledger(workspace).links
    documents = tuple(
        VerifiedDocument(
            one, _current(found.cells, one), bool(one.ledger) and one.ledger not in lines
        )
        for one in read
    )
    return VerificationResult(documents, origin_of(pdf) is not None, found.problems)


def records_in(path: Path, pdf: bytes) -> tuple[dict[str, Any], ...]:
    """What the PDF of this name says of itself, or `ProblemsError` if it is not a PDF."""
    try:
        return records_of(pdf)
    except ValueError as error:
        hint = "Give a PDF that was made by build-pack."
        raise ProblemsError([_altered(path, "This is not a readable PDF.", hint)]) from error


def verify_code(workspace: Workspace, code: str) -> VerificationResult:
    """Find the document whose pages have a code, or raise `ProblemsError` if it is none's now."""
    edition = edition_from_code(code, Place(Path("--code")))
    matrix = status(workspace)
    found = [cell for cell in matrix.cells if cell.edition == edition]
    if not found:
        command = f"build-pack reprint {edition} --clinic {workspace.clinic}"
        look = f"Run `{command}` to search the history."
        hint = f"Its text has changed since, or it belongs to another clinic. {look}"
        message = f"No current document of this clinic has the code {edition}."
        unknown = Problem("edition-unknown", Place(Path("--code")), message, hint)
        raise ProblemsError([unknown, *matrix.problems])
    return VerificationResult(
        tuple(VerifiedDocument(None, cell) for cell in found), intact=True, problems=matrix.problems
    )


def edition_from_code(code: str, place: Place) -> str:
    """The code of an edition as someone typed it, or `ProblemsError` if it cannot be one."""
    edition = parse_edition_code(code)
    if edition is None:
        message = "This is not a valid edition code."
        hint = "The code is at the foot of each page: eight letters and digits, such as 7K3M-2X9D."
        raise ProblemsError([Problem("edition-unknown", place, message, hint)])
    return edition


def _current(cells: Iterable[StatusCell], record: DocumentRecord) -> StatusCell | None:
    return next((cell for cell in cells if cell.digest == record.digest), None)


def _altered(path: Path, message: str, hint: str) -> Problem:
    return Problem("file-altered", Place(path), message, hint)
