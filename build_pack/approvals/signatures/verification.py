"""Signatures with SSH keys: a line of the ledger that nobody else could write.

A clinic that keeps `approvals/allowed_signers`, or says `keys: required`, wants every line signed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from build_pack.approvals.approval_text import ApprovalPart, ApprovalText, same
from build_pack.approvals.ledger.ledger_file import FOLDER, Ledger, Signature, ledger_path, name_of
from build_pack.approvals.ledger.line import LedgerLine, format_line
from build_pack.approvals.signatures.allowed_signers import LIST_ID, AllowedSigners, read_list
from build_pack.approvals.signatures.key_trust import KeyTrust
from build_pack.approvals.signatures.ssh_keygen import sign, verifies
from build_pack.content.models.clinic import Clinic, Keys
from build_pack.content.yaml.loading import load
from build_pack.problems import Place, Problem, ProblemsError, Severity
from build_pack.storage.text_files import read_bytes, read_text
from build_pack.text.keywords import counted


def allowed_signers_path(clinic: Path) -> Path:
    """The file that says whose key is whose."""
    return clinic / FOLDER / LIST_ID


def signature_path(clinic: Path, raw: str) -> Path:
    """Where the SSH signature of a line lies."""
    return clinic / FOLDER / "signatures" / f"{name_of(raw)}.sig"


def list_texts(clinic: Path, keys: Keys | None, locale: str) -> Iterator[ApprovalText]:
    """The list of keys as a text that is signed, where keys are required."""
    path = allowed_signers_path(clinic)
    if keys is Keys.REQUIRED and path.is_file() and (found := read_list(path)).entries:
        yield same(LIST_ID, locale, ApprovalPart.CLINIC, found.text, Place(path), frozenset())


def signer_of(clinic: Path, key: Path) -> str:
    """The name under which a key is allowed to sign, or `ProblemsError`."""
    public = key if key.suffix == ".pub" else Path(f"{key}.pub")
    if not public.is_file():
        message = "This key does not exist."
        hint = f"Give a private key that has its public key, {public.name}, in the same folder."
        raise ProblemsError([Problem("file-missing", Place(public), message, hint)])
    words = read_text(public).split()
    if len(words) < 2:  # noqa: PLR2004 - kind and key
        hint = "Give the private key that belongs to the public key made by ssh-keygen."
        raise ProblemsError(
            [Problem("signature-invalid", Place(public), "This is not a public SSH key.", hint)]
        )
    kind, blob = words[:2]
    path = allowed_signers_path(clinic)
    found = read_list(path)
    if found.problems:
        raise ProblemsError(found.problems)
    if name := found.owner(blob):
        return name
    message = "This key is not in the list of keys that may sign."
    hint = f'Add a line to {path}: "NAME" {kind} {blob}'
    raise ProblemsError([Problem("signature-invalid", Place(public), message, hint)])


def signed_line(clinic: Path, line: LedgerLine, key: Path, ledger: Ledger) -> bytes:
    """The signature of a new line, or `ProblemsError` if it would not count."""
    found = read_list(allowed_signers_path(clinic))
    agreed = _judged(clinic, ledger, found, wanted=True).trust.keys or found
    raw = format_line(line)
    signature = sign(raw, key)
    whose = line.signer
    if not verifies(raw, signature, whose, found.of(whose), line.at):
        message = f"Signatures with this key do not currently count as signatures of “{whose}”."
        hint = f"Check in {allowed_signers_path(clinic)} when the key is valid, and for what."
    elif not verifies(raw, signature, whose, agreed.of(whose), line.at):
        message = f"The key of “{whose}” differs from the one in the signed list."
        hint = "First have two people who are on that list sign the new one with their keys."
    else:
        return signature
    raise ProblemsError([Problem("signature-invalid", Place(key), message, hint)])


@dataclass(frozen=True)
class _VerifiedLines:
    """The lines that count, those that do not with why, and what they say of keys."""

    kept: tuple[Signature, ...]
    faults: tuple[tuple[Signature, str], ...]
    forged: tuple[Signature, ...]
    """Lines that name a key of the signed list, and are not signed with it."""
    trust: KeyTrust


def with_verified_signatures(clinic: Path, ledger: Ledger) -> Ledger:
    """The ledger without the lines that nobody who is allowed to has signed with a key.

    All lines, if the clinic asks for no keys, and never has.
    """
    keys, found = declared_keys(clinic), read_list(allowed_signers_path(clinic))
    judged = _judged(clinic, ledger, found, wanted=_are_wanted(keys, found))
    problems = [*_list_problems(clinic, keys, found, judged.trust), *map(_forged, judged.forged)]
    if problems or found.problems:
        told = (*ledger.problems, *found.problems, *problems)
        return replace(ledger, signatures=(), problems=told)
    if judged.faults:
        problems.append(_invalid(*judged.faults[0], others=len(judged.faults) - 1))
    if found.is_there and keys is None:
        problems.append(_unsigned(allowed_signers_path(clinic)))
    return replace(ledger, signatures=judged.kept, problems=(*ledger.problems, *problems))


def declared_keys(clinic: Path) -> Keys | None:
    """What clinic.yaml says of keys; nothing if it cannot be read, which others tell."""
    path = clinic / "clinic.yaml"
    try:
        return load(path, Clinic).model.approvals.keys if path.is_file() else None
    except ProblemsError:
        return None


def needs_key(clinic: Path, ledger: Ledger) -> bool:
    """Whether a new line would count only with a key."""
    found, keys = read_list(allowed_signers_path(clinic)), declared_keys(clinic)
    wanted = _are_wanted(keys, found)
    return wanted or bool(_judged(clinic, ledger, found, wanted=wanted).trust.required_since)


def _are_wanted(keys: Keys | None, found: AllowedSigners) -> bool:
    return keys is Keys.REQUIRED or (keys is None and found.is_there)


def _judged(clinic: Path, ledger: Ledger, found: AllowedSigners, *, wanted: bool) -> _VerifiedLines:
    trust = KeyTrust()
    kept: list[Signature] = []
    faults: list[tuple[Signature, str]] = []
    forged: list[Signature] = []
    for one in ledger.signatures:
        agreed = trust.keys_for(one)
        authentic = _is_signed(clinic, one, agreed or found)
        if agreed and one.line.signer and not authentic:
            forged.append(one)
        fault = ""
        if one.line.signer and found.is_there:
            fault = _fault(clinic, one, found)
        elif wanted or trust.required_since:
            fault = "The line has no SSH signature"
        trust.hear(one, authentic=authentic)
        if fault:
            faults.append((one, fault))
        else:
            kept.append(one)
    return _VerifiedLines(tuple(kept), tuple(faults), tuple(forged), trust)


def _is_signed(clinic: Path, signature: Signature, keys: AllowedSigners) -> bool:
    """Whether the person whose name the line bears has signed it with a key of the list."""
    path, line = signature_path(clinic, signature.raw), signature.line
    if not line.signer or not path.is_file():
        return False
    return verifies(signature.raw, read_bytes(path), line.signer, keys.of(line.signer), line.at)


def _fault(clinic: Path, signature: Signature, found: AllowedSigners) -> str:
    """Why a line that names a key does not count; empty if it does."""
    if not signature_path(clinic, signature.raw).is_file():
        return "The line has no SSH signature"
    if not _is_signed(clinic, signature, found):
        return f"The SSH signature does not belong to “{signature.line.signer}”"
    return ""


def _forged(signature: Signature) -> Problem:
    """A line that `build-pack approve` cannot have written: without it, others would count."""
    whose = signature.line.signer
    message = f"This line is not signed with the key that “{whose}” has in the signed list."
    hint = (
        "Restore the folder “approvals” from a backup or version control, or move it away and "
        "sign again."
    )
    return Problem("approval-broken", signature.place, message, hint)


def _invalid(signature: Signature, fault: str, *, others: int) -> Problem:
    message = f"{fault}, so it does not count."
    if others:
        message += f" The same applies to {counted(others, 'other line')}."
    hint = "Have its texts signed again with `build-pack approve --sign KEY`."
    return Problem("signature-invalid", signature.place, message, hint, Severity.WARNING)


def _list_problems(
    clinic: Path, keys: Keys | None, found: AllowedSigners, trust: KeyTrust
) -> Iterator[Problem]:
    """Why it cannot be told whose keys count: the list or the value was taken away."""
    since = trust.required_since
    if since and keys is None and (clinic / "clinic.yaml").is_file():
        place = Place(clinic / "clinic.yaml")
        told = f"Keys are required since line {since.line} of the ledger"
        message = f"{told}, but clinic.yaml no longer says so."
        hint = (
            "Write `keys: required` under `approvals` again. To do without keys, write `keys: "
            "optional`, and have two people sign that with their keys."
        )
        yield Problem("signers-invalid", place, message, hint)
    if (since or keys is Keys.REQUIRED) and not found.is_there and ledger_path(clinic).is_file():
        message = "Keys are required, but the list of keys is missing: no signature counts."
        hint = "Restore it from a backup or version control."
        yield Problem("signers-invalid", Place(allowed_signers_path(clinic)), message, hint)


def _unsigned(path: Path) -> Problem:
    message = "Only this file, which is not signed, says that signatures need a key."
    hint = "Write `keys: required` under `approvals` in clinic.yaml, and sign that with your keys."
    return Problem("keys-unsigned", Place(path), message, hint, Severity.WARNING)
