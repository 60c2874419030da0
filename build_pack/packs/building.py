"""A pack built: every document as a PDF, all of them as one, and a manifest; all or nothing."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from build_pack.content.library import Library
from build_pack.documents.compose import pack_title
from build_pack.documents.model import Kind
from build_pack.documents.record import Record, record
from build_pack.documents.sources import Sources
from build_pack.packs.gathering import Gathered, gather
from build_pack.packs.joining import joined
from build_pack.packs.notices import notices
from build_pack.packs.press import Press, Printed
from build_pack.packs.releasing import gather_release
from build_pack.packs.replacing import whole_files
from build_pack.packs.typesetting import Setting, Task
from build_pack.packs.visiting import Reader, VisitText
from build_pack.packs.workers import print_all
from build_pack.problems import Place, Problem, Severity
from build_pack.rendering.seal import DIGITS, seal
from build_pack.translation.digests import digest

Progress = Callable[[str, int, int], None]
"""Told which document is done, how many are, and how many there will be."""


@dataclass(frozen=True)
class Request:
    """What to build, from where, to where."""

    library: Library
    clinic: Path
    leaflet: str
    out: Path
    locales: tuple[str, ...] = ()
    """Empty: all that the clinic has enabled."""
    visit: VisitText = field(default_factory=VisitText, repr=False)
    """For whom; the default leaves blanks."""
    draft: bool = False
    """Print even what is not translated, marked as such."""
    release: bool = False
    """Print without DRAFT, or not at all."""
    on: date | None = None
    """The day for which approvals and decisions have to hold; None: today."""
    again: bool = False
    """Print what was printed before, whatever checks find in it by now."""
    jobs: int = 1
    """How many processes print at once."""


@dataclass(frozen=True)
class Result:
    """The files made, in order, and the problems that did not stop the build."""

    files: tuple[Path, ...]
    warnings: tuple[Problem, ...]
    records: tuple[Record, ...]
    """What each document says of itself, without anything about a patient."""


def build(request: Request, progress: Progress | None = None) -> Result:
    """Build one leaflet's packs, or raise `ProblemsError`; then the earlier files are untouched."""
    gathered = _gathered(request)
    library = request.library.with_clinic(request.clinic)
    folders = library.template_folders()
    setting = Setting(gathered.sources, folders, proofread=not request.again)
    visit, said = Reader(gathered.sources).read(request.visit, option)
    said += tuple(notices(gathered.sources, visit, gathered.today, option))
    tasks = [Task(locale, kind, visit) for locale in gathered.locales for kind in Kind]
    done: dict[Task, Printed] = {}
    for printed in print_all(setting, tasks, Press.document, request.jobs):
        done[printed.task] = printed
        if progress:
            progress(str(_document_name(gathered.sources, printed.task)), len(done), len(tasks))
    printed_in = {
        locale: [done[Task(locale, kind, visit)] for kind in Kind] for locale in gathered.locales
    }
    contents = _contents(gathered.sources, printed_in, draft=not request.release)
    files = whole_files(request.out, contents)
    left = tuple(left_over(request.out / gathered.sources.leaflet.id, files))
    records = tuple(record(gathered.sources, task.locale, task.kind) for task in tasks)
    return Result(files, (*gathered.warnings, *said, *left), records)


def _gathered(request: Request) -> Gathered:
    wanted = (request.library, request.clinic, request.leaflet, request.locales)
    if request.release:
        return gather_release(*wanted, request.on, again=request.again)
    return gather(*wanted, draft=request.draft, today=request.on)


def left_over(folder: Path, files: tuple[Path, ...]) -> Iterator[Problem]:
    """PDFs of an earlier build, which nobody can tell from those of this one."""
    for path in sorted(set(folder.rglob("*.pdf")) - set(files)):
        message = "An earlier build made this file, and this one did not: it may be out of date."
        hint = "Delete it, or build it again."
        yield Problem("file-stale", Place(path), message, hint, Severity.WARNING)


_OPTIONS = {"start": "--date", "medicines": "--medicine"}


def option(name: str) -> Place:
    """Where a field of a visit that was given on the command line stands."""
    return Place(Path(_OPTIONS.get(name, f"--{name}")))


def _contents(
    sources: Sources, printed_in: Mapping[str, list[Printed]], *, draft: bool
) -> dict[Path, bytes]:
    """All files by name, each PDF sealed, and the manifest that names them."""
    contents: dict[Path, bytes] = {}
    about: list[dict[str, str]] = []
    for locale, printed in printed_in.items():
        for name, pdf, facts in _files(sources, locale, printed):
            contents[name] = pdf
            sha = sha256(pdf).hexdigest()
            about.append({"path": name.as_posix(), **facts, "sha256": sha})
    contents[Path("manifest.json")] = _manifest(sources, about, draft=draft)
    return contents


_File = tuple[Path, bytes, dict[str, str]]
"""A file's name inside the output folder, its content, and what the manifest says of it."""


def _files(sources: Sources, locale: str, printed: list[Printed]) -> Iterator[_File]:
    """Each document of one locale in print order, then all of them as one file."""
    for one in printed:
        about = {"kind": one.task.kind.value, "locale": locale, "title": one.title}
        about |= {"code": one.code, "version": one.version}
        edition = sources.editions[locale][one.task.kind]
        yield _document_name(sources, one.task), seal(one.pdf, edition.digest[:DIGITS]), about
    about = {"kind": "pack", "locale": locale, "title": pack_title(sources, locale)}
    whole = digest(*(edition.digest for edition in sources.editions[locale].values()))
    pdf = seal(joined(sources, locale, printed), whole[:DIGITS])
    yield Path(sources.leaflet.id, locale, "pack.pdf"), pdf, about


def _document_name(sources: Sources, task: Task) -> Path:
    return Path(sources.leaflet.id, task.locale, f"{task.kind}.pdf")


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
