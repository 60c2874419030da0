"""The opposite of what is meant, and less than what is meant."""

from collections.abc import Iterator

from benchmarks.faults.editing import replaced, replacements
from benchmarks.faults.kind import rewording
from benchmarks.faults.texts import Stock, Text

_OPPOSITE = {
    "tr": replacements(r"""
        önce > sonra
        sonra > önce
        önceki > sonraki
        sonraki > önceki
        başlayın > bırakın
        başlanır > bırakılır
        kesmeyin > başlamayın
        almaya devam edin > almayı bırakın
        sağ(?= taraf) > sol
        sol(?= taraf) > sağ
        en az > en çok
        en çok > en az
        üzerindeyse > altındaysa
        altındaysa > üzerindeyse
        sabah > akşam
        akşam > sabah
        yatarken > sabah
        ilk(?= doz) > son
        son(?= doz) > ilk
        artan > azalan
        azalmış > artmış
        artması > azalması
        daha çok > daha az
        daha az > daha çok
        birden fazla > birden az
        küçük > büyük
        büyük > küçük
        uzun > kısa
        kısa > uzun
        iyi > kötü
        hızla > yavaşça
        düşebilir > yükselebilir
        sıcaklık > soğukluk
        alın > bırakın
    """),
    "en": replacements(r"""
        before > after
        after > before
        start > stop
        stop > start
        keep taking > stop taking
        left(?= side) > right
        right(?= side) > left
        at least > at most
        up to(?= %) > at least
        above > below
        below > above
        morning > evening
        evening > morning
        bedtime > noon
        first(?= dose) > last
        last(?= dose) > first
        more > less
        less > more
        worse > better
        fast > slow
        small > large
        large > small
        long > short
        short > long
        good > poor
        poor > good
        too low > too high
        hot > cold
        take(?= it| each| your) > stop
    """),
}
_SOFTER = {
    "tr": replacements(r"""
        hemen > bir ara
        asla >
        her > bazı
        hiçbir > bazı
        gerekir > iyi olur
        ancak >
        yalnızca >
    """),
    "en": replacements(r"""
        at once > some time
        never(?= take) > rarely
        every > some
        each > some
        must > might
        has to > may
        only >
        any > some
    """),
}


def _opposite(text: Text, _stock: Stock) -> Iterator[str]:
    yield from replaced(text.words, _OPPOSITE[text.locale])


def _softer(text: Text, _stock: Stock) -> Iterator[str]:
    yield from replaced(text.words, _SOFTER[text.locale])


MEANINGS = (
    rewording("Opposite word", _opposite),
    rewording("“Each”, “only” or “at once” weakened or lost", _softer),
)
