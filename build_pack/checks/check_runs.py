"""All checks run on a text, on a catalog or on a leaflet.

Their tables of words take long to prepare, so this is imported where a check has to run: what is
kept of an earlier run needs none of them.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from build_pack.checks.check_types import (
    CheckContext,
    CheckFault,
    LeafletReading,
    LeafletRemark,
    TextPair,
)
from build_pack.checks.registry import CATALOG_CHECKS, LEAFLET_CHECKS, TEXT_CHECKS
from build_pack.checks.words_and_names import without_names
from build_pack.problems import Severity
from build_pack.storage.kept_results import kept

_ERRORS = [check for check in TEXT_CHECKS if check.severity is Severity.ERROR]


@lru_cache(maxsize=16_384)
def text_faults(
    whole: TextPair, context: CheckContext, *, errors_only: bool
) -> tuple[tuple[str, Severity, CheckFault], ...]:
    """What the checks of single texts find in one, each with its id and how severe that is.

    It is remembered, since the leaflets of a pack have most of their texts in common.
    """
    words = without_names(whole, context)
    is_same = (whole.text, whole.locale) == (whole.source, whole.source_locale)
    return tuple(
        (check.id, check.severity, fault)
        for check in (_ERRORS if errors_only else TEXT_CHECKS)
        if not (whole.is_name and not check.reads_names)
        if not (is_same and check.compares)
        for fault in check.find(whole if check.keeps_names else words, context)
    )


def catalog_faults(
    pairs: tuple[TextPair, ...],
    context: CheckContext,
    *,
    errors_only: bool,
    without: Collection[str],
) -> Iterator[tuple[TextPair, str, Severity, CheckFault]]:
    """The same of whole catalogs, with the text; it may be one that a check has made of several."""
    for check in CATALOG_CHECKS:
        if check.id in without or (errors_only and check.severity is not Severity.ERROR):
            continue
        for pair, fault in check.find(pairs, context):
            yield pair, check.id, check.severity, fault


def leaflet_remarks(reading: LeafletReading) -> Iterator[tuple[str, Severity, LeafletRemark]]:
    """The same of a whole leaflet. Only the checks of the day are told which day it is."""
    timeless = replace(reading, today=date.min)

    def found() -> dict[str, list[LeafletRemark]]:
        return {one.id: [*one.find(timeless)] for one in LEAFLET_CHECKS if not one.of_day}

    known = kept("timeless leaflet checks", dict[str, list[LeafletRemark]], timeless, found)
    for check in LEAFLET_CHECKS:
        for remark in check.find(reading) if check.of_day else known[check.id]:
            yield check.id, remark.severity or check.severity, remark
