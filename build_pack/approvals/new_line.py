"""A line that somebody is about to add to a ledger: whose it is, made, refused, put into files."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from build_pack.approvals.approval_status import SignatureRegister
from build_pack.approvals.approval_text import ApprovalText
from build_pack.approvals.ledger.ledger_file import Ledger, Signature, Signed, appended_files
from build_pack.approvals.ledger.line import LedgerLine, format_line
from build_pack.approvals.names.name_comparison import same_person
from build_pack.approvals.names.name_faults import name_fault
from build_pack.approvals.names.similar_names import similar_name
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


def signer_name_problems(line: LedgerLine) -> Iterator[Problem]:
    """Why nobody can sign under this name: it is not a name, or not that of the key."""
    if fault := name_fault(line.by):
        hint = "Write the name as it is read, using a single script."
        yield approval_refused("--by", f"This is not a valid name: {fault}.", hint)
    elif line.signer and not same_person(line.by, line.signer):
        message = f"This key belongs to “{line.signer}”, not to “{line.by}”."
        hint = "Omit --by: the name that belongs to the key is in allowed_signers."
        yield approval_refused("--by", message, hint)


def similar_name_problems(line: LedgerLine, near: str) -> Iterator[Problem]:
    """One problem if the name is nearly that of somebody who has signed before."""
    if near:
        message = f"“{line.by}” is very similar to “{near}”, who has signed before."
        hint = f"If you are the same person, write “{near}”. If not, add --another-person."
        yield approval_refused("--by", message, hint)


def similar_signer_name(line: LedgerLine, earlier: Iterable[Signature]) -> str:
    """Whose name is near to that of a line, among those who have signed; empty if nobody's.

    With a key, the person is the key: whose name is near to it does not matter.
    """
    return "" if line.signer else similar_name(line.by, (one.line.by for one in earlier))


def other_role_problems(
    texts: Iterable[ApprovalText], register: SignatureRegister, line: LedgerLine
) -> Iterator[Problem]:
    """One problem if this person has signed some of these words in another role."""
    others = [
        (text, signature.line)
        for text in texts
        for signature in register.of(text)
        if signature.line.role != line.role and signature.line.is_of(line)
    ]
    if others:
        text, other = others[0]
        message = (
            f"{other.by} has signed {len(others)} of these texts as {other.role}, such as "
            f"“{text.id}”: one person cannot sign in two roles."
        )
        yield approval_refused("--by", message, "Ask someone else to sign.")
