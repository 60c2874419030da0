"""3,000 broken files of all kinds, each of which the program reads to a problem or to the end."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest

from tests.fuzzing.kinds import KINDS, Bench
from tests.fuzzing.running import Case, Failure, cases, kept, tried

_COUNT = 3000


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("bench"))


def failures(bench: Bench, wanted: list[Case]) -> Iterator[str]:
    """What goes wrong, with the file that does it kept where the test says."""
    found = (tried(bench, case) for case in wanted)
    yield from (_told(bench.folder, failure) for failure in found if failure)


def _told(folder: Path, failure: Failure) -> str:
    case = failure.case
    saved = folder / f"{case.kind}-{case.number}"
    saved.write_bytes(failure.content)
    return f"{case.kind} {case.number}, kept as {saved}:\n{failure.reason}"


def test_the_kinds_are_tried_3000_times_in_all() -> None:
    assert _COUNT <= len(list(cases(_COUNT))) < _COUNT + len(KINDS)


@pytest.mark.filterwarnings("ignore")  # of libraries, which the program keeps to itself
@pytest.mark.parametrize("kind", KINDS)
def test_a_broken_file_is_a_problem_and_never_another_exception(bench: Bench, kind: str) -> None:
    of_kinds = {name: list(some) for name, some in groupby(cases(_COUNT), lambda one: one.kind)}
    assert list(failures(bench, of_kinds[kind])) == []


@pytest.mark.filterwarnings("ignore")
def test_what_failed_once_does_not_fail_again(bench: Bench) -> None:
    assert list(failures(bench, kept())) == []


def test_a_case_is_the_same_file_each_time() -> None:
    assert all(Case(kind, 7).content() == Case(kind, 7).content() for kind in KINDS)
