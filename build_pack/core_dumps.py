"""No core dumps: what is in memory of a patient reaches no file if the program crashes."""

import sys
from contextlib import suppress

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
