"""What is said of a ledger that is not as it was written."""

from pathlib import Path

from build_pack.approvals.ledger.chain import TO_COME
from build_pack.problems import Place, Problem

_MARKS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
"""What git writes around lines that it could not merge."""

_CLOCK = (
    "Compare the clock of this computer with that of the computer on which it was signed. If only "
    "that clock was ahead, wait until then, or restore the ledger from before."
)
_BACK = "Restore the folder “approvals” from a backup or version control"


def broken_ledger(place: Place, message: str, hint: str = "") -> Problem:
    """A problem with the ledger itself."""
    usual = _CLOCK if message.endswith(TO_COME) else f"{_BACK}, or move it away and sign again."
    return Problem("approval-broken", place, message, hint or usual)


def unreadable_line(place: Place, raw: str, clinic: Path) -> Problem:
    """A problem with what is no line of ours; of what git leaves, it is said how to go on."""
    if raw.startswith(_MARKS):
        hint = (
            f"Keep the lines of both sides, remove git's conflict markers, and run {_join(clinic)}."
        )
        return broken_ledger(place, "git could not merge the lines of two copies.", hint)
    if not raw.strip():
        return broken_ledger(place, "This line is empty.", f"{_BACK}, or remove the empty line.")
    return broken_ledger(place, "This line was not written by `build-pack approve`.")


def unjoined_branch(place: Place, clinic: Path) -> Problem:
    """Where a branch begins that no one has joined with the others."""
    message = "A second branch begins here, and the two were not joined."
    hint = f"If the lines come from two copies of the ledger, run {_join(clinic)}: it shows both."
    return broken_ledger(place, message, hint)


def _join(clinic: Path) -> str:
    return f"`build-pack ledger join --clinic {clinic} --by NAME`"
