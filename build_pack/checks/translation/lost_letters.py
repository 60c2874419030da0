"""Turkish letters that were lost, and letters that a wrong encoding has put in their place."""

import re
from collections.abc import Iterator

from build_pack.checks.check_types import CheckContext, CheckFault, TextCheck, TextPair
from build_pack.checks.languages.turkish_spelling import (
    BEGINNINGS,
    IMPOSSIBLE,
    SHORTEST,
    WHOLE,
    without_turkish_letters,
)
from build_pack.checks.words_and_names import translatable_words
from build_pack.locales import Locale
from build_pack.problems import Severity
from build_pack.text.folding import lower_words
from build_pack.text.plain_text import plain

_MANGLED = re.compile(
    r"\w*(?:[ÃÄÅÂÐ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    r"\u2013-\u203a\u20ac\u2122]|â€|\ufffd|[ðþýÐÞÝ](?=.))\S*"
)
"""UTF-8 read as Windows-1252, and Turkish Windows-1254 read as Latin-1."""
_OWN = frozenset("ğşı")
_HINT = "Use the correct letters; save the file as UTF-8."


def _lost(pair: TextPair, context: CheckContext) -> Iterator[CheckFault]:
    if Locale(pair.locale).language not in {"tr", "en"}:
        return
    if mangled := _MANGLED.search(plain(pair.text)):
        yield CheckFault(f"“{mangled[0]}” was read in the wrong encoding.", _HINT)
    elif Locale(pair.locale).language == "tr":
        words = (one.text for one in translatable_words(pair, context) if not one.named)
        right = {word: _right(lower_words(word, "tr")) for word in dict.fromkeys(words)}
        told = [_told(word, meant) for word, meant in right.items() if meant is not None]
        if told:
            yield CheckFault(f"Turkish letters are lost: {', '.join(told)}.", _HINT)


def _told(word: str, meant: str) -> str:
    return f"“{word}” instead of “{meant}”" if meant else f"“{word}”"


def _right(word: str) -> str | None:
    """How a folded word is written, as far as it is known; None: nothing is wrong with it."""
    look = without_turkish_letters(word)
    if look in WHOLE:
        return None if word in WHOLE[look] else _meant(word, WHOLE[look])
    for end in range(SHORTEST, len(look)):
        right = BEGINNINGS.get(look[:end], set())
        if right and word[:end] not in right and (meant := _meant(word[:end], right)):
            return meant + word[end:]
    return "" if IMPOSSIBLE.search(word) else None


def _meant(word: str, right: set[str]) -> str | None:
    """What a word becomes with the letters that it has lost.

    A keyboard loses all letters, and an old encoding ğ, ş and ı; whoever writes one of these has
    them, and can only have put a dot where none belongs, or left it out.
    """
    lost = not _OWN.intersection(word[1:])
    for each in sorted(right):
        pairs = [pair for pair in zip(word, each, strict=True) if pair[0] != pair[1]]
        if all({*pair} == {"i", "ı"} or (lost and pair[0].isascii()) for pair in pairs):
            return each
    return None


LETTERS = TextCheck("letters-lost", Severity.ERROR, _lost)
