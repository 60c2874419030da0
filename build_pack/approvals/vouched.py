"""Joins of branches where keys count: somebody with a key has to stand for each."""

from collections.abc import Iterable, Iterator

from build_pack.approvals.chain import before, line_digest
from build_pack.approvals.faults import broken
from build_pack.approvals.ledger import Ledger, Signature
from build_pack.problems import Problem

_HINT = (
    "Look at both branches, then sign anything after it with `build-pack approve --sign KEY`. Or "
    "bring the ledger back as it was before this line, and join with --sign KEY."
)


def unvouched(ledger: Ledger, kept: Iterable[Signature]) -> Iterator[Problem]:
    """A problem for each join that no line stands for of those that count, `kept`.

    A line stands for itself and for all that it goes on from. Where nothing counts, nothing rests
    on a join.
    """
    digests = [line_digest(one.raw) for one in kept]
    reached = set(before(ledger.links, digests))
    for one in ledger.signatures:
        if digests and one.line.joins and line_digest(one.raw) not in reached:
            yield broken(one.place, "Nobody has signed with a key that branches join here.", _HINT)
