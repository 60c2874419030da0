"""Documents composed and laid out as HTML, ready to be printed."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import starmap
from pathlib import Path

from build_pack.content.kinds import Kind
from build_pack.content.library import FURNITURE, Library
from build_pack.content.page_format import PageFormat
from build_pack.content.snapshot import NOTHING, Snapshot
from build_pack.documents.compose import compose
from build_pack.documents.model import Consent, Document, Leaflet
from build_pack.documents.reprinted import Reprint
from build_pack.documents.sources import Sources
from build_pack.planning.redaction import redacting
from build_pack.planning.visit import Visit
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.rendering.alongside import side_by_side
from build_pack.rendering.furniture import Furniture
from build_pack.rendering.html import OWN, Layout, OwnLayout
from build_pack.rendering.template_faults import is_of_template, template_fault
from build_pack.translation.words import Words


@dataclass(frozen=True)
class Setting:
    """All that documents are made from but the visit; it can be sent to another process."""

    leaflets: Mapping[str, Sources]
    """By id; of one clinic, in the same locales."""
    templates: tuple[Path, ...]
    """Folders with templates, the clinic's before the library's."""
    proofread: bool = True
    """Whether the finished pages of a release are looked at."""
    plain: bool = False
    """Whether documents are laid out for the screen as well."""
    tolerated: frozenset[str] = frozenset()
    """Codes of the problems with which a document is printed all the same."""
    reprint: Reprint | None = None
    """That everything is printed again, which each page says."""

    @property
    def common(self) -> Sources:
        """The sources of any leaflet, for what all have: the clinic and the words of templates."""
        return next(iter(self.leaflets.values()))

    @property
    def snapshot(self) -> Snapshot:
        """The files of the layout as they were when their digests were taken."""
        layout = self.common.layout
        return layout.snapshot if layout else NOTHING


def template_folders(leaflets: Mapping[str, Sources], library: Library) -> tuple[Path, ...]:
    """The folders of a setting's templates: those that there were when the layout was read."""
    layouts = (sources.layout for sources in leaflets.values())
    return next((one.folders for one in layouts if one), None) or library.template_folders()


@dataclass(frozen=True)
class Task:
    """One document of a leaflet in one locale for one visit, which no message may show."""

    leaflet: str
    locale: str
    kind: Kind
    visit: Visit = field(default_factory=Visit, repr=False, hash=False)
    alongside: str = ""
    """Another locale, in which leaflet and consent summary say everything a second time."""

    @property
    def beside(self) -> "Task | None":
        """What stands beside this document's words, if anything does."""
        if self.alongside and self.kind in {Kind.LEAFLET, Kind.CONSENT}:
            return replace(self, locale=self.alongside, alongside="")
        return None


@dataclass(frozen=True)
class Galley:
    """A document set in type: its page as HTML, and the template, for problems to point to."""

    document: Document
    html: str = field(repr=False)
    template: Path
    furniture: Furniture
    """What the program itself puts on each page."""
    own: str = field(default="", repr=False)
    """The page as the program's own templates lay it out, with which a finished page is compared.

    The same string as `html` where no other folder has templates.
    """
    alongside: str = ""
    """The locale of the words beside the document's own."""


