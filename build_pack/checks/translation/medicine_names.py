"""Medicines that a translation names, against those of its source, and the names themselves."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from build_pack.checks.check_types import (
    CatalogCheck,
    CheckContext,
    CheckedMedicine,
    CheckFault,
    TextCheck,
    TextPair,
)
from build_pack.checks.languages.known_languages import known_language
from build_pack.checks.translation.difference_sentence import difference_sentence
from build_pack.checks.translation.name_similarity import name_similarity
from build_pack.content.library import SOURCE_LOCALE
from build_pack.problems import Severity
from build_pack.text.folding import lower_words

_NAMES = "medicine."
"""How the id of a segment begins that is nothing but a medicine's name."""
_Names = tuple[tuple[str, tuple[str, ...]], ...]
"""The names of each medicine, by its id."""
_ASIDE = re.compile(r"\s*\(([^()]*)\)")


def _find(pair: TextPair, context: CheckContext) -> Iterator[CheckFault]:
    if pair.id.startswith(_NAMES):
        return
    source = _named(pair.source, pair.source_locale, context.medicines)
    text = _named(pair.text, pair.locale, context.medicines)
    missing = [name for key, name in source.items() if key not in text]
    extra = [name for key, name in text.items() if key not in source]
    if missing or extra:
        hint = "Name exactly the medicines that the source names."
        yield CheckFault(difference_sentence("names", missing, extra), hint)


def _named(text: str, locale: str, medicines: Sequence[CheckedMedicine]) -> dict[str, str]:
    """The medicines that a text names, by id, with their names in English."""
    names = tuple((one.id, tuple(one.names.values())) for one in medicines)
    pattern, owners = _pattern(names, locale)
    found = {owners[match.lastindex or 0] for match in pattern.finditer(lower_words(text, locale))}
    named = (one for one in medicines if one.id in found)
    return {one.id: one.names.get(SOURCE_LOCALE) or one.id for one in named}


@lru_cache(maxsize=64)
def _pattern(names: _Names, locale: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Finds each name in any language, the longest first; group N is of the medicine at N."""
    forms = {form: owner for owner, all_ in names for name in all_ for form in _forms(name, locale)}
    longest = sorted(forms, key=lambda form: (-len(form), form))
    groups = "|".join(f"({_with_endings(form, locale)})" for form in longest) or "(?!)"
    owners = ("", *(forms[form] for form in longest))
    return re.compile(rf"(?<!\w)(?:{groups})(?!\w)"), owners


def _forms(name: str, locale: str) -> set[str]:
    """A name folded as texts are, without what is in brackets, and that by itself.

    A foreign name in capitals is folded as its language does not write it: “Insulin” in Turkish.
    """
    aside = _ASIDE.search(name)
    parts = (_ASIDE.sub("", name), aside[1] if aside else "")
    written = (form for part in parts for form in (part, part.capitalize(), part.upper()))
    return {lower_words(form, locale) for form in written if form}


def _with_endings(form: str, locale: str) -> str:
    language = known_language(locale)
    if not language:
        return re.escape(form)
    last = form[-1] + language.softened.get(form[-1], "")
    return rf"{re.escape(form[:-1])}[{re.escape(last)}]{language.endings}"


def _unlike(
    pairs: Sequence[TextPair], _context: CheckContext
) -> Iterator[tuple[TextPair, CheckFault]]:
    names = [pair for pair in pairs if pair.id.startswith(_NAMES)]
    for pair in names:
        likest = max(
            names, key=lambda other: (name_similarity(pair.text, other.source), other is pair)
        )
        if name_similarity(pair.text, likest.source) > name_similarity(pair.text, pair.source):
            message = f"“{pair.text}” looks like {likest.source}, but is used for {pair.source}."
            yield pair, CheckFault(message, "Look up both names, and correct the wrong one.")


MEDICINES = TextCheck("medicine-mismatch", Severity.ERROR, _find, keeps_names=True, compares=True)
MEDICINE_NAMES = CatalogCheck("medicine-mismatch", Severity.ERROR, _unlike)
