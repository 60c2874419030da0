"""A finished page as a reader sees it: lines of words with their size, colours and place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

_SAME_BASELINE = 0.1
_WORD_SPACE = 0.12
_WIDEST_SPACE = 1.0
"""Shares of the letters' size. What stands farther apart are two lines, as in a table's cells."""


class PrintedBox(NamedTuple):
    """A rectangle in points from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class PrintedRun:
    """Letters in one size and colour that were set in one go."""

    text: str
    size: float
    """In points on paper, whatever the PDF scales its text by."""
    ink: str
    paper: str
    """Both as `#rrggbb`; the paper is whatever fill lies behind the letters."""
    baseline: float
    """In points from the lower edge of the page."""
    box: PrintedBox
    """As wide as the letters and as high as the font."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """Runs that are read as one line: on one baseline, and no farther apart than words."""

    runs: tuple[PrintedRun, ...]

    @property
    def text(self) -> str:
        """The line's words."""
        words = self.runs[0].text
        for before, run in pairwise(self.runs):
            words += " " * (_gap(before, run) > _WORD_SPACE * run.size) + run.text
        return " ".join(words.split())

    @property
    def box(self) -> PrintedBox:
        """The rectangle around all of its letters."""
        left, bottom, right, top = zip(*(run.box for run in self.runs), strict=True)
        return PrintedBox(min(left), min(bottom), max(right), max(top))


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page of a finished PDF."""

    number: int
    """From 1."""
    width: float
    height: float
    """In points."""
    lines: tuple[PrintedLine, ...]
    """In the order in which they were set, which is that of reading but for marks and margins."""

    @property
    def text(self) -> str:
        """All lines, one below the other."""
        return "\n".join(line.text for line in self.lines)


def lines(runs: Iterable[PrintedRun]) -> Iterator[PrintedLine]:
    """Group runs, in the order in which they were set, into lines."""
    line: list[PrintedRun] = []
    for run in runs:
        if line and not _continues(line[-1], run):
            yield PrintedLine(tuple(line))
            line = []
        line.append(run)
    if line:
        yield PrintedLine(tuple(line))


def _continues(before: PrintedRun, run: PrintedRun) -> bool:
    size = max(before.size, run.size)
    on_baseline = abs(before.baseline - run.baseline) <= _SAME_BASELINE * size
    return on_baseline and abs(_gap(before, run)) <= _WIDEST_SPACE * size


def _gap(one: PrintedRun, other: PrintedRun) -> float:
    """The distance between two runs, whichever stands to the left; below 0 if they overlap."""
    left, right = sorted((one.box, other.box))
    return right.left - left.right
