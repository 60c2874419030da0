"""Where glossaries lie, and how a clinic's is laid over the library's."""

from pathlib import Path

from build_pack.content.library import Library
from build_pack.content.models.glossary import Glossary
from build_pack.content.yaml.loading import load
from build_pack.storage.memoization import memoized


def glossary_path(folder: Path, locale: str) -> Path:
    """Where a glossary lies in a library or a clinic."""
    return folder / "locales" / locale / "glossary.yaml"


@memoized
def glossary(library: Library, locale: str) -> Glossary:
    """The glossary of a locale, empty where there is none.

    A clinic's own terms go before the library's of the same id; what either keeps is kept.
    Raises `ProblemsError` with the faults of a file.
    """
    paths = [glossary_path(folder, locale) for folder in library.folders]
    found = [load(path, Glossary).model for path in paths if path.is_file()]
    terms = {term.id: term for one in reversed(found) for term in one.terms}
    kept = dict.fromkeys(word for one in found for word in one.keep)
    # The same words may stand under two ids, one of each file: the clinic's come last and count.
    return Glossary.model_construct(terms=tuple(terms.values()), keep=tuple(kept))
