"""Units swapped."""

import re
from collections.abc import Iterator
from functools import partial

from benchmarks.faults.editing import Replacements, replaced, replacements
from benchmarks.faults.kind import rewording
from benchmarks.faults.texts import Stock, Text

_UNITS = {
    "tr": replacements(r"""
        gün(?! dahil) > saat | hafta | ay
        günü > saati | haftası
        günde > saatte | haftada
        günden > saatten | haftadan
        günün > haftanın
        günlük > haftalık | saatlik
        günler > haftalar | aylar
        saat > gün | dakika
        saatten > günden
        saatinde > gününde
        saatler > günler
        saatleri > günleri
        saatlerimiz > günlerimiz
        saatleriniz > günleriniz
        saatinizde > gününüzde
        saatine > gününe
        saate > güne
        güne > saate
        hafta > gün | ay
        haftalar > günler | aylar
        aylar > günler | haftalar | yıllar
        ayda > günde | haftada | yılda
        dakikada > saatte | günde
        ml > mg | litre
        mikrogram > miligram | gram
        ünite > miligram | mililitre
        tablet > kapsül | damla
    """),
    "en": replacements(r"""
        d(?<!time of d)ay > hour | week
        days > hours | weeks | months
        daily(?= life) > weekly
        hour > day | minute
        hours > days | minutes
        and time > and week
        or the time > or the week
        week > day | month
        weeks > days | months
        months > days | weeks | years
        minute > hour | day
        ml > mg | litres
        microgram > milligram
        micrograms > milligrams | grams
        unit > milligram
        units > milligrams | millilitres
        tablet > capsule
        tablets > capsules | drops
    """),
}
_COUNTED = re.compile(r"(?:\d|%\(\w+\)s|\b(?:bir|iki|üç|one|two|a|per|each)) ?$")
"""What stands before a unit of which a number is said."""


def _swapped(text: Text, _stock: Stock, *, counted: bool) -> Iterator[str]:
    for pattern, instead in _UNITS[text.locale].items():
        listing: Replacements = {pattern: instead}
        for words in replaced(text.words, listing):
            if _is_counted(text.words, words) is counted:
                yield words


def _is_counted(words: str, changed: str) -> bool:
    """Whether a number stands before the first place where two texts differ."""
    same = next((at for at, one in enumerate(words) if changed[at : at + 1] != one), len(words))
    begin = len(words[:same]) - len(re.search(r"\w*$", words[:same])[0])  # type: ignore[index]
    return _COUNTED.search(words[:begin]) is not None


UNITS = (
    rewording("Unit swapped, beside a number", partial(_swapped, counted=True), aim=True),
    rewording("Unit swapped, without a number", partial(_swapped, counted=False), aim=True),
)
