"""A clinic's ledger with what of it counts: the same for signing, joining, checks and releases."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from build_pack.approvals.approval_status import SignatureRegister
from build_pack.approvals.committed_ledger import read_committed_ledger
from build_pack.approvals.ledger.chain import ancestors, line_digest
from build_pack.approvals.ledger.ledger_file import Ledger, Signature
from build_pack.approvals.ledger.ledger_problems import broken_ledger
from build_pack.approvals.signatures.verification import with_verified_signatures
from build_pack.problems import Problem, Severity


@dataclass(frozen=True)
class VerifiedLedger:
    """All lines, those that count, and the joins that nobody stands for."""

    whole: Ledger
    ledger: Ledger
    """The lines that count; its problems are those of keys, too."""
    unvouched: tuple[Signature, ...]

    @cached_property
    def register(self) -> SignatureRegister:
        """The signatures by the texts that they sign."""
        return SignatureRegister(self.ledger.signatures, self.whole.signatures)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the ledger, as errors and warnings."""
        return (*self.ledger.problems, *map(unsigned_join_problem, self.unvouched))

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What is wrong so that nothing can be signed or released."""
        return tuple(one for one in self.problems if one.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What whoever signs has to know, and does not stop them."""
        return tuple(one for one in self.problems if one.severity is Severity.WARNING)


def read_verified_ledger(clinic: Path, latest: datetime) -> VerifiedLedger:
    """Read the ledger; no line may be dated later than `latest`."""
    return verified(clinic, read_committed_ledger(clinic, latest))


def verified(clinic: Path, whole: Ledger) -> VerifiedLedger:
    """A ledger that has been read, with what of it counts."""
    ledger = with_verified_signatures(clinic, whole)
    return VerifiedLedger(whole, ledger, tuple(unvouched(whole, ledger.signatures)))


def unvouched(ledger: Ledger, kept: Iterable[Signature]) -> Iterator[Signature]:
    """The joins that no line stands for of those that count, `kept`.

    A line stands for itself and for all that it goes on from. Where nothing counts, nothing rests
    on a join.
    """
    digests = [line_digest(one.raw) for one in kept]
    reached = set(ancestors(ledger.links, digests))
    for one in ledger.signatures:
        if digests and one.line.joins and line_digest(one.raw) not in reached:
            yield one


def unsigned_join_problem(one: Signature) -> Problem:
    """The problem of a join that nobody stands for."""
    clinic = one.place.path.parent.parent
    hint = (
        f"Run `build-pack ledger join --clinic {clinic} --sign KEY`: it shows the lines of "
        "each branch, and adds a line with your key if they are correct."
    )
    return broken_ledger(one.place, "This join of two branches is not signed with a key.", hint)
