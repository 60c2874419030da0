"""What is told of a printed page, without what was typed for a visit.

Whoever looks at pages quotes them, and a patient's name may stand in the middle of a quotation.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from build_pack.planning.naming import fold
from build_pack.planning.visit import Visit
from build_pack.problems import Problem

_QUOTED = re.compile("“[^”]*”?")
_TELLING = 2
"""Letters that a word has at least if it tells something."""


def discreet(problem: Problem, visit: Visit) -> Problem:
    """The problem with each quotation left out that holds a word of the label or a medicine."""
    private = frozenset(_private(visit))

    def told(quotation: re.Match[str]) -> str:
        words = {*_words(quotation[0])}
        return "“…”" if words & private else quotation[0]

    message, hint = (_QUOTED.sub(told, text) for text in (problem.message, problem.hint))
    return replace(problem, message=message, hint=hint)


def _private(visit: Visit) -> Iterator[str]:
    yield from _words(visit.label)
    for one in visit.medicines or ():
        yield from _words(one.given)


def _words(text: str) -> Iterator[str]:
    for word in re.split(r"[\W_]+", text):
        if len(folded := fold(word)) >= _TELLING:
            yield folded
