"""How well a text fits a source, by which words the other texts of its catalog have in common.

A word and its translation are in the same entries. So each entry is held against what all others
say, which needs no dictionary and works in any language.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from math import sqrt

from build_pack.text.folding import lower_words

Tokens = frozenset[str]
Entry = tuple[Tokens, Tokens]
"""The words of a source, and those of its translation."""

_WORD = re.compile(r"[^\W\d_]{2,}|\d+|□")
_STEM = 5
"""Letters by which words are told apart, whatever their endings."""
_FEWEST = 2
_COMMON = 0.2
"""Share of entries from which on a word says nothing of any of them."""
_UNFIT, _FIT, _BETTER = 0.35, 0.3, 0.35
"""Scores, from 0 to 1: measured so that no two texts of this library are alarmed for nothing, and
half of all pairs that change places are found."""


@lru_cache(maxsize=8192)
def tokens(text: str, locale: str) -> Tokens:
    """The beginnings of the words of a text."""
    return frozenset(word[:_STEM] for word in _WORD.findall(lower_words(text, locale)))


class WordAssociations:
    """Which words are in the same entries."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._most = len(entries) * _COMMON
        self._sources: Counter[str] = Counter(word for one, _ in entries for word in one)
        self._texts: Counter[str] = Counter(word for _, one in entries for word in one)
        self._both = Counter((a, b) for one, other in entries for a in one for b in other)

    def fit(self, source: Tokens, text: Tokens, without: Sequence[Entry]) -> float | None:
        """From 0 to 1, as all entries but some have it; None where these say too little."""
        found = []
        for word in source:
            times = self._sources[word] - sum(word in one for one, _ in without)
            if _FEWEST <= times <= self._most:
                found.append(max((self._with(word, o, times, without) for o in text), default=0.0))
        return sum(found) / len(found) if len(found) >= _FEWEST else None

    def _with(self, word: str, other: str, times: int, without: Sequence[Entry]) -> float:
        """How often two words stand together, of how often each does."""
        together = self._both[word, other]
        together -= sum(word in one and other in two for one, two in without)
        others = self._texts[other] - sum(other in two for _, two in without)
        if together < _FEWEST or others > self._most:
            return 0.0
        return together / sqrt(times * others)


@lru_cache(maxsize=64)
def swapped(entries: tuple[Entry, ...]) -> tuple[tuple[int, int], ...]:
    """Pairs of entries each of whose texts fits the other's source and not its own."""
    known = WordAssociations(entries)
    own = [known.fit(*one, [one]) for one in entries]
    unfit = [(at, fit) for at, fit in enumerate(own) if fit is not None and fit < _UNFIT]
    found = []
    for number, (first, mine) in enumerate(unfit):
        for second, yours in unfit[number + 1 :]:
            both = [entries[first], entries[second]]
            one = known.fit(entries[first][0], entries[second][1], both) or 0.0
            other = known.fit(entries[second][0], entries[first][1], both) or 0.0
            if min(one, other) >= _FIT and one + other >= mine + yours + _BETTER:
                found.append((first, second))
    return tuple(found)
