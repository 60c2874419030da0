"""What is said of a ledger that is not as it was written."""

from pathlib import Path

from build_pack.approvals.ledger.chain import TO_COME
from build_pack.problems import Place, Problem

_MARKS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
"""What git writes around lines that it could not merge."""

_CLOCK = (
    "Compare the clock of this computer with that of the one on which it was signed. If only that "
    "one was ahead, wait until then, or bring the ledger back as it was before."
)
_BACK = "Bring the folder “approvals” back from a backup or version control"


def broken_ledger(place: Place, message: str, hint: str = "") -> Problem:
    """A problem with the ledger itself."""
    usual = _CLOCK if message.endswith(TO_COME) else f"{_BACK}, or move it away and sign anew."
    return Problem("approval-broken", place, message, hint or usual)


def unreadable_line(place: Place, raw: str, clinic: Path) -> Problem:
    """A problem with what is no line of ours; of what git leaves, it is said how to go on."""
    if raw.startswith(_MARKS):
        hint = f"Keep the lines of both sides, take out git's marks, and run {_join(clinic)}."
        return broken_ledger(place, "git could not merge the lines of two copies.", hint)
    if not raw.strip():
        return broken_ledger(place, "This line is empty.", f"{_BACK}, or take the empty line out.")
    return broken_ledger(place, "This is not a line as `build-pack approve` writes it.")


def unjoined_branch(place: Place, clinic: Path) -> Problem:
    """Where a branch begins that nobody has joined with the others."""
    message = "Here a second branch begins, and nobody has joined the two."
    hint = f"If the lines of two copies were put together, run {_join(clinic)}: it shows both."
    return broken_ledger(place, message, hint)


def _join(clinic: Path) -> str:
    return f"`build-pack ledger join --clinic {clinic} --by NAME`"
