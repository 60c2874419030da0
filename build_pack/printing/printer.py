"""Documents printed: fonts, stylesheets and templates set up once, then one PDF after another."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from build_pack.checks.print.checked_document import CheckedDocument
from build_pack.checks.print.language_neutral_words import language_neutral_words
from build_pack.checks.print.print_checks import print_problems
from build_pack.planning.redaction import private_texts, redacted, redacting
from build_pack.printing.layout import HtmlPage, LayoutEngine, PrintSetup, PrintTask
from build_pack.printing.missing_glyphs import MissingGlyphFinder, extra_scripts
from build_pack.problems import Place, Problem, ProblemsError, stop_on_errors
from build_pack.rendering.fonts.font_files import faces
from build_pack.rendering.html.stylesheet_rules import rule_problems
from build_pack.rendering.html.template_layout import (
    BUILT_IN,
    COMPACT,
    OVERLAY,
    PRINTED,
    stylesheets,
)
from build_pack.rendering.pdf.merge import PdfPart, merge_pdfs
from build_pack.rendering.pdf.page_reader import read_pages
from build_pack.rendering.weasyprint.draft_band_and_footer import DraftBandAndFooter
from build_pack.rendering.weasyprint.renderer import Renderer

_KEPT = 16
"""PDFs that are kept in memory: the leaflet in each language is the same for every patient."""
_Sheet = tuple[bytes, tuple[Problem, ...]]
"""A PDF, and what is wrong with it that does not stop it."""


@dataclass(frozen=True)
class PrintedDocument:
    """A task done: the PDF, and what it says of itself."""

    task: PrintTask
    pdf: bytes
    copies: tuple[bytes, ...]
    """The same, one PDF a copy."""
    title: str
    code: str
    version: str
    plain: str = ""
    """The document as a page for the screen, if that was asked for."""
    warnings: tuple[Problem, ...] = ()


class Printer:
    """Prints documents of one setting, one at a time."""

    def __init__(self, setting: PrintSetup) -> None:
        self.setting = setting
        self._typesetter = LayoutEngine(setting)
        self._renderer = cache(self._new_renderer)
        self._renderer(frozenset())  # tells faults of the stylesheets before anything is made
        self._sheets = lru_cache(_KEPT)(self._printed)

    def document(self, task: PrintTask) -> PrintedDocument:
        """Compose, lay out and print one document, or raise `ProblemsError`.

        Of a release, the finished pages are proofread as well. No problem repeats what was typed
        for the visit, whoever found it.
        """
        with redacting(task.visit):
            printed = self._document(task)
        private = tuple(private_texts(task.visit))
        return replace(printed, warnings=tuple(redacted(p, private) for p in printed.warnings))

    def _document(self, task: PrintTask) -> PrintedDocument:
        html_pages = self._typesetter.html_pages(task)
        with self._told_at_texts(task):
            sheets = [self._sheet(html_page) for html_page in html_pages]
        pdfs = [pdf for pdf, _ in sheets]
        warnings = tuple(problem for _, found in sheets for problem in found)
        if self.setting.proofread and html_pages[0].document.is_release:
            stop_on_errors(
                p for one in zip(html_pages, pdfs, strict=True) for p in _page_check_problems(*one)
            )
            if task.beside:  # words of a wrong language show only where each stands by itself
                each = (replace(task, alongside=""), task.beside)
                stop_on_errors(problem for one in each for problem in self.proofs(one))
        first = html_pages[0].document
        title = f"{first.title}: {first.procedure.text}"
        pdf = pdfs[0] if len(pdfs) == 1 else _together(html_pages, pdfs, title)
        plain = self._typesetter.plain(task) if self.setting.plain else ""
        control = first.control
        return PrintedDocument(
            task, pdf, tuple(pdfs), title, control.code, control.version, plain, warnings
        )

    def proofs(self, task: PrintTask) -> tuple[Problem, ...]:
        """Print one document, and say what the checks of print find on its pages."""
        html_pages = self._typesetter.html_pages(task)
        with redacting(task.visit), self._told_at_texts(task):
            return tuple(
                p for one in html_pages for p in _page_check_problems(one, self.print_page(one))
            )

    @contextmanager
    def _told_at_texts(self, task: PrintTask) -> Iterator[None]:
        """Tell of a character that is missing where it stands, and not where it is printed."""
        try:
            yield
        except ProblemsError as error:
            locales = filter(None, (task.locale, task.alongside))
            sources = self.setting.leaflets[task.leaflet]
            glyphs = MissingGlyphFinder(sources, locales, self.setting.templates)
            found = [p for one in error.problems for p in glyphs.at_texts(one, task.visit)]
            raise ProblemsError(found) from error

    def print_page(self, html_page: HtmlPage) -> bytes:
        """Print one page of HTML; the same page a second time costs nothing."""
        return self._sheet(html_page)[0]

    def _sheet(self, html_page: HtmlPage) -> _Sheet:
        scripts = extra_scripts(html_page, self.setting)
        return self._sheets(
            html_page.html, html_page.own, html_page.overlay, html_page.template, scripts
        )

    def _printed(
        self,
        html: str,
        own: str,
        overlay: DraftBandAndFooter,
        template: Path,
        scripts: frozenset[str],
    ) -> _Sheet:
        tolerated = self.setting.tolerated
        renderer = self._renderer(scripts)
        return renderer.rendered(html, template, tolerated, own=own, overlay=overlay)

    def _new_renderer(self, scripts: frozenset[str]) -> Renderer:
        templates, snapshot = self.setting.templates, self.setting.snapshot
        roots = (*templates, *BUILT_IN)
        ordinary, compact = (
            stylesheets(templates, names, snapshot) for names in (PRINTED, COMPACT)
        )
        overlay = stylesheets(BUILT_IN, OVERLAY)
        of_clinic = (path for path in (*ordinary, *compact) if not path.is_relative_to(BUILT_IN[0]))
        read = ((path, snapshot.read(path)) for path in of_clinic)
        refused = [problem for one in read for problem in rule_problems(*one)]
        try:
            renderer = Renderer(ordinary, faces(scripts=scripts), roots, compact, overlay, snapshot)
        except ProblemsError as error:
            told = {problem.place for problem in error.problems}  # such as a misspelt property
            others = (problem for problem in refused if problem.place not in told)
            raise ProblemsError([*error.problems, *others]) from error
        stop_on_errors(refused)
        return renderer


def _together(html_pages: Sequence[HtmlPage], pdfs: Sequence[bytes], title: str) -> bytes:
    copies = [html_page.document for html_page in html_pages]
    locale = copies[0].locale
    names = [copy.copy or copy.title for copy in copies]
    parts = [
        PdfPart(pdf, name, locale, new_sheet=True) for pdf, name in zip(pdfs, names, strict=True)
    ]
    return merge_pdfs(parts, title=title, locale=locale)


def _page_check_problems(html_page: HtmlPage, pdf: bytes) -> tuple[Problem, ...]:
    """What is wrong with a document in print; the place of its problems is its code."""
    document = html_page.document
    printed = CheckedDocument(
        document.kind,
        document.locale,
        read_pages(pdf),
        language_neutral_words(document),
        document.page_format,
        html_page.alongside,
        document.letterhead,
    )
    place = Place(Path(f"{document.control.code}.pdf"))
    return tuple(print_problems(printed, place))
