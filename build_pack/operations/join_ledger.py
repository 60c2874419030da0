"""Branches of a ledger: what each has that the others lack, and the line that joins them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from build_pack.approvals.ledger.chain import CLOCKS, ancestors, line_digest
from build_pack.approvals.ledger.ledger_file import Ledger, Signature, texts_file, texts_name
from build_pack.approvals.ledger.line import LedgerLine
from build_pack.approvals.new_line import (
    approval_refused,
    files_with_line,
    key_problems,
    new_line,
    signer_name_problems,
)
from build_pack.approvals.verified_ledger import VerifiedLedger, read_verified_ledger
from build_pack.problems import ProblemsError, Severity
from build_pack.storage.atomic_write import write_files_atomically
from build_pack.storage.recovery import only_writer
from build_pack.workspace.workspace import Workspace


@dataclass(frozen=True)
class LedgerBranch:
    """The lines that only one branch has, oldest first."""

    lines: tuple[Signature, ...]
    not_counting: frozenset[str]
    """Those of them that nobody who may has signed with a key, as they are in the file."""
    is_joined: bool = False
    """Whether a line has joined it already that is not signed with a key."""


@dataclass(frozen=True)
class JoinRequest:
    """Who wants to join the branches of a ledger."""

    by: str
    note: str = ""
    key: Path | None = None
    """The private SSH key to sign with."""


def open_branches(workspace: Workspace, now: datetime) -> tuple[LedgerBranch, ...]:
    """The branches that wait to be joined, two or more; none if there is nothing to join.

    Where keys count, so do those that a line without one has joined. Raises `ProblemsError` if
    anything else is wrong with the ledger.
    """
    with workspace.reading():
        return tuple(_open(_sound(workspace.clinic, now)))


def _open(found: VerifiedLedger) -> Iterator[LedgerBranch]:
    whole = found.whole
    if whole.is_forked:
        yield from _branches(found, whole.tips)
    for one in found.unvouched:
        for branch in _branches(found, whole.links[line_digest(one.raw)].parents):
            yield replace(branch, is_joined=True)


def _branches(found: VerifiedLedger, ends: Iterable[str]) -> Iterator[LedgerBranch]:
    """The branches that end in these lines; none if they are one."""
    whole, ends = found.whole, tuple(dict.fromkeys(ends))
    by_digest = {line_digest(one.raw): one for one in whole.signatures}
    counting = {one.raw for one in found.ledger.signatures}
    for end in ends if len(ends) > 1 else ():
        lines = tuple(by_digest[digest] for digest in _alone(whole, end, ends))
        yield LedgerBranch(lines, frozenset(one.raw for one in lines) - counting)


def _alone(ledger: Ledger, end: str, ends: Iterable[str]) -> list[str]:
    """The lines that lead to this end and to no other, in their order."""
    others = ancestors(ledger.links, (other for other in ends if other != end))
    alone = set(ancestors(ledger.links, [end])) - set(others)
    return sorted(alone, key=lambda digest: ledger.links[digest].order)


def join_ledger(
    workspace: Workspace, request: JoinRequest, shown: tuple[LedgerBranch, ...], now: datetime
) -> LedgerLine:
    """Add the line that joins the branches which were shown.

    Raises `ProblemsError` if they are not those of the ledger any more, or this person may not.
    """
    clinic = workspace.clinic
    with only_writer(clinic):
        with workspace.reading():
            found = _sound(clinic, now)
            ledger = found.whole
            _require_as_shown(found, shown)
            if wanted := [*key_problems(clinic, request.key, ledger)]:
                raise ProblemsError(wanted)
            at = ledger.not_before(now.replace(microsecond=0))
            line = _line(clinic, request, at, *_joined(found))
            files = files_with_line(clinic, line, {}, request.key, ledger)
        write_files_atomically(clinic, files)
    return line


def _require_as_shown(found: VerifiedLedger, shown: tuple[LedgerBranch, ...]) -> None:
    if shown != tuple(_open(found)):
        message = "Somebody else has signed or joined branches in the meantime."
        raise ProblemsError([approval_refused("--by", message, "Look at the branches again.")])


def _sound(clinic: Path, now: datetime) -> VerifiedLedger:
    """The ledger, if nothing else is wrong with it than what a join can put right."""
    found = read_verified_ledger(clinic, now + CLOCKS)
    waiting = found.whole.problems if found.whole.is_forked else ()
    faults = [one for one in found.ledger.problems if one not in waiting]
    if errors := [one for one in faults if one.severity is Severity.ERROR]:
        raise ProblemsError(errors)
    return found


def _joined(found: VerifiedLedger) -> tuple[str, list[str]]:
    """The line that a join goes on from, and those that it joins, or stands for once more."""
    *others, last = found.whole.tips
    return last, others or [line_digest(one.raw) for one in found.unvouched]


def _line(
    clinic: Path, request: JoinRequest, at: datetime, last: str, others: list[str]
) -> LedgerLine:
    line = new_line(
        clinic,
        request.key,
        request.by,
        request.note,
        at=at,
        texts=0,
        digest=texts_name(texts_file({})),
        previous=last,
        joins=tuple(others),
    )
    if faults := [*signer_name_problems(line)]:
        raise ProblemsError(faults)
    return line
