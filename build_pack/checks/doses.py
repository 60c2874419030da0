"""Doses written in a way that has led to errors, in a text of any locale."""

from collections.abc import Iterator

from build_pack.checks.check import Context, Fault, Pair, TextCheck
from build_pack.checks.plain import plain
from build_pack.content.integrity.doses import dose_problems
from build_pack.problems import Severity


def _find(pair: Pair, _context: Context) -> Iterator[Fault]:
    for problem in dose_problems(plain(pair.text), pair.locale, pair.place):
        yield Fault(problem.message, problem.hint)


DOSES = TextCheck("dose-unsafe", Severity.ERROR, _find)
