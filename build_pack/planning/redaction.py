"""Problems told without what was typed for a visit.

Templates, libraries and whoever looks at pages quote what is there, each in its own way, and a
patient's name may be in the middle of a quotation.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from urllib.parse import unquote

from build_pack.planning.visit import Visit
from build_pack.problems import Problem, ProblemsError
from build_pack.text.folding import fold_name

_QUOTED = re.compile("“[^”]*”?")
_JOINED = r"[\u0300-\u036f\u00ad\u200b-\u200f\u2060\u2066-\u2069]"
"""Marks on letters, and what is inside words without being seen."""
_WORD = re.compile(rf"(?:[^\W_]|{_JOINED}|(?:%[0-9A-Fa-f]{{2}})+)+")
_SEVERAL = re.compile("…(?:[ ,.'’-]*…)+")
_IN_QUOTATIONS, _ANYWHERE, _IN_OTHERS = 2, 3, 4
"""Letters of a word that goes with its quotation, by itself, and as part of a longer word."""


def redacted(problem: Problem, private: Iterable[str]) -> Problem:
    """The problem with each word left out, in message and hint, that a private text has as well.

    Of a quotation in “…” nothing is left if it holds such a word.
    """
    words = frozenset(word for text in private for word in _words(text))
    message, hint = (_redacted(text, words) for text in (problem.message, problem.hint))
    return replace(problem, message=message, hint=hint)


def private_texts(visit: Visit) -> Iterator[str]:
    """What was typed for a visit in words of one's own."""
    yield visit.label
    for one in visit.medicines or ():
        yield from (one.given, one.brand)


@contextmanager
def redacting(visit: Visit) -> Iterator[None]:
    """Redact all problems that are raised in between."""
    try:
        yield
    except ProblemsError as error:
        private = tuple(private_texts(visit))
        raise ProblemsError(redacted(one, private) for one in error.problems) from error


def _redacted(text: str, private: frozenset[str]) -> str:
    if not private:
        return text
    text = _QUOTED.sub(partial(_quotation, private=private), text)
    return _SEVERAL.sub("…", _WORD.sub(partial(_word, private=private), text))


def _quotation(found: re.Match[str], private: frozenset[str]) -> str:
    return "“…”" if any(_tells(word, private) for word in _words(found[0])) else found[0]


def _word(found: re.Match[str], private: frozenset[str]) -> str:
    word = _folded(found[0])
    if len(word) < _ANYWHERE:
        return found[0]
    before, after = found.string[: found.start()], found.string[found.end() :]
    is_rest = before.endswith("…") and any(one.endswith(word) for one in private)
    is_start = after.startswith("…") and any(one.startswith(word) for one in private)
    return "…" if is_rest or is_start or _tells(word, private) else found[0]


def _tells(word: str, private: frozenset[str]) -> bool:
    return word in private or any(len(one) >= _IN_OTHERS and one in word for one in private)


def _words(text: str) -> Iterator[str]:
    folded = (_folded(found[0]) for found in _WORD.finditer(text))
    return (word for word in folded if len(word) >= _IN_QUOTATIONS)


def _folded(word: str) -> str:
    return fold_name(unquote(word))
