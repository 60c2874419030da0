"""A clinic's ledger, held against the last commit of the repository that it is kept in."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from build_pack.approvals.ledger.chain import line_digest
from build_pack.approvals.ledger.ledger_file import Ledger, ledger_path, read_ledger
from build_pack.approvals.ledger.ledger_problems import broken_ledger
from build_pack.approvals.ledger.line_parser import lines_in
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.storage.git_repository import repository_of
from build_pack.storage.memoization import rests_on
from build_pack.storage.recovery import consistent_read
from build_pack.text.keywords import counted


def read_committed_ledger(clinic: Path, latest: datetime | None = None) -> Ledger:
    """The ledger as `read_ledger` has it; lines that only the last commit has are a problem, too.

    A folder that is in no repository, or in one that git does not read, is taken as it is.
    """
    with consistent_read(
        clinic
    ):  # a line and the file of its texts are written one after the other
        ledger = read_ledger(clinic, latest)
    lost = list(_lost(clinic, ledger))
    problems = (*ledger.problems, *lost)
    return replace(ledger, problems=problems, is_forked=False) if lost else ledger


def _lost(clinic: Path, ledger: Ledger) -> Iterator[Problem]:
    committed = rests_on(("last commit", clinic), lambda: tuple(_committed(clinic)))
    missing = [raw for raw in committed if line_digest(raw) not in ledger.links]
    if missing:
        path = ledger_path(clinic)
        lines = counted(len(missing), "line")
        are = "is" if len(missing) == 1 else "are"
        message = f"{lines} of the ledger that {are} in git's last commit {are} missing."
        back = f"Restore it: git checkout HEAD -- {path.parent}."
        hint = f"{back} If it was removed on purpose to start again, commit that first."
        yield broken_ledger(Place(path), message, hint)


def _committed(clinic: Path) -> list[str]:
    """The lines of the ledger in the last commit; none if that cannot be told."""
    folder = clinic.resolve()
    if not any((each / ".git").exists() for each in (folder, *folder.parents)):
        return []
    with suppress(ProblemsError):
        if repository := repository_of(folder):
            path = ledger_path(folder).relative_to(repository.root)
            content = b"".join(one.content for one in repository.stored("HEAD", [path]))
            return [line for line in lines_in(content) if line]
    return []
