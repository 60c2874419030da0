"""Which branches of the program the tests go through: `./run branches` holds that number.

A plugin of pytest, `-p tests.measuring`, that is loaded before all that imports the program. A test
takes up to twice as long while it is measured, so those are left out that take long anyway, and go
through code that others reach as well: the number can only be lower for that.
"""

import os
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import coverage
import pytest

_LONG = re.compile(
    r"tests/(validation/|fuzzing/|test_faults\.py"
    r"|packs/test_(goldens|figures)\.py|releases/test_release_gate\.py"
    r"|operations/test_new_leaflet\.py|approvals/test_document_usage\.py"
    r").*"
)


def is_measured(item: pytest.Item) -> bool:
    """Whether a test counts; one that hypothesis repeats goes the same ways a hundred times."""
    return not (_LONG.match(item.nodeid) or item.get_closest_marker("hypothesis"))


class Measuring:
    """Starts and stops the tracer; each process of a run writes a file of its own."""

    def __init__(self) -> None:
        self._coverage = coverage.Coverage(data_suffix=True)
        with self._coverage.collect():
            _import_all()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self) -> Iterator[None]:
        """Measure a test with its fixtures."""
        with self._coverage.collect():
            return (yield)

    def pytest_unconfigure(self) -> None:
        """Write down what was found."""
        self._coverage.save()


def _import_all() -> None:
    """Import each module of the program, so that what it does then counts."""
    folder = Path(__file__).parents[1] / "build_pack"
    for module in walk_packages([str(folder)], "build_pack."):
        import_module(module.name)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what does not count: `./run test` runs it."""
    config.hook.pytest_deselected(items=[one for one in items if not is_measured(one)])
    items[:] = filter(is_measured, items)


if "PYTEST_XDIST_WORKER" in os.environ:  # in the process that gives out the tests nothing is run
    _MEASURING = Measuring()

    def pytest_configure(config: pytest.Config) -> None:
        """Measure from the first test on."""
        config.pluginmanager.register(_MEASURING)
