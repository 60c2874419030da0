"""Documents laid out as HTML by the templates: everything escaped, nothing undefined."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ParamSpec

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from build_pack.content.logo import Logo
from build_pack.documents.model import Document
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.rendering.bidi import isolated
from build_pack.rendering.data_uri import SVG, data_uri
from build_pack.rendering.pictures import people, wedge
from build_pack.rendering.qr import qr_code
from build_pack.translation.words import Words

P = ParamSpec("P")

PRINTED = ("variables", "page", "base", "components", "figures", "diary", "formats", "rtl")
"""The stylesheets of pages for print, in the order in which they build on each other."""
SCREEN = ("variables", "screen", "figures", "diary")
CLOSER = ("closer",)
"""What sets a text closer that runs over by a few lines."""


class Layout:
    """The templates of a list of folders in one locale; earlier folders go before later ones."""

    def __init__(self, folders: Sequence[Path], words: Words) -> None:
        self._folders = tuple(folders)
        self._environment = _environment(folders, words)

    def html(self, document: Document) -> str:
        """A document for print."""
        return _rendered(self._environment, document, base="base.html.jinja")

    def plain(self, document: Document) -> str:
        """A document for the screen."""
        css = "\n".join(path.read_text("utf-8") for path in stylesheets(self._folders, SCREEN))
        ours = Markup(css)  # noqa: S704 - our own stylesheets
        html = _rendered(self._environment, document, base="plain.html.jinja", css=ours)
        return html.replace("\u00a0", " ")  # a date is longer than a line of a telephone

    def template(self, document: Document) -> Path:
        """The file that lays this document out, for problems to point to."""
        return find(self._folders, _name(document))


def _environment(folders: Sequence[Path], words: Words) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        _refuse,
        _refuse,
        newstyle=True,
        pgettext=_escaped(words.pgettext),
        npgettext=_escaped(words.npgettext),
    )
    environment.filters["picture"] = _held
    environment.filters["data_uri"] = data_uri
    environment.filters["qr_code"] = qr_code
    environment.filters["people"] = people
    environment.filters["wedge"] = wedge
    return environment


def _rendered(environment: Environment, document: Document, **values: str) -> str:
    template = environment.get_template(_name(document))
    html = template.render(document=document, clinic=document.clinic, **values)
    return isolated(html) if document.direction == "rtl" else html


def _held(logo: Logo) -> str:
    """A logo as an address that holds it."""
    return data_uri(logo.content, SVG if logo.is_vector else "image/png")


def stylesheets(folders: Sequence[Path], names: Sequence[str] = PRINTED) -> tuple[Path, ...]:
    """The files of some stylesheets, which are named without their ending."""
    return tuple(find(folders, f"css/{name}.css") for name in names)


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
