"""Citations, placeholders and strong text."""

import re
from collections.abc import Iterator

from benchmarks.faults.editing import each_mark, sentences
from benchmarks.faults.kind import rewording
from benchmarks.faults.texts import LEAFLET, CatalogText, Stock, Text

_KEY = r"@([\w-]+)"
_CITATION = r" ?\[@[^\]]*\]"
_FIELD = r"\{[a-z_]+\}|%\(\w+\)s"
_ENDINGS = {"tr": "’yı", "en": "s"}
_WRITTEN_OUT = {
    "{emergency_number}": ("112", "911"),
    "%(phone)s": ("+90 312 000 00 01",),
    "{clinic_name}": ("Sample Pain Clinic",),
}
_OTHER_VALUE = {
    "{emergency_number}": "{clinic_name}",
    "{clinic_name}": "{emergency_number}",
    "%(days)s": "%(hours)s",
    "%(hours)s": "%(days)s",
}


def _citation_lost(text: Text, _stock: Stock) -> Iterator[str]:
    yield from each_mark(text.words, _CITATION, lambda _: "")
    yield from each_mark(text.words, rf"; {_KEY}", lambda _: "")


def _citation_swapped(text: Text, stock: Stock) -> Iterator[str]:
    others = [key for key in stock.references if key not in text.words]
    if others:
        yield from each_mark(text.words, _KEY, lambda _: f"@{others[0]}")


def _citation_added(text: Text, stock: Stock) -> Iterator[str]:
    if isinstance(text.home, CatalogText) and text.home.domain == LEAFLET:
        other = next(key for key in stock.references if key not in text.words)
        if "[@" in text.words:
            yield re.sub(r"(\[@[^\]]*)\]", rf"\1; @{other}]", text.words, count=1)
        elif text.words.endswith("."):
            yield f"{text.words[:-1]} [@{other}]."


def _citation_moved(text: Text, _stock: Stock) -> Iterator[str]:
    """To the end of the sentence before it, or after it; a colon ends none."""
    found = re.search(_CITATION, text.words)
    if found:
        without = sentences(text.words.replace(found[0], "", 1))
        own = len(sentences(text.words[: found.start()])) - 1
        for at, sentence in enumerate(without):
            between = without[min(at, own) : max(at, own)]
            if not all(one.endswith(":") for one in between):
                moved = f"{sentence[:-1]}{found[0]}{sentence[-1]}"
                yield " ".join([*without[:at], moved, *without[at + 1 :]])


def _value_lost(text: Text, _stock: Stock) -> Iterator[str]:
    yield from each_mark(text.words, _FIELD, lambda _: "")


def _value_changed(text: Text, _stock: Stock) -> Iterator[str]:
    yield from each_mark(text.words, _FIELD, lambda mark: _OTHER_VALUE.get(mark[0]))
    yield from each_mark(text.words, _FIELD, lambda mark: mark[0].replace("e", "a", 1))


def _value_twice(text: Text, _stock: Stock) -> Iterator[str]:
    yield from each_mark(text.words, _FIELD, lambda mark: f"{mark[0]}, {mark[0]}")


def _written_out(text: Text, _stock: Stock) -> Iterator[str]:
    for mark, values in _WRITTEN_OUT.items():
        for value in values:
            yield text.words.replace(mark, value, 1)


def _with_ending(text: Text, _stock: Stock) -> Iterator[str]:
    yield from each_mark(text.words, _FIELD, lambda mark: mark[0] + _ENDINGS[text.locale])


def _strong_lost(text: Text, _stock: Stock) -> Iterator[str]:
    if "**" in text.words:
        yield text.words.replace("**", "")
        yield text.words.replace("**", "", 1)


def _strong_added(text: Text, _stock: Stock) -> Iterator[str]:
    first, *others = sentences(text.words)
    if others and "**" not in text.words:
        yield text.words.replace(first, f"**{first}**", 1)


CITATIONS = (
    rewording("Citation lost", _citation_lost, aim=True),
    rewording("Citation swapped", _citation_swapped, aim=True),
    rewording("Citation added", _citation_added, aim=True),
)
CITATION_MOVED = rewording("Citation moved to another sentence", _citation_moved, aim=True)
VALUES = (
    rewording("Value lost, such as {emergency_number}", _value_lost),
    rewording("Value changed or its name misspelled", _value_changed),
    rewording("Value said twice", _value_twice),
    rewording("Phone or emergency number written out", _written_out),
    rewording("Ending on a value", _with_ending),
    rewording("Strong text lost", _strong_lost),
    rewording("Strong text added", _strong_added),
)
