"""How far each document of each leaflet is from a release, in each locale."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from build_pack.approvals.standing import Standing
from build_pack.content.library import Library
from build_pack.documents.model import Kind
from build_pack.documents.record import record
from build_pack.packs.findings import Findings
from build_pack.packs.gathering import Gathered, gather
from build_pack.packs.releasing import Approved, standing_of
from build_pack.problems import Problem
from build_pack.translation.catalog import State


class Step(StrEnum):
    """How far a document is; a later one comes after all before it."""

    MISSING = "missing"
    """A text is not translated, or is marked as needing work."""
    STALE = "stale"
    """The source of a translation has changed."""
    UNREVIEWED = "unreviewed"
    """The first role has not signed."""
    UNAPPROVED = "unapproved"
    """Another role has not signed."""
    EXPIRED = "expired"
    """A signature, or the text itself, is past its date."""
    EXPIRING = "expiring"
    """It is approved, and will not be for long."""
    APPROVED = "approved"


@dataclass(frozen=True)
class Cell:
    """One document of a leaflet in one locale."""

    leaflet: str
    locale: str
    kind: Kind
    step: Step
    count: int
    """How many texts are where the document is; of an approved one, all."""
    until: date | None
    """The day from which on it cannot be released any more, less one; None: none is known."""
    waiting: tuple[str, ...]
    """Roles that have still to sign."""
    document: str
    """The document's code."""
    version: str
    digest: str
    """Of its texts; a short code for it stands on each page."""
    edition: str


@dataclass(frozen=True)
class Matrix:
    """All documents, and the problems that keep some from being judged."""

    cells: tuple[Cell, ...]
    problems: tuple[Problem, ...] = field(default=())


def matrix(
    library: Library, clinic: Path, locales: tuple[str, ...], today: date, days: int
) -> Matrix:
    """How all documents of a clinic stand; `days` before the end, a document is expiring."""
    findings = Findings()
    cells: list[Cell] = []
    for leaflet in library.with_clinic(clinic).leaflet_ids():
        gathered = findings.attempt(gather, library, clinic, leaflet, locales, draft=True)
        if gathered:
            approved = standing_of(gathered, clinic, today)
            findings.problems += approved.problems
            cells += _cells(gathered, approved, today, today + timedelta(days=days))
    return Matrix(tuple(cells), tuple(dict.fromkeys(findings.problems)))


def _cells(gathered: Gathered, approved: Approved, today: date, soon: date) -> Iterator[Cell]:
    for locale, found in approved.standings.items():
        for kind in Kind:
            of_kind = [one for one in found if kind in one.text.kinds]
            until = min(_ends(gathered, kind, of_kind), default=None)
            steps = Counter(_step(one, gathered.sources.clinic.approvals.roles) for one in of_kind)
            first = min(steps, key=list(Step).index)
            if first is Step.APPROVED and until:
                first = Step.EXPIRED if until < today else Step.EXPIRING if until <= soon else first
            roles = dict.fromkeys(role for one in of_kind for role in (*one.lacking, *one.expired))
            record_ = record(gathered.sources, locale, kind)
            yield Cell(
                leaflet=gathered.sources.leaflet.id,
                locale=locale,
                kind=kind,
                step=first,
                count=steps.get(first, len(of_kind)),
                until=until,
                waiting=tuple(roles),
                **{key: record_[key] for key in ("document", "version", "digest", "edition")},
            )


def _ends(gathered: Gathered, kind: Kind, found: Sequence[Standing]) -> Iterator[date]:
    """The last days of everything that a document rests on."""
    yield gathered.sources.leaflet.review_by
    if kind in {Kind.MEDICINES, Kind.CHECKLIST}:
        yield gathered.sources.rules.review_by
    yield from (one.until for one in found if one.until)


def _step(one: Standing, roles: Sequence[str]) -> Step:
    if one.text.state is State.STALE:
        return Step.STALE
    if one.text.state is not State.TRANSLATED:
        return Step.MISSING
    if one.expired:
        return Step.EXPIRED
    if roles[0] in one.lacking:
        return Step.UNREVIEWED
    return Step.UNAPPROVED if one.lacking else Step.APPROVED
