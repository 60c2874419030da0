"""Documents composed and laid out as HTML, ready to be printed."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import starmap
from pathlib import Path

from build_pack.content.library import OVERLAY_TEMPLATE, Library
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.page_format import PageFormat
from build_pack.documents.compose import compose
from build_pack.documents.shared.reprint_notice import ReprintNotice
from build_pack.documents.shared.sources import DocumentSources
from build_pack.documents.shared.views import Document
from build_pack.planning.redaction import redacting
from build_pack.planning.visit import Visit
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.rendering.html.template_errors import is_of_template, template_error
from build_pack.rendering.html.template_layout import BUILT_IN, BuiltInLayout, TemplateLayout
from build_pack.rendering.weasyprint.bilingual_pages import side_by_side
from build_pack.rendering.weasyprint.draft_band_and_footer import DraftBandAndFooter
from build_pack.storage.snapshot import NOTHING, Snapshot
from build_pack.translation.ui_words import UiWords


@dataclass(frozen=True)
class PrintSetup:
    """Sources and options for printing, sendable to another process: each operation makes one."""

    leaflets: Mapping[str, DocumentSources]
    """By id; of one clinic, in the same locales."""
    templates: tuple[Path, ...]
    """Folders with templates, the clinic's before the library's."""
    proofread: bool = True
    """Whether the finished pages of a release are looked at."""
    plain: bool = False
    """Whether documents are laid out for the screen as well."""
    tolerated: frozenset[str] = frozenset()
    """Codes of the problems with which a document is printed all the same."""
    reprint: ReprintNotice | None = None
    """That everything is printed again, which each page says."""

    @property
    def common(self) -> DocumentSources:
        """The sources of any leaflet, for what all have: the clinic and the words of templates."""
        return next(iter(self.leaflets.values()))

    @property
    def snapshot(self) -> Snapshot:
        """The files of the layout as they were when their digests were taken."""
        layout = self.common.layout
        return layout.snapshot if layout else NOTHING


def template_folders(leaflets: Mapping[str, DocumentSources], library: Library) -> tuple[Path, ...]:
    """The folders of a setting's templates: those that there were when the layout was read."""
    layouts = (sources.layout for sources in leaflets.values())
    return next((one.folders for one in layouts if one), None) or library.template_folders()


@dataclass(frozen=True)
class PrintTask:
    """One document of a leaflet in one locale for one visit, which no message may show."""

    leaflet: str
    locale: str
    kind: DocumentKind
    visit: Visit = field(default_factory=Visit, repr=False, hash=False)
    alongside: str = ""
    """Another locale, in which documents that may do so say everything a second time."""

    @property
    def beside(self) -> "PrintTask | None":
        """What is next to this document's words, if anything does."""
        if self.alongside and self.kind.traits.alongside:
            page_format = replace(self.visit.page_format, beside=True)
            visit = replace(self.visit, page_format=page_format)
            return replace(self, locale=self.alongside, visit=visit, alongside="")
        return None


@dataclass(frozen=True)
class HtmlPage:
    """A document set in type: its page as HTML, and the template, for problems to point to."""

    document: Document
    html: str = field(repr=False)
    template: Path
    overlay: DraftBandAndFooter
    """What the program itself puts on each page."""
    own: str = field(default="", repr=False)
    """The page as the program's own templates lay it out, with which a finished page is compared.

    The same string as `html` where no other folder has templates.
    """
    alongside: str = ""
    """The locale of the words beside the document's own."""


