"""What checks find, with what is needed to let one of their findings pass."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from build_pack.checks.check_types import (
    CheckContext,
    CheckFault,
    LeafletReading,
    LeafletRemark,
    TextPair,
)
from build_pack.problems import Place, Problem, Severity
from build_pack.storage.kept_results import kept, kept_each
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


_FoundFaults = tuple[tuple[str, Severity, CheckFault], ...]
"""The check, how severe its findings are, and what it found."""
_FoundInTexts = tuple[tuple[TextPair, str, Severity, CheckFault], ...]
"""The same after the text that it was found in."""
_FoundRemarks = tuple[tuple[str, Severity, LeafletRemark], ...]


def text_findings(
    pairs: Iterable[TextPair],
    context: CheckContext,
    *,
    errors_only: bool = False,
    of: tuple[str, ...] = (),
) -> Iterator[Finding]:
    """What the checks of single texts find; or only those whose findings are errors.

    `of` names the texts, for what is kept of them to be found again when some have changed.
    """
    pairs = tuple(pairs)

    def faults(pair: TextPair) -> _FoundFaults:
        from build_pack.checks.check_runs import text_faults

        return text_faults(pair, context, errors_only=errors_only)

    rests_on = (context, errors_only, of)
    found = kept_each("text checks", _FoundFaults, rests_on, [*map(_anywhere, pairs)], faults)
    for pair, of_pair in zip(pairs, found, strict=True):
        for code, severity, fault in of_pair:
            yield _about(pair, code, severity, fault)


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
    texts = tuple(map(_anywhere, pairs))

    def faults() -> _FoundInTexts:
        from build_pack.checks.check_runs import catalog_faults

        return tuple(catalog_faults(texts, context, errors_only=errors_only, without=without))

    rests_on = (texts, context, errors_only, sorted(without))
    places = {pair.id: pair.place for pair in pairs}
    found = kept("catalog checks", _FoundInTexts, rests_on, faults)
    for text, code, severity, fault in found:
        yield _about(replace(text, place=places[text.id]), code, severity, fault)


def _anywhere(pair: TextPair) -> TextPair:
    """A text without its place, which decides on nothing that a check finds."""
    return replace(pair, place=_ANYWHERE)


def leaflet_findings(reading: LeafletReading) -> Iterator[Finding]:
    """What the checks of whole leaflets find."""

    def remarks() -> _FoundRemarks:
        from build_pack.checks.check_runs import leaflet_remarks

        return tuple(leaflet_remarks(reading))

    for code, severity, remark in kept("leaflet checks", _FoundRemarks, reading, remarks):
        problem = _problem(code, severity, remark.place, remark.fault)
        yield Finding(problem, remark.about, reading.locale, digest(remark.content))


def _about(pair: TextPair, code: str, severity: Severity, fault: CheckFault) -> Finding:
    told = CheckFault(f"“{pair.id}”: {fault.message}", fault.hint)
    problem = _problem(code, severity, pair.place, told)
    return Finding(problem, pair.id, pair.locale, digest(pair.source, pair.text))


def _problem(code: str, severity: Severity, place: Place, fault: CheckFault) -> Problem:
    return Problem(code, place, fault.message, fault.hint, severity)
