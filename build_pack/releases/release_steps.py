"""How far each document of each leaflet is from a release, in each locale."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from build_pack.approvals.approval_status import ApprovalStatus
from build_pack.content.models.document_kinds import WITH_PLAN, DocumentKind
from build_pack.documents.shared.record import record
from build_pack.problems import Problem
from build_pack.releases.release_gate import ReleaseCandidate, layout_changes_since
from build_pack.translation.catalog import TranslationState
from build_pack.workspace.placeholder_text import SAMPLE_LEFT
from build_pack.workspace.source_loading import LoadedSources


class ReleaseStep(StrEnum):
    """How far a document is; a later one comes after all before it."""

    MISSING = "missing"
    """A text is not translated, or is marked as needing work."""
    STALE = "stale"
    """The source of a translation has changed."""
    FAULTY = "faulty"
    """A check or a decision that does not hold any more stands in the way."""
    SAMPLE = "sample"
    """What a starter says has not been replaced; for a draft that is only a warning."""
    UNREVIEWED = "unreviewed"
    """The first role has not signed."""
    UNAPPROVED = "unapproved"
    """Another role has not signed."""
    EXPIRED = "expired"
    """A signature, or the text itself, is past its date."""
    EXPIRING = "expiring"
    """It is approved, and will not be for long."""
    APPROVED = "approved"

    @property
    def can_be_printed(self) -> bool:
        """Whether a document that is so far can be released."""
        return self in {ReleaseStep.EXPIRING, ReleaseStep.APPROVED}


@dataclass(frozen=True)
class StatusCell:
    """One document of a leaflet in one locale."""

    leaflet: str
    locale: str
    kind: DocumentKind
    step: ReleaseStep
    count: int
    """How many texts are where the document is; of an approved one, all; of a faulty one, faults;
    of a sample, what has to be replaced.

    An error counts for every document of its leaflet: none of them can be released before it is
    gone.
    """
    until: date | None
    """The day from which on it cannot be released any more, less one; None: none is known."""
    waiting: tuple[str, ...]
    """Roles that have still to sign."""
    was_signed: bool
    """Whether all who have to have signed these words once, be it withdrawn or over by now."""
    document: str
    """The document's code."""
    version: str
    digest: str
    """Of its texts; a short code for it is on each page."""
    edition: str


def leaflet_cells(
    candidate: ReleaseCandidate, folders: Collection[Path], days: int
) -> tuple[StatusCell, ...]:
    """How the documents of a leaflet stand; `days` before the end, a document is expiring.

    `folders` are the clinic's and the library's.
    """
    return tuple(_cells(candidate, folders, timedelta(days=days)))


def layout_changes(candidate: ReleaseCandidate) -> Iterator[str]:
    """What became of the files of the clinic's layout since it was signed."""
    for found in candidate.approved.standings.values():
        for one in found:
            yield from layout_changes_since(one, candidate.approved.register)


def _stops(problem: Problem, locale: str, folders: Collection[Path]) -> bool:
    """Whether an error stands in the way of a locale: all do but those of another's files.

    `folders` are the clinic's and the library's, each of which may lie in one called `locales`.
    """
    path = problem.place.path
    above = [folder for folder in folders if path.is_relative_to(folder)]
    nearest = max(above, key=lambda folder: len(folder.parts), default=path)
    match path.relative_to(nearest).parts:
        case ("locales", other, _, *_):
            return other == locale
    return True


def _cells(
    of_leaflet: ReleaseCandidate, folders: Collection[Path], ahead: timedelta
) -> Iterator[StatusCell]:
    loaded = of_leaflet.loaded
    today, soon = loaded.today, loaded.today + ahead
    for locale, found in of_leaflet.approved.standings.items():
        stopping = [problem for problem in of_leaflet.faults if _stops(problem, locale, folders)]
        samples = {one.place for one in stopping if one.code == SAMPLE_LEFT}
        faults = {one.place for one in stopping if one.code != SAMPLE_LEFT} or samples
        stopped = ReleaseStep.SAMPLE if faults is samples else ReleaseStep.FAULTY
        for kind in loaded.sources.leaflet.kinds:
            of_kind = [one for one in found if one.text.is_for(kind)]
            until = min(_ends(loaded, kind, of_kind), default=None)
            steps = Counter(_step(one, loaded.sources.clinic.approvals.roles) for one in of_kind)
            first = min(steps, key=list(ReleaseStep).index)
            if faults and list(ReleaseStep).index(first) > list(ReleaseStep).index(stopped):
                first = stopped
            elif first is ReleaseStep.APPROVED and until:
                first = (
                    ReleaseStep.EXPIRED
                    if until < today
                    else ReleaseStep.EXPIRING
                    if until <= soon
                    else first
                )
            roles = dict.fromkeys(role for one in of_kind for role in (*one.lacking, *one.expired))
            of = record(loaded.sources, locale, kind)
            yield StatusCell(
                leaflet=loaded.sources.leaflet.id,
                locale=locale,
                kind=kind,
                step=first,
                count=len(faults) if first is stopped else steps.get(first, len(of_kind)),
                until=until,
                waiting=tuple(roles),
                was_signed=not any(one.lacking for one in of_kind),
                document=of.document,
                version=of.version,
                digest=of.digest,
                edition=of.edition,
            )


def _ends(
    loaded: LoadedSources, kind: DocumentKind, found: Sequence[ApprovalStatus]
) -> Iterator[date]:
    """The last days of everything that a document rests on."""
    yield loaded.sources.leaflet.review_by
    if kind in WITH_PLAN:
        yield loaded.sources.rules.review_by
        yield from _decisions_end(loaded)
    yield from (one.until for one in found if one.until)


def _decisions_end(loaded: LoadedSources) -> Iterator[date]:
    for rule in loaded.sources.rules.rules:
        for case in rule.instructions():
            if case.decided and case.decided.until:
                yield case.decided.until


def _step(one: ApprovalStatus, roles: Sequence[str]) -> ReleaseStep:
    if one.text.state is TranslationState.STALE:
        return ReleaseStep.STALE
    if one.text.state is not TranslationState.TRANSLATED:
        return ReleaseStep.MISSING
    if one.expired:
        return ReleaseStep.EXPIRED
    if roles[0] in one.lacking:
        return ReleaseStep.UNREVIEWED
    return ReleaseStep.UNAPPROVED if one.lacking else ReleaseStep.APPROVED
