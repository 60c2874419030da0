"""A clinic's ledger as a workspace holds it: read once, and each of its signatures tried once."""

from build_pack.approvals.committed_ledger import read_committed_ledger
from build_pack.approvals.ledger.chain import TO_COME, last_moment
from build_pack.approvals.ledger.ledger_file import Ledger
from build_pack.approvals.verified_ledger import VerifiedLedger, verified
from build_pack.storage.memoization import memoized, rests_on
from build_pack.workspace.workspace import Workspace


@memoized
def committed_ledger(workspace: Workspace) -> Ledger:
    """The ledger on the workspace's day, held against the last commit; or `ProblemsError`."""
    found = read_committed_ledger(workspace.clinic, last_moment(workspace.today))
    if any(one.message.endswith(TO_COME) for one in found.problems):
        rests_on("clock", object)  # equal to none before: by the next time it may have come
    return found


@memoized
def verified_ledger(workspace: Workspace) -> VerifiedLedger:
    """The same, with the lines that count."""
    return verified(workspace.clinic, committed_ledger(workspace))
