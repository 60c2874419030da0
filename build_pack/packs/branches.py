"""Branches of a ledger: what each has that the others lack, and the line that joins them."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import ValidationError

from build_pack.approvals.chain import CLOCKS, before, line_digest
from build_pack.approvals.ledger import (
    Ledger,
    Signature,
    added,
    texts_file,
    texts_name,
)
from build_pack.approvals.line import Line, format_line
from build_pack.approvals.signers import needs_key, signature_path, signed_line, signer_of
from build_pack.packs.kept_ledger import kept_ledger
from build_pack.packs.people import name_problems
from build_pack.packs.recovering import only_writer
from build_pack.packs.replacing import whole_files
from build_pack.problems import Place, Problem, ProblemsError

_KEY_WANTED = (
    "At this clinic only what is signed with a key counts.",
    "Add --sign with your private SSH key.",
)


@dataclass(frozen=True)
class Branch:
    """The lines that only one branch has, oldest first."""

    lines: tuple[Signature, ...]


@dataclass(frozen=True)
class Request:
    """Who wants to join the branches of which ledger."""

    clinic: Path
    by: str
    note: str = ""
    key: Path | None = None
    """The private SSH key to sign with."""


def branches(clinic: Path, now: datetime) -> tuple[Branch, ...]:
    """The branches that wait to be joined, two or more; none if there is nothing to join.

    Raises `ProblemsError` if anything else is wrong with the ledger.
    """
    ledger = _sound(clinic, now)
    if not ledger.is_forked:
        return ()
    found = {line_digest(one.raw): one for one in ledger.signatures}
    return tuple(
        Branch(tuple(found[digest] for digest in _alone(ledger, tip))) for tip in ledger.tips
    )


def _alone(ledger: Ledger, tip: str) -> list[str]:
    """The lines that lead to this tip and to no other, in their order."""
    others = before(ledger.links, (other for other in ledger.tips if other != tip))
    alone = set(before(ledger.links, [tip])) - set(others)
    return sorted(alone, key=lambda digest: ledger.links[digest].order)


def join(request: Request, shown: tuple[Branch, ...], now: datetime) -> Line:
    """Add the line that joins the branches which were shown.

    Raises `ProblemsError` if they are not those of the ledger any more, or this person may not.
    """
    with only_writer(request.clinic):
        ledger = _sound(request.clinic, now)
        *others, last = (line_digest(branch.lines[-1].raw) for branch in shown)
        if {*others, last} != {*ledger.tips}:
            message = "Somebody else has signed or joined in the meantime."
            raise ProblemsError([_refused("--by", message, "Look at the branches again.")])
        if request.key is None and needs_key(request.clinic, ledger):
            raise ProblemsError([_refused("--sign", *_KEY_WANTED)])
        line = _line(request, ledger.not_before(now.replace(microsecond=0)), last, others)
        files = added(request.clinic, line, {})
        if request.key:
            raw = format_line(line)
            path = signature_path(request.clinic, raw)
            files[path.relative_to(request.clinic)] = signed_line(
                request.clinic, line, request.key, ledger
            )
        whole_files(request.clinic, files)
    return line


def _sound(clinic: Path, now: datetime) -> Ledger:
    ledger = kept_ledger(clinic, now + CLOCKS)
    if ledger.problems and not ledger.is_forked:
        raise ProblemsError(ledger.problems)
    return ledger


def _line(request: Request, at: datetime, last: str, others: list[str]) -> Line:
    signer = signer_of(request.clinic, request.key) if request.key else ""
    by, note = (" ".join(words.split()) for words in (request.by or signer, request.note))
    try:
        line = Line(
            at=at,
            by=by,
            texts=0,
            digest=texts_name(texts_file({})),
            note=note,
            signer=signer,
            previous=last,
            joins=tuple(others),
        )
    except ValidationError as error:
        hint = "Write it in one line of at most 200 letters."
        raise ProblemsError(
            [
                _refused(
                    f"--{one['loc'][0]}", f"This cannot stand in the ledger: {one['msg']}.", hint
                )
                for one in error.errors()
            ]
        ) from error
    if faults := [*name_problems(line)]:
        raise ProblemsError(faults)
    return line


def _refused(option: str, message: str, hint: str) -> Problem:
    return Problem("approval-refused", Place(Path(option)), message, hint)
