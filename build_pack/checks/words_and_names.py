"""The words of a text, and which of them are names: those may be in a text of any language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from build_pack.checks.check_types import CheckContext, TextPair
from build_pack.checks.dates_in_text import without_dates
from build_pack.locales import Locale
from build_pack.text.addresses import without_links
from build_pack.text.folding import fold_case
from build_pack.text.plain_text import plain

_WORD = re.compile(r"[^\W\d_]+")
_OPENING = re.compile(r"(?:^|[.!?:…])[\s“‘\"'(–-]*$")
_LONG = 5
"""Letters from which on a name may have an ending; what begins with a shorter one is a word."""


@dataclass(frozen=True, slots=True)
class TextWord:
    """A word as it is written, and whether a sentence opens with it."""

    text: str
    opens: bool

    @property
    def named(self) -> bool:
        """Whether it is written as a name is: with a capital inside a sentence, or all in them."""
        return self.text[0].isupper() and (not self.opens or self.text[1:].isupper())


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[TextWord, ...]:
    """The words of a text, without marks, values to fill in, and addresses."""
    text = without_links(plain(text), "0")
    return tuple(
        TextWord(match[0], bool(_OPENING.search(text[: match.start()])))
        for match in _WORD.finditer(text)
    )


def translatable_words(pair: TextPair, context: CheckContext) -> Iterator[TextWord]:
    """The words of a text that have to be in its own language: no names, nothing that is kept."""
    if pair.id == "clinic.yaml:name":
        return
    kept, beginnings = _kept(pair.locale, context)
    for word in words(without_dates(pair.text, pair.locale)):
        name = fold_case(word.text)
        if pair.is_name and word.text[0].isupper():
            continue
        if name not in kept and not name.startswith(beginnings):
            yield word


@lru_cache(maxsize=16)
def _kept(locale: str, context: CheckContext) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words of all names that the language has, folded, and those that may have an ending."""
    names = [*context.glossary(locale).keep]
    for medicine in context.medicines:
        name = medicine.names.get(locale) or medicine.names.get(Locale(locale).language)
        names += [name] if name else []
    kept = frozenset(fold_case(part) for name in names for part in _WORD.findall(name))
    return kept, tuple(sorted(name for name in kept if len(name) >= _LONG))


def without_names(pair: TextPair, context: CheckContext) -> TextPair:
    """A text and its source with capitals in place of each name: “Day Clinic” counts no days."""
    if not context.names or pair.is_name:
        return pair
    several, one = _patterns(context.names)
    sides = [several.sub(_capitals, words) for words in (pair.source, pair.text)]
    meant = {match[0] for words in sides for match in one.finditer(words) if _is_named(match)}
    for name in meant:
        sides = [_any_of((name,)).sub(_capitals, words) for words in sides]
    return replace(pair, source=sides[0], text=sides[1])


def _capitals(match: re.Match[str]) -> str:
    return "N" * max(len(match[0]), 2)


def _is_named(match: re.Match[str]) -> bool:
    """Whether a name of one word is meant, and not the word that opens a sentence."""
    opens = _OPENING.search(plain(match.string[: match.start()]))
    return not opens or match.string[match.end() :][:1] in {"'", "’"}


@lru_cache(maxsize=8)
def _patterns(names: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Names of several words, and those of one, which a capital has to show as a name."""
    several = [name for name in names if len(name.split()) > 1]
    one = [name for name in names if len(name.split()) == 1 and name[0].isupper()]
    return _any_of(tuple(several)), _any_of(tuple(one))


@lru_cache(maxsize=256)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(set(names), key=len, reverse=True)
    each = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest)
    return re.compile(rf"(?<!\w)(?:{each or '(?!)'})(?!\w)")
