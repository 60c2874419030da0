"""Which words of a group a text says, and how often."""

from collections.abc import Collection, Mapping

from build_pack.checks.languages.language_rules import Words
from build_pack.checks.languages.word_group import possible

Said = Mapping[str, list[str]]
"""By the name of each word that a text says: how it says it, each time."""


def words_said(text: str, group: Mapping[str, Words]) -> dict[str, list[str]]:
    """What a folded text says of a group."""
    found = {
        name: [one[0] for one in words.finditer(text)] for name, words in possible(text, group)
    }
    return {name: words for name, words in found.items() if words}


def number(text: Said, names: Collection[str]) -> int:
    """How often a text says any of these."""
    return sum(len(text.get(name, ())) for name in names)


def more(one: Said, other: Said) -> list[str]:
    """What one text says more often than another."""
    return [name for name in one if len(one[name]) > len(other.get(name, ()))]
