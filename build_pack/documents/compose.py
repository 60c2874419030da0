"""All documents of a pack, by kind.

A kind is a line in `content.models.document_kinds`, a template of its name, and a folder of its
name here (with `_` for `-`), of which the module `compose` has a function `compose`.
"""

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.text_nodes import TextRole
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.sources import DocumentSources
from build_pack.documents.shared.views import Document
from build_pack.planning.visit import Visit

Compose = Callable[[DocumentSources, str, Visit], Document | tuple[Document, ...]]
"""Makes one kind of document in one locale; more than one where copies differ."""


def composer_of(kind: DocumentKind) -> Compose:
    """What makes documents of a kind; its modules are imported when the first one is made."""
    folder = kind.replace("-", "_")
    found: Compose = import_module(f"build_pack.documents.{folder}.compose").compose
    return found


def compose(
    sources: DocumentSources, locale: str, kind: DocumentKind, visit: Visit
) -> tuple[Document, ...]:
    """Compose one kind of document in one locale; more than one where copies differ."""
    in_its_format = replace(visit, page_format=visit.page_format.of(kind))
    composed = composer_of(kind)(sources, locale, in_its_format)
    return composed if isinstance(composed, tuple) else (composed,)


def pack_title(sources: DocumentSources, locale: str) -> str:
    """The title of all documents of a locale together."""
    composer = Composer(sources, locale, Visit())
    pattern = composer.words.pgettext("pack.title", "Patient pack: %(procedure)s")
    return pattern % {"procedure": composer.text(TextRole.TITLE).text}
