"""A pack built: every document as a PDF, all of them as one, and a manifest; all or nothing."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from build_pack.content.library import Library
from build_pack.documents.compose import compose, pack_title
from build_pack.documents.model import Consent, Document, Kind
from build_pack.documents.sources import Sources
from build_pack.packs.gathering import gather
from build_pack.packs.replacing import whole_files
from build_pack.problems import Problem
from build_pack.rendering.assemble import Part, assemble
from build_pack.rendering.fonts import faces
from build_pack.rendering.html import Layout, stylesheets
from build_pack.rendering.pdf import Renderer
from build_pack.translation.words import Words

Progress = Callable[[str, int, int], None]
"""Told what is being made, how many files are done, and how many there are."""


@dataclass(frozen=True)
class Request:
    """What to build, from where, to where."""

    library: Library
    clinic: Path
    leaflet: str
    out: Path
    locales: tuple[str, ...] = ()
    """Empty: all that the clinic has enabled."""
    draft: bool = False
    """Print even what is not translated, marked as such."""


@dataclass(frozen=True)
class Result:
    """The files made, in order, and the problems that did not stop the build."""

    files: tuple[Path, ...]
    warnings: tuple[Problem, ...]


@dataclass(frozen=True)
class Made:
    """One PDF with its name inside the output folder."""

    name: Path
    pdf: bytes
    about: dict[str, str]


def build(request: Request, progress: Progress | None = None) -> Result:
    """Build one leaflet's packs, or raise `ProblemsError`; then the earlier files are untouched."""
    gathered = gather(
        request.library, request.clinic, request.leaflet, request.locales, draft=request.draft
    )
    press = _Press(request, gathered.sources)
    total = len(gathered.locales) * (len(Kind) + 1)
    made: list[Made] = []
    for locale in gathered.locales:
        for one in press.pack(locale):
            made.append(one)
            if progress:
                progress(str(one.name), len(made), total)
    contents = {one.name: one.pdf for one in made}
    contents[Path("manifest.json")] = _manifest(gathered.sources, made)
    return Result(whole_files(request.out, contents), gathered.warnings)


class _Press:
    """Fonts, stylesheets and templates, set up once for all locales."""

    def __init__(self, request: Request, sources: Sources) -> None:
        self._sources = sources
        self._folders = request.library.with_clinic(request.clinic).template_folders()
        roots = (*self._folders, request.clinic)
        self._renderer = Renderer(stylesheets(self._folders), faces(), roots)

    def pack(self, locale: str) -> Iterator[Made]:
        """Each document of one locale in print order, then all of them as one file."""
        layout = Layout(self._folders, Words(self._sources.catalogs[locale].ui))
        folder = Path(self._sources.leaflet.id, locale)
        parts: list[Part] = []
        for kind in Kind:
            copies = compose(self._sources, locale, kind)
            pdf = self._print(copies, layout)
            title = _title(copies[0])
            parts.append(Part(pdf, title, locale))
            yield Made(folder / f"{kind}.pdf", pdf, _about(copies[0]))
        title = pack_title(self._sources, locale)
        pack = assemble(parts, title=title, locale=locale)
        yield Made(folder / "pack.pdf", pack, {"kind": "pack", "locale": locale, "title": title})

    def _print(self, copies: tuple[Document, ...], layout: Layout) -> bytes:
        place = layout.template(copies[0])
        pdfs = [self._renderer.render(layout.html(copy), place=place) for copy in copies]
        if len(pdfs) == 1:
            return pdfs[0]
        locale = copies[0].locale
        names = [copy.copy if isinstance(copy, Consent) else copy.title for copy in copies]
        parts = [Part(pdf, name, locale) for pdf, name in zip(pdfs, names, strict=True)]
        return assemble(parts, title=_title(copies[0]), locale=locale)


def _title(document: Document) -> str:
    return f"{document.title}: {document.procedure.text}"


def _about(document: Document) -> dict[str, str]:
    return {
        "kind": document.kind.value,
        "locale": document.locale,
        "title": _title(document),
        "code": document.control.code,
        "version": document.control.version,
    }


def _manifest(sources: Sources, made: list[Made]) -> bytes:
    """What was made, from which leaflet and clinic, with the digest of each file."""
    files = [
        {"path": one.name.as_posix(), **one.about, "sha256": sha256(one.pdf).hexdigest()}
        for one in made
    ]
    data = {
        "build_pack": version("build-pack"),
        "leaflet": sources.leaflet.id,
        "clinic": sources.clinic.id,
        "draft": True,  # until approvals exist, nothing is anything else
        "files": files,
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
