"""Text left in the other language, and words that the glossary does not have."""

import re
from collections.abc import Iterator
from functools import cache

from benchmarks.faults.editing import in_mark, marks, own_words, put, sentences
from benchmarks.faults.kind import rewording
from benchmarks.faults.texts import TRANSLATED, Stock, Text
from build_pack.content.library import SOURCE_LOCALE
from build_pack.text.folding import fold_case

_LONG = 5
"""Letters of a word that the check of leftover words looks at by itself."""
_SHORTEST = 3
_FEWEST = 5
"""Words of a sentence that can be half of one language and half of another."""
_SHARES = ((1, 3), (1, 2), (2, 3))


def _half(text: Text, _stock: Stock) -> Iterator[str]:
    """The beginning or the end in the other language, as if the translator had been called away."""
    if text.locale != TRANSLATED or marks(text.words) != marks(text.source):
        return
    ours, theirs = sentences(text.words), sentences(text.source)
    if len(ours) == len(theirs) > 1:
        for at in range(1, len(ours)):
            yield " ".join([*ours[:at], *theirs[at:]])
            yield " ".join([*theirs[:at], *ours[at:]])
    elif not marks(text.words):
        yield from _half_a_sentence(text.words.split(), text.source.split())


def _half_a_sentence(ours: list[str], theirs: list[str]) -> Iterator[str]:
    if min(len(ours), len(theirs)) >= _FEWEST:
        for part, whole in _SHARES:
            yield " ".join(
                [*ours[: len(ours) * part // whole], *theirs[len(theirs) * part // whole :]]
            )


def _whole(text: Text, _stock: Stock) -> Iterator[str]:
    if text.locale == TRANSLATED and fold_case(text.source) not in fold_case(text.words):
        yield text.source


def _word_left(text: Text, stock: Stock, *, long: bool) -> Iterator[str]:
    """One word replaced by the one that stands about there in the other language."""
    ours, theirs = own_words(text.words), own_words(text.other)
    both = _vocabulary(stock, text.locale)
    for at, match in enumerate(theirs):
        word = match[0].lower()
        fits = len(word) >= _LONG if long else _SHORTEST <= len(word) < _LONG
        if ours and fits and match[0] == word and fold_case(word) not in both:
            yield put(text.words, ours[at * len(ours) // len(theirs)], word)


@cache
def _vocabulary(stock: Stock, locale: str) -> frozenset[str]:
    """Every word of the texts in a language, folded."""
    return frozenset(
        fold_case(match[0]) for text in stock.texts[locale] for match in own_words(text.words)
    )


def _english_word(text: Text, stock: Stock) -> Iterator[str]:
    if text.locale == TRANSLATED:
        yield from _word_left(text, stock, long=True)


def _short_english_word(text: Text, stock: Stock) -> Iterator[str]:
    if text.locale == TRANSLATED:
        yield from _word_left(text, stock, long=False)


def _turkish_word(text: Text, stock: Stock) -> Iterator[str]:
    if text.locale == SOURCE_LOCALE:
        yield from _word_left(text, stock, long=True)


def _term(text: Text, stock: Stock) -> Iterator[str]:
    """A term of the glossary replaced by a word to avoid, or by another term's."""
    terms = stock.context.glossary(text.locale).terms
    for at, term in enumerate(terms):
        in_source = any(_stands(form, text.source) for form in term.source)
        for form in term.use if in_source else ():
            for match in re.finditer(rf"(?<!\w){re.escape(form)}", text.words):
                if not in_mark(text.words, match.start()):
                    for other in (*term.avoid, terms[at - 1].use[0]):
                        yield put(text.words, match, other)


def _stands(form: str, text: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(form)}(?![\w-])", text, re.IGNORECASE) is not None


LANGUAGES = (
    rewording("Half translated", _half),
    rewording("Left in English as a whole", _whole),
    rewording("An English word in Turkish, five letters or more", _english_word),
    rewording("A short English word in Turkish", _short_english_word),
    rewording("A Turkish word in English", _turkish_word),
    rewording("Term replaced by another", _term),
)
