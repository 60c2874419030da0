"""Texts in the letters in which they are compared: each step folds more away than the one before.

`lower_case` keeps what tells words of one language apart; `fold_case` is for words of any language;
`fold_accents` also for those that are typed without their accents; `fold_letters` and `fold_name`
leave out the signs as well; `fold_lookalikes` takes letters for what they look like.
"""

import re
from functools import lru_cache
from unicodedata import category, combining, lookup, normalize
from unicodedata import name as letter_name

from build_pack.locales import Locale
from build_pack.text.plain_text import plain

UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f\u180b-\u180f\U000e0000-\U000e0fff]"
)
"""What nobody sees though it is a letter, a mark or a sign: fillers, joiners, selectors, tags."""

_STRAIGHT = str.maketrans({"İ": "i", "’": "'", "‘": "'", "\u00a0": " ", "\u202f": " "})
_TURKISH_I = str.maketrans({"I": "ı"})
_ONE_I = str.maketrans({"İ": "i", "ı": "i"})
_TRADE_MARKS = str.maketrans({"™": None, "℠": None})
_LIKE = str.maketrans({
    "œ": "oe", "æ": "ae", "þ": "th", "ð": "d", "ß": "ss", "ŋ": "n",
    "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ے": "ي", "ٱ": "ا", "ـ": None,
})  # fmt: skip
"""Letters that stand for others, or for two."""


def lower_case(text: str, locale: str) -> str:
    """A text in small letters of its language, and straight apostrophes, with its marks."""
    words = normalize("NFC", text)
    if Locale(locale).language == "tr":
        words = words.translate(_TURKISH_I)
    return words.translate(_STRAIGHT).lower()


@lru_cache(maxsize=8192)
def lower_words(text: str, locale: str) -> str:
    """The plain words of a text in small letters of its language, and straight apostrophes."""
    return lower_case(plain(text), locale)


def fold_case(text: str) -> str:
    """A text for comparison in any language: small letters, all four kinds of i as one."""
    return text.translate(_ONE_I).casefold()


def fold_accents(text: str) -> str:
    """`fold_case` without accents, and signs as the letters that they are made of."""
    small = normalize("NFKD", fold_case(normalize("NFKD", text))).translate(_ONE_I)
    return "".join(one for one in small if not is_accent(one))


def fold_letters(text: str) -> str:
    """`fold_accents` of the letters and figures alone, with the vowel marks of Indic scripts."""
    return "".join(filter(is_kept, fold_accents(text)))


def fold_name(text: str) -> str:
    """`fold_accents` of a name of goods: no hyphens, blanks and trade marks are left."""
    return "".join(filter(str.isalnum, fold_accents(text.translate(_TRADE_MARKS))))


def fold_lookalikes(word: str) -> str:
    """`fold_letters`, each as the letter that it looks like."""
    for _ in range(2):  # what the first pass makes small may look like another letter only then
        word = latin_lookalikes(fold_letters(word))
    bare = "".join(map(_base, word)).translate(_LIKE)
    return bare.replace("rn", "m").replace("vv", "w")  # UTS 39 takes m for rn


def is_kept(letter: str) -> bool:
    """Whether it is a letter, a mark or a figure, and no raised sign (U+02B0 to U+02FF)."""
    return category(letter)[0] in "LMN" and not "\u02b0" <= letter <= "\u02ff"


def is_accent(letter: str) -> bool:
    """Whether it is a mark over, under or through a letter; the vowels of Indic scripts are not."""
    above = combining(letter)
    return category(letter) == "Me" or above == 1 or 10 <= above <= 36 or above >= 200  # noqa: PLR2004 - classes of Unicode


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
