"""Files are replaced all or none, whatever fails and whenever."""

import errno
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

import pytest

from build_pack.problems import Place, Problem, ProblemsError
from build_pack.storage.atomic_write import (
    exchange_files,
    write_files_atomically,
    write_folder_atomically,
)
from build_pack.storage.journal import PartialFolder
from build_pack.storage.problem_listener import problem_listener
from build_pack.storage.recovery import consistent_read, recover_folder
from tests.packs.killing import NAMES, SCENARIOS
from tests.workshop import ROOT

Snapshot = Callable[[Path], dict[str, bytes]]
MEMORY = Path("/dev/shm")  # noqa: S108 - hundreds of syncs take long on a disk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An output of which the second file does not exist yet."""
    write_files_atomically(tmp_path / "out", {NAMES[0]: b"old a", NAMES[2]: b"old manifest"})
    return tmp_path / "out"


@pytest.fixture
def heard() -> Iterator[list[Problem]]:
    """What is told of interrupted runs."""
    found: list[Problem] = []
    token = problem_listener.set(found.append)
    yield found
    problem_listener.reset(token)


def fail_at(monkeypatch: pytest.MonkeyPatch, number: int, fault: BaseException) -> None:
    """Let the renaming with this number fail; what comes after works again."""
    real, calls = os.replace, iter(range(1, 100))

    def replace(path: Path, target: Path) -> None:
        if next(calls) == number:
            raise fault
        real(path, target)

    monkeypatch.setattr(os, "replace", replace)


def test_all_files_are_replaced_and_nothing_else_is_left(folder: Path, snapshot: Snapshot) -> None:
    assert write_files_atomically(folder, dict.fromkeys(NAMES, b"new")) == tuple(
        folder / name for name in NAMES
    )
    assert snapshot(folder) == {str(name): b"new" for name in NAMES}
    assert {path.name for path in folder.iterdir()} == {"en", "tr", "manifest.json"}


@pytest.fixture(params=SCENARIOS, scope="module")
def kills(request: pytest.FixtureRequest) -> list[dict[str, Any]]:
    """What a kill at each step has left after the next start, and at last no kill."""
    name = mkdtemp(dir=MEMORY if MEMORY.is_dir() else None)
    command = [sys.executable, "-m", "tests.packs.killing", request.param, name]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    rmtree(name)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_a_kill_at_any_step_leaves_all_files_old_or_all_new(kills: list[dict[str, Any]]) -> None:
    *killed, whole = kills
    assert len(killed) > 4
    assert all(one["killed"] for one in killed)
    assert [one["left"] for one in killed if one["left"] not in (one["old"], whole["left"])] == []


def test_once_all_is_new_after_a_kill_it_is_so_after_each_later_one(
    kills: list[dict[str, Any]], request: pytest.FixtureRequest
) -> None:
    if "refusal" in request.node.name:  # which goes there and back
        kills = [one for one in kills if one["left"] != one["old"]]
    news = [one["left"] == kills[-1]["left"] for one in kills]
    assert news == sorted(news)


def test_the_next_start_leaves_nothing_hidden_and_says_what_it_did(
    kills: list[dict[str, Any]],
) -> None:
    for one in kills:
        assert not [name for name in one["left"] if "/." in f"/{name}"]
        partial = [path for path in one["hidden"] if ".partial-" in Path(path).name]
        assert len(one["said"]) == len(partial)


@pytest.mark.parametrize("number", range(1, 6))
@pytest.mark.parametrize("fault", [OSError(errno.EIO, "No more"), KeyboardInterrupt()])
def test_a_failure_in_the_middle_puts_every_old_file_back(
    folder: Path,
    snapshot: Snapshot,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    fault: BaseException,
) -> None:
    """The journal gets its name, then each of the four files."""
    before = snapshot(folder)
    fail_at(monkeypatch, number, fault)
    with pytest.raises((ProblemsError, KeyboardInterrupt)):
        write_files_atomically(folder, dict.fromkeys(NAMES, b"new"))
    assert snapshot(folder) == before
    assert {path.name for path in folder.iterdir()} == {"tr", "manifest.json"}


