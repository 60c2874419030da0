"""What a build writes: each document, all of them as one file, and a manifest that names them."""

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from importlib.metadata import version
from itertools import groupby
from pathlib import Path

from build_pack.documents.compose import pack_title
from build_pack.documents.sources import Sources
from build_pack.packs.joining import folded, joined
from build_pack.packs.press import Printed
from build_pack.packs.typesetting import Task
from build_pack.problems import Place, Problem, Severity
from build_pack.rendering.seal import DIGITS, seal
from build_pack.translation.digests import digest

_File = tuple[Path, bytes, dict[str, str]]
"""A file's name inside the output folder, its content, and what the manifest says of it."""


def contents(sources: Sources, printed: Sequence[Printed], *, draft: bool) -> dict[Path, bytes]:
    """All files by name, each PDF sealed; `printed` holds the documents of each pack in order."""
    files: dict[Path, bytes] = {}
    about: list[dict[str, str]] = []
    for _, pack in groupby(printed, lambda one: one.task.locale):
        for name, content, facts in _files(sources, tuple(pack)):
            files[name] = content
            sha = sha256(content).hexdigest()
            about.append({"path": name.as_posix(), **facts, "sha256": sha})
    files[Path("manifest.json")] = _manifest(sources, about, draft=draft)
    return files


def document_name(sources: Sources, task: Task, ending: str = "pdf") -> Path:
    """The name of a document's file inside the output folder."""
    return Path(sources.leaflet.id, task.locale, f"{task.kind}.{ending}")


def left_over(folder: Path, files: tuple[Path, ...]) -> Iterator[Problem]:
    """Documents of an earlier build, which nobody can tell from those of this one."""
    found = {path for ending in ("pdf", "html") for path in folder.rglob(f"*.{ending}")}
    for path in sorted(found - set(files)):
        message = "An earlier build made this file, and this one did not: it may be out of date."
        hint = "Delete it, or build it again."
        yield Problem("file-stale", Place(path), message, hint, Severity.WARNING)


def _files(sources: Sources, pack: Sequence[Printed]) -> Iterator[_File]:
    """Each document of one pack in print order, then all of them as one file."""
    for one in pack:
        about = {"kind": one.task.kind.value, "locale": one.task.locale, "title": one.title}
        about |= {"code": one.code, "version": one.version, "format": _format(one.task)}
        pdf = folded(sources, [one]) if _is_booklet(one) else one.pdf
        yield document_name(sources, one.task), seal(pdf, _seal(sources, [one])), about
        if one.plain:
            page = about | {"format": "web page"}
            yield document_name(sources, one.task, "html"), one.plain.encode(), page
    locale = pack[0].task.locale
    about = {"kind": "pack", "locale": locale, "title": pack_title(sources, locale)}
    about |= {"format": _format(pack[0].task)}
    whole = folded(sources, pack) if _is_booklet(pack[0]) else joined(sources, pack)
    yield Path(sources.leaflet.id, locale, "pack.pdf"), seal(whole, _seal(sources, pack)), about


def _format(task: Task) -> str:
    """How it is printed, as in `a4, large print, alongside en`."""
    of = task.visit.page_format
    beside = f"alongside {task.alongside}" if task.beside else ""
    words = (of.paper, "large print" * of.large_print, "booklet" * of.booklet, beside)
    return ", ".join(filter(None, words))


def _is_booklet(one: Printed) -> bool:
    return one.task.visit.page_format.booklet


def _seal(sources: Sources, printed: Sequence[Printed]) -> str:
    """A digest of the editions of some documents; a single one's own."""
    digests = [
        sources.editions[task.locale][task.kind].digest
        for one in printed
        for task in (one.task, one.task.beside)
        if task
    ]
    return (digests[0] if len(digests) == 1 else digest(*digests))[:DIGITS]


def _manifest(sources: Sources, files: list[dict[str, str]], *, draft: bool) -> bytes:
    """What was made, from which leaflet and clinic, with the digest of each file."""
    data = {
        "build_pack": version("build-pack"),
        "leaflet": sources.leaflet.id,
        "clinic": sources.clinic.id,
        "draft": draft,
        "files": files,
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
