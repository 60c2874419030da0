"""One medicine for another."""

import re
from collections.abc import Iterator

from benchmarks.faults.editing import replaced, replacements
from benchmarks.faults.kind import rewording
from benchmarks.faults.texts import CatalogText, Stock, Text

_NAMED = {
    "tr": replacements(r"""
        insülin(\w*) > metformin\1 | heparin\1 | gliklazid\1
    """),
    "en": replacements(r"""
        insulin(s?) > metformin\1 | heparin\1 | gliclazide\1
    """),
}
_GROUPS = {
    "tr": replacements(r"""
        kan sulandırıcı > ağrı kesici | şeker ilacı
        kan sulandırıcılar > ağrı kesiciler
        ağrı kesici > kan sulandırıcı
        ağrı kesiciler > kan sulandırıcılar
        ağrı kesiciyi > kan sulandırıcıyı
        antikoagülanlar > ağrı kesiciler
        antiplatelet > antikoagülan
    """),
    "en": replacements(r"""
        blood thinner(s?) > pain medicine\1 | diabetes medicine\1
        pain medicine(s?) > blood thinner\1
        anticoagulants > antiplatelets
        antiplatelets > anticoagulants
    """),
}


def _name(text: Text, stock: Stock) -> Iterator[str]:
    """A name in the list of medicines replaced by the one most like it, and by the next."""
    from rapidfuzz.fuzz import ratio

    if not isinstance(text.home, CatalogText) or text.home.domain != "medicines":
        return
    names = [
        one.words
        for one in stock.texts[text.locale]
        if isinstance(one.home, CatalogText) and one.home.domain == "medicines"
    ]
    others = [name for name in names if name != text.words]
    yield max(others, key=lambda name: (ratio(name, text.words), name))
    yield names[(names.index(text.words) + 1) % len(names)]


def _misspelled(text: Text, _stock: Stock) -> Iterator[str]:
    """A name in the list without the letter in its middle."""
    if isinstance(text.home, CatalogText) and text.home.domain == "medicines":
        middle = len(text.words) // 2
        yield text.words[:middle] + text.words[middle + 1 :]


def _in_text(text: Text, stock: Stock) -> Iterator[str]:
    if not text.id.startswith("medicine."):
        yield from replaced(text.words, _NAMED[text.locale])
        if re.search(r"\b(?:bu ilac|this medicine)", text.words, re.IGNORECASE):
            yield from _instead_of_it(text, stock)


_IT = {
    "tr": replacements(r"""
        bu ilacı > varfarini | insülini
        bu ilaca > heparine
    """),
    "en": replacements(r"""
        this medicine > warfarin | insulin
    """),
}


def _instead_of_it(text: Text, _stock: Stock) -> Iterator[str]:
    yield from replaced(text.words, _IT[text.locale])


def _group(text: Text, _stock: Stock) -> Iterator[str]:
    yield from replaced(text.words, _GROUPS[text.locale])


MEDICINES = (
    rewording("Medicine swapped, a name in the list", _name, aim=True),
    rewording("Medicine swapped or added, in a text", _in_text, aim=True),
    rewording("Group of medicines swapped", _group, aim=True),
)
MISSPELT = rewording("Name of a medicine misspelled", _misspelled)
