"""Which process runs which test, and when.

All tests of a format run in one process, since making its packs takes long. What prints goes first:
a file of few tests that take minutes would else keep one process busy at the end.

pytest-xdist 3.8 has marks for that, `xdist_group`, but with pytest 9.2 they do nothing.
"""

import re

from xdist.scheduler import LoadScopeScheduling

from tests.validation.formats import BOOKLET, FORMATS

_NAMES = "|".join(re.escape(one.name) for one in (*FORMATS, BOOKLET))
_PRINTING = re.compile(
    rf"{_NAMES}|tests/test_.*"
    r"|tests/(packs|releases|operations|printing|workspace|validation|cli)/.*"
)
_IN_FORMAT = re.compile(rf"tests/validation/.*[\[-]({_NAMES})\]")


class ByFormat(LoadScopeScheduling):  # type: ignore[misc]
    """Gives out the tests of a format together, and all others a file at a time."""

    def _split_scope(self, nodeid: str) -> str:
        found = _IN_FORMAT.fullmatch(nodeid)
        return found[1] if found else nodeid.partition("::")[0]

    def schedule(self) -> None:
        """Put those that print first in the queue, in which the others stand by their number."""
        super().schedule()
        for scope in sorted(self.workqueue, key=lambda one: not _PRINTING.fullmatch(one)):
            self.workqueue.move_to_end(scope)
