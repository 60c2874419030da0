"""Documents laid out as HTML by the templates: everything escaped, nothing undefined."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, ParamSpec

from jinja2 import BaseLoader, TemplateNotFound
from jinja2.exceptions import SecurityError
from jinja2.loaders import split_template_path
from markupsafe import Markup, escape

from build_pack.content.library import OVERLAY_TEMPLATE, PLAIN, program_templates
from build_pack.content.pictures.logo import Logo
from build_pack.documents.shared.section_blocks.chance import ChanceView
from build_pack.documents.shared.views import Document, VisitView
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.rendering.html.bidi import isolated
from build_pack.rendering.html.drawn_pictures import (
    SVG,
    code_128,
    data_uri,
    people,
    qr_code,
)
from build_pack.rendering.html.sandbox import TemplateSandbox
from build_pack.storage.link_boundaries import require_inside
from build_pack.storage.snapshot import NOTHING, Snapshot
from build_pack.storage.text_files import decoded, read_text
from build_pack.translation.ui_words import UiWords

P = ParamSpec("P")

BUILT_IN = (program_templates(),)
"""The program's own templates, which no library and no clinic can replace."""
PRINTED = ("variables", "page", "base", "components", "figures", "diary", "formats", "rtl")
"""The stylesheets of pages for print, in the order in which they build on each other."""
SCREEN = ("variables", "screen", "figures", "diary")
COMPACT = ("closer",)
"""What sets a text closer that runs over by a few lines."""
OVERLAY = ("variables", "furniture")
"""The stylesheets of what the program itself puts on every page."""
_PLACEHOLDER = re.compile(r"%%|%\(\w+\)s")


class TemplateLayout:
    """The templates of a list of folders in one locale; earlier folders go before later ones."""

    def __init__(
        self, folders: Sequence[Path], words: UiWords, snapshot: Snapshot = NOTHING
    ) -> None:
        self._folders = tuple(folders)
        self._snapshot = snapshot
        self._sandbox = _sandbox(_TemplateLoader(self._folders, snapshot), words, picture=_logo_uri)

    def html(self, document: Document) -> str:
        """A document for print, without what the program itself puts on every page."""
        return _rendered(self._sandbox, document, self.name(document), base="base.html.jinja")

    def template(self, document: Document) -> Path:
        """The file that lays this document out, for problems to point to."""
        return find(self._folders, self.name(document), self._snapshot)

    @staticmethod
    def name(document: Document) -> str:
        """The template of a kind of document."""
        return f"{document.kind}.html.jinja"


class BuiltInLayout(TemplateLayout):
    """The program's own templates in one locale, for what nothing else may lay out."""

    def __init__(self, words: UiWords) -> None:
        super().__init__(BUILT_IN, words)
        self._overlay = _sandbox(
            _TemplateLoader(BUILT_IN), words, picture=_logo_uri, qr_code=qr_code
        )

    def plain(self, document: Document) -> str:
        """A document for the screen."""
        css = "\n".join(read_text(path) for path in stylesheets(BUILT_IN, SCREEN))
        ours = Markup(css)  # noqa: S704 - our own stylesheets
        html = _rendered(self._sandbox, document, self.name(document), base=PLAIN, css=ours)
        return html.replace("\u00a0", " ")  # a date is longer than a line of a telephone

    def overlay(self, document: Document) -> str:
        """What is on a document's first page beside its content, and on each later page."""
        return _rendered(self._overlay, document, OVERLAY_TEMPLATE)


class _TemplateLoader(BaseLoader):
    """Finds templates in a list of folders, and none that a link leads out of all folders."""

    def __init__(self, folders: Sequence[Path], snapshot: Snapshot = NOTHING) -> None:
        self._folders = folders
        self._snapshot = snapshot

    def get_source(self, _environment: Any, name: str) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template and its file."""
        parts = split_template_path(name)
        paths = (folder.joinpath(*parts) for folder in self._folders)
        path = next(filter(self._snapshot.is_file, paths), None)
        if path is None:
            raise TemplateNotFound(name)
        if not self._snapshot.covers(path):
            path = require_inside(path, self._folders)
        text = decoded(self._snapshot.read(path), path)
        return text, str(path), lambda: True


def _sandbox(
    loader: _TemplateLoader, words: UiWords, **filters: Callable[..., Any]
) -> TemplateSandbox:
    own: Mapping[str, Callable[..., Any]] = {
        "data_uri": _drawing,
        "people": _people,
        "barcode": _barcode,
        **filters,
    }
    sandbox = TemplateSandbox(own, loader=loader, extensions=["jinja2.ext.i18n"])
    sandbox.policies["ext.i18n.trimmed"] = True
    sandbox.install_gettext_callables(  # type: ignore[attr-defined]
        _refuse,
        _refuse,
        newstyle=True,
        pgettext=_escaped(words.pgettext),
        npgettext=_escaped(words.npgettext),
    )
    return sandbox


def _rendered(sandbox: TemplateSandbox, document: Document, name: str, **values: str) -> str:
    sandbox.begin()
    html = sandbox.get_template(name).render(document=document, clinic=document.clinic, **values)
    return isolated(html) if document.direction == "rtl" else html


def _logo_uri(logo: Logo) -> str:
    """A logo as an address that holds it."""
    if not isinstance(logo, Logo):
        raise SecurityError("asks for a picture that is not part of the document")
    return data_uri(logo.content, SVG if logo.is_vector else "image/png")


def _drawing(content: bytes) -> str:
    """A drawing of the document as an address that holds it."""
    if not isinstance(content, bytes):
        raise SecurityError("asks for a drawing that is not part of the document")
    return data_uri(content)


def _people(chance: ChanceView, direction: str = "ltr") -> str:
    if not isinstance(chance, ChanceView):
        raise SecurityError("draws a chance that is not part of the document")
    return people(chance, direction)


def _barcode(visit: VisitView) -> str:
    if not isinstance(visit, VisitView):
        raise SecurityError("draws a barcode that is not part of the document")
    return code_128(visit.barcode)


def stylesheets(
    folders: Sequence[Path], names: Sequence[str] = PRINTED, snapshot: Snapshot = NOTHING
) -> tuple[Path, ...]:
    """The files of some stylesheets, which are named without their ending."""
    return tuple(find(folders, f"css/{name}.css", snapshot) for name in names)


def find(folders: Sequence[Path], name: str, snapshot: Snapshot = NOTHING) -> Path:
    """The first file of this name in the folders, or `ProblemsError`."""
    for folder in folders:
        if snapshot.is_file(folder / name):
            path = folder / name
            return path if snapshot.covers(path) else require_inside(path, folders)
    place = Place(Path(folders[-1] if folders else "templates", name))
    message = "This template or stylesheet does not exist."
    hint = "Add it, or correct the folder given with --library."
    raise ProblemsError([Problem("file-missing", place, message, hint)])


def _escaped(say: Callable[P, str]) -> Callable[P, str]:
    """Escape what a catalog says: Jinja takes it for markup that is safe."""

    def said(*args: P.args, **kwargs: P.kwargs) -> str:
        words = say(*args, **kwargs)
        if "%" in _PLACEHOLDER.sub("", words):
            raise SecurityError("fills a value into its words in another way than %(name)s")
        return str(escape(words))

    return said


def _refuse(*_arguments: object) -> str:
    raise TypeError("a template's words need an id: use pgettext or npgettext")