class LayoutEngine:
    """Composes and lays out documents of one setting; reads each locale's templates once."""

    def __init__(self, setting: PrintSetup) -> None:
        self._setting = setting
        self._layout = cache(self._new_layout)
        self._own = cache(self._new_own_layout)
        self._is_own = [path.resolve() for path in setting.templates] == [*BUILT_IN]

    def html_pages(self, task: PrintTask) -> tuple[HtmlPage, ...]:
        """One kind of document, in as many copies as it has, or `ProblemsError`."""
        with redacting(task.visit):
            return self._html_pages(task)

    def _html_pages(self, task: PrintTask) -> tuple[HtmlPage, ...]:
        copies = self._composed(task)
        html_pages = tuple(self.set(copy) for copy in copies)
        if not task.beside:
            return html_pages
        others = self._html_pages(task.beside)
        _stop_if_numbered_apart(html_pages[0].document, others[0].document)
        return tuple(starmap(_both, zip(html_pages, others, strict=True)))

    def plain(self, task: PrintTask) -> str:
        """A document as a page for the screen; of several copies the last, the patient's."""
        with redacting(task.visit):
            return self._plain(task)

    def _plain(self, task: PrintTask) -> str:
        visit = replace(task.visit, page_format=PageFormat(screen=True))
        *_, copy = self._composed(replace(task, visit=visit))
        layout = self._own(copy.locale)
        html = self._laid_out(copy, layout.plain, layout.template(copy))
        if not task.beside:
            return html
        return _beside(html, self._plain(task.beside), layout.template(copy))

    def _composed(self, task: PrintTask) -> tuple[Document, ...]:
        copies = compose(self._sources(task), task.locale, task.kind, task.visit)
        if not self._setting.reprint:
            return copies
        notices = self._setting.reprint.notices(task.locale)
        return tuple(replace(copy, notices=notices) for copy in copies)

    def _sources(self, task: PrintTask) -> DocumentSources:
        return self._setting.leaflets[task.leaflet]

    def set(self, document: Document) -> HtmlPage:
        """Lay out a document, or raise `ProblemsError` with the line at which a template fails."""
        layout, own = self._layout(document.locale), self._own(document.locale)
        template = layout.template(document)
        html = self._laid_out(document, layout.html, template)
        if self._is_own:
            as_own = html
        else:
            as_own = self._laid_out(document, own.html, own.template(document))
        sheets = self._laid_out(document, own.overlay, BUILT_IN[0] / OVERLAY_TEMPLATE)
        paper, may_turn = document.page_format.paper, document.may_turn
        overlay = DraftBandAndFooter(sheets, document.record, paper, may_turn)
        return HtmlPage(document, html, template, overlay, as_own)

    def _laid_out(
        self, document: Document, lay_out: Callable[[Document], str], template: Path
    ) -> str:
        """What a template makes of a document; any fault in it is a problem with its line."""
        try:
            return lay_out(document)
        except ProblemsError:
            raise
        except Exception as error:  # a template can fail in every way that Python can
            folders = (*self._setting.templates, *BUILT_IN)
            if not is_of_template(error, folders):
                raise
            raise ProblemsError([template_error(error, document, template, folders)]) from error

    def _new_layout(self, locale: str) -> TemplateLayout:
        return TemplateLayout(self._setting.templates, self._words(locale), self._setting.snapshot)

    def _new_own_layout(self, locale: str) -> BuiltInLayout:
        return BuiltInLayout(self._words(locale))

    def _words(self, locale: str) -> UiWords:
        return UiWords(self._setting.common.catalogs[locale].ui)


def _both(one: HtmlPage, other: HtmlPage) -> HtmlPage:
    """A document with every text of the other beside its own."""
    records = [json.loads(each.overlay.record) for each in (one, other)]
    overlay = replace(
        one.overlay,
        html=_beside(one.overlay.html, other.overlay.html, BUILT_IN[0] / OVERLAY_TEMPLATE),
        record=json.dumps(records),
    )
    html = _beside(one.html, other.html, one.template)
    own = html if one.own == one.html else _beside(one.own, other.own, one.template)
    return replace(one, html=html, own=own, overlay=overlay, alongside=other.document.locale)


def _stop_if_numbered_apart(one: Document, other: Document) -> None:
    """Stand in the way of one list of references for texts whose numbers mean different ones."""
    keys, others = ([each.key for each in document.references] for document in (one, other))
    if keys != others:
        message = f"“{one.locale}” and “{other.locale}” cite their sources in different orders."
        hint = "Put the citations of each text in the same order in both languages."
        place = Place(Path("locales", other.locale))
        raise ProblemsError([Problem("citation-mismatch", place, message, hint)])


def _beside(html: str, other: str, template: Path) -> str:
    try:
        return side_by_side(html, other)
    except ValueError as error:
        message = f"Its pages in the two languages differ in more than words: {error}."
        hint = (
            "Use the same layout for both languages, and put text that is next to an element "
            "into an element of its own."
        )
        raise ProblemsError(
            [Problem("template-invalid", Place(template), message, hint)]
        ) from error
