"""What every folder of tests shares."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from build_pack.operations import translate
from build_pack.printing import worker_pool
from build_pack.storage.kept_results import KeptResults
from build_pack.workspace import workspace
from tests.keeping import collect_rarely, keep_compiled, keep_read
from tests.shelf import Shelf, put_up
from tests.workshop import Workshop, copy_library

# How long an example takes says more of the machine than of the code.
settings.register_profile(
    "any-machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any-machine")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="Write what tests compare with anew; look at the difference before you commit it.",
    )


def pytest_collection_finish() -> None:
    collect_rarely()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Keep the tests of a format together."""
    from tests.validation.scheduling import ByFormat

    return ByFormat(config, log)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how much the validators looked at: none of it would look like a pass as well."""
    noted = [
        note for report in terminalreporter.getreports("passed") for note in report.user_properties
    ]
    checked = sorted(value for name, value in noted if name == "checked")
    rules = sorted(value for name, value in noted if name == "axe")
    if checked:
        terminalreporter.section("PDF/UA-1 and PDF/A-2a, by veraPDF")
        for format_name, files, checks in checked:
            terminalreporter.line(f"{format_name}: {files} files, {checks:,} checks, no failure")
        total = sum(checks for *_, checks in checked)
        terminalreporter.line(f"all: {sum(n for _, n, _ in checked)} files, {total:,} checks")
    if rules:
        terminalreporter.section("Web pages, by axe-core in Chromium")
        for kind, passed in rules:
            terminalreporter.line(f"{kind}: {passed} rules passed, no violation")


@pytest.fixture
def update_goldens(pytestconfig: pytest.Config) -> bool:
    """Tell whether expected files are to be written anew instead of compared with."""
    return bool(pytestconfig.getoption("--update-goldens"))


@pytest.fixture(scope="session", autouse=True)
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    """Print a page once for all tests, as a day's list does: the same origin, the same PDF."""
    folder = tmp_path_factory.getbasetemp().parent / "printed"
    folder.mkdir(exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        yield put_up(Shelf(folder), patch)


@pytest.fixture(scope="session", autouse=True)
def kept() -> Iterator[None]:
    """Compile each template once, and parse each file once."""
    with pytest.MonkeyPatch.context() as patch:
        keep_compiled(patch)
        keep_read(patch)
        yield


@pytest.fixture(autouse=True)
def shelf_unless_marked(request: pytest.FixtureRequest, shelf: Shelf) -> Iterator[None]:
    """A test that is about printing itself bears the mark `prints_anew`.

    In all others commands print in the process of the test: a worker of their own takes seconds to
    start. What they start as another process has its workers.
    """
    shelf.is_used = not request.node.get_closest_marker("prints_anew")
    with pytest.MonkeyPatch.context() as patch:
        if shelf.is_used:
            patch.setattr(worker_pool, "default_worker_count", lambda: worker_pool.HERE)
        yield


@pytest.fixture(autouse=True)
def no_results_of_other_tests(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep results for one test alone: what a test changes in the program is in no key."""
    results = KeptResults(tmp_path / "results")
    for module in (workspace, translate):
        monkeypatch.setattr(module, "user_results", lambda: results)


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """A fresh copy of the library."""
    copy_library(tmp_path / "library")
    return Workshop(tmp_path / "library")


@pytest.fixture(scope="session")
def snapshot() -> Callable[[Path], dict[str, bytes]]:
    """All files below a folder by name, to compare before and after."""

    def take(folder: Path) -> dict[str, bytes]:
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        return {str(path.relative_to(folder)): path.read_bytes() for path in files}

    return take
