"""Right translations in other words, none of which a check may refuse."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.faults.texts import stock
from build_pack.checks.check import Pair
from build_pack.checks.findings import text_findings
from build_pack.problems import Place, Problem, Severity

FILE = Path(__file__).with_name("right.txt")


@dataclass(frozen=True, slots=True)
class Rewording:
    """A right translation of a source, and what the checks say of it."""

    pair: Pair
    held_out: bool
    """Whether it is one of those that nobody looks at while checks are written."""
    problems: tuple[Problem, ...]

    @property
    def refused(self) -> bool:
        """Whether an error is told of it."""
        return any(one.severity is Severity.ERROR for one in self.problems)


@cache
def rewordings() -> tuple[Rewording, ...]:
    """All of the file, every second of a language held out."""
    numbers: dict[str, int] = {}
    found = []
    for pair in _pairs():
        number = numbers[pair.locale] = numbers.get(pair.locale, 0) + 1
        problems = tuple(one.problem for one in text_findings((pair,), stock().context))
        found.append(Rewording(pair, number % 2 == 0, problems))
    return tuple(found)


def _pairs() -> Iterator[Pair]:
    """Lines without an indent are sources; the indented ones under them begin with a locale."""
    source = ""
    for number, line in enumerate(FILE.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("  "):
            locale, _, text = line.strip().partition(" ")
            yield Pair(f"line {number}", locale, text, source, Place(FILE, number))
        elif line and not line.startswith("#"):
            source = line
