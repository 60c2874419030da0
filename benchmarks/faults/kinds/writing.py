"""Spaces, punctuation, hidden characters, and unsafe ways of writing a dose."""

import re
from collections.abc import Iterator

from benchmarks.faults.editing import in_mark, put, replaced, replacements
from benchmarks.faults.kind import rewording
from benchmarks.faults.texts import Stock, Text

_AMOUNT = re.compile(r"(\d+) (ml|mg)\b")
_POINT = {"tr": ",", "en": "."}
_UNSAFE = {
    "tr": replacements(r"""
        mikrogram > µg | MS
        ünite > IU
        yatarken > HS
        yarısını > 1/2 kadarını
        her gün > q.d.
        doz: > doz 1,0 mg: | doz 10mg: | doz ,5 mg:
    """),
    "en": replacements(r"""
        micrograms > µg | MS
        units > IU
        at bedtime > HS
        half > 1/2
        each day > q.d.
        dose: > dose 1.0 mg: | dose 10mg: | dose .5 mg:
    """),
}
_HIDDEN = ("\u200b", "\u00ad", "\u202e")
"""Zero-width space, soft hyphen, right-to-left override."""


def _dose(text: Text, _stock: Stock) -> Iterator[str]:
    for match in _AMOUNT.finditer(text.words):
        number, unit = match.groups()
        for written in (f"{number}{unit}", f"{number}{_POINT[text.locale]}0 {unit}", f"{number}cc"):
            yield put(text.words, match, written)
    yield from replaced(text.words, _UNSAFE[text.locale])


def _spaces(text: Text, _stock: Stock) -> Iterator[str]:
    at = text.words.find(" ", len(text.words) // 2)
    if at > 0 and not in_mark(text.words, at):
        yield f"{text.words[:at]} {text.words[at:]}"


def _before_mark(text: Text, _stock: Stock) -> Iterator[str]:
    if text.words[-1] in ".?:":
        yield f"{text.words[:-1]} {text.words[-1]}"


def _end_lost(text: Text, _stock: Stock) -> Iterator[str]:
    if text.words[-1] in ".?:":
        yield text.words[:-1]


def _hidden(text: Text, _stock: Stock) -> Iterator[str]:
    middle = len(text.words) // 2
    if not in_mark(text.words, middle):
        for character in _HIDDEN:
            yield text.words[:middle] + character + text.words[middle:]


WRITING = (
    rewording("Unsafe way to write a dose", _dose),
    rewording("Two spaces", _spaces),
    rewording("Space before the last mark", _before_mark),
    rewording("Last mark lost", _end_lost),
    rewording("Invisible character", _hidden),
)
