"""The ledger: a clinic's signatures, one a line, only ever added to.

Each line names the line before it by its digest, and has a file with the exact texts that were
signed, which is named by the digest of the line: a line that was changed, repeated, moved or taken
out shows. Lines of two branches count once a further line has joined them.
"""

import json
import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from build_pack.approvals.ledger.chain import (
    ORIGIN,
    SHOWN,
    ChainLink,
    LedgerChain,
    last_moment,
    line_digest,
)
from build_pack.approvals.ledger.ledger_problems import (
    broken_ledger,
    unjoined_branch,
    unreadable_line,
)
from build_pack.approvals.ledger.line import LedgerLine, format_line
from build_pack.approvals.ledger.line_parser import parse_line, read_lines
from build_pack.problems import Place, Problem
from build_pack.storage.text_files import read_bytes
from build_pack.text.keywords import counted
from build_pack.text.limits import LEDGER_BYTES

FOLDER = "approvals"

Signed = Mapping[str, tuple[str, str]]
"""Source and target of each text by its id."""

_TEXTS = TypeAdapter(dict[str, tuple[str, str]])


@dataclass(frozen=True)
class Signature:
    """One line of the ledger, with the texts that it signs."""

    line: LedgerLine
    raw: str
    """The line as it is in the file."""
    place: Place
    texts: Signed


@dataclass(frozen=True)
class Ledger:
    """All signatures of a clinic in the order in which they count, and what is wrong with them."""

    signatures: tuple[Signature, ...]
    problems: tuple[Problem, ...]
    links: Mapping[str, ChainLink] = field(default_factory=dict)
    """Each line by its digest, and what it goes on from."""
    tips: tuple[str, ...] = ()
    """The digests of the lines that none goes on from: one, unless branches wait to be joined."""
    is_forked: bool = False
    """Whether nothing else is wrong than that branches wait to be joined."""

    @property
    def tip(self) -> str:
        """The digest of the line that the next one goes on from."""
        return self.tips[-1] if self.tips else ORIGIN

    def not_before(self, at: datetime) -> datetime:
        """The time of a line that is to be added: never before those that it goes on from."""
        return max([at, *(self.links[tip].moment for tip in self.tips)])


def ledger_path(clinic: Path) -> Path:
    """Where a clinic keeps its ledger."""
    return clinic / FOLDER / "ledger.jsonl"


def name_of(raw: str) -> str:
    """The name of a line's files: of its texts and its SSH signature."""
    return line_digest(raw)[:SHOWN]


def texts_name(content: bytes) -> str:
    """The digest by which a line knows its file of texts."""
    return sha256(content).hexdigest()


def read_ledger(clinic: Path, latest: datetime | None = None) -> Ledger:
    """Read a clinic's signatures; none if there is no ledger yet, and nothing that one has left.

    A line that is at fault signs nothing, and each has its problem; so has one that is dated later
    than `latest` (a few minutes from now, if it is not given).
    """
    path, latest = ledger_path(clinic), latest or last_moment(None)
    if path.is_file():
        return _read(clinic, path, latest)
    if path.exists() or path.is_symlink() or _leads_nowhere(path.parent):
        return Ledger((), (broken_ledger(Place(path), "This is not a readable file."),))
    return Ledger((), tuple(_lost(clinic)))


def _leads_nowhere(folder: Path) -> bool:
    return folder.is_symlink() and not folder.exists()


def _lost(clinic: Path) -> Iterator[Problem]:
    """What tells that there was a ledger once."""
    if left := unreferenced_files(clinic / FOLDER, ()):
        message = f"The ledger is missing; signed texts are still there, such as {left[0].name}."
        yield broken_ledger(Place(ledger_path(clinic)), message)


def _read(clinic: Path, path: Path, latest: datetime) -> Ledger:
    found: dict[str, Signature] = {}
    problems: list[Problem] = []
    chain = LedgerChain(latest)
    for number, raw in enumerate(read_lines(path), 1):
        place, line = Place(path, number), parse_line(raw)
        link, fault = chain.extend(line, raw, number)
        if line is None:
            problems.append(unreadable_line(place, raw, clinic))
            continue
        one = fault or _whole(clinic, line, raw, place, link)
        if isinstance(one, str):
            problems.append(broken_ledger(place, one))
        else:
            found[link.digest] = one
    problems = problems or list(_beyond(clinic, path, chain.links, found))
    is_forked = not problems and len(chain.tips) > 1
    if is_forked:
        problems.append(unjoined_branch(Place(path, chain.fork), clinic))
    in_order = sorted(found, key=lambda digest: chain.links[digest].order)
    return Ledger(
        tuple(found[digest] for digest in in_order),
        tuple(problems),
        chain.links,
        tuple(link.digest for link in chain.tips),
        is_forked,
    )


