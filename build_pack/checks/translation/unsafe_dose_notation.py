"""Doses written in a way that has led to errors, in a text of any locale."""

from collections.abc import Iterator

from build_pack.checks.check_types import CheckContext, CheckFault, TextCheck, TextPair
from build_pack.problems import Severity
from build_pack.text.plain_text import plain
from build_pack.text.unsafe_doses import dose_problems


def _find(pair: TextPair, _context: CheckContext) -> Iterator[CheckFault]:
    for problem in dose_problems(plain(pair.text), pair.locale, pair.place):
        yield CheckFault(problem.message, problem.hint)


DOSES = TextCheck("dose-unsafe", Severity.ERROR, _find)
