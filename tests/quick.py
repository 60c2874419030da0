"""`./run quick`: the tests that print nothing and start neither Java nor a browser.

Those that read thousands of broken files are left out too, and the hooks, which are lint once more.

A plugin of pytest, `-p tests.quick`. Files of tests that print are not even read; should a test
print all the same, it fails, so that the list here stays whole.
"""

import re
from pathlib import Path
from typing import Any, NoReturn

import pytest

from build_pack.printing.printer import Printer

_TESTS = Path(__file__).parent
_PRINTING = re.compile(
    r"(validation|packs|fuzzing|releases|operations|printing|storage|rendering|cli|workspace)/.*"
    r"|approvals/test_document_usage\.py|checks/test_pages\.py"
    r"|test_(checks_page|faults|hooks|problem_examples|python_(options|page)|run_script|site)\.py"
)


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leave out the files that print."""
    if not collection_path.is_relative_to(_TESTS):
        return None
    name = collection_path.relative_to(_TESTS).as_posix()
    return True if _PRINTING.fullmatch(name) else None


def pytest_configure() -> None:
    """Refuse to print a document."""

    def refuse(*_: Any, **__: Any) -> NoReturn:
        pytest.fail("This test prints: name its file in tests/quick.py.")

    Printer._printed = refuse  # type: ignore[method-assign] # noqa: SLF001 - all goes through it
