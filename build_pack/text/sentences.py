"""Texts split into sentences, at points that do not belong to an abbreviation."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from build_pack.locales import Locale
from build_pack.text.plain_text import FIELD

_TITLES = """
Dr Prof Doç Doc Uzm Uz Op Opr Yrd Ass Asst Assoc Arş Gör Öğr Ecz Hem Hmş Fzt Psk Dyt Av Sn Dt Ord
Mr Mrs Ms Mx St
"""
"""Before a name, and written with a capital: “hem.” and “gör.” are other words."""
_BEFORE_MORE = {
    "en": "al approx cf ca eg ie fig figs dept ext tel vol pp vs",
    "tr": "bkz bk krş örn ör yak tel cad cd mah mh sok sk apt blv bulv",
}
"""In the midst of a sentence, whatever follows."""
_BEFORE_NUMBERS = "no nos nr s sf p"
_ALSO_LAST = {"en": "etc", "tr": "vb vd vs dk sn"}
"""In the midst of a sentence or at its end."""
_DOTTED = r"(?:[^\W\d_]\.){2,}"
"""“e.g.”, “a.m.”, “T.C.”."""


def abbreviations(text: str, locale: str) -> Iterator[tuple[int, int, bool]]:
    """Start, end and whether it may end a sentence, of each abbreviation and its point."""
    for found in _pattern(Locale(locale).language).finditer(text):
        yield found.start(), found.end(), _may_be_last(found)


def _may_be_last(found: re.Match[str]) -> bool:
    if dotted := found["dotted"]:
        return dotted.islower() and dotted not in {"e.g.", "i.e."}
    return found["last"] is not None


@cache
def _pattern(code: str) -> re.Pattern[str]:
    before, last = _BEFORE_MORE.get(code, ""), _ALSO_LAST.get(code, "")
    titles = [form for title in _TITLES.split() for form in (title, title.upper())]
    return re.compile(
        rf"\b(?:(?:{'|'.join(titles)})\."
        rf"|(?P<dotted>{_DOTTED})"
        rf"|(?i:{_any_of(before)})\."
        rf"|(?i:{_any_of(_BEFORE_NUMBERS)})\.(?=\s*[\d{FIELD}])"
        rf"|(?P<last>(?i:{_any_of(last)})\.))"
    )


def _any_of(words: str) -> str:
    return "|".join(words.split()) or "(?!)"


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
