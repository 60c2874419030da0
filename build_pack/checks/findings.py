"""What checks find, with what is needed to let one of their findings pass."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from build_pack.checks.check_types import (
    CheckContext,
    CheckFault,
    LeafletReading,
    TextCheck,
    TextPair,
)
from build_pack.checks.registry import CATALOG_CHECKS, LEAFLET_CHECKS, TEXT_CHECKS
from build_pack.checks.words_and_names import without_names
from build_pack.problems import Place, Problem, Severity
from build_pack.text.digests import digest

_ANYWHERE = Place(Path())


@dataclass(frozen=True)
class Finding:
    """A problem that a check found, and the exact text that it is about."""

    problem: Problem
    about: str
    """The id of a text, a section or a reference."""
    locale: str
    digest: str
    """Of the words at fault; it changes when they do."""

    @property
    def exactly(self) -> tuple[str, str, str]:
        """Check, text and the digest of its words."""
        return self.problem.code, self.about, self.digest

    @property
    def key(self) -> tuple[str, str, str]:
        """Check, text and locale."""
        return self.problem.code, self.about, self.locale


def text_findings(
    pairs: Iterable[TextPair], context: CheckContext, *, errors_only: bool = False
) -> Iterator[Finding]:
    """What the checks of single texts find; or only those whose findings are errors."""
    for pair in pairs:
        for check, fault in _faults(replace(pair, place=_ANYWHERE), context, errors_only):
            yield _about(pair, check.id, check.severity, fault)


@lru_cache(maxsize=16_384)
def _faults(
    pair: TextPair, context: CheckContext, errors_only: bool
) -> tuple[tuple[TextCheck, CheckFault], ...]:
    """What checks find; kept, since the leaflets of a pack have most of their texts in common."""
    words = without_names(pair, context)
    is_same = (pair.text, pair.locale) == (pair.source, pair.source_locale)
    return tuple(
        (check, fault)
        for check in TEXT_CHECKS
        if not (errors_only and check.severity is not Severity.ERROR)
        if not (pair.is_name and not check.reads_names)
        if not (is_same and check.compares)
        for fault in check.find(pair if check.keeps_names else words, context)
    )


def catalog_findings(
    pairs: Iterable[TextPair],
    context: CheckContext,
    *,
    errors_only: bool = False,
    without: Collection[str] = (),
) -> Iterator[Finding]:
    """What the checks of whole catalogs find; the pairs are those of one catalog.

    Of these checks, those are left out that only warn, with `errors_only`, and those in `without`.
    """
    pairs = tuple(pairs)
    for check in CATALOG_CHECKS:
        if check.id in without or (errors_only and check.severity is not Severity.ERROR):
            continue
        for pair, fault in check.find(pairs, context):
            yield _about(pair, check.id, check.severity, fault)


def leaflet_findings(reading: LeafletReading) -> Iterator[Finding]:
    """What the checks of whole leaflets find."""
    for check in LEAFLET_CHECKS:
        for remark in check.find(reading):
            severity = remark.severity or check.severity
            problem = _problem(check.id, severity, remark.place, remark.fault)
            yield Finding(problem, remark.about, reading.locale, digest(remark.content))


def _about(pair: TextPair, code: str, severity: Severity, fault: CheckFault) -> Finding:
    told = CheckFault(f"“{pair.id}”: {fault.message}", fault.hint)
    problem = _problem(code, severity, pair.place, told)
    return Finding(problem, pair.id, pair.locale, digest(pair.source, pair.text))


def _problem(code: str, severity: Severity, place: Place, fault: CheckFault) -> Problem:
    return Problem(code, place, fault.message, fault.hint, severity)
