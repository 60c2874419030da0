"""Which process runs which test: all tests of a format one, since making its packs takes long.

pytest-xdist 3.8 has marks for that, `xdist_group`, but with pytest 9.2 they do nothing.
"""

import re

from xdist.scheduler import LoadScopeScheduling

from tests.validation.formats import BOOKLET, FORMATS

_NAMES = "|".join(re.escape(one.name) for one in (*FORMATS, BOOKLET))
_IN_FORMAT = re.compile(rf"tests/validation/.*[\[-]({_NAMES})\]")


class ByFormat(LoadScopeScheduling):  # type: ignore[misc]
    """Gives out the tests of a format together, and all others a file at a time."""

    def _split_scope(self, nodeid: str) -> str:
        found = _IN_FORMAT.fullmatch(nodeid)
        return found[1] if found else nodeid.partition("::")[0]
