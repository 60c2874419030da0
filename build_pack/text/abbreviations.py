"""Abbreviations with a point, of English and Turkish: a point that ends no sentence."""

import re
from collections.abc import Iterator
from functools import cache

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
