"""Sentences of a text, and what of them are words to measure."""

import re
from dataclasses import dataclass
from functools import lru_cache

from build_pack.text.addresses import without_links
from build_pack.text.plain_text import FIELD, plain
from build_pack.text.sentences import abbreviations, sentences

_NO_WORD = re.compile(rf"\w*\d\w*(?:[.,:]\d+)*|\b[A-ZÇĞİÖŞÜ]{{2,}}\b|{FIELD}")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class MeasuredSentence:
    """A sentence as it is printed, and its words."""

    text: str
    words: tuple[str, ...]


@lru_cache(maxsize=8192)
def measured_sentences(text: str, locale: str) -> tuple[MeasuredSentence, ...]:
    """The sentences of a text with marks; each has a word at least.

    Numbers, addresses, abbreviations, citations and values that are filled in are no words.
    """
    found = ((one, _words(one, locale)) for one in sentences(plain(text), locale))
    return tuple(MeasuredSentence(" ".join(one.split()), words) for one, words in found if words)


def _words(sentence: str, locale: str) -> tuple[str, ...]:
    for start, end, _may_be_last in abbreviations(sentence, locale):
        sentence = sentence[:start] + " " * (end - start) + sentence[end:]
    return tuple(_WORD.findall(_NO_WORD.sub(" ", without_links(sentence))))
