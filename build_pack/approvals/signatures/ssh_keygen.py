"""`ssh-keygen -Y`, alone in being called here: a text signed with a key, and a signature tried."""

import os
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from build_pack.problems import Place, Problem, ProblemsError
from build_pack.storage.memoization import memoized_by_content

NAMESPACE = "build-pack"
"""Keeps a signature that was given for something else from being one of ours."""

_SECONDS_TO_SIGN = 300
"""For a passphrase to be typed, or a security key to be touched."""
_SECONDS_TO_VERIFY = 30


def sign(raw: str, key: Path) -> bytes:
    """Sign a line with a private key, or raise `ProblemsError`; asks for its passphrase itself.

    With a public key, the agent that holds the private one signs.
    """
    command = ("ssh-keygen", "-q", "-Y", "sign", "-n", NAMESPACE, "-f", str(key.absolute()))
    done = _run(command, raw, _SECONDS_TO_SIGN)
    if done.returncode or not done.stdout:
        message = f"ssh-keygen could not sign with this key: {_said(done)}"
        hint = "Give your private key, such as ~/.ssh/id_ed25519, and its passphrase."
        raise ProblemsError([Problem("signature-invalid", Place(key), message, hint)])
    return done.stdout


def verifies(raw: str, signature: bytes, name: str, lines: str, at: datetime) -> bool:
    """Whether a line was signed at that time by the one who is called so in a list of keys."""
    try:
        then = at.astimezone(UTC).strftime("%Y%m%d%H%M%SZ")
    except OverflowError:  # in a year that no calendar of ours has
        return False
    return bool(lines) and _verifies(raw, signature, name, lines, then)


@memoized_by_content
def _verifies(raw: str, signature: bytes, name: str, lines: str, then: str) -> bool:
    """The same, asked once for all leaflets, and for each line that is added."""
    try:
        with TemporaryDirectory(prefix="build-pack-") as folder:
            list_, signed = Path(folder, "allowed_signers"), Path(folder, "line.sig")
            list_.write_text(lines, encoding="utf-8")
            signed.write_bytes(signature)
            command = ("ssh-keygen", "-Y", "verify", "-n", NAMESPACE, "-s", str(signed))
            whose = ("-I", name, "-f", str(list_), "-O", f"verify-time={then}")
            return _run((*command, *whose), raw, _SECONDS_TO_VERIFY).returncode == 0
    except OSError as error:
        message = f"A signature cannot be checked: {error.strerror}."
        hint = "Free some disk space there, or set TMPDIR to another folder."
        place = Place(Path(error.filename or "TMPDIR"))
        raise ProblemsError([Problem("file-unwritable", place, message, hint)]) from error


def _run(command: Sequence[str], text: str, seconds: int) -> subprocess.CompletedProcess[bytes]:
    speaking = {**os.environ, "LC_ALL": "C"}
    place = Place(Path(command[0]))
    try:
        return subprocess.run(  # noqa: S603 - names no shell, and its words are ours or paths
            command, input=text.encode(), capture_output=True, check=False, timeout=seconds,
            env=speaking,
        )  # fmt: skip
    except (FileNotFoundError, PermissionError) as error:
        hint = "On Debian and Ubuntu: apt install openssh-client"
        message = "ssh-keygen is not installed."
        raise ProblemsError([Problem("library-missing", place, message, hint)]) from error
    except subprocess.TimeoutExpired as error:
        message = f"ssh-keygen did not answer within {seconds} seconds."
        hint = "Enter the passphrase or touch the security key sooner, then run the command again."
        raise ProblemsError([Problem("signature-invalid", place, message, hint)]) from error


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    said = done.stderr.decode(errors="replace").strip().rpartition("\n")[2].strip(" \r.")
    return "".join(letter for letter in said if letter.isprintable()) + "."
