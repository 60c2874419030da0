"""Texts split into sentences."""

import re
from functools import lru_cache

from build_pack.locales import Locale
from build_pack.text.abbreviations import abbreviations
from build_pack.text.plain_text import FIELD

_MARK = re.compile(r"[.!?؟…]+[”’»\"')\]]*(?:\s+|$)")
_OPENING = "“‘«(\"'"
_LIST_NUMBER = re.compile(r"\s*(?:\d+|[^\W\d_])")
"""At the beginning of a sentence: “1. gün”, “2. Call us”, “A. Yılmaz”."""
_INITIAL = re.compile(r"\.\s*[^\W\d_]$")
"""A letter of a name after a title or another letter: “Dr. A. Yılmaz”."""
_ORDINAL = re.compile(r"\b\d{1,2}$")
_COUNTED = re.compile(r"(?:Gün|Hafta|Ay|Yıl|Kat|Blok|Bölüm|Sayfa|Madde|Adım|Basamak|Doz)\b")
"""What Turkish numbers with a point, in a heading or an address: “3. Kat”."""


@lru_cache(maxsize=8192)
def sentences(text: str, locale: str) -> tuple[str, ...]:
    """The sentences of a plain text with their marks; words after the last mark are one too.

    A mark ends one if a sentence can begin after it: one begins with no small letter. The point of
    an abbreviation, an initial, an ordinal or a number of a list ends none.
    """
    found, start = [], 0
    inside = {end: may_be_last for _start, end, may_be_last in abbreviations(text, locale)}
    for mark in _MARK.finditer(text):
        after = text[mark.end() :]
        if not after or (_opens(after) and not _goes_on(text, start, mark, inside, locale)):
            found.append(text[start : mark.end()])
            start = mark.end()
    return tuple(part.strip() for part in (*found, text[start:]) if part.strip())


def _opens(after: str) -> bool:
    letter = after.lstrip(_OPENING)[:1]
    return (letter.isalnum() and not letter.islower()) or letter == FIELD


def _goes_on(
    text: str, start: int, mark: re.Match[str], inside: dict[int, bool], locale: str
) -> bool:
    """Whether a sentence goes on after a mark that a new one could follow."""
    if mark[0].rstrip() != ".":
        return False
    at, after = mark.start(), text[mark.end() :]
    if (may_be_last := inside.get(at + 1)) is not None:
        return not may_be_last or not after.lstrip(_OPENING)[:1].isalpha()
    if _LIST_NUMBER.fullmatch(text, start, at) or _INITIAL.search(text, start, at):
        return True
    is_ordinal = Locale(locale).language == "tr" and _ORDINAL.search(text, start, at)
    return bool(is_ordinal and _COUNTED.match(after))
