"""The documents of one patient joined to a pack."""

from collections.abc import Iterable

from build_pack.documents.compose import pack_title
from build_pack.documents.sources import Sources
from build_pack.packs.press import Printed
from build_pack.rendering.assemble import Part, assemble


def joined(sources: Sources, locale: str, printed: Iterable[Printed]) -> bytes:
    """All documents of a pack as one PDF, in this order."""
    parts = [Part(one.pdf, one.title, locale) for one in printed]
    return assemble(parts, title=pack_title(sources, locale), locale=locale)
