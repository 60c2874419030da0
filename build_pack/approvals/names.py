"""Names of people as they are compared: one person is one, however the name is written.

Case, accents, titles, punctuation, blanks and the order of the names make no difference, and
neither do letters that look like others: the table of confusables of Unicode (UTS 39) is disarm's.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import permutations
from unicodedata import category, combining, decomposition, lookup, normalize
from unicodedata import name as letter_name

from build_pack.approvals.titles import TITLES

_MOST = 5
"""So many names are tried in every order; of more, as they stand and sorted."""

_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f\u180b-\u180f\U000e0000-\U000e0fff]"
)
"""What nobody sees though it is a letter, a mark or a sign: fillers, joiners, selectors, tags."""

_SIGNS = frozenset(" .,'’‘ʼʻ`´-‐‑–·・/&()@_+\"“”؛،")
"""What may stand between the letters of a name."""

_TOGETHER = ({"Han", "Hiragana", "Katakana"}, {"Han", "Hangul"}, {"Han", "Bopomofo"})
"""Scripts in which one language is written."""

_MARKS = 2
"""So many marks a letter bears in some language; more are only there to hide something."""


def name_fault(name: str) -> str:
    """Why this cannot be a person's name; empty if it can."""
    if fault := written_fault(name):
        return fault
    for letter in normalize("NFC", name):
        if not (_is_written(letter) or letter in _SIGNS):
            return f"it holds {_called(letter)}, which stands in no name"
    return ""


def written_fault(name: str) -> str:
    """Why a name is not what it seems: what nobody sees in it, two scripts, marks in a heap."""
    if _has_stacked_marks(name):
        return f"a letter bears more than {_MARKS} marks"
    for letter in normalize("NFC", name):
        if _UNSEEN.match(letter) or category(letter)[0] == "C" or category(letter) in {"Zl", "Zp"}:
            return f"it holds the invisible character {_called(letter)}"
    scripts = _scripts(name)
    if len(scripts) > 1 and not any(scripts <= each for each in _TOGETHER):
        return f"its letters are of more than one script: {', '.join(sorted(scripts))}"
    if not any(category(letter)[0] == "L" for letter in normalize("NFKC", name)):
        return "there is no letter in it"
    return ""


def _has_stacked_marks(name: str) -> bool:
    marks = 0
    for letter in normalize("NFD", name):
        marks = marks + 1 if _is_accent(letter) else 0
        if marks > _MARKS:
            return True
    return False


def same_person(one: str, other: str) -> bool:
    """Whether two names are those of one person, as far as names tell."""
    return not keys(one).isdisjoint(keys(other))


@lru_cache(maxsize=4096)
def keys(name: str) -> frozenset[str]:
    """The ways in which a name is compared: two that share one are the same person's."""
    found = [words(name, look_first=first) for first in (False, True)]
    read = [tuple(_read(word, one) for word in each) for each in found for one in "li"]
    return frozenset(joined for each in (*found, *read) for joined in _orders(each))


def _read(word: str, one: str) -> str:
    """A word with its figures as the letters that they look like."""
    return word.replace("0", "o").replace("1", one) if re.search(r"[^\W\d]", word) else word


def _orders(parts: tuple[str, ...]) -> Iterator[str]:
    if len(parts) <= _MOST:
        return ("".join(each) for each in permutations(parts))
    return iter(("".join(parts), "".join(sorted(parts))))


@lru_cache(maxsize=4096)
def words(name: str, *, look_first: bool = False) -> tuple[str, ...]:
    """The names in a name, folded, without titles.

    `look_first` takes letters for those that they look like before it takes capitals for small
    ones: a Greek Η is an H, and an I in the midst of small letters an l.
    """
    seen = normalize("NFKC", _UNSEEN.sub("", normalize("NFKC", name)))
    seen = "".join(letter for letter in seen if category(letter) != "Cf")
    parts = [_letters(word) for word in seen.split()]
    found = [word for each in _untitled(parts) for word in each] or [
        w for each in parts for w in each
    ]
    folded = (fold(_as_seen(word) if look_first else word) for word in found)
    return tuple(word for word in folded if word)


