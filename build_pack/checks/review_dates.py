"""Texts that are past the date of their review, or soon will be."""

from collections.abc import Iterator
from datetime import date

from build_pack.checks.check_types import CheckFault, LeafletCheck, LeafletReading, LeafletRemark
from build_pack.content.models.base import DatedModel
from build_pack.problems import Place, Problem, Severity

_SOON_DAYS = 60
_HINT = "Review it, and enter the new dates under “issued” and “review_by”."


def review_problem(dated: DatedModel, place: Place, today: date) -> Problem | None:
    """What is to be said of a text's date of review on `today`; on that date it still holds."""
    days = (dated.review_by - today).days
    if days < 0:
        message = f"The review was due on {dated.review_by}."
        return Problem("review-overdue", place, message, _HINT)
    if days <= _SOON_DAYS:
        message = f"The review is due on {dated.review_by}, in {days} days."
        return Problem("review-soon", place, message, _HINT, Severity.WARNING)
    return None


def _of(code: str, reading: LeafletReading) -> Iterator[LeafletRemark]:
    leaflet = reading.leaflet
    problem = review_problem(leaflet.model, leaflet.place("review_by"), reading.today)
    if problem and problem.code == code:
        fault = CheckFault(problem.message, problem.hint)
        yield LeafletRemark(fault, problem.place, leaflet.model.id, str(leaflet.model.review_by))


def _overdue(reading: LeafletReading) -> Iterator[LeafletRemark]:
    yield from _of("review-overdue", reading)


def _soon(reading: LeafletReading) -> Iterator[LeafletRemark]:
    yield from _of("review-soon", reading)


REVIEW_OVERDUE = LeafletCheck("review-overdue", Severity.ERROR, _overdue, of_day=True)
REVIEW_SOON = LeafletCheck("review-soon", Severity.WARNING, _soon, of_day=True)
