"""What a document that compares two dates of a procedure needs to know of them."""

from collections.abc import Collection, Iterator

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.planning.visit import Visit
from build_pack.problems import Problem, Severity
from build_pack.visits.visit_reader import Places

_PREVIOUS = (
    "Give it with --previous-date 2026-12-10T09:00, as previous-date in a visit file, or in the "
    "column previous-date of a list."
)
_NEW = "Give it with --date 2026-12-17T09:00, or as date in a visit file."


def moved_date_problems(
    visit: Visit, places: Places, printed: Collection[DocumentKind]
) -> Iterator[Problem]:
    """Each date that a printed document lacks; a previous date that none prints is a warning."""
    needing = [kind for kind in printed if kind.traits.compares_dates]
    if needing and visit.previous_start is None:
        message = f"“{needing[0]}” needs the date that the procedure had before."
        yield Problem("visit-invalid", places("previous_date"), message, _PREVIOUS)
    if needing and visit.start is None:
        message = f"“{needing[0]}” needs the new date of the procedure."
        yield Problem("visit-invalid", places("start"), message, _NEW)
    if visit.previous_start and not needing:
        message = "The previous date is not printed: none of these documents compares two dates."
        hint = "Print date-change as well: --document date-change, or in a pack of yours."
        yield Problem("visit-incomplete", places("previous_date"), message, hint, Severity.WARNING)
