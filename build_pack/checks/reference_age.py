"""References that are older than ten years."""

from collections.abc import Iterator
from typing import Any

from build_pack.checks.check_types import CheckFault, LeafletCheck, LeafletReading, LeafletRemark
from build_pack.content.references.reference_file import SourceReference
from build_pack.problems import Severity

_MOST_YEARS = 10
_READ_ONLINE = {"webpage", "post", "post-weblog"}


def _find(reading: LeafletReading) -> Iterator[LeafletRemark]:
    for reference in reading.references:
        found = _year(reference)
        if found and reading.today.year - found[1] > _MOST_YEARS:
            verb, year = found
            message = f"“{reference.key}” was {verb} in {year}, more than {_MOST_YEARS} years ago."
            hint = "Look for a newer source, or give the reason why this one is still valid."
            about = f"reference.{reference.key}"
            yield LeafletRemark(
                CheckFault(message, hint), reference.place, about, f"{reference.key} {year}"
            )


def _year(reference: SourceReference) -> tuple[str, int] | None:
    """When a reference was issued, or a page that can change was last read; None if not known."""
    issued, accessed = (_first_year(reference.csl.get(name)) for name in ("issued", "accessed"))
    if reference.csl["type"] in _READ_ONLINE and accessed:
        return "last read", accessed
    return ("issued", issued) if issued else None


def _first_year(when: Any) -> int | None:
    """The year of a CSL date; the last one of a span."""
    parts = when.get("date-parts") if isinstance(when, dict) else None
    return int(parts[-1][0]) if parts else None


REFERENCE_OLD = LeafletCheck("reference-old", Severity.WARNING, _find, of_day=True)
