"""The words of a text, and which of them are names: those may stand in a text of any language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from build_pack.checks.check import Context, Pair
from build_pack.checks.plain import plain
from build_pack.content.glossary import folded
from build_pack.content.locales import language

_ADDRESS = re.compile(r"\S+@\S+|\w+://\S+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b\S*")
_WORD = re.compile(r"[^\W\d_]+")
_OPENING = re.compile(r"(?:^|[.!?:…])[\s“‘\"'(–-]*$")
_LONG = 5
"""Letters from which on a name may bear an ending; what begins with a shorter one is a word."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is written, and whether a sentence opens with it."""

    text: str
    opens: bool

    @property
    def named(self) -> bool:
        """Whether it is written as a name is: with a capital inside a sentence, or all in them."""
        return self.text[0].isupper() and (not self.opens or self.text[1:].isupper())


def without_addresses(text: str) -> str:
    """The words of a text without its marks, and `0` for each web or mail address."""
    return _ADDRESS.sub("0", plain(text))


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Word, ...]:
    """The words of a text, without marks, values to fill in, and addresses."""
    text = without_addresses(text)
    return tuple(
        Word(match[0], bool(_OPENING.search(text[: match.start()])))
        for match in _WORD.finditer(text)
    )


def own_words(pair: Pair, context: Context) -> Iterator[Word]:
    """The words of a text that have to be in its own language: no names, nothing that is kept."""
    if pair.id == "clinic.yaml:name":
        return
    kept, beginnings = _kept(pair.locale, context)
    for word in words(pair.text):
        name = folded(word.text)
        if name not in kept and not name.startswith(beginnings):
            yield word


@lru_cache(maxsize=16)
def _kept(locale: str, context: Context) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words of all names that the language has, folded, and those that may bear an ending."""
    names = [*context.glossary(locale).keep]
    for medicine in context.medicines:
        name = medicine.names.get(locale) or medicine.names.get(language(locale))
        names += [name] if name else []
    kept = frozenset(folded(part) for name in names for part in _WORD.findall(name))
    return kept, tuple(sorted(name for name in kept if len(name) >= _LONG))
