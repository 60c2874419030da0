"""Patterns of words by name, of which only those are tried that a text can hold at all.

A pattern that begins with letters matches only where a word of the text begins with them. Most of
the patterns of a group are left out so, at the price of one look at the text.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

_WORD_START = re.compile(r"(?<!\w)\w\w?")
_OPTIONAL = ("?", "*", "{")
"""What makes the sign before it one that may be missing."""


class WordGroup(Mapping[str, re.Pattern[str]]):
    """Whole words by name, each pattern made when it is first asked for."""

    def __init__(self, patterns: Mapping[str, str]) -> None:
        """Take patterns that are to stand between word boundaries."""
        self._patterns = dict(patterns)
        self._made: dict[str, re.Pattern[str]] = {}
        self._begin = {name: word_starts(pattern) for name, pattern in patterns.items()}

    def __getitem__(self, name: str) -> re.Pattern[str]:
        """The pattern of a name."""
        if name not in self._made:
            self._made[name] = re.compile(rf"(?<!\w)(?:{self._patterns[name]})(?!\w)")
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        """All names, in their order."""
        return iter(self._begin)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._begin)

    def __or__(self, more: Mapping[str, re.Pattern[str]]) -> "WordGroup":
        """This group with further patterns, of which each is tried in every text."""
        both = WordGroup(self._patterns)
        both._made = {**self._made, **more}
        both._begin |= dict.fromkeys(more)
        return both

    def in_text(self, text: str) -> Iterator[tuple[str, re.Pattern[str]]]:
        """The patterns that may be found in a text, in their order."""
        there = _starts_in(text)
        for name, starts in self._begin.items():
            if starts is None or not starts.isdisjoint(there):
                yield name, self[name]


def possible(
    text: str, group: Mapping[str, re.Pattern[str]]
) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns of any group that may be found in a text."""
    yield from group.in_text(text) if isinstance(group, WordGroup) else group.items()


@lru_cache(maxsize=4096)
def _starts_in(text: str) -> frozenset[str]:
    """The first letter, and the first two, of each word of a text."""
    found = set(_WORD_START.findall(text))
    return frozenset(found | {start[0] for start in found})


def word_starts(pattern: str) -> frozenset[str] | None:
    """The one or two letters with which all that a pattern finds begins; None: nobody can tell."""
    found: set[str] = set()
    for each in _alternatives(pattern):
        start = _start(each)
        if not start:
            return None
        found |= start
    return frozenset(found)


def _start(pattern: str) -> frozenset[str]:
    """The same of a pattern without alternatives at its top; empty: nobody can tell."""
    if pattern.startswith("(?:"):
        end = _closing(pattern)
        rest = pattern[end + 1 :]
        inside = None if rest.startswith(_OPTIONAL) else word_starts(pattern[len("(?:") : end])
        return inside or frozenset()
    first, second, third = pattern[:1], pattern[1:2], pattern[2:3]
    if not first.isalpha() or second in _OPTIONAL:
        return frozenset()
    is_sure = second.isalpha() and third not in _OPTIONAL
    return frozenset({first + second if is_sure else first})


def _alternatives(pattern: str) -> Iterator[str]:
    """The parts of a pattern between the bars that stand in no bracket."""
    begin = 0
    for at, depth in _depths(pattern):
        if depth == 0 and pattern[at] == "|":
            yield pattern[begin:at]
            begin = at + 1
    yield pattern[begin:]


def _closing(pattern: str) -> int:
    """Where the bracket closes with which a pattern begins."""
    return next(at for at, depth in _depths(pattern) if at and depth == 0)


def _depths(pattern: str) -> Iterator[tuple[int, int]]:
    """Each sign with how many round brackets are open behind it; sets and escapes are skipped."""
    at = depth = 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            at += 2
            continue
        if sign == "[":
            at = _end_of_set(pattern, at)
        depth += (sign == "(") - (sign == ")")
        yield at, depth
        at += 1


def _end_of_set(pattern: str, at: int) -> int:
    """Where a set of signs ends; a bracket right at its beginning is one of them."""
    begin = at + 2 if pattern[at + 1] == "^" else at + 1
    return pattern.index("]", begin + 1)
