"""The ledger: a clinic's signatures, one a line, only ever added to.

Each line names a file with the exact texts that were signed, by its digest, and the line before
it, by its own: a line that was changed, moved or taken out shows.
"""

import fcntl
import json
import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from build_pack.approvals.line import Line, format_line
from build_pack.approvals.text import text_digest
from build_pack.content.text import read_text
from build_pack.problems import Place, Problem

FOLDER = "approvals"
SHOWN = 16
"""Digits of a digest that name a file or a line."""

Signed = Mapping[str, tuple[str, str]]
"""Source and target of each text by its id."""

_TEXTS = TypeAdapter(dict[str, tuple[str, str]])


@dataclass(frozen=True)
class Signature:
    """One line of the ledger, with the texts that it signs."""

    line: Line
    raw: str
    """The line as it stands in the file."""
    place: Place
    texts: Signed

    @property
    def name(self) -> str:
        """What the line after it calls it, and its signature file."""
        return name_of(self.raw)

    def digests(self) -> Iterator[tuple[str, str]]:
        """Id and digest of each text."""
        for name, (source, target) in self.texts.items():
            yield name, text_digest(name, self.line.locale, source, target)


@dataclass(frozen=True)
class Ledger:
    """All signatures of a clinic in order, and what is wrong with the files."""

    signatures: tuple[Signature, ...]
    problems: tuple[Problem, ...]


def ledger_path(clinic: Path) -> Path:
    """Where a clinic keeps its ledger."""
    return clinic / FOLDER / "ledger.jsonl"


def name_of(raw: str) -> str:
    """The name of a line."""
    return sha256(raw.encode()).hexdigest()[:SHOWN]


def texts_name(content: bytes) -> str:
    """The digest by which a line knows its file of texts."""
    return sha256(content).hexdigest()


def read_ledger(clinic: Path) -> Ledger:
    """Read a clinic's signatures; none if there is no ledger yet.

    A line that is at fault signs nothing, and each has its problem.
    """
    path = ledger_path(clinic)
    if not path.is_file():
        return Ledger((), ())
    signatures: list[Signature] = []
    problems: list[Problem] = []
    earlier = {""}  # two branches that were merged both go on from the same line
    for number, raw in enumerate(read_text(path).split("\n"), 1):
        if not raw.strip():
            continue
        found = _signature(clinic, raw, Place(path, number), earlier)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            signatures.append(found)
        earlier.add(name_of(raw))
    return Ledger(tuple(signatures), tuple(problems))


def _signature(
    clinic: Path, raw: str, place: Place, earlier: Collection[str]
) -> Signature | Problem:
    try:
        line = Line.model_validate_json(raw)
    except ValidationError:
        return broken(place, "This is not a line as `build-pack approve` writes it.")
    if line.previous not in earlier:
        return broken(place, "A line before this one was changed, moved or taken out.")
    file = texts_path(clinic, line.digest)
    if not file.is_file():
        return broken(place, f"The file with the texts that it signs, {file.name}, is missing.")
    content = file.read_bytes().replace(b"\r\n", b"\n")  # as git may write it on Windows
    if texts_name(content) != line.digest:
        return broken(place, f"The texts that it signs, in {file.name}, were changed.")
    try:
        texts = _TEXTS.validate_json(content)
    except ValidationError:
        return broken(
            place, f"{file.name} does not hold texts as `build-pack approve` writes them."
        )
    return Signature(line, raw, place, texts)


def broken(place: Place, message: str) -> Problem:
    """A problem with the ledger itself."""
    back = "Bring the folder “approvals” back from a backup or version control"
    hint = f"{back}, or move it away and sign anew."
    return Problem("approval-broken", place, message, hint)


def texts_path(clinic: Path, digest: str) -> Path:
    """Where the texts of a line lie."""
    return clinic / FOLDER / "texts" / f"{digest[:SHOWN]}.json"


def texts_file(texts: Signed) -> bytes:
    """The content of a file of texts."""
    ordered = {name: list(texts[name]) for name in sorted(texts)}
    return (json.dumps(ordered, ensure_ascii=False, indent=1) + "\n").encode()


@contextmanager
def locked(clinic: Path) -> Iterator[None]:
    """Keep others from adding to the ledger for a moment; wait for them if they are at it."""
    folder = clinic / FOLDER
    folder.mkdir(exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def added(clinic: Path, line: Line, texts: Signed) -> dict[Path, bytes]:
    """The files, by name inside the clinic's folder, with one more signature in the ledger."""
    path = ledger_path(clinic)
    before = path.read_bytes() if path.is_file() else b""
    if before and not before.endswith(b"\n"):
        before += b"\n"
    content = texts_file(texts)
    raw = format_line(line)
    return {
        texts_path(clinic, line.digest).relative_to(clinic): content,
        path.relative_to(clinic): before + raw.encode() + b"\n",
    }