class Typesetter:
    """Composes and lays out documents of one setting; reads each locale's templates once."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._layout = cache(self._new_layout)
        self._own = cache(self._new_own_layout)
        self._is_own = [path.resolve() for path in setting.templates] == [*OWN]

    def galleys(self, task: Task) -> tuple[Galley, ...]:
        """One kind of document, in as many copies as it has, or `ProblemsError`."""
        with redacting(task.visit):
            return self._galleys(task)

    def _galleys(self, task: Task) -> tuple[Galley, ...]:
        copies = self._composed(task)
        galleys = tuple(self.set(copy) for copy in copies)
        if not task.beside:
            return galleys
        others = self._galleys(task.beside)
        _stop_if_numbered_apart(galleys[0].document, others[0].document)
        return tuple(starmap(_both, zip(galleys, others, strict=True)))

    def plain(self, task: Task) -> str:
        """A document as a page for the screen; of several copies the last, the patient's."""
        with redacting(task.visit):
            return self._plain(task)

    def _plain(self, task: Task) -> str:
        visit = replace(task.visit, page_format=PageFormat(screen=True))
        *_, copy = self._composed(replace(task, visit=visit))
        layout = self._own(copy.locale)
        html = self._laid_out(copy, layout.plain, layout.template(copy))
        if not task.beside:
            return html
        return _beside(html, self._plain(task.beside), layout.template(copy))

    def _composed(self, task: Task) -> tuple[Document, ...]:
        copies = compose(self._sources(task), task.locale, task.kind, task.visit)
        if not self._setting.reprint:
            return copies
        notices = self._setting.reprint.notices(task.locale)
        return tuple(replace(copy, notices=notices) for copy in copies)

    def _sources(self, task: Task) -> Sources:
        return self._setting.leaflets[task.leaflet]

    def set(self, document: Document) -> Galley:
        """Lay out a document, or raise `ProblemsError` with the line at which a template fails."""
        layout, own = self._layout(document.locale), self._own(document.locale)
        template = layout.template(document)
        html = self._laid_out(document, layout.html, template)
        if self._is_own:
            as_own = html
        else:
            as_own = self._laid_out(document, own.html, own.template(document))
        sheets = self._laid_out(document, own.furniture, OWN[0] / FURNITURE)
        paper, may_turn = document.page_format.paper, document.kind is Kind.DIARY
        furniture = Furniture(sheets, document.record, paper, may_turn)
        return Galley(document, html, template, furniture, as_own)

    def _laid_out(
        self, document: Document, lay_out: Callable[[Document], str], template: Path
    ) -> str:
        """What a template makes of a document; any fault in it is a problem with its line."""
        try:
            return lay_out(document)
        except ProblemsError:
            raise
        except Exception as error:  # a template can fail in every way that Python can
            folders = (*self._setting.templates, *OWN)
            if not is_of_template(error, folders):
                raise
            raise ProblemsError([template_fault(error, document, template, folders)]) from error

    def _new_layout(self, locale: str) -> Layout:
        return Layout(self._setting.templates, self._words(locale), self._setting.snapshot)

    def _new_own_layout(self, locale: str) -> OwnLayout:
        return OwnLayout(self._words(locale))

    def _words(self, locale: str) -> Words:
        return Words(self._setting.common.catalogs[locale].ui)


def _both(one: Galley, other: Galley) -> Galley:
    """A document with every text of the other beside its own."""
    records = [json.loads(each.furniture.record) for each in (one, other)]
    furniture = replace(
        one.furniture,
        html=_beside(one.furniture.html, other.furniture.html, OWN[0] / FURNITURE),
        record=json.dumps(records),
    )
    html = _beside(one.html, other.html, one.template)
    own = html if one.own == one.html else _beside(one.own, other.own, one.template)
    return replace(one, html=html, own=own, furniture=furniture, alongside=other.document.locale)


def _stop_if_numbered_apart(one: Document, other: Document) -> None:
    """Stand in the way of one list of references for texts whose numbers mean different ones."""
    match one, other:
        case (Leaflet() | Consent(), Leaflet() | Consent()):
            keys, others = ([each.key for each in doc.references] for doc in (one, other))
            if keys != others:
                message = (
                    f"“{one.locale}” and “{other.locale}” cite their sources in another order."
                )
                hint = "Put the citations of each text in the same order in both languages."
                place = Place(Path("locales", other.locale))
                raise ProblemsError([Problem("citation-mismatch", place, message, hint)])


def _beside(html: str, other: str, template: Path) -> str:
    try:
        return side_by_side(html, other)
    except ValueError as error:
        message = f"Its pages in two languages differ in more than words: {error}."
        hint = (
            "Lay out both languages alike, and put words beside an element into one of their own."
        )
        raise ProblemsError(
            [Problem("template-invalid", Place(template), message, hint)]
        ) from error