def _whole(
    clinic: Path, line: LedgerLine, raw: str, place: Place, link: ChainLink
) -> Signature | str:
    """A line with its texts, or what is wrong with them."""
    file = texts_path(clinic, _naming(link, line))
    if not file.is_file():
        return "The line was changed, or the file with its signed texts is missing."
    content = read_bytes(file, LEDGER_BYTES).replace(
        b"\r\n", b"\n"
    )  # as git may write it on Windows
    if texts_name(content) != line.digest:
        return f"The signed texts in {file.name} were changed."
    try:
        texts = _TEXTS.validate_json(content)
    except ValidationError:
        return f"The texts in {file.name} were not written by `build-pack approve`."
    if len(texts) != line.texts:
        return f"It signs {counted(line.texts, 'text')}, but {file.name} contains {len(texts)}."
    return Signature(line, raw, place, texts)


def _naming(link: ChainLink, line: LedgerLine) -> str:
    """The digest that names its file of texts: in earlier versions that of the texts."""
    return line.digest if link.is_of_earlier_version else link.digest


def _beyond(
    clinic: Path, path: Path, links: Mapping[str, ChainLink], found: Mapping[str, Signature]
) -> Iterator[Problem]:
    """What was signed and is on no line any more."""
    named = {digest[:SHOWN] for digest in links}
    named |= {_naming(links[digest], one.line)[:SHOWN] for digest, one in found.items()}
    if left := unreferenced_files(clinic / FOLDER, named):
        message = (
            f"A line is missing at the end: its signed texts are still in {left[0].name}, but "
            "no line names this file."
        )
        yield broken_ledger(Place(path, len(links)), message)


def ledger_size_warning(clinic: Path) -> str:
    """What is to be said of a ledger that comes near to the most that is read; mostly nothing."""
    path = ledger_path(clinic)
    size = path.stat().st_size if path.is_file() else 0
    if size < LEDGER_BYTES // 2:
        return ""
    return (
        f"The ledger has {size:,} bytes; the maximum is {LEDGER_BYTES:,}. Before it is full, "
        f"move the folder {path.parent} away, keep it, and sign again."
    )


def texts_path(clinic: Path, digest: str) -> Path:
    """Where the texts of a line lie; earlier versions named them by their own digest."""
    return clinic / FOLDER / "texts" / f"{digest[:SHOWN]}.json"


def texts_file(texts: Signed) -> bytes:
    """The content of a file of texts."""
    ordered = {name: list(texts[name]) for name in sorted(texts)}
    return (json.dumps(ordered, ensure_ascii=False, indent=1) + "\n").encode()


def appended_files(clinic: Path, line: LedgerLine, texts: Signed) -> dict[Path, bytes]:
    """The files, by name inside the clinic's folder, with one more line in the ledger."""
    path = ledger_path(clinic)
    before = read_bytes(path, LEDGER_BYTES) if path.is_file() else b""
    if before and not before.endswith(b"\n"):
        before += b"\n"
    raw = format_line(line)
    return {
        texts_path(clinic, line_digest(raw)).relative_to(clinic): texts_file(texts),
        path.relative_to(clinic): before + raw.encode() + b"\n",
    }


_LEFT = {"texts": ".json", "signatures": ".sig"}
"""The folders beside the ledger, and how the files in them end."""
_NAME = re.compile("[0-9a-f]{16}")


def unreferenced_files(folder: Path, named: Container[str]) -> tuple[Path, ...]:
    """The files of texts and signatures in the folder of approvals that no line has named.

    Only those that have the name of a line: what else lies there has nothing to do with us.
    """
    return tuple(
        path
        for name, ending in _LEFT.items()
        for path in sorted((folder / name).glob(f"*{ending}"))
        if _NAME.fullmatch(path.stem) and path.stem not in named
    )
