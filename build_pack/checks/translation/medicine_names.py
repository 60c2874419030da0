"""Medicines that a translation names, against those of its source, and the names themselves."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from build_pack.checks.check_types import (
    CatalogCheck,
    CheckContext,
    CheckFault,
    TextCheck,
    TextPair,
)
from build_pack.checks.languages.known_languages import known_language
from build_pack.checks.translation.difference_sentence import difference_sentence
from build_pack.content.library import SOURCE_LOCALE
from build_pack.problems import Severity
from build_pack.text.folding import fold_accents, lower_words

_NAMES = "medicine."
"""How the id of a segment begins that is nothing but a medicine's name."""
_CLASSES = "class."
"""The same for the name of a class of medicines, which is in the list as well."""
_COMPARED = 4
"""Letters of a word by which it is seen that it is no medicine's name."""
_WORD = re.compile(r"(?<!\w)\w+")
_FIRST = re.compile(rf"\w{{0,{_COMPARED}}}")
_ASIDE = re.compile(r"\s*\(([^()]*)\)")


def _find(pair: TextPair, context: CheckContext) -> Iterator[CheckFault]:
    if pair.id.startswith(_NAMES):
        return
    source = _named(pair.source, pair.source_locale, context)
    text = _named(pair.text, pair.locale, context)
    is_class = pair.id.startswith(_CLASSES)  # its name may come from no medicine's
    missing = [name for key, name in source.items() if key not in text and not is_class]
    extra = [name for key, name in text.items() if key not in source]
    if missing or extra:
        hint = "Name exactly the medicines that the source names."
        yield CheckFault(difference_sentence("names", missing, extra), hint)


def _named(text: str, locale: str, context: CheckContext) -> dict[str, str]:
    """The medicines that a text names, by id, with their names in English."""
    pattern, owners, beginnings = _pattern(context, locale)
    words = lower_words(text, locale)
    if beginnings.isdisjoint(_beginnings(words)):
        return {}
    found = {owners[match.lastindex or 0] for match in pattern.finditer(words)}
    named = (one for one in context.medicines if one.id in found)
    return {one.id: one.names.get(SOURCE_LOCALE) or one.id for one in named}


def _beginnings(words: str) -> Iterator[str]:
    """The first letters of each word, one to as many as are compared."""
    for word in _WORD.findall(words):
        yield from (word[:length] for length in range(min(len(word), _COMPARED) + 1))


@lru_cache(maxsize=16)
def _pattern(
    context: CheckContext, locale: str
) -> tuple[re.Pattern[str], tuple[str, ...], frozenset[str]]:
    """Finds each name in any language, the longest first; group N is of the medicine at N.

    With it, the letters with one of which each text has a word that names any of them; the last
    letter of a name may change.
    """
    forms = {
        form: one.id
        for one in context.medicines
        for name in one.names.values()
        for form in _forms(name, locale)
    }
    beginnings = frozenset(_FIRST.match(form[:-1])[0] for form in forms)  # type: ignore[index]
    longest = sorted(forms, key=lambda form: (-len(form), form))
    groups = "|".join(f"({_with_endings(form, locale)})" for form in longest) or "(?!)"
    owners = ("", *(forms[form] for form in longest))
    return re.compile(rf"(?<!\w)(?:{groups})(?!\w)"), owners, beginnings


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


def _same(pairs: Sequence[TextPair]) -> Iterator[tuple[TextPair, CheckFault]]:
    """The second of two names in the list, of medicines or classes, that are the same."""
    firsts: dict[str, TextPair] = {}
    for pair in pairs:
        if pair.id.startswith((_NAMES, _CLASSES)):
            first = firsts.setdefault(lower_words(pair.text, pair.locale), pair)
            if first.source != pair.source:
                message = f"“{pair.text}” is used for {pair.source} and for {first.source}."
                yield pair, CheckFault(message, "Look up both names, and correct the wrong one.")


def _unlike(
    pairs: Sequence[TextPair], _context: CheckContext
) -> Iterator[tuple[TextPair, CheckFault]]:
    yield from _same(pairs)
    names = [pair for pair in pairs if pair.id.startswith(_NAMES)]
    sources = tuple(pair.source for pair in names)
    for pair in names:
        likest, similarity = _likest(pair.text, sources)
        if similarity > name_similarity(pair.text, pair.source):
            message = f"“{pair.text}” looks like {likest}, but is used for {pair.source}."
            yield pair, CheckFault(message, "Look up both names, and correct the wrong one.")


@lru_cache(maxsize=8192)
def _likest(name: str, others: tuple[str, ...]) -> tuple[str, float]:
    """The first of the names that sound most alike, and how alike it is."""
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extractOne

    _, similarity, at = extractOne(_sounds(name), [*map(_sounds, others)], scorer=ratio)
    return others[at], similarity


MEDICINES = TextCheck("medicine-mismatch", Severity.ERROR, _find, keeps_names=True, compares=True)
MEDICINE_NAMES = CatalogCheck("medicine-mismatch", Severity.ERROR, _unlike)


_SOUNDS = (
    (r"ph", "f"),
    (r"th", "t"),
    (r"ch|q", "k"),
    (r"x", "ks"),
    (r"c(?=[eiy])", "s"),
    (r"c", "k"),
    (r"w", "v"),
    (r"y", "i"),
    (r"z", "s"),
    (r"ou", "u"),
    (r"(\w)\1", r"\1"),
    (r"e\b", ""),
)


def name_similarity(name: str, other: str) -> float:
    """From 0, nothing in common, to 100, the same sounds."""
    from rapidfuzz.fuzz import ratio

    return ratio(_sounds(name), _sounds(other))


@lru_cache(maxsize=4096)
def _sounds(name: str) -> str:
    """A name as it sounds, more or less, in letters that its spellings share."""
    letters = "".join(one for one in fold_accents(name) if one.isalnum() or one == " ")
    for spelling, sound in _SOUNDS:
        letters = re.sub(spelling, sound, letters)
    return letters
