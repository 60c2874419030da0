"""Sentences and words left out, added, doubled and moved."""

from collections.abc import Callable, Iterator

from benchmarks.faults.editing import marks, own_words, put, sentences
from benchmarks.faults.kind import rewording
from benchmarks.faults.texts import Stock, Text

_FEWEST = 4
"""Words of a text of which half can be cut off."""
_LONG = 5


def _dropped(text: Text, _stock: Stock) -> Iterator[str]:
    found = sentences(text.words)
    for at in range(len(found)) if len(found) > 1 else ():
        yield " ".join([*found[:at], *found[at + 1 :]])


def _added(text: Text, stock: Stock) -> Iterator[str]:
    """A sentence of the next text that is one and has no marks."""
    if text.words.endswith("."):
        other = _next(text, stock, lambda one: one.endswith(".") and not marks(one))
        yield f"{text.words} {sentences(other)[0]}"


def _twice(text: Text, _stock: Stock) -> Iterator[str]:
    found = sentences(text.words)
    if len(found) > 1:
        yield " ".join([*found, found[-1]])


def _moved(text: Text, stock: Stock) -> Iterator[str]:
    """The next text with the same marks: what a slip in a spreadsheet does."""
    yield _next(text, stock, lambda one: marks(one) == marks(text.words))


def _next(text: Text, stock: Stock, fits: Callable[[str], bool]) -> str:
    texts = stock.texts[text.locale]
    start = texts.index(text)
    others = (one for one in (*texts[start + 1 :], *texts[:start]) if text.id != one.id)
    return next((one.words for one in others if fits(one.words)), text.words)


def _cut(text: Text, _stock: Stock) -> Iterator[str]:
    """The second half of the last sentence lost, its last mark kept."""
    *others, last = sentences(text.words)
    words = last.split()
    kept = " ".join(words[: (len(words) + 1) // 2])
    if len(words) >= _FEWEST and marks(kept) == marks(last):
        end = last[-1] if last[-1] in ".?!:" else ""
        yield " ".join([*others, kept.rstrip(",;:") + end])


def _word_lost(text: Text, _stock: Stock) -> Iterator[str]:
    """The word in the middle."""
    words = own_words(text.words)
    if len(words) >= _FEWEST:
        yield put(text.words, words[len(words) // 2], "")


def _word_twice(text: Text, _stock: Stock) -> Iterator[str]:
    words = own_words(text.words)
    if len(words) >= _FEWEST:
        match = words[len(words) // 2]
        yield put(text.words, match, f"{match[0]} {match[0].lower()}")


def _misspelled(text: Text, _stock: Stock) -> Iterator[str]:
    """Two letters of the longest word in each other's place."""
    words = [one for one in own_words(text.words) if len(one[0]) >= _LONG]
    if words:
        match = max(words, key=lambda one: len(one[0]))
        word = match[0]
        middle = len(word) // 2
        yield put(
            text.words,
            match,
            word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :],
        )


SENTENCES = (
    rewording("Sentence left out", _dropped),
    rewording("Sentence added", _added),
    rewording("Sentence said twice", _twice),
    rewording("Another text’s translation", _moved),
    rewording("End cut off", _cut),
    rewording("A word left out", _word_lost),
    rewording("A word said twice", _word_twice),
    rewording("A word misspelled", _misspelled),
)
