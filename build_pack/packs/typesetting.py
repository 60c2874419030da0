"""Documents composed and laid out as HTML, ready to be printed."""

import traceback
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound

from build_pack.documents.compose import compose
from build_pack.documents.model import Document, Kind
from build_pack.documents.sources import Sources
from build_pack.planning.visit import Visit
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.rendering.html import Layout
from build_pack.translation.words import Words


@dataclass(frozen=True)
class Setting:
    """All that documents are made from but the visit; it can be sent to another process."""

    sources: Sources
    templates: tuple[Path, ...]
    """Folders with templates, the clinic's before the library's."""
    proofread: bool = True
    """Whether the finished pages of a release are looked at."""


@dataclass(frozen=True)
class Task:
    """One kind of document in one locale for one visit, which no message may show."""

    locale: str
    kind: Kind
    visit: Visit = field(default_factory=Visit, repr=False, hash=False)


@dataclass(frozen=True)
class Galley:
    """A document set in type: its page as HTML, and the template, for problems to point to."""

    document: Document
    html: str = field(repr=False)
    template: Path


class Typesetter:
    """Composes and lays out documents of one setting; reads each locale's templates once."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._layout = cache(self._new_layout)

    def galleys(self, task: Task) -> tuple[Galley, ...]:
        """One kind of document, in as many copies as it has, or `ProblemsError`."""
        copies = compose(self._setting.sources, task.locale, task.kind, task.visit)
        return tuple(self.set(copy) for copy in copies)

    def set(self, document: Document) -> Galley:
        """Lay out a document, or raise `ProblemsError` with the line at which a template fails."""
        layout = self._layout(document.locale)
        template = layout.template(document)
        try:
            return Galley(document, layout.html(document), template)
        except TemplateError as error:
            place = self._place(error) or Place(template)
            message = f"{error.message}."
            if isinstance(error, TemplateNotFound):
                message = f"There is no template “{error.name}”."
            hint = "Mend the template at this line."
            problem = Problem("template-invalid", place, message, hint)
            raise ProblemsError([problem]) from error

    def _new_layout(self, locale: str) -> Layout:
        words = Words(self._setting.sources.catalogs[locale].ui)
        return Layout(self._setting.templates, words)

    def _place(self, error: TemplateError) -> Place | None:
        """Where in a template it happened: Jinja gives its frames the file and line of these."""
        for frame in reversed(traceback.extract_tb(error.__traceback__)):
            path = Path(frame.filename)
            if any(path.is_relative_to(folder) for folder in self._setting.templates):
                return Place(path, frame.lineno or 0)
        return None
