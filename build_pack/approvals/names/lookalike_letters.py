"""Letters of names as they are compared: small, bare, and as what they look like."""

import re
from unicodedata import category, combining, lookup, normalize
from unicodedata import name as letter_name

UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f\u180b-\u180f\U000e0000-\U000e0fff]"
)
"""What nobody sees though it is a letter, a mark or a sign: fillers, joiners, selectors, tags."""


def fold(word: str) -> str:
    """A word in the letters that its own look like: small, without accents."""
    for _ in range(2):  # what the first pass makes small may look like another letter only then
        word = latin_lookalikes(plain(word))
    bare = "".join(map(_base, word)).translate(_LIKE)
    return bare.replace("rn", "m").replace("vv", "w")  # UTS 39 takes m for rn


def plain(word: str) -> str:
    """Small letters without accents and signs."""
    small = normalize("NFKD", word.translate(_LATIN).casefold())
    return "".join(one for one in small if is_kept(one) and not is_accent(one))


def is_kept(letter: str) -> bool:
    """Whether it is a letter, a mark or a figure, and no raised sign (U+02B0 to U+02FF)."""
    return category(letter)[0] in "LMN" and not "\u02b0" <= letter <= "\u02ff"


_LATIN = str.maketrans({"İ": "i", "ı": "i"})
_LIKE = str.maketrans({
    "œ": "oe", "æ": "ae", "þ": "th", "ð": "d", "ß": "ss", "ŋ": "n",
    "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ے": "ي", "ٱ": "ا", "ـ": None,
})  # fmt: skip
"""Letters that stand for others, or for two."""


def latin_lookalikes(word: str) -> str:
    """A word with what looks like Latin letters as these."""
    from disarm import normalize_confusables

    return normalize_confusables(word)


def _base(letter: str) -> str:
    """A letter without what was joined to it: that of `LATIN SMALL LETTER B WITH HOOK` is b."""
    if letter.isascii() or letter in {"œ", "æ"}:
        return letter
    called = letter_name(letter, "")
    if found := re.fullmatch(r"LATIN .*\b([A-Z]{1,2})(?: WITH .*)?", called):
        return found[1].lower()
    if called.startswith(("CYRILLIC", "GREEK")) and " WITH " in called:
        try:
            return lookup(called.partition(" WITH ")[0]).casefold()
        except KeyError:
            return letter
    return letter


def is_accent(letter: str) -> bool:
    """Whether it is a mark over, under or through a letter; the vowels of Indic scripts are not."""
    above = combining(letter)
    return category(letter) == "Me" or above == 1 or 10 <= above <= 36 or above >= 200  # noqa: PLR2004 - classes of Unicode
