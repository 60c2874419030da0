"""What signatures leave beside the ledger: so a ledger that is gone, or a part of it, shows."""

import re
from collections.abc import Container
from pathlib import Path

_LEFT = {"texts": ".json", "signatures": ".sig"}
"""The folders beside the ledger, and how the files in them end."""
_NAME = re.compile("[0-9a-f]{16}")


def unreferenced_files(folder: Path, named: Container[str]) -> tuple[Path, ...]:
    """The files of texts and signatures in the folder of approvals that no line has named.

    Only those that have the name of a line: what else lies there has nothing to do with us.
    """
    return tuple(
        path
        for name, ending in _LEFT.items()
        for path in sorted((folder / name).glob(f"*{ending}"))
        if _NAME.fullmatch(path.stem) and path.stem not in named
    )
