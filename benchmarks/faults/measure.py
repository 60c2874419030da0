"""Every kind of fault, tried out on the real texts."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.faults.kind import Change, Kind
from benchmarks.faults.kinds.all import KINDS
from benchmarks.faults.texts import LOCALES, Stock, Text, stock
from benchmarks.faults.trial import Found, Trials
from build_pack.problems import Problem, Severity

MOST = 30
"""Faults of one kind in one language; the kinds of the aim have no such limit."""


@dataclass(frozen=True)
class Outcome:
    """A fault, and what was found of it."""

    text: Text
    change: Change
    found: Found

    @property
    def caught(self) -> Severity | None:
        """The worst that was found; None: the fault was missed."""
        if Severity.ERROR in self.found.values():
            return Severity.ERROR
        return Severity.WARNING if self.found else None


@dataclass(frozen=True)
class Measured:
    """What was found of all faults, by kind, and of the texts as they are."""

    outcomes: dict[Kind, tuple[Outcome, ...]]
    clean: tuple[Problem, ...]
    texts: int
    """How many texts were checked as they are."""


@cache
def measured() -> Measured:
    """Spoil the real texts and see; it takes some seconds."""
    real = stock()
    with TemporaryDirectory() as folder:
        trials = Trials(real, Path(folder))
        outcomes = {
            kind: tuple(
                Outcome(text, change, trials.found(text, change))
                for text, change in faults(kind, real)
            )
            for kind in KINDS
        }
    return Measured(outcomes, real.clean, sum(len(texts) for texts in real.texts.values()))


def faults(kind: Kind, real: Stock) -> Iterator[tuple[Text, Change]]:
    """The faults of a kind: those of its texts, or as many of them, evenly spread."""
    for locale in LOCALES:
        every = [
            (text, change) for text in real.texts[locale] for change in kind.changes(text, real)
        ]
        number = len(every) if kind.aim else min(len(every), MOST)
        yield from (every[index * len(every) // number] for index in range(number))
