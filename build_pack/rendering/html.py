"""Documents laid out as HTML by the templates: everything escaped, nothing undefined."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ParamSpec

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import escape

from build_pack.documents.model import Document
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.rendering.qr import qr_code
from build_pack.translation.words import Words

P = ParamSpec("P")

STYLESHEETS = ("variables", "page", "base", "components")
"""The files of `templates/css/`, without their ending."""


class Layout:
    """The templates of a list of folders in one locale; earlier folders go before later ones."""

    def __init__(self, folders: Sequence[Path], words: Words) -> None:
        self._folders = tuple(folders)
        self._environment = Environment(
            loader=FileSystemLoader(folders),
            autoescape=True,
            undefined=StrictUndefined,
            extensions=["jinja2.ext.i18n"],
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.policies["ext.i18n.trimmed"] = True
        self._environment.install_gettext_callables(  # type: ignore[attr-defined]
            _refuse,
            _refuse,
            newstyle=True,
            pgettext=_escaped(words.pgettext),
            npgettext=_escaped(words.npgettext),
        )
        self._environment.filters["file_uri"] = lambda path: Path(path).resolve().as_uri()
        self._environment.filters["qr_code"] = qr_code

    def html(self, document: Document) -> str:
        """The page of a document."""
        template = self._environment.get_template(_name(document))
        return template.render(document=document, clinic=document.clinic)

    def template(self, document: Document) -> Path:
        """The file that lays this document out, for problems to point to."""
        return find(self._folders, _name(document))


def stylesheets(folders: Sequence[Path]) -> tuple[Path, ...]:
    """The stylesheets in the order in which they build on each other."""
    return tuple(find(folders, f"css/{name}.css") for name in STYLESHEETS)


def find(folders: Sequence[Path], name: str) -> Path:
    """The first file of this name in the folders, or `ProblemsError`."""
    for folder in folders:
        if (folder / name).is_file():
            return folder / name
    place = Place(Path(folders[-1] if folders else "templates", name))
    message = "There is no such template or stylesheet."
    hint = "Put it there, or correct the folder that is given with --library."
    raise ProblemsError([Problem("file-missing", place, message, hint)])


def _name(document: Document) -> str:
    return f"{document.kind}.html.jinja"


def _escaped(say: Callable[P, str]) -> Callable[P, str]:
    """Escape what a catalog says: Jinja takes it for markup that is safe."""
    return lambda *args, **kwargs: str(escape(say(*args, **kwargs)))


def _refuse(*_arguments: object) -> str:
    raise TypeError("a template's words need an id: use pgettext or npgettext")
