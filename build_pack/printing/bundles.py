"""What is printed together: all documents of one leaflet, or a pack that the clinic has defined."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from build_pack.content.library import NO_LEAFLET, Library
from build_pack.content.models.base import LocalizedName
from build_pack.content.models.clinic import Clinic
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.pack import Pack, PackDocument
from build_pack.content.yaml.loading import load
from build_pack.documents.compose import pack_title
from build_pack.documents.shared.sources import DocumentSources
from build_pack.planning.visit import Visit
from build_pack.printing.layout import PrintTask
from build_pack.problems import Place, Problem, ProblemsError, stop_on_errors
from build_pack.text.suggestions import did_you_mean
from build_pack.workspace.clinic_files import clinic_file
from build_pack.workspace.problem_collector import ProblemCollector
from build_pack.workspace.source_loading import LoadedSources
from build_pack.workspace.workspace import Workspace

Take = Callable[[str], LoadedSources]
"""Reads all that one leaflet needs, or raises `ProblemsError`."""


@dataclass(frozen=True)
class Bundle:
    """Documents in the order of printing, of one leaflet or of several."""

    id: str
    """The leaflet's or the pack's."""
    documents: tuple[PackDocument, ...]
    name: LocalizedName | None = None
    """None of documents of one leaflet."""
    is_part: bool = False
    """Whether it is only some documents, of which no `pack.pdf` is made."""

    def tasks(self, locale: str, visit: Visit, alongside: str = "") -> tuple[PrintTask, ...]:
        """The documents in one locale, each once; `copies_of` says how often one is printed."""
        return tuple(
            PrintTask(one.leaflet, locale, one.document, visit, alongside) for one in self.documents
        )

    def kinds_of(self, leaflet: str) -> tuple[DocumentKind, ...]:
        """The documents of a leaflet that are printed."""
        return tuple(one.document for one in self.documents if one.leaflet == leaflet)

    def copies_of(self, task: PrintTask) -> int:
        """How often a document is printed."""
        return next(
            one.copies
            for one in self.documents
            if (one.leaflet, one.document) == (task.leaflet, task.kind)
        )

    def file_name(self, task: PrintTask, ending: str = "pdf") -> Path:
        """The name of a document's file inside the output folder."""
        leaflet = f"{task.leaflet}-" if self.name else ""
        return Path(self.id, task.locale, f"{leaflet}{task.kind}.{ending}")

    def title(self, leaflets: Mapping[str, DocumentSources], locale: str) -> str:
        """What the documents together are called."""
        if self.name:
            return self.name.words(locale)
        return pack_title(leaflets[self.id], locale)


Chosen = tuple[Bundle, dict[str, LoadedSources]]
"""A bundle, and what each of its leaflets is made from, by the leaflet's id."""


def leaflet_bundle(sources: DocumentSources) -> Bundle:
    """All documents of a leaflet but those that are printed only on request."""
    kinds = (kind for kind in sources.leaflet.kinds if not kind.traits.on_request)
    return Bundle(sources.leaflet.id, _of_leaflet(sources.leaflet.id, kinds))


def _of_leaflet(leaflet: str, kinds: Iterable[DocumentKind]) -> tuple[PackDocument, ...]:
    return tuple(PackDocument(leaflet=leaflet, document=kind) for kind in kinds)


def some_documents(
    bundle: Bundle,
    leaflets: Mapping[str, DocumentSources],
    kinds: Collection[DocumentKind],
    place: Place,
) -> Bundle:
    """Only the documents of these kinds, in the order of printing.

    Raises `ProblemsError`, with a problem at `place` for each kind that is not there.
    """
    there = bundle.documents
    if not bundle.name:
        there = _of_leaflet(bundle.id, leaflets[bundle.id].leaflet.kinds)
    known = list(dict.fromkeys(one.document for one in there))
    stop_on_errors(
        Problem(
            "value-invalid",
            place,
            f"“{bundle.id}” has no document “{kind}”.",
            f"Choose from: {', '.join(known)}.",
        )
        for kind in kinds
        if kind not in known
    )
    documents = tuple(one for one in there if one.document in kinds)
    return replace(bundle, documents=documents, is_part=True)


def pack_bundle(pack: Pack) -> Bundle:
    """The documents of a pack."""
    return Bundle(pack.id, pack.documents, pack.name)


def bundle_ids(library: Library, clinic: Path) -> tuple[str, ...]:
    """The ids of all that can be built: leaflets, then the packs of a clinic that can be read."""
    return (*library.with_clinic(clinic).leaflet_ids(), *_pack_ids(clinic))


def _pack_ids(clinic: Path) -> tuple[str, ...]:
    known = ProblemCollector().attempt(load, clinic / "clinic.yaml", Clinic)
    return tuple(pack.id for pack in known.model.packs) if known else ()


def choose(workspace: Workspace, name: str, place: Place, take: Take) -> Chosen:
    """All documents of a leaflet, or a pack of a clinic, by the id that no two of them share."""
    if name in workspace.folders.leaflet_ids():
        loaded = take(name)
        return leaflet_bundle(loaded.sources), {name: loaded}
    if name in _pack_ids(workspace.clinic):
        return choose_pack(workspace, name, place, take)
    try:
        take(name)  # it tells all that is wrong, the unknown leaflet with it
    except ProblemsError as error:
        problems = [
            _of_packs_too(one, name, bundle_ids(workspace.library, workspace.clinic))
            for one in error.problems
        ]
        raise ProblemsError(problems) from error
    raise AssertionError("a leaflet that is not there was read")


def _of_packs_too(problem: Problem, name: str, known: Sequence[str]) -> Problem:
    """The problem of an unknown leaflet, which may be meant as a pack."""
    if not _is_of(problem):
        return problem
    message = "There is no leaflet or pack with this name."
    return replace(problem, message=message, hint=did_you_mean(name, known) or problem.hint)


def _is_of(problem: Problem) -> bool:
    """Whether a problem is that there is no leaflet of this name."""
    return problem.message == NO_LEAFLET


def choose_pack(workspace: Workspace, name: str, place: Place, take: Take) -> Chosen:
    """A pack of a clinic, or `ProblemsError` with all that is wrong with any of its leaflets."""
    findings = ProblemCollector()
    known = findings.attempt(clinic_file, workspace)
    if known is None:
        findings.attempt(take, name)  # it tells of all other files too
        others = (one for one in findings.problems if not _is_of(one))
        raise ProblemsError(list(dict.fromkeys(others)))
    pack = _pack(name, known.model.packs, place)
    found = {leaflet: findings.attempt(take, leaflet) for leaflet in pack.leaflets}
    stop_on_errors(findings.problems)
    return pack_bundle(pack), {leaflet: one for leaflet, one in found.items() if one}


def _pack(name: str, packs: Sequence[Pack], place: Place) -> Pack:
    for pack in packs:
        if pack.id == name:
            return pack
    hint = did_you_mean(name, [pack.id for pack in packs])
    hint = hint or "Define packs under “packs” in clinic.yaml."
    raise ProblemsError([Problem("id-unknown", place, "There is no pack with this name.", hint)])