def _letters(word: str) -> list[str]:
    """A word with blanks around it, cut where there is a sign in it."""
    return "".join(one if _is_kept(one) else " " for one in word).split()


def _untitled(words_: list[list[str]]) -> list[list[str]]:
    """The words without titles, be they whole (`Ph.D.`), parts (`Op.Dr.`) or two (`Ph. D.`)."""
    while len(words_) > 2 and _is_title(words_[-2] + words_[-1]):  # noqa: PLR2004 - a name and two
        words_ = words_[:-2]
    kept = (parts for parts in words_ if not _is_title(parts))
    return [[part for part in parts if not _is_title([part])] for parts in kept]


def _is_title(parts: list[str]) -> bool:
    return _plain("".join(parts)) in _titles()


@cache
def _titles() -> frozenset[str]:
    return frozenset(map(_plain, TITLES))


def _as_seen(word: str) -> str:
    """A word with I and l, which look alike, as small or capital as the letters around them."""
    seen = re.sub(r"(?<=[A-Z])l(?=[A-Z])", "I", _looks(word))
    return re.sub(r"(?<=\w)I(?=[^\WA-Z])|(?<=[^\WA-Z])I", "l", seen)


def fold(word: str) -> str:
    """A word in the letters that its own look like: small, without accents."""
    for _ in range(2):  # what the first pass makes small may look like another letter only then
        word = _looks(_plain(word))
    plain = "".join(map(_base, word)).translate(_LIKE)
    return plain.replace("rn", "m").replace("vv", "w")  # UTS 39 takes m for rn


def _plain(word: str) -> str:
    """Small letters without accents and signs."""
    small = normalize("NFKD", word.translate(_LATIN).casefold())
    return "".join(one for one in small if _is_kept(one) and not _is_accent(one))


def _is_kept(letter: str) -> bool:
    return category(letter)[0] in "LMN" and not "\u02b0" <= letter <= "\u02ff"


_LATIN = str.maketrans({"İ": "i", "ı": "i"})
_LIKE = str.maketrans({
    "œ": "oe", "æ": "ae", "þ": "th", "ð": "d", "ß": "ss", "ŋ": "n",
    "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ے": "ي", "ٱ": "ا", "ـ": None,
})  # fmt: skip
"""Letters that stand for others, or for two."""


def _looks(word: str) -> str:
    """A word with what looks like Latin letters as these."""
    from disarm import normalize_confusables

    return normalize_confusables(word)


def _base(letter: str) -> str:
    """A letter without what was joined to it: that of `LATIN SMALL LETTER B WITH HOOK` is b."""
    if letter.isascii() or letter in {"œ", "æ"}:
        return letter
    called = letter_name(letter, "")
    if found := re.fullmatch(r"LATIN (?:SMALL |CAPITAL )?LETTER .*?\b([A-Z])(?: WITH .*)?", called):
        return found[1].lower()
    if called.startswith(("CYRILLIC", "GREEK")) and " WITH " in called:
        try:
            return lookup(called.partition(" WITH ")[0]).casefold()
        except KeyError:
            return letter
    return letter


def _is_accent(letter: str) -> bool:
    """Whether it is a mark over, under or through a letter; the vowels of Indic scripts are not."""
    above = combining(letter)
    return category(letter) == "Me" or above == 1 or 10 <= above <= 36 or above >= 200  # noqa: PLR2004 - classes of Unicode


def _is_written(letter: str) -> bool:
    """Whether names are written with it; signs that stand for letters are (`𝐒`, `Ⓢ`)."""
    return category(letter)[0] in "LM" or category(letter) == "Nd" or _is_of_letters(letter)


def _is_of_letters(letter: str) -> bool:
    return bool(decomposition(letter)) and normalize("NFKC", letter).isalnum()


def _scripts(name: str) -> set[str]:
    from disarm import detect_scripts

    return {script.value for script in detect_scripts(name)}


def _called(letter: str) -> str:
    return f"U+{ord(letter):04X} {letter_name(letter, 'unassigned or private')}"
