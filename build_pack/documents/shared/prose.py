"""Segments turned into prose: looked up by id, filled in, citations numbered."""

import re
from collections.abc import Iterable, Iterator, Mapping

from build_pack.content.inline_markup import Citation, Placeholder, parse, without_citations
from build_pack.content.inline_markup import MarkedWords as PlainWords
from build_pack.content.library import SOURCE_LOCALE
from build_pack.content.models.base import LocalizedText
from build_pack.content.references.reference_file import SourceReference
from build_pack.documents.shared.bibliography import Citations
from build_pack.documents.shared.views import Prose, TextRun
from build_pack.translation.catalog import Catalog, TranslationState

# A number stays on one line with its unit, or whatever word comes after it.
_UNBREAKABLE_SPACE = re.compile(r"(?<=\d) (?=[^\W\d_])")


class ProseWriter:
    """Writes one document's prose in one locale; citations are numbered in the order of writing.

    Without `cites`, they are left out.
    """

    def __init__(
        self,
        catalog: Catalog,
        values: Mapping[str, str],
        references: Iterable[SourceReference],
        *,
        cites: bool = True,
    ) -> None:
        self.locale = catalog.locale
        self.citations = Citations()
        self._references = {reference.key: reference for reference in references}
        self._catalog = catalog
        self._values = values
        self._cites = cites

    def of(self, catalog: Catalog) -> "ProseWriter":
        """One of another catalog for the same document, which numbers citations along with it."""
        other = ProseWriter(catalog, self._values, self._references.values(), cites=self._cites)
        other.citations = self.citations
        return other

    def segment(self, name: str) -> Prose:
        """The segment with this id, in the catalog's locale or, in a draft, in the source's."""
        translation = self._catalog[name]
        text = translation.words if isinstance(translation.words, str) else translation.words[0]
        lang = "" if translation.ready else SOURCE_LOCALE
        return Prose(tuple(self._runs(text)), name, lang, translation.state)

    def own(self, text: LocalizedText) -> Prose:
        """A text that the clinic wrote itself; in a draft, in another language if it must be."""
        language = text.language(self.locale)
        runs = tuple(self._runs(text.root[language]))
        if language == self.locale:
            return Prose(runs)
        return Prose(runs, lang=language, state=TranslationState.MISSING)

    def plain(self, text: str) -> Prose:
        """A finished sentence without marks."""
        return Prose((TextRun(_glued(text)),))

    def _runs(self, text: str) -> Iterator[TextRun]:
        for run in parse(_glued(text if self._cites else without_citations(text))):
            match run:
                case PlainWords(words, strong):
                    yield TextRun(words, strong)
                case Placeholder(name, strong):
                    yield TextRun(self._values[name], strong)
                case Citation(keys):
                    yield TextRun(
                        cites=self.citations.numbers(self._references[key] for key in keys)
                    )


def _glued(text: str) -> str:
    return _UNBREAKABLE_SPACE.sub("\u00a0", text)


def spoken(text: Prose) -> str:
    """What is read out of a text; in a draft marked with its language if need be."""
    return text.text if text.state is TranslationState.TRANSLATED else f"[{text.lang}: {text.text}]"
