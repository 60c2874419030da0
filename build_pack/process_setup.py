"""How the program's processes run: as Python runs by default, and no memory of theirs in a file."""

import gc
import os
import re
import sys
from contextlib import suppress

_OPTIMIZING = "PYTHONOPTIMIZE"
"""With it WeasyPrint puts a background elsewhere: it sets position and size in an `assert`."""
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


_ALLOCATIONS = 50_000
"""With its usual 700, looking takes a sixth of the time in which a pack is made."""


def look_rarely_for_cycles() -> None:
    """Let a process that ends soon spend its time on its work; most of what it makes, it keeps."""
    gc.set_threshold(_ALLOCATIONS, 20, 100)


_SET_DUMPABLE = 4
"""PR_SET_DUMPABLE of Linux's prctl: counts where dumps are piped to a program, too."""


def forbid_core_dumps() -> None:
    """Let the system write no image of this process's memory, or of one that it starts."""
    with suppress(ImportError, OSError, ValueError):  # a system without such limits
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(ImportError, OSError, AttributeError):
            import ctypes

            ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)
