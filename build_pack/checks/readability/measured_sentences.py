"""Sentences of a text, and what of them are words to measure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_pack.text.plain_text import FIELD, plain

_ADDRESS = re.compile(r"https?://\S*[^\s.,;:!?)]|\S+@\S*\w|www\.\S*[^\s.,;:!?)]")
_WITH_DIGIT = re.compile(r"\w*\d\w*(?:[.,:]\d+)*")
_ABBREVIATION = re.compile(
    r"\b(?:[^\W\d_]\.){2,}|\b[A-ZÇĞİÖŞÜ]{2,}\b|\b(?:Dr|Prof|Doç|Uzm|Op|Mr|Mrs|Ms)\."
    r"|\b(?:vb|vs|örn|bkz|etc)\.(?=\s+[^\W\d_A-ZÇĞİÖŞÜ])"
)
_NO_WORDS = (_ADDRESS, _WITH_DIGIT, _ABBREVIATION)
_END = re.compile(r"[.!?؟…]+[”’\")\]]*(?=\s|$)")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class MeasuredSentence:
    """A sentence as it is printed, and its words."""

    text: str
    words: tuple[str, ...]


def split(text: str) -> tuple[MeasuredSentence, ...]:
    """The sentences of a text with marks; each has a word at least.

    Numbers, addresses, abbreviations, citations and values that are filled in are no words, and a
    point in them ends no sentence.
    """
    shown = plain(text)
    only_words = shown.replace(FIELD, " ")
    for pattern in _NO_WORDS:
        only_words = pattern.sub(lambda found: " " * len(found[0]), only_words)
    return tuple(sentence for sentence in _sentences(shown, only_words) if sentence.words)


def _sentences(shown: str, only_words: str) -> Iterator[MeasuredSentence]:
    start = 0
    for end in [*(found.end() for found in _END.finditer(only_words)), len(shown)]:
        words = tuple(_WORD.findall(only_words[start:end]))
        yield MeasuredSentence(" ".join(shown[start:end].split()), words)
        start = end
