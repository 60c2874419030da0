"""Numbers changed, lost and added, in digits and in words."""

import re
from collections.abc import Iterator

from benchmarks.faults.editing import in_mark, put, replaced, replacements
from benchmarks.faults.kind import rewording
from benchmarks.faults.texts import Stock, Text

_DIGITS = re.compile(r"(?<![\w.,])\d+(?![\w.,]*\d)")
_POINT = {"tr": ",", "en": "."}

_WORDS = {
    "tr": replacements(r"""
        iki > üç | dört
        ikisi > üçü
        birden fazla > ikiden fazla
        tek bir > iki
        tek(?= bacak) > iki
        bir(?= tarafı) > iki
        bir(?= sinir dalını) > iki
        ilk(?= doz) > ikinci
        yarısını > dörtte birini | iki katını
        çift(?= doz) > üç
        on iki > on bir
    """),
    "en": replacements(r"""
        two > three | four
        one(?= side| leg| nerve) > two
        more than one > more than two
        single(?= dose) > double
        first(?= dose) > second
        half > a quarter | twice
        both > one of the
        noon > eleven o'clock
    """),
}
_LOST = {
    "tr": replacements(r"""
        iki >
        birden fazla >
        dozunuzun yarısını > dozunuzu
    """),
    "en": replacements(r"""
        two >
        more than one >
        half of >
    """),
}
_ADDED = {
    "tr": replacements(r"""
        aylar > 3 ay | üç ay
        haftalar > 2 hafta
        hemen > 24 saat içinde | iki gün içinde
        kısa bir süre > 6 saat | 3 gün
        uzun zamandır > 6 aydır
        bir süre > 4 hafta
    """),
    "en": replacements(r"""
        months > 3 months | three months
        weeks > 2 weeks
        at once > within 24 hours | in two days
        a short time > 6 hours | 3 days
        a long time > 6 months
        for a while > for 4 weeks
        now > in 2 days
    """),
}


def _digits(text: Text) -> Iterator[re.Match[str]]:
    for match in _DIGITS.finditer(text.words):
        if not in_mark(text.words, match.start()):
            yield match


def _changed(text: Text, _stock: Stock) -> Iterator[str]:
    for match in _digits(text):
        number = match[0]
        for other in (str(int(number) + 1), f"{number}0", f"1{number}", number[::-1]):
            if int(other) != int(number):
                yield put(text.words, match, other)


def _words_changed(text: Text, _stock: Stock) -> Iterator[str]:
    yield from replaced(text.words, _WORDS[text.locale])


def _lost(text: Text, _stock: Stock) -> Iterator[str]:
    for match in _digits(text):
        yield put(text.words, match, "")
    yield from replaced(text.words, _LOST[text.locale])


def _added(text: Text, _stock: Stock) -> Iterator[str]:
    yield from replaced(text.words, _ADDED[text.locale])


def _slipped(text: Text, _stock: Stock) -> Iterator[str]:
    """A number a tenth of what it was, and written as another language writes it.

    A tenth of nothing is nothing, and no fault.
    """
    for match in _digits(text):
        digits = match[0] if len(match[0]) > 1 else f"0{match[0]}"
        for point in _POINT.values() if digits.strip("0") else ():
            yield put(text.words, match, f"{digits[:-1]}{point}{digits[-1]}")
        yield put(text.words, match, f"{match[0]}{_POINT[text.locale]}5")


def _exchanged(text: Text, _stock: Stock) -> Iterator[str]:
    """The first two numbers in each other's place."""
    found = [*_digits(text)][:2]
    if len(found) > 1:
        first, second = found
        words = put(text.words, second, first[0])
        yield put(words, first, second[0])


NUMBERS = (
    rewording("Number changed, in digits", _changed, aim=True),
    rewording("Number changed, in words", _words_changed, aim=True),
    rewording("Number lost", _lost, aim=True),
    rewording("Number added", _added, aim=True),
    rewording("Decimal point slipped", _slipped, aim=True),
)
EXCHANGED = rewording("Two numbers in each other’s place", _exchanged)
