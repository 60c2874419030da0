"""The program runs as Python runs by default: a library may do its work in what -O leaves out.

WeasyPrint sets the position and the size of a background in an `assert`, so that with
PYTHONOPTIMIZE a picture stands elsewhere on the page.
"""

import os
import re
import sys

_OPTIMIZING = "PYTHONOPTIMIZE"
_FLAGS = re.compile("-[bBdEhiIOqsSuvVx]+")
"""Options of Python that can be written together, as in -BO."""
_WITH_VALUE = frozenset({"-W", "-X", "--check-hash-based-pycs"})


def restart_without_optimizing() -> None:
    """Start the program again if Python leaves assertions out; otherwise do nothing."""
    if sys.flags.optimize and sys.executable:
        environment = {name: value for name, value in os.environ.items() if name != _OPTIMIZING}
        words = _not_optimizing(sys.orig_argv[1:])
        os.execve(sys.executable, [sys.executable, *words], environment)  # noqa: S606 - itself


def _not_optimizing(words: list[str]) -> list[str]:
    """Python's own words without -O; what follows its script or module is the program's."""
    at = 0
    kept = []
    while at < len(words) and words[at].startswith("-") and words[at][:2] not in {"-c", "-m", "-"}:
        word = words[at]
        if _FLAGS.fullmatch(word):
            word = word.replace("O", "")
        if len(word) > 1:
            kept.append(word)
        if word in _WITH_VALUE and at + 1 < len(words):
            at += 1
            kept.append(words[at])
        at += 1
    return [*kept, *words[at:]]
