"""Translations that are not there, not confirmed, or of an earlier source."""

from collections.abc import Iterator

from benchmarks.faults.editing import own_words, put
from benchmarks.faults.kind import Change, Kind
from benchmarks.faults.texts import CatalogText, Stock, Text
from build_pack.content.library import SOURCE_LOCALE


def _stale(text: Text, _stock: Stock) -> Iterator[Change]:
    """The source had a word less when the text was translated."""
    words = own_words(text.source)
    if isinstance(text.home, CatalogText) and len(words) > 1:
        yield Change(text.words, source=put(text.source, words[len(words) // 2], ""))


def _fuzzy(text: Text, _stock: Stock) -> Iterator[Change]:
    if isinstance(text.home, CatalogText):
        yield Change(text.words, fuzzy=True)


def _empty(text: Text, _stock: Stock) -> Iterator[Change]:
    """In English an empty entry stands for the source, and is no fault."""
    if text.locale != SOURCE_LOCALE or not isinstance(text.home, CatalogText):
        yield Change("")


STATES = (
    Kind("Source changed afterwards", _stale),
    Kind("Marked as needing work", _fuzzy),
    Kind("Not translated", _empty),
)
