"""Files are replaced all or none, whatever fails and whenever."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from build_pack.packs.replacing import whole_files
from build_pack.problems import Place, ProblemsError

Snapshot = Callable[[Path], dict[str, bytes]]
NAMES = [Path("tr/a.pdf"), Path("tr/b.pdf"), Path("manifest.json")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An output of which the second file does not exist yet."""
    whole_files(tmp_path / "out", {NAMES[0]: b"old a", NAMES[2]: b"old manifest"})
    return tmp_path / "out"


def fail_at(monkeypatch: pytest.MonkeyPatch, number: int, fault: BaseException) -> None:
    """Let the renaming with this number fail; what comes after works again."""
    real, calls = Path.replace, iter(range(1, 100))

    def replace(path: Path, target: Path) -> Path:
        if next(calls) == number:
            raise fault
        return real(path, target)

    monkeypatch.setattr(Path, "replace", replace)


def test_all_files_are_replaced_and_nothing_else_is_left(folder: Path, snapshot: Snapshot) -> None:
    assert whole_files(folder, dict.fromkeys(NAMES, b"new")) == tuple(
        folder / name for name in NAMES
    )
    assert snapshot(folder) == {str(name): b"new" for name in NAMES}
    assert {path.name for path in folder.iterdir()} == {"tr", "manifest.json"}


@pytest.mark.parametrize("number", range(1, 6))
@pytest.mark.parametrize("fault", [OSError(errno.EIO, "No more"), KeyboardInterrupt()])
def test_a_failure_in_the_middle_puts_every_old_file_back(
    folder: Path,
    snapshot: Snapshot,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    fault: BaseException,
) -> None:
    """Two of the three are there before: five renamings in all."""
    before = snapshot(folder)
    fail_at(monkeypatch, number, fault)
    with pytest.raises((ProblemsError, KeyboardInterrupt)):
        whole_files(folder, dict.fromkeys(NAMES, b"new"))
    assert snapshot(folder) == before


def test_a_folder_in_the_way_is_named_and_stays(folder: Path, snapshot: Snapshot) -> None:
    (folder / NAMES[1]).mkdir()
    (folder / NAMES[1] / "kept.txt").write_text("kept")
    before = snapshot(folder)
    with pytest.raises(ProblemsError) as caught:
        whole_files(folder, dict.fromkeys(NAMES, b"new"))
    (problem,) = caught.value.problems
    assert problem.place == Place(folder / NAMES[1])
    assert "--out" not in problem.hint  # not every command has it
    assert snapshot(folder) == before


def test_a_file_that_only_exists_while_we_write_is_never_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    partial = str(folder / ".partial-x" / "old" / "a.pdf")
    old = str(folder / NAMES[0])
    fail_at(monkeypatch, 1, OSError(errno.EACCES, "Locked", old, None, partial))
    with pytest.raises(ProblemsError) as caught:
        whole_files(folder, dict.fromkeys(NAMES, b"new"))
    assert caught.value.problems[0].place == Place(folder / NAMES[0])
