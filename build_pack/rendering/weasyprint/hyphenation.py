"""Words are broken only where one is longer than a whole line, and then with a hyphen.

Most of that is said in `base.css`. WeasyPrint 70 breaks the first word of a text too if another
text is before it on the line, and its dictionaries have no Turkish; both are put right here.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

from build_pack.rendering.weasyprint.internals import internal, replaced

_SPLIT = "weasyprint.layout.inline.split_first_line"
_DICTIONARY = "pyphen.Pyphen"
_LONGEST = 10
"""Letters that fit into the narrowest column in large print; no syllable has as many."""
_VOWELS = frozenset("aeıioöuüâîûAEIİOÖUÜÂÎÛ")


def syllable_starts(word: str) -> Iterator[int]:
    """Where syllables but the first begin: each has one vowel, and one consonant at most before it.

    That is the rule of the Turkish Language Association for every word, also a borrowed one.
    """
    first = next((at for at, letter in enumerate(word) if letter in _VOWELS), len(word))
    for at in range(first + 1, len(word)):
        if word[at] in _VOWELS and word[at - 1].isalpha():
            start = at if word[at - 1] in _VOWELS else at - 1
            if word[start - 1].isalpha():
                yield start


class _TurkishPatterns:
    """Stands where pyphen looks for the patterns of a language."""

    def positions(self, word: str) -> list[int]:
        """Where a word may be broken, as pyphen asks for it."""
        kind = internal("pyphen.DataInt")
        return [kind(at) for at in syllable_starts(word)]


@contextmanager
def hyphenated_where_needed() -> Iterator[None]:
    """Inside, the text that is laid out is broken with hyphens, and only where it has to be.

    Each line is set once: WeasyPrint balances columns by laying out their text again and again.
    """
    _know_turkish()
    plain = internal(_SPLIT)
    known: dict[Any, tuple[Any, Any]] = {}

    def split(
        text: str,
        style: Any,
        context: Any,
        *widths: Any,
        is_line_start: bool = True,
        minimum: bool = False,
    ) -> Any:
        if not is_line_start and style["hyphens"] == "auto":
            style = _whole(style)
        key = text, id(style), widths, is_line_start, minimum
        if key not in known:  # with the style, whose id is no other's as long as it is kept
            line = plain(
                text, style, context, *widths, is_line_start=is_line_start, minimum=minimum
            )
            known[key] = style, line
        return known[key][1]

    with replaced({_SPLIT: split, _DICTIONARY: _anywhere_if_need_be(internal(_DICTIONARY))}):
        yield


def _anywhere_if_need_be(dictionary: Any) -> Any:
    """A dictionary that also breaks, letter by letter, what has no syllables that it knows."""
    kind = internal("pyphen.DataInt")

    class Dictionary(dictionary):  # type: ignore[misc] # pyphen has no types
        def positions(self, word: str) -> list[int]:
            """Where a word may be broken."""
            known = super().positions(word)
            gaps = pairwise([0, *known, len(word)])
            more = (kind(at) for a, b in gaps if b - a > _LONGEST for at in range(a + 2, b - 1))
            return sorted([*known, *more])

    return Dictionary


def _whole(style: Any) -> Any:
    """A style that is the same but for hyphens; made once for each."""
    if not hasattr(style, "without_hyphens"):
        style.without_hyphens = style.copy()
        style.without_hyphens["hyphens"] = "none"
    return style.without_hyphens


def _know_turkish() -> None:
    import pyphen

    path = Path("(Turkish)")
    pyphen.LANGUAGES.setdefault("tr", path)
    internal("pyphen.LANGUAGES_LOWERCASE").setdefault("tr", "tr")
    internal("pyphen.hdcache").setdefault(path, _TurkishPatterns())
