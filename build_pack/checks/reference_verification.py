"""References of which nobody has said that they opened them."""

from collections.abc import Iterator

from build_pack.checks.check_types import CheckFault, LeafletCheck, LeafletReading, LeafletRemark
from build_pack.content.references.csl_fields import VERIFIED
from build_pack.problems import Severity

_NAMED = 5
"""How many are named, so that one line says it for all."""


def _find(reading: LeafletReading) -> Iterator[LeafletRemark]:
    found = [one for one in reading.references if VERIFIED not in one.csl]
    if not found:
        return
    keys = [f"“{one.key}”" for one in found]
    more = f" and {len(keys) - _NAMED} more" if len(keys) > _NAMED else ""
    message = (
        f"{len(found)} of {len(reading.references)} references have no “{VERIFIED}”: "
        f"{', '.join(keys[:_NAMED])}{more}."
    )
    hint = (
        "Open each, and read whether it says what it is cited for; then add "
        '"verified": {"on": "2026-11-30", "by_role": "Pharmacist"}.'
    )
    about = f"{reading.leaflet.model.id}.references"
    content = "\n".join(one.key for one in found)
    yield LeafletRemark(CheckFault(message, hint), found[0].place, about, content)


UNVERIFIED = LeafletCheck("reference-unverified", Severity.WARNING, _find)
