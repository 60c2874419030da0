"""A line that somebody is about to add to a ledger: made, refused, or turned into files."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from build_pack.approvals.ledger.ledger_file import Ledger, Signed, appended_files
from build_pack.approvals.ledger.line import LedgerLine, format_line
from build_pack.approvals.signatures.verification import (
    needs_key,
    signature_path,
    signed_line,
    signer_of,
)
from build_pack.problems import Place, Problem, ProblemsError


def new_line(clinic: Path, key: Path | None, by: str, note: str, **said: Any) -> LedgerLine:
    """A line of the person who is called so, or whose key it is; `said` is the rest of it.

    Raises `ProblemsError` if the name or the note cannot be in the ledger, or the key may not
    sign.
    """
    signer = signer_of(clinic, key) if key else ""
    name = " ".join(by.split()) or signer
    try:
        return LedgerLine(by=name, note=" ".join(note.split()), signer=signer, **said)
    except ValidationError as error:
        raise ProblemsError(_unsayable(error)) from error


def _unsayable(error: ValidationError) -> Iterator[Problem]:
    """What is wrong with a name or a note."""
    for details in error.errors():
        hint = "Write one line of at most 200 characters."
        message = f"This is not allowed in the ledger: {details['msg']}."
        yield approval_refused(f"--{details['loc'][0]}", message, hint)


def key_problems(clinic: Path, key: Path | None, ledger: Ledger) -> Iterator[Problem]:
    """One problem if a line would count only with a key, and none was given."""
    if key is None and needs_key(clinic, ledger):
        message = "This clinic requires a signature with a key."
        yield approval_refused("--sign", message, "Add --sign with your private SSH key.")


def approval_refused(option: str, message: str, hint: str) -> Problem:
    """That a line is not added, because of what was given with an option."""
    return Problem("approval-refused", Place(Path(option)), message, hint)


def files_with_line(
    clinic: Path, line: LedgerLine, texts: Signed, key: Path | None, ledger: Ledger
) -> dict[Path, bytes]:
    """The files, by name inside the clinic's folder, with a line behind those of the ledger.

    Asks for the passphrase of the key. Raises `ProblemsError` if the line would not count.
    """
    files = appended_files(clinic, line, texts)
    if key:
        path = signature_path(clinic, format_line(line)).relative_to(clinic)
        files[path] = signed_line(clinic, line, key, ledger)
    return files
