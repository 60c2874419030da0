"""Words of a text replaced, without touching its marks."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

Replacements = Mapping[str, tuple[str, ...]]
"""By a pattern in small letters: what it may be replaced by."""

MARK = re.compile(r"\{[^}]*\}|\[@[^\]]*\]|%\(\w+\)[sd]|\*\*")
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"(?<=[.!?:])\s+(?=[^\W\d_a-zçğıöşü]|[{*%“])")


def replacements(listing: str) -> dict[str, tuple[str, ...]]:
    """Lines of `pattern > word | word`; nothing after > takes the words out."""
    lines = (line.partition(">") for line in listing.strip().splitlines())
    return {
        found.strip(): tuple(one.strip() for one in instead.split("|"))
        for found, _, instead in lines
    }


def replaced(text: str, listing: Replacements) -> Iterator[str]:
    """The text with one of the listed words replaced, once for each place and replacement."""
    for pattern, instead in listing.items():
        for match in _pattern(pattern).finditer(text):
            if not in_mark(text, match.start()):
                for words in instead:
                    yield put(text, match, match.expand(words))


def _pattern(words: str) -> re.Pattern[str]:
    """Whole words, which a sentence may begin with."""
    found = re.sub(r"^(\(?)([^\W\d_])", lambda one: f"{one[1]}[{one[2]}{_capital(one[2])}]", words)
    return re.compile(rf"(?<![\w-]){found}(?!\w)")


def _capital(letter: str) -> str:
    return "Iİ" if letter == "i" else letter.upper()


def put(text: str, match: re.Match[str], words: str) -> str:
    """The text with other words in place of a match, beginning with a capital if it did."""
    before, after = text[: match.start()], text[match.end() :]
    if not words:  # and no space too many
        before, after = (before, after.lstrip()) if after[:1] == " " else (before.rstrip(), after)
    rest = words + after
    if match[0][:1].isupper():
        rest = (_turkish_capital(text) if rest[:1] == "i" else rest[:1].upper()) + rest[1:]
    return before + rest


def _turkish_capital(text: str) -> str:
    """The capital of i in the language of a text."""
    return "İ" if re.search(r"[çğışöüİ]", text) else "I"


def in_mark(text: str, at: int) -> bool:
    """Whether a place lies inside a placeholder or a citation."""
    return any(mark.start() <= at < mark.end() for mark in MARK.finditer(text))


def marks(text: str) -> Counter[str]:
    """The marks of a text."""
    return Counter(MARK.findall(text))


def own_words(text: str) -> list[re.Match[str]]:
    """The words of a text that stand in no mark."""
    return [match for match in _WORD.finditer(text) if not in_mark(text, match.start())]


def sentences(text: str) -> list[str]:
    """The sentences of a text; what stands before a colon counts as one."""
    return _SENTENCE.split(text)


def each_mark(
    text: str, shape: str, change: Callable[[re.Match[str]], str | None]
) -> Iterator[str]:
    """The text with one mark of a shape changed, once for each that can be."""
    for match in re.finditer(shape, text):
        words = change(match)
        if words is not None:
            yield put(text, match, words)
