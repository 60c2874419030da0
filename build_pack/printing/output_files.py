"""What a build writes: each document, all of them as one file, and a manifest that names them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import Any

from build_pack.content.models.page_format import PageFormat
from build_pack.documents.shared.sources import DocumentSources
from build_pack.printing.bundles import Bundle
from build_pack.printing.joined_pdf import booklet_pdf, joined_pdf
from build_pack.printing.layout import PrintTask
from build_pack.printing.printer import PrintedDocument
from build_pack.rendering.pdf.tamper_seal import DIGITS, seal
from build_pack.text.digests import digest

_Facts = dict[str, Any]

_File = tuple[Path, bytes, _Facts]
"""A file's name inside the output folder, its content, and what the manifest says of it."""


def contents(
    bundle: Bundle,
    leaflets: Mapping[str, DocumentSources],
    printed: Sequence[PrintedDocument],
    *,
    draft: bool,
) -> dict[Path, bytes]:
    """All files by name, each PDF sealed; `printed` has the documents of each pack in order."""
    files: dict[Path, bytes] = {}
    about: list[_Facts] = []
    for _, pack in groupby(printed, lambda one: one.task.locale):
        for name, content, facts in _files(bundle, leaflets, tuple(pack)):
            files[name] = content
            sha = sha256(content).hexdigest()
            about.append({"path": name.as_posix(), **facts, "sha256": sha})
    files[Path("manifest.json")] = _manifest(bundle, leaflets, about, draft=draft)
    return files


def _files(
    bundle: Bundle, leaflets: Mapping[str, DocumentSources], pack: Sequence[PrintedDocument]
) -> Iterator[_File]:
    """Each document of a pack in print order, then all as one file if they are a whole pack."""
    for one in pack:
        about: _Facts = {"kind": one.task.kind.value, "leaflet": one.task.leaflet}
        about |= {"locale": one.task.locale, "title": one.title}
        about |= {"code": one.code, "version": one.version}
        about |= {"format": _format(one.task, one.task.visit.page_format.of(one.task.kind))}
        pdf = booklet_pdf([one], one.title) if _is_booklet(one) else one.pdf
        yield bundle.file_name(one.task), seal(pdf, _seal(leaflets, [one])), about
        if one.plain:
            page = about | {"format": "web page"}
            yield bundle.file_name(one.task, "html"), one.plain.encode(), page
    if bundle.is_part:
        return
    locale = pack[0].task.locale
    title = bundle.title(leaflets, locale)
    about = {"kind": "pack", "locale": locale, "title": title}
    about |= {"format": _format(pack[0].task, pack[0].task.visit.page_format)}
    about |= {"documents": [one.model_dump(mode="json") for one in bundle.documents]}
    copies = [one for one in pack for _ in range(bundle.copies_of(one.task))]
    whole = booklet_pdf(copies, title) if _is_booklet(pack[0]) else joined_pdf(copies, title)
    yield Path(bundle.id, locale, "pack.pdf"), seal(whole, _seal(leaflets, pack)), about


def _format(task: PrintTask, of: PageFormat) -> str:
    """How it is printed, as in `a4, large print, alongside en`."""
    beside = f"alongside {task.alongside}" if task.beside else ""
    words = (of.paper, "large print" * of.large_print, "booklet" * of.booklet, beside)
    return ", ".join(filter(None, words))


def _is_booklet(one: PrintedDocument) -> bool:
    return one.task.visit.page_format.booklet


def _seal(leaflets: Mapping[str, DocumentSources], printed: Sequence[PrintedDocument]) -> str:
    """A digest of the editions of some documents; a single one's own."""
    digests = [
        leaflets[task.leaflet].editions[task.locale][task.kind].digest
        for one in printed
        for task in (one.task, one.task.beside)
        if task
    ]
    return (digests[0] if len(digests) == 1 else digest(*digests))[:DIGITS]


def _manifest(
    bundle: Bundle, leaflets: Mapping[str, DocumentSources], files: list[_Facts], *, draft: bool
) -> bytes:
    """What was made, for which clinic, with the digest of each file."""
    clinic = next(iter(leaflets.values())).clinic
    data = {
        "build_pack": version("build-pack"),
        "leaflets": list(leaflets),
        "pack": bundle.id,
        "clinic": clinic.id,
        "draft": draft,
        "files": files,
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