def test_a_power_cut_finds_on_the_disk_what_the_journal_says(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything is synced before the journal gets its name, the names before it is removed."""
    steps: list[tuple[str, str]] = []
    for name in ("replace", "unlink", "fsync"):
        monkeypatch.setattr(os, name, _noted(getattr(os, name), name, folder, steps))
    write_files_atomically(folder, dict.fromkeys(NAMES, b"new"))
    decided = steps.index(("replace", "P/journal.json"))
    synced = {path for name, path in steps[:decided] if name == "fsync"}
    assert {f"P/new/{name}" for name in NAMES} | {
        "P",
        "P/new",
        "P/new/tr",
        "P/old/tr",
        "",
    } <= synced
    assert "P/unnamed.json" in synced
    assert steps[decided + 1] == ("fsync", "P")
    named = max(steps.index(("replace", str(name))) for name in NAMES)
    removed = steps.index(("unlink", "P/journal.json"))
    after = {path for name, path in steps[named:removed] if name == "fsync"}
    assert after == {"", "tr", "en", "en/x"}


def _noted(
    real: Callable[..., Any], name: str, folder: Path, steps: list[tuple[str, str]]
) -> Callable[..., Any]:
    def call(*args: Any, **kwargs: Any) -> Any:
        handle = args[0] if isinstance(args[0], int) else None
        path = Path(args[-1]) if handle is None else Path(f"/proc/self/fd/{handle}").readlink()
        inside = (folder / path).relative_to(folder).as_posix()
        steps.append((name, re.sub(r"^\.partial-[^/]+|^\.$", _short, inside)))
        return real(*args, **kwargs)

    return call


def _short(found: re.Match[str]) -> str:
    return "P" if len(found[0]) > 1 else ""


def test_without_links_the_old_files_are_kept_as_copies(
    folder: Path, snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    before = snapshot(folder)
    fail_at(monkeypatch, 4, OSError(errno.EIO, "No more"))
    with pytest.raises(ProblemsError):
        write_files_atomically(folder, dict.fromkeys(NAMES, b"new"))
    assert snapshot(folder) == before


def test_a_file_keeps_who_may_read_it(folder: Path) -> None:
    (folder / NAMES[0]).chmod(0o640)
    write_files_atomically(folder, dict.fromkeys(NAMES, b"new"))
    assert (folder / NAMES[0]).stat().st_mode & 0o777 == 0o640


def test_a_folder_in_the_way_is_named_and_stays(folder: Path, snapshot: Snapshot) -> None:
    (folder / NAMES[1]).mkdir()
    (folder / NAMES[1] / "kept.txt").write_text("kept")
    before = snapshot(folder)
    with pytest.raises(ProblemsError) as caught:
        write_files_atomically(folder, dict.fromkeys(NAMES, b"new"))
    (problem,) = caught.value.problems
    assert problem.place == Place(folder / NAMES[1])
    assert problem.message == "Cannot be written: there is a folder with this name."
    assert "--out" not in problem.hint  # not every command has it
    assert snapshot(folder) == before


def test_a_link_or_a_pipe_in_the_way_is_named_and_stays(folder: Path) -> None:
    (folder.parent / "elsewhere").write_text("kept")
    (folder / NAMES[1]).symlink_to(folder.parent / "elsewhere")
    (folder / NAMES[2]).unlink()
    os.mkfifo(folder / NAMES[2])
    with pytest.raises(ProblemsError) as caught:
        write_files_atomically(folder, dict.fromkeys(NAMES, b"new"))
    assert {(p.place.path, p.message) for p in caught.value.problems} == {
        (folder / NAMES[1], "Cannot be written: there is a link with this name."),
        (folder / NAMES[2], "Cannot be written: there is a pipe with this name."),
    }
    assert (folder.parent / "elsewhere").read_text() == "kept"


def test_a_folder_that_is_a_link_to_elsewhere_is_not_followed(folder: Path) -> None:
    (folder.parent / "elsewhere").mkdir()
    (folder / "en").symlink_to(folder.parent / "elsewhere")
    with pytest.raises(ProblemsError) as caught:
        write_files_atomically(folder, dict.fromkeys(NAMES, b"new"))
    (problem,) = caught.value.problems
    assert (problem.place.path, problem.message) == (
        folder / "en",
        "Cannot be written: this link leads out of the folder.",
    )
    assert not list((folder.parent / "elsewhere").iterdir())


def test_a_link_inside_the_folder_is_followed(folder: Path) -> None:
    (folder / "en").symlink_to(folder / "tr")
    write_files_atomically(folder, {Path("en/b.pdf"): b"new"})
    assert (folder / "tr" / "b.pdf").read_bytes() == b"new"


def test_a_file_that_only_exists_while_we_write_is_never_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    partial = str(folder / ".partial-x" / "old" / "a.pdf")
    old = str(folder / NAMES[0])
    fail_at(monkeypatch, 2, OSError(errno.EACCES, "Locked", old, None, partial))
    with pytest.raises(ProblemsError) as caught:
        write_files_atomically(folder, dict.fromkeys(NAMES, b"new"))
    assert caught.value.problems[0].place == Place(folder / NAMES[0])


def test_hidden_folders_links_and_pipes_of_others_stay_and_hinder_nobody(
    folder: Path, snapshot: Snapshot, heard: list[Problem]
) -> None:
    others = folder.parent / "others"
    PartialFolder.begin(_made(others))
    (folder / ".partial-foreign").mkdir()
    (folder / ".partial-foreign" / "kept.pdf").write_text("kept")
    (folder / ".partial-file").write_text("kept")
    ours = f".partial-build-pack-{0:016}"
    (folder / ours).mkdir()
    (folder / ours / "kept.pdf").write_text("kept, since there is no mark of ours")
    [real] = others.iterdir()
    (folder / real.name).symlink_to(real)
    os.mkfifo(folder / f".partial-build-pack-{1:016}")
    forged = PartialFolder.begin(folder)
    forged.old.rmdir()
    forged.old.symlink_to(folder.parent / "others")
    recover_folder(folder)
    write_files_atomically(folder, dict.fromkeys(NAMES, b"new"))
    assert len([one for one in folder.iterdir() if one.name.startswith(".partial-")]) == 6
    assert snapshot(folder)[f"{ours}/kept.pdf"].startswith(b"kept")
    assert real.is_dir()
    assert heard == []


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


@pytest.mark.parametrize("name", ["../escaped", "/escaped", "tr/../../escaped", ""])
def test_a_journal_that_was_made_up_leads_nowhere(folder: Path, name: str) -> None:
    partial = PartialFolder.begin(folder)
    (partial.new / "escaped").write_text("made up")
    journal = {"files": [name], "gone": [], "old": [], "folders": []}
    (partial.path / "journal.json").write_text(json.dumps(journal))
    with pytest.raises(ProblemsError) as caught:
        recover_folder(folder)
    (problem,) = caught.value.problems
    assert (problem.code, problem.place.path) == ("run-interrupted", partial.path)
    assert not (folder.parent / "escaped").exists()


def test_a_file_that_was_to_go_and_came_anew_stays(folder: Path) -> None:
    exchange_files(folder, {}, [NAMES[2]])
    assert not (folder / NAMES[2]).exists()
    partial = PartialFolder.begin(folder)
    whole_files_staged = partial.stage({}, [NAMES[0]])
    partial.commit(whole_files_staged)
    (folder / NAMES[0]).unlink()
    (folder / NAMES[0]).write_text("somebody's own")
    recover_folder(folder)
    assert (folder / NAMES[0]).read_text() == "somebody's own"


def test_what_is_read_is_all_old_or_all_new_while_another_run_writes(folder: Path) -> None:
    """The writer goes on and on; a reader never sees half of what it does."""
    script = (
        "import sys; from pathlib import Path\n"
        "from build_pack.storage.atomic_write import write_files_atomically as whole_files\n"
        "folder, names = Path(sys.argv[1]), sys.argv[2:]\n"
        "for turn in range(10**6):\n"
        "    whole_files(folder, {Path(name): b'%d' % turn for name in names})\n"
        "    print(turn, flush=True)\n"
    )
    command = [sys.executable, "-c", script, str(folder), *map(str, NAMES)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        writer.stdout.readline()
        seen = set()
        for _ in range(15):
            with consistent_read(folder):
                contents = {(folder / name).read_text() for name in NAMES}
            assert len(contents) == 1
            seen |= contents
            writer.stdout.readline()
        writer.kill()
    assert len(seen) > 1


def test_a_reader_carries_out_what_was_decided(folder: Path, heard: list[Problem]) -> None:
    partial = PartialFolder.begin(folder)
    partial.commit(partial.stage(dict.fromkeys(NAMES, b"new"), ()))
    with consistent_read(folder):
        assert (folder / NAMES[3]).read_bytes() == b"new"
    assert [one.message for one in heard] == [
        "An earlier run was interrupted here. Its output, 4 files, was put in place."
    ]


def test_a_new_folder_gets_a_number_if_its_name_is_taken(tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack-2").symlink_to(tmp_path / "nowhere")
    assert write_folder_atomically(tmp_path, "pack", {NAMES[0]: b"new"}) == (
        tmp_path / "pack-3" / NAMES[0],
    )
    assert not list((tmp_path / "pack").iterdir())


def test_a_new_folder_takes_nothing_from_files_beside_it(tmp_path: Path) -> None:
    beside = tmp_path / "pack.pdf"
    beside.write_bytes(b"of others")
    beside.chmod(0o600)
    [made] = write_folder_atomically(tmp_path, "new", {Path("pack.pdf"): b"new"})
    assert made.stat().st_mode & 0o777 == 0o666 & ~umask()
    assert (beside.read_bytes(), beside.stat().st_nlink) == (b"of others", 1)


def umask() -> int:
    """What new files are not allowed here."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
