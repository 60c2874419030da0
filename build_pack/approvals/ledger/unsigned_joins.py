"""Joins of branches where keys count: somebody with a key has to stand for each."""

from collections.abc import Iterable, Iterator

from build_pack.approvals.ledger.chain import ancestors, line_digest
from build_pack.approvals.ledger.ledger_file import Ledger, Signature
from build_pack.approvals.ledger.ledger_problems import broken_ledger
from build_pack.problems import Problem


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
