"""Which branches of the program the tests go through: `./run test` holds that number.

A plugin of pytest, `-p tests.measuring`, that is loaded before the program is. The tracer makes a
test a third slower, so tests that print many pages through code that others reach are not measured.
"""

import os
import re
from collections.abc import Iterator

import coverage
import pytest

_UNMEASURED = re.compile(
    r"tests/(validation/|packs/test_(goldens|releasing|new_leaflet|figures)\.py|rendering/test_held).*"
)


class Measuring:
    """Starts and stops the tracer; each process of a run writes a file of its own."""

    def __init__(self) -> None:
        self._coverage = coverage.Coverage(data_suffix=True)
        self._coverage.start()  # what modules do when they are imported counts as well

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Leave out the tests that cost too much."""
        if not _UNMEASURED.match(item.nodeid):
            return (yield)
        self._coverage.stop()
        try:
            return (yield)
        finally:
            self._coverage.start()

    def pytest_unconfigure(self) -> None:
        """Write down what was found."""
        self._coverage.stop()
        self._coverage.save()


def pytest_configure(config: pytest.Config) -> None:
    """Measure in the processes that run tests."""
    if _MEASURING:
        config.pluginmanager.register(_MEASURING)


def _runs_tests() -> bool:
    return "PYTEST_XDIST_WORKER" in os.environ


_MEASURING = Measuring() if _runs_tests() else None
