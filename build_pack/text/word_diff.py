"""What changed between two states of a text, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum, auto


class WordEdit(Enum):
    """What became of some words."""

    KEPT = auto()
    REMOVED = auto()
    ADDED = auto()


@dataclass(frozen=True, slots=True)
class DiffRun:
    """Some words, with the spaces after them, and what became of them."""

    edit: WordEdit
    words: str


_AROUND = 6
"""Words that are shown on either side of a change."""
_WORD = re.compile(r"\S+\s*|\s+")


def word_changes(before: str, after: str) -> tuple[DiffRun, ...]:
    """The words of both texts in order; leaving out what was added gives `before` again."""
    return tuple(_stretches(_WORD.findall(before), _WORD.findall(after)))


def _stretches(before: list[str], after: list[str]) -> Iterator[DiffRun]:
    # A junk heuristic would call a word that is frequent in a long text no match.
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for operation, i, j, k, m in matcher.get_opcodes():
        if operation == "equal":
            yield DiffRun(WordEdit.KEPT, "".join(before[i:j]))
            continue
        if j > i:
            yield DiffRun(WordEdit.REMOVED, "".join(before[i:j]))
        if m > k:
            yield DiffRun(WordEdit.ADDED, "".join(after[k:m]))


def around_changes(stretches: Sequence[DiffRun]) -> Iterator[DiffRun]:
    """The changes, and of what was kept only the words next to them."""
    last = len(stretches) - 1
    for at, stretch in enumerate(stretches):
        words = _WORD.findall(stretch.words)
        if stretch.edit is not WordEdit.KEPT or len(words) <= 2 * _AROUND:
            yield stretch
            continue
        before = "".join(words[:_AROUND]) if at else ""
        after = "".join(words[-_AROUND:]) if at < last else ""
        yield DiffRun(WordEdit.KEPT, f"{before}… {after}")
