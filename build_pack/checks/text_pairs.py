"""Texts beside what they translate, from catalogs and from a clinic's files."""

from collections.abc import Iterator
from gettext import c2py
from typing import Any

from build_pack.checks.check_types import TextPair
from build_pack.content.library import SOURCE_LOCALE
from build_pack.content.walk_values import own_texts
from build_pack.content.yaml.loading import Loaded
from build_pack.translation.catalog import Catalog, Translation
from build_pack.translation.po.catalog_file import forms
from build_pack.translation.update import source_words


def catalog_pairs(catalog: Catalog) -> Iterator[TextPair]:
    """Every text of a catalog that may be printed; one in plural forms is as many pairs."""
    of_one = c2py(catalog.plural_expr)(1)
    for translation in catalog.translations.values():
        if translation.ready:
            yield from _forms(translation, catalog.locale, of_one)


def _forms(one: Translation, locale: str, of_one: int) -> Iterator[TextPair]:
    """Each form beside the English for the numbers that it is for: the form of 1, or another."""
    singular, *plural = forms(source_words(one.segment))
    for number, form in enumerate(forms(one.words)):
        source = plural[0] if plural and number != of_one else singular
        yield TextPair(one.segment.id, locale, form, source, one.place)


def clinic_pairs(loaded: Loaded[Any], locale: str) -> Iterator[TextPair]:
    """A clinic's own texts in a locale, beside the English, or else the language that is first."""
    for loc, name, value in own_texts(loaded):
        if locale in value.root:
            source = SOURCE_LOCALE if SOURCE_LOCALE in value.root else next(iter(value.root))
            place = loaded.place(*loc, locale)
            words = (value.root[locale], value.root[source])
            whole = f"{loaded.source.path.name}:{'.'.join(name)}"
            yield TextPair(whole, locale, *words, place, source, is_name=_is_name(name))


def _is_name(name: tuple[str, ...]) -> bool:
    """Whether a text is the clinic's name or someone's role; a medicine's name has its numbers."""
    return name == ("name",) or name[-1] == "role"
