"""A clinic's ledger with what of it counts: the same for signing, joining, checks and releases."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from build_pack.approvals.ledger import Ledger, Signature
from build_pack.approvals.signers import verified
from build_pack.approvals.standing import Register
from build_pack.approvals.vouched import unvouched, vouching_wanted
from build_pack.packs.kept_ledger import kept_ledger
from build_pack.problems import Problem, Severity


@dataclass(frozen=True)
class Counting:
    """All lines, those that count, and the joins that nobody stands for."""

    whole: Ledger
    ledger: Ledger
    """The lines that count; its problems are those of keys, too."""
    unvouched: tuple[Signature, ...]

    @property
    def register(self) -> Register:
        """The signatures by the texts that they sign."""
        return Register(self.ledger.signatures, self.whole.signatures)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the ledger, as errors and warnings."""
        return (*self.ledger.problems, *map(vouching_wanted, self.unvouched))

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What is wrong so that nothing can be signed or released."""
        return tuple(one for one in self.problems if one.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What whoever signs has to know, and does not stop them."""
        return tuple(one for one in self.problems if one.severity is Severity.WARNING)


def counting(clinic: Path, latest: datetime) -> Counting:
    """Read the ledger; no line may be dated later than `latest`."""
    whole = kept_ledger(clinic, latest)
    ledger = verified(clinic, whole)
    return Counting(whole, ledger, tuple(unvouched(whole, ledger.signatures)))
