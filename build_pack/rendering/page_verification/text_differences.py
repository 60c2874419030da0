"""The letters of the pages beside those of the document: what is missing, added or elsewhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from build_pack.rendering.page_verification.tokens import INVISIBLE, TokenSequence
from build_pack.rendering.weasyprint.page_content import PageText

_HYPHENS = ("-", "\u2010")


@dataclass(frozen=True, slots=True)
class TextDifference:
    """Words of the document that are not on the page, and words there that it does not have."""

    page: int
    at: int
    """Before which letter of the document."""
    missing: tuple[tuple[str, int], ...]
    """Each with the place of its first letter."""
    added: tuple[str, ...]


def placed(row: TokenSequence, texts: Sequence[PageText]) -> bool:
    """Give each text its place in the row; false if they are not the same letters."""
    letters, at = row.letters, 0
    for text in texts:
        words = "".join(text.words.translate(INVISIBLE).split())
        if not letters.startswith(words, at):
            if not (words.endswith(_HYPHENS) and letters.startswith(words[:-1], at)):
                return False
            words = words[:-1]
        text.at = at
        at += len(words)
    return at == len(letters)


def differences(row: TokenSequence, texts: Sequence[PageText]) -> Iterator[TextDifference]:
    """Where the two are not alike, in order; each text that is alike gets its place."""
    words = _expected_words(row)
    one = [word for word, _ in words]
    shown = _shown_words(texts, one)
    two = [word for word, _ in shown]
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    page = 1
    for change, start, end, first, last in matcher.get_opcodes():
        for (_, at), (_, text) in zip(words[start:end], shown[first:last], strict=False):
            if change == "equal" and text.at < 0:
                text.at = at
        if change != "equal" and "".join(one[start:end]) != "".join(two[first:last]):
            here = shown[first][1].page if last > first else page
            at = words[min(start, len(words) - 1)][1] if words else 0
            yield TextDifference(here, at, tuple(words[start:end]), tuple(two[first:last]))
        page = shown[last - 1][1].page if last > first else page


def _expected_words(row: TokenSequence) -> list[tuple[str, int]]:
    letters, ends = row.letters, sorted({0, *row.gaps, *row.edges, row.length})
    pairs = pairwise(ends)
    return [(letters[start:end], start) for start, end in pairs]


def _shown_words(texts: Sequence[PageText], expected: Sequence[str]) -> list[tuple[str, PageText]]:
    """Words of the pages; one that was hyphenated is one again."""
    shown: list[tuple[str, PageText]] = []
    half = ""
    for text, after in zip(texts, [*texts[1:], None], strict=True):
        words = text.words.translate(INVISIBLE).split()
        if words and half:
            words[0], half = _whole(half, words[0], expected), ""
        goes_on = after is not None and after.line is not text.line
        if words and goes_on and len(words[-1]) > 1 and text.words.endswith(_HYPHENS):
            half = words.pop()
        shown += [(word, text) for word in words]
    return shown


def _whole(half: str, rest: str, expected: Sequence[str]) -> str:
    """A word whose line ended with a hyphen, which is its own if a word of the document has it."""
    with_it = f"{half}{rest}".rstrip("".join(_HYPHENS))
    is_own = any(with_it in word for word in expected)
    return f"{half if is_own else half[:-1]}{rest}"
