"""Documents printed: fonts, stylesheets and templates set up once, then one PDF after another."""

from dataclasses import dataclass
from pathlib import Path

from build_pack.documents.compose import compose
from build_pack.documents.model import Consent, Document, Kind
from build_pack.documents.sources import Sources
from build_pack.rendering.assemble import Part, assemble
from build_pack.rendering.fonts import faces
from build_pack.rendering.html import Layout, stylesheets
from build_pack.rendering.pdf import Renderer
from build_pack.translation.words import Words


@dataclass(frozen=True)
class Setting:
    """All that a press needs; it can be sent to another process."""

    sources: Sources
    templates: tuple[Path, ...]
    """Folders with templates, the clinic's before the library's."""


@dataclass(frozen=True)
class Task:
    """One kind of document in one locale."""

    locale: str
    kind: Kind


@dataclass(frozen=True)
class Printed:
    """A task done: the PDF, and what it says of itself."""

    task: Task
    pdf: bytes
    title: str
    code: str
    version: str


class Press:
    """Prints documents of one setting, one at a time."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        roots = (*setting.templates, setting.sources.clinic_folder)
        self._renderer = Renderer(stylesheets(setting.templates), faces(), roots)

    def document(self, task: Task) -> Printed:
        """Compose, lay out and print one document, or raise `ProblemsError`."""
        sources = self._setting.sources
        layout = Layout(self._setting.templates, Words(sources.catalogs[task.locale].ui))
        copies = compose(sources, task.locale, task.kind)
        place = layout.template(copies[0])
        pdfs = [self._renderer.render(layout.html(copy), place=place) for copy in copies]
        first = copies[0]
        title = f"{first.title}: {first.procedure.text}"
        pdf = pdfs[0] if len(pdfs) == 1 else _together(copies, pdfs, title)
        return Printed(task, pdf, title, first.control.code, first.control.version)


def _together(copies: tuple[Document, ...], pdfs: list[bytes], title: str) -> bytes:
    locale = copies[0].locale
    names = [copy.copy if isinstance(copy, Consent) else copy.title for copy in copies]
    parts = [Part(pdf, name, locale) for pdf, name in zip(pdfs, names, strict=True)]
    return assemble(parts, title=title, locale=locale)
