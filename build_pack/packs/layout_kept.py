"""Whether pages were printed with the very files that were signed: those are read once more."""

from collections.abc import Iterator

from build_pack.documents.sources import Sources
from build_pack.problems import Problem


def layout_problems(sources: Sources) -> Iterator[Problem]:
    """One problem if a file of the layout is not what it was when it was held against the ledger.

    Templates and icons are read while pages are printed, which takes a while.
    """
    layout = sources.layout
    if layout and (changes := layout.changes(sources.logo)):
        message = (
            f"A file of the layout was changed while pages were printed: {', '.join(changes)}."
        )
        hint = "Run the command again, and sign the layout if it is to be so."
        yield Problem("approval-missing", layout.place, message, hint)
