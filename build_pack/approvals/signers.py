"""Signatures with SSH keys (`ssh-keygen -Y`): a line of the ledger that nobody else could write.

A clinic that keeps `approvals/allowed_signers` wants every line signed; its format is that of
ssh-keygen (ALLOWED SIGNERS in its manual).
"""

import subprocess
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

from build_pack.approvals.ledger import FOLDER, Ledger, Signature, name_of
from build_pack.content.text import counted, read_text
from build_pack.problems import Place, Problem, ProblemsError, Severity

NAMESPACE = "build-pack"
"""Keeps a signature that was given for something else from being one of ours."""


def allowed_signers(clinic: Path) -> Path:
    """The file that says whose key is whose."""
    return clinic / FOLDER / "allowed_signers"


def signature_path(clinic: Path, raw: str) -> Path:
    """Where the SSH signature of a line lies."""
    return clinic / FOLDER / "signatures" / f"{name_of(raw)}.sig"


def sign(raw: str, key: Path) -> bytes:
    """Sign a line with a private key, or raise `ProblemsError`; asks for its passphrase itself."""
    command = ("ssh-keygen", "-q", "-Y", "sign", "-n", NAMESPACE, "-f", str(key))
    done = _run(command, raw)
    if done.returncode:
        message = f"ssh-keygen could not sign with this key: {_said(done)}"
        hint = "Give your private key, such as ~/.ssh/id_ed25519, and its passphrase."
        raise ProblemsError([Problem("signature-invalid", Place(key), message, hint)])
    return done.stdout


def signer_of(clinic: Path, key: Path) -> str:
    """The name under which a key is allowed to sign, or `ProblemsError`."""
    public = Path(f"{key}.pub")
    if not public.is_file():
        message = "There is no such key."
        hint = f"Give a private key that has its public key, {public.name}, beside it."
        raise ProblemsError([Problem("file-missing", Place(public), message, hint)])
    words = read_text(public).split()
    if len(words) < 2:  # noqa: PLR2004 - kind and key
        hint = "Give the private key beside the public one that ssh-keygen made."
        raise ProblemsError(
            [Problem("signature-invalid", Place(public), "This is no public SSH key.", hint)]
        )
    kind, blob = words[:2]
    path = allowed_signers(clinic)
    for names, words in _entries(path):
        if blob in words:
            return names.split(",")[0].strip('"')
    message = "This key is nobody's among those who may sign."
    hint = f"Add a line to {path}: NAME {kind} {blob}"
    raise ProblemsError([Problem("signature-invalid", Place(public), message, hint)])


def _entries(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The names of each line of `allowed_signers`, and the words after them."""
    text = read_text(path) if path.is_file() else ""
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            names, *words = line.split()
            yield names, words


def verified(clinic: Path, ledger: Ledger) -> Ledger:
    """The ledger without the lines that nobody who is allowed to has signed with a key.

    All lines, if the clinic keeps no `allowed_signers`.
    """
    if not allowed_signers(clinic).is_file():
        return ledger
    found = [(one, _fault(clinic, one)) for one in ledger.signatures]
    faults = [(one, fault) for one, fault in found if fault]
    problems = [_invalid(*faults[0], others=len(faults) - 1)] if faults else []
    kept = tuple(one for one, fault in found if not fault)
    return Ledger(kept, (*ledger.problems, *problems))


def _fault(clinic: Path, signature: Signature) -> str:
    """Why a line does not count; empty if it does."""
    path, signer = signature_path(clinic, signature.raw), signature.line.signer
    if not signer or not path.is_file():
        return "The line has no SSH signature"
    then = signature.line.at.astimezone(UTC).strftime("%Y%m%d%H%M%SZ")
    command = ("ssh-keygen", "-Y", "verify", "-n", NAMESPACE, "-s", str(path))
    whose = ("-I", signer, "-f", str(allowed_signers(clinic)))
    at = ("-O", f"verify-time={then}")  # a key that was someone's then stays good for then
    done = _run((*command, *whose, *at), signature.raw)
    return f"The SSH signature is not that of “{signer}”" if done.returncode else ""


def _invalid(signature: Signature, fault: str, *, others: int) -> Problem:
    message = f"{fault}, so it does not count."
    if others:
        message += f" The same goes for {counted(others, 'other line')}."
    hint = "Let its texts be signed again with `build-pack approve --sign KEY`."
    return Problem("signature-invalid", signature.place, message, hint, Severity.WARNING)


def _run(command: tuple[str, ...], text: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(command, input=text.encode(), capture_output=True, check=False)  # noqa: S603 - names no shell, and its words are ours or paths
    except FileNotFoundError as error:
        hint = "On Debian and Ubuntu: apt install openssh-client"
        message = "This program is not installed."
        place = Place(Path(command[0]))
        raise ProblemsError([Problem("library-missing", place, message, hint)]) from error


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    return done.stderr.decode(errors="replace").strip().rpartition("\n")[2].rstrip(".") + "."
