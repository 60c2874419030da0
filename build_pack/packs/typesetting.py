"""Documents composed and laid out as HTML, ready to be printed."""

import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound

from build_pack.content.kinds import Kind
from build_pack.content.library import shipped_library
from build_pack.content.page_format import PageFormat
from build_pack.documents.compose import compose
from build_pack.documents.model import Consent, Document, Leaflet
from build_pack.documents.sources import Sources
from build_pack.planning.visit import Visit
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.rendering.alongside import side_by_side
from build_pack.rendering.html import Layout
from build_pack.translation.words import Words


OWN = (shipped_library() / "templates",)
"""The program's own templates, which no library and no clinic can replace."""


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

    @property
    def common(self) -> Sources:
        """The sources of any leaflet, for what all have: the clinic and the words of templates."""
        return next(iter(self.leaflets.values()))


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
        self._layout = cache(partial(self._new_layout, setting.templates))
        self._own = cache(partial(self._new_layout, OWN))
        self._is_own = [path.resolve() for path in setting.templates] == [*OWN]

    def galleys(self, task: Task) -> tuple[Galley, ...]:
        """One kind of document, in as many copies as it has, or `ProblemsError`."""
        copies = compose(self._sources(task), task.locale, task.kind, task.visit)
        galleys = tuple(self.set(copy) for copy in copies)
        if not task.beside:
            return galleys
        others = self.galleys(task.beside)
        _stop_if_numbered_apart(galleys[0].document, others[0].document)
        return tuple(
            replace(
                one,
                html=_beside(one.html, other.html, one.template),
                own=_beside(one.own, other.own, one.template),
                alongside=other.document.locale,
            )
            for one, other in zip(galleys, others, strict=True)
        )

    def plain(self, task: Task) -> str:
        """A document as a page for the screen; of several copies the last, the patient's."""
        visit = replace(task.visit, page_format=PageFormat(screen=True))
        *_, copy = compose(self._sources(task), task.locale, task.kind, visit)
        layout = self._layout(copy.locale)
        html = self._laid_out(copy, layout.plain)
        if not task.beside:
            return html
        return _beside(html, self.plain(task.beside), layout.template(copy))

    def _sources(self, task: Task) -> Sources:
        return self._setting.leaflets[task.leaflet]

    def set(self, document: Document) -> Galley:
        """Lay out a document, or raise `ProblemsError` with the line at which a template fails."""
        layout = self._layout(document.locale)
        html = self._laid_out(document, layout.html)
        own = html if self._is_own else self._own(document.locale).html(document)
        return Galley(document, html, layout.template(document), own)

    def _laid_out(self, document: Document, lay_out: Callable[[Document], str]) -> str:
        try:
            return lay_out(document)
        except TemplateError as error:
            place = self._place(error) or Place(self._layout(document.locale).template(document))
            message = f"{error.message}."
            if isinstance(error, TemplateNotFound):
                message = f"There is no template “{error.name}”."
            hint = "Fix the template at this line."
            problem = Problem("template-invalid", place, message, hint)
            raise ProblemsError([problem]) from error

    def _new_layout(self, templates: tuple[Path, ...], locale: str) -> Layout:
        return Layout(templates, Words(self._setting.common.catalogs[locale].ui))

    def _place(self, error: TemplateError) -> Place | None:
        """Where in a template it happened: Jinja gives its frames the file and line of these."""
        for frame in reversed(traceback.extract_tb(error.__traceback__)):
            path = Path(frame.filename)
            if any(path.is_relative_to(folder) for folder in self._setting.templates):
                return Place(path, frame.lineno or 0)
        return None


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
