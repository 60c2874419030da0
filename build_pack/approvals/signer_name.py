"""Who is about to sign: held against the key, and against those who have signed before."""

from collections.abc import Iterable, Iterator

from build_pack.approvals.approval_status import SignatureRegister
from build_pack.approvals.approval_text import ApprovalText
from build_pack.approvals.ledger.ledger_file import Signature
from build_pack.approvals.ledger.line import LedgerLine
from build_pack.approvals.names.name_comparison import same_person
from build_pack.approvals.names.name_faults import name_fault
from build_pack.approvals.names.similar_names import similar_name
from build_pack.approvals.new_line import approval_refused
from build_pack.problems import Problem


def signer_name_problems(line: LedgerLine) -> Iterator[Problem]:
    """Why nobody can sign under this name: it is not a name, or not that of the key."""
    if fault := name_fault(line.by):
        hint = "Write the name as it is read, using a single script."
        yield approval_refused("--by", f"This is not a valid name: {fault}.", hint)
    elif line.signer and not same_person(line.by, line.signer):
        message = f"This key belongs to “{line.signer}”, not to “{line.by}”."
        hint = "Omit --by: the name that belongs to the key is in allowed_signers."
        yield approval_refused("--by", message, hint)


def similar_name_problems(line: LedgerLine, near: str) -> Iterator[Problem]:
    """One problem if the name is nearly that of somebody who has signed before."""
    if near:
        message = f"“{line.by}” is very similar to “{near}”, who has signed before."
        hint = f"If you are the same person, write “{near}”. If not, add --another-person."
        yield approval_refused("--by", message, hint)


def similar_signer_name(line: LedgerLine, earlier: Iterable[Signature]) -> str:
    """Whose name is near to that of a line, among those who have signed; empty if nobody's.

    With a key, the person is the key: whose name is near to it does not matter.
    """
    return "" if line.signer else similar_name(line.by, (one.line.by for one in earlier))


def other_role_problems(
    texts: Iterable[ApprovalText], register: SignatureRegister, line: LedgerLine
) -> Iterator[Problem]:
    """One problem if this person has signed some of these words in another role."""
    others = [
        (text, signature.line)
        for text in texts
        for signature in register.of(text)
        if signature.line.role != line.role and signature.line.is_of(line)
    ]
    if others:
        text, other = others[0]
        message = (
            f"{other.by} has signed {len(others)} of these texts as {other.role}, such as "
            f"“{text.id}”: one person cannot sign in two roles."
        )
        yield approval_refused("--by", message, "Ask someone else to sign.")
