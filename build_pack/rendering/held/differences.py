"""The letters of the pages beside those of the document: what is missing, added or elsewhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from build_pack.rendering.held.laid import Text
from build_pack.rendering.held.tokens import INVISIBLE, Row

_HYPHENS = ("-", "\u2010")


@dataclass(slots=True)
class Difference:
    """Words of the document that are not on the page, and words there that it does not have."""

    page: int
    missing: list[tuple[str, Any]] = field(default_factory=list)
    """Each with the text that it belongs to."""
    added: list[tuple[str, Any]] = field(default_factory=list)


def placed(row: Row, texts: Sequence[Text]) -> bool:
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


def differences(row: Row, texts: Sequence[Text]) -> Iterator[Difference]:
    """Where the two are not alike, in order; each text that is alike gets its place."""
    words, shown = _expected_words(row), _shown_words(texts)
    one, two = [word for word, _ in words], [word for word, _ in shown]
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    page = 1
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            for (_, at), (_, text) in zip(words[start:end], shown[first:last], strict=True):
                if text.at < 0:
                    text.at = at
        else:
            found = _difference(row, words[start:end], shown[first:last], page)
            if found:
                yield found
        if last > first:
            page = shown[last - 1][1].page


def _difference(
    row: Row, words: Sequence[tuple[str, int]], shown: Sequence[tuple[str, Text]], page: int
) -> Difference | None:
    if "".join(word for word, _ in words) == "".join(word for word, _ in shown):
        return None
    found = Difference(shown[0][1].page if shown else page)
    found.missing = [(word, row.owner_at(at)) for word, at in words]
    found.added = [(word, text.box.element_tag) for word, text in shown]
    return found


def _expected_words(row: Row) -> list[tuple[str, int]]:
    letters, ends = row.letters, sorted({0, *row.gaps, *row.edges, row.length})
    return [
        (letters[start:end], start)
        for start, end in zip(ends, ends[1:], strict=False)
        if end > start
    ]


def _shown_words(texts: Sequence[Text]) -> list[tuple[str, Text]]:
    """Words of the pages; one that was hyphenated is one again."""
    shown: list[tuple[str, Text]] = []
    half = ""
    for text, after in zip(texts, [*texts[1:], None], strict=True):
        words = text.words.translate(INVISIBLE).split()
        goes_on = after is not None and after.line is not text.line and not text.words.endswith(" ")
        if words and half:
            words[0], half = half + words[0], ""
        if words and goes_on and len(words[-1]) > 1 and words[-1].endswith(_HYPHENS):
            half = words.pop()[:-1]
        shown += [(word, text) for word in words]
    return shown
