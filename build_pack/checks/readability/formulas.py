"""Formulas of readability: Flesch, Flesch–Kincaid and SMOG for English, two for Turkish.

Flesch: R. Flesch, 1948. Flesch–Kincaid: J. P. Kincaid and others, 1975. SMOG: G. H. McLaughlin,
1969. Ateşman: E. Ateşman, Dil Dergisi 58, 1997. Bezirci–Yılmaz: B. Bezirci and A. E. Yılmaz, 2010.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from build_pack.checks.readability.measured_sentences import MeasuredSentence

_POLYSYLLABLE = 3
"""Syllables from which on SMOG calls a word long."""
_LONGEST = 6
"""Syllables from which on Bezirci–Yılmaz counts words as of one length."""
_WEIGHTS = {3: 0.84, 4: 1.5, 5: 3.5, _LONGEST: 26.25}


@dataclass(frozen=True, slots=True)
class TextCounts:
    """How many sentences, and how many words of each number of syllables."""

    sentences: int
    words_by_syllables: Mapping[int, int]

    @property
    def words(self) -> int:
        """All words."""
        return sum(self.words_by_syllables.values())

    @property
    def words_per_sentence(self) -> float:
        """Mean length of a sentence in words."""
        return self.words / self.sentences

    @property
    def syllables_per_word(self) -> float:
        """Mean length of a word in syllables."""
        return sum(n * words for n, words in self.words_by_syllables.items()) / self.words

    def without(self, part: "TextCounts") -> "TextCounts | None":
        """What is left without a part of it; None where that is nothing."""
        left = Counter(self.words_by_syllables)
        left.subtract(part.words_by_syllables)
        return TextCounts(self.sentences - part.sentences, left) if left.total() else None

    def words_from(self, syllables: int) -> int:
        """Words of this many syllables and more."""
        return sum(words for n, words in self.words_by_syllables.items() if n >= syllables)


def measure(sentences: Iterable[MeasuredSentence], syllables: Callable[[str], int]) -> TextCounts:
    """Count sentences, words and syllables; raise ValueError if there is not one word."""
    sentences = tuple(sentences)
    counted = Counter(syllables(word) for sentence in sentences for word in sentence.words)
    if not counted:
        raise ValueError("there is no word to measure")
    return TextCounts(len(sentences), counted)


def flesch_reading_ease(of: TextCounts) -> float:
    """Ease of an English text: 60 to 70 is plain, 80 and more easy."""
    return 206.835 - 1.015 * of.words_per_sentence - 84.6 * of.syllables_per_word


def flesch_kincaid_grade(of: TextCounts) -> float:
    """School years of an American reader who follows an English text; lower is easier."""
    return 0.39 * of.words_per_sentence + 11.8 * of.syllables_per_word - 15.59


def smog(of: TextCounts) -> float:
    """School years for full comprehension of an English text; meant for 30 sentences or more."""
    return 1.0430 * sqrt(30 * of.words_from(_POLYSYLLABLE) / of.sentences) + 3.1291


def atesman(of: TextCounts) -> float:
    """Ease of a Turkish text: 90 and more is very easy, 70 to 89 easy, 50 to 69 medium."""
    return 198.825 - 40.175 * of.syllables_per_word - 2.610 * of.words_per_sentence


def bezirci_yilmaz(of: TextCounts) -> float:
    """School years of a Turkish reader who follows a text; lower is easier."""
    long_words = sum(
        weight * (of.words_from(n) if n == _LONGEST else of.words_by_syllables.get(n, 0))
        for n, weight in _WEIGHTS.items()
    )
    return sqrt(of.words_per_sentence * long_words / of.sentences)
