"""A ledger that is kept in a repository has all lines that were committed."""

import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from build_pack.approvals.committed_ledger import read_committed_ledger
from build_pack.approvals.ledger.ledger_file import ledger_path, name_of, texts_path
from build_pack.operations.join_ledger import JoinRequest, join_ledger, open_branches
from tests.approvals.signing import ROLES, lines_of, signature, text, union, write, write_lines
from tests.workshop import opened

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=Sample", "-c", "user.email=sample@example.org")
    subprocess.run(["git", "-C", str(folder), *who, *words], check=True, capture_output=True)


def sign(clinic: Path, *names: str) -> None:
    for name in names:
        there = lines_of(clinic) if ledger_path(clinic).is_file() else []
        one = signature(text(name), by=f"{name} Sample", role=ROLES[0])
        write(clinic, one, previous=there)


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    """A clinic inside a repository, with two lines that were committed."""
    clinic = tmp_path / "clinics" / "demo"
    sign(clinic, "First", "Second")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "two lines")
    return clinic


def cut(clinic: Path, left: int) -> None:
    """Take lines away with all that belongs to them."""
    for raw in lines_of(clinic)[left:]:
        texts_path(clinic, name_of(raw)).unlink()
    write_lines(clinic, lines_of(clinic)[:left])


def told(clinic: Path) -> list[str]:
    return [one.message for one in read_committed_ledger(clinic, NOW).problems]


def test_what_was_committed_and_more_is_a_whole_ledger(clinic: Path) -> None:
    assert told(clinic) == []
    sign(clinic, "Third")
    assert told(clinic) == []


def test_lines_that_were_committed_and_are_gone_are_told(clinic: Path) -> None:
    sign(clinic, "Third")
    cut(clinic, 1)
    [problem] = read_committed_ledger(clinic, NOW).problems
    assert (problem.code, problem.place.path) == ("approval-broken", ledger_path(clinic))
    assert problem.message == "1 line of the ledger that is in git's last commit is missing."
    assert f"git checkout HEAD -- {clinic / 'approvals'}." in problem.hint


def test_a_folder_of_approvals_that_is_gone_is_told(clinic: Path) -> None:
    shutil.rmtree(clinic / "approvals")
    assert told(clinic) == ["2 lines of the ledger that are in git's last commit are missing."]


def test_a_ledger_that_was_moved_away_by_a_commit_is_begun_anew(
    clinic: Path, tmp_path: Path
) -> None:
    (clinic / "approvals").rename(tmp_path / "old approvals")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "moved away")
    assert told(clinic) == []


def test_the_ends_of_lines_as_on_windows_change_nothing(clinic: Path) -> None:
    path = ledger_path(clinic)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert told(clinic) == []


def test_branches_that_have_lost_a_committed_line_are_not_joined(
    clinic: Path, tmp_path: Path
) -> None:
    other = shutil.copytree(clinic, tmp_path / "other")
    sign(clinic, "Third")
    sign(other, "Fourth")
    both = union(clinic, other)
    assert len(open_branches(opened(both), NOW)) == 2
    lines = lines_of(both)
    join_ledger(opened(both), JoinRequest("Joining Sample"), open_branches(opened(both), NOW), NOW)
    assert told(both) == []
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "joined")
    texts_path(both, name_of(lines_of(both)[-1])).unlink()
    write_lines(both, lines)
    later = NOW + timedelta(days=1)
    ledger = read_committed_ledger(both, later)
    assert (len(ledger.problems), ledger.is_forked) == (2, False)


@pytest.mark.parametrize("broken", ["nothing was committed", "no repository", "not readable"])
def test_a_folder_of_which_git_says_nothing_is_taken_as_it_is(tmp_path: Path, broken: str) -> None:
    clinic = tmp_path / "clinic"
    sign(clinic, "First")
    if broken == "nothing was committed":
        git(tmp_path, "init", "--quiet")
    elif broken == "not readable":
        (tmp_path / ".git").write_text("gitdir: nowhere\n", encoding="utf-8")
    assert told(clinic) == []
