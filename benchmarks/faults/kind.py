"""What a kind of fault is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.faults.texts import Stock, Text


@dataclass(frozen=True, slots=True)
class Change:
    """What a text is replaced by."""

    words: str
    fuzzy: bool = False
    """Whether its entry is marked as needing work."""
    source: str | None = None
    """The source that its entry translates, where that is not the one of today."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A way to spoil texts; the same texts are always spoilt in the same ways."""

    name: str
    changes: Callable[[Text, Stock], Iterator[Change]]
    aim: bool = False
    """Whether it changes a number, a unit, a medicine, a negation or a citation: none of these
    faults may pass."""


def rewording(
    name: str, reworded: Callable[[Text, Stock], Iterator[str]], *, aim: bool = False
) -> Kind:
    """A kind that changes nothing but the words."""

    def changes(text: Text, stock: Stock) -> Iterator[Change]:
        for words in dict.fromkeys(reworded(text, stock)):
            if words.strip() and words != text.words:
                yield Change(words)

    return Kind(name, changes, aim)
