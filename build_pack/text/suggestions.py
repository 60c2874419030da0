"""The word that was probably meant by one that is not known."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from build_pack.text.keywords import slug

_NONE: Mapping[str, str] = MappingProxyType({})
_SHORTEST_PART = 3
"""Letters that a part of a word has at least, so that it tells which word is meant."""


def nearest(word: str, known: Iterable[str], others: Mapping[str, str] = _NONE) -> str:
    """The one of `known` that is nearest to `word`; empty if none is near.

    `others` are further words, each with the known one that it means.
    """
    from difflib import get_close_matches  # late: it is for mistakes only

    known = tuple(known)
    meant = {slug(one): one for one in known}
    meant = {slug(other): one for other, one in others.items() if one in known} | meant
    typed = slug(word)
    for holds in (str.startswith, str.__contains__):
        found = {one for spelt, one in meant.items() if holds(spelt, typed)}
        if len(typed) >= _SHORTEST_PART and len(found) == 1:
            return found.pop()
    close = get_close_matches(typed, meant, 1)
    return meant[close[0]] if close else ""


def did_you_mean(word: str, known: Iterable[str], others: Mapping[str, str] = _NONE) -> str:
    """The nearest word as a question, then all that there are; empty if there are none."""
    known = tuple(known)
    meant = nearest(word, known, others)
    question = f"Did you mean “{meant}”? " if meant else ""
    return f"{question}Choose from: {', '.join(known)}." if known else ""
