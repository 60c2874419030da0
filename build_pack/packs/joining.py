"""The documents of one patient joined to a pack."""

from collections.abc import Sequence

from build_pack.packs.press import Printed
from build_pack.rendering.assemble import Part, assemble


def joined(printed: Sequence[Printed], title: str) -> bytes:
    """All documents of a pack as one PDF in this order, each on a sheet of its own."""
    parts = [Part(one.pdf, one.title, one.task.locale, new_sheet=True) for one in printed]
    return assemble(parts, title=title, locale=printed[0].task.locale)


def folded(printed: Sequence[Printed], title: str) -> bytes:
    """Documents as booklets on A4 sheets, each copy of each document one to be folded by itself."""
    from build_pack.rendering.imposing import impose

    copies = [copy for one in printed for copy in one.copies]
    return impose(copies, title=title, locale=printed[0].task.locale)
