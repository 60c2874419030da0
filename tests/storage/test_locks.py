"""One run alone writes into a folder, and whoever comes second is told of it."""

import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from threading import Thread

import pytest

from build_pack.problems import Problem, ProblemsError
from build_pack.storage import locks
from build_pack.storage.atomic_write import write_files_atomically
from build_pack.storage.recovery import consistent_read, only_writer, recover_folder
from build_pack.storage.writable_paths import LOCK

HOLD = """
import sys
from pathlib import Path
from build_pack.storage.recovery import only_writer
with only_writer(Path(sys.argv[2])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


@pytest.fixture
def other(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another run, which writes into the folder for as long as nobody ends it."""
    command = [sys.executable, "-c", HOLD, "day", str(folder)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as run:
        assert run.stdout
        assert run.stdout.readline() == "held\n"
        yield run
        run.kill()


def refused(folder: Path) -> Problem:
    with pytest.raises(ProblemsError) as caught, only_writer(folder, patience=0):
        pass
    [problem] = caught.value.problems
    return problem


def test_the_second_is_told_who_writes_and_since_when(
    folder: Path, other: subprocess.Popen[str]
) -> None:
    problem = refused(folder)
    assert (problem.code, problem.place.path) == ("folder-busy", folder)
    who = f"build-pack day on {platform.node()}, process {other.pid}"
    since = r"since \d\d:\d\d on \d+ [A-Z][a-z]+ \d{4}"
    assert re.fullmatch(
        f"Another run is writing here: {re.escape(who)}, {since}\\.", problem.message
    )


def test_a_lock_ends_with_its_process_however_that_ends(
    folder: Path, other: subprocess.Popen[str]
) -> None:
    other.kill()
    other.wait()
    write_files_atomically(folder, {Path("a.pdf"): b"new"})
    assert [path.name for path in folder.iterdir()] == ["a.pdf"]


def test_what_a_killed_run_leaves_of_its_lock_goes_at_the_next_start(
    folder: Path, other: subprocess.Popen[str]
) -> None:
    other.kill()
    other.wait()
    assert [path.name for path in folder.iterdir()] == [LOCK]
    recover_folder(folder)
    assert not list(folder.iterdir())


def test_who_only_reads_does_not_wait_for_who_writes(
    folder: Path, other: subprocess.Popen[str]
) -> None:
    with consistent_read(folder):
        recover_folder(folder)
    assert other.poll() is None
    assert (folder / LOCK).exists()


def test_a_run_that_writes_twice_does_not_wait_for_itself(folder: Path) -> None:
    with only_writer(folder), only_writer(folder / "." / ".." / folder.name):
        write_files_atomically(folder, {Path("a.pdf"): b"new"})
        assert (folder / LOCK).exists()
    assert [path.name for path in folder.iterdir()] == ["a.pdf"]


def test_two_threads_are_two_writers(folder: Path) -> None:
    found: list[Problem] = []
    with only_writer(folder):
        thread = Thread(target=lambda: found.append(refused(folder)))
        thread.start()
        thread.join()
    assert [one.code for one in found] == ["folder-busy"]


def test_a_folder_that_was_made_for_nothing_goes(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), only_writer(tmp_path / "a" / "b"):
        raise KeyboardInterrupt
    assert not list(tmp_path.iterdir())


def test_who_has_lost_the_folder_writes_nothing_into_another_one_of_its_name(folder: Path) -> None:
    with only_writer(folder):
        shutil.rmtree(folder)
        with pytest.raises(ProblemsError) as gone:
            write_files_atomically(folder, {Path("a.pdf"): b"new"})
        folder.mkdir()
        with pytest.raises(ProblemsError) as exchanged:
            write_files_atomically(folder, {Path("a.pdf"): b"new"})
    message = "Cannot be written: the folder was removed or replaced in the meantime."
    for caught in (gone, exchanged):
        assert [(p.message, p.place.path) for p in caught.value.problems] == [(message, folder)]
    assert not list(folder.iterdir())


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_something_else_of_the_locks_name_is_told_and_stays(folder: Path, kind: str) -> None:
    path = folder / LOCK
    (folder.parent / "elsewhere").write_text("kept")
    make: dict[str, Callable[[], object]] = {
        "link": lambda: path.symlink_to(folder.parent / "elsewhere"),
        "pipe": lambda: os.mkfifo(path),
        "folder": path.mkdir,
    }
    make[kind]()
    problem = refused(folder)
    assert (problem.code, problem.place.path) == ("file-unwritable", path)
    assert os.path.lexists(path)
    assert (folder.parent / "elsewhere").read_text() == "kept"


def test_what_stands_in_a_lock_of_others_is_not_repeated_if_it_hides_something(
    folder: Path, other: subprocess.Popen[str]
) -> None:
    assert other.poll() is None
    (folder / LOCK).write_text("\x1b[2Jsomething else\n")
    assert refused(folder).message == "Another run is writing here."


def test_a_reader_keeps_a_writer_waiting_and_not_for_ever(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "PATIENCE_WITH_READERS", 0.1)
    with consistent_read(folder), pytest.raises(ProblemsError) as caught:
        write_files_atomically(folder, {Path("a.pdf"): b"new"})
    assert [one.code for one in caught.value.problems] == ["folder-busy"]
    assert not list(folder.iterdir())


def test_what_has_been_signed_outlasts_a_long_check(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "PATIENCE", 0.0)  # for which a reader waits, and no writer
    reading = ExitStack()
    reading.enter_context(consistent_read(folder))
    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(write_files_atomically, folder, {Path("a.pdf"): b"new"})
        with pytest.raises(TimeoutError):
            done.result(timeout=0.3)
        reading.close()
        assert done.result(timeout=30) == (folder / "a.pdf",)
