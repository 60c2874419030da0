"""The words of templates and of composed sentences, as gettext functions that never fall silent."""

from gettext import c2py

from build_pack.translation.catalog import Catalog
from build_pack.translation.po.catalog_file import PoText as Forms


class UiWords:
    """One locale's `ui.po`. Both functions take the text's id, which is its msgctxt.

    A text that is not ready prints in the source language with its locale before it, as in
    `[en: References]`; only a draft gets that far.
    """

    def __init__(self, catalog: Catalog) -> None:
        self.locale = catalog.locale
        self._catalog = catalog
        self._choose = c2py(catalog.plural_expr)

    def pgettext(self, name: str, source: str) -> str:
        """The text with the id `name`; `source` is its English, for extraction."""
        return self._say(name, source, 0)

    def npgettext(self, name: str, singular: str, _plural: str, number: int) -> str:
        """The text with the id `name` in the plural form for `number`."""
        return self._say(name, singular, number)

    def _say(self, name: str, source: str, number: int) -> str:
        translation = self._catalog[name]
        if translation.segment.source != source:
            raise ValueError(f"two texts have the id {name!r}: {source!r} is not the one extracted")
        if translation.ready:
            return self._form(translation.words, number)
        return f"[en: {self._english(translation.words, number)}]"

    def _form(self, forms: Forms, number: int) -> str:
        if isinstance(forms, str):
            return forms
        return forms[self._choose(number)]

    @staticmethod
    def _english(forms: Forms, number: int) -> str:
        return forms if isinstance(forms, str) else forms[number != 1]
