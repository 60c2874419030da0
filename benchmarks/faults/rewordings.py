"""Right translations in other words, none of which a check may refuse."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.faults.texts import stock
from build_pack.checks.check_types import TextPair
from build_pack.checks.findings import text_findings
from build_pack.problems import Place, Problem, Severity

FILE = Path(__file__).with_name("right.txt")
_HELD_OUT = "# Held out"


@dataclass(frozen=True, slots=True)
class Rewording:
    """A right translation of a source, and what the checks say of it."""

    pair: TextPair
    held_out: bool
    """Whether it is one of those that nobody looks at while checks are written."""
    problems: tuple[Problem, ...]

    @property
    def refused(self) -> bool:
        """Whether an error is told of it."""
        return any(one.severity is Severity.ERROR for one in self.problems)


@cache
def rewordings() -> tuple[Rewording, ...]:
    """All of the file."""
    context = stock().context
    return tuple(
        Rewording(pair, held_out, tuple(one.problem for one in text_findings((pair,), context)))
        for pair, held_out in _pairs()
    )


def _pairs() -> Iterator[tuple[TextPair, bool]]:
    """Lines without an indent are sources; the indented ones under them begin with a locale."""
    source, held_out = "", False
    for number, line in enumerate(FILE.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("  "):
            locale, _, text = line.strip().partition(" ")
            yield TextPair(f"line {number}", locale, text, source, Place(FILE, number)), held_out
        elif line.startswith(_HELD_OUT):
            held_out = True
        elif line and not line.startswith("#"):
            source = line
