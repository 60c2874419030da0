"""The documents of one patient joined to a pack."""

from collections.abc import Sequence

from build_pack.documents.compose import pack_title
from build_pack.documents.sources import Sources
from build_pack.packs.press import Printed
from build_pack.rendering.assemble import Part, assemble


def joined(sources: Sources, printed: Sequence[Printed]) -> bytes:
    """All documents of a pack as one PDF in this order, each on a sheet of its own."""
    locale = printed[0].task.locale
    parts = [Part(one.pdf, one.title, locale, new_sheet=True) for one in printed]
    return assemble(parts, title=pack_title(sources, locale), locale=locale)


def folded(sources: Sources, printed: Sequence[Printed]) -> bytes:
    """Documents as booklets on A4 sheets, each copy of each document one to be folded by itself."""
    from build_pack.rendering.imposing import impose

    first = printed[0]
    title = first.title if len(printed) == 1 else pack_title(sources, first.task.locale)
    copies = [copy for one in printed for copy in one.copies]
    return impose(copies, title=title, locale=first.task.locale)
