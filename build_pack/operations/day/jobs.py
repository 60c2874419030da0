"""What a list asks for, line by line: packs that can be made, and what is wrong with the others."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from functools import cache, partial
from unicodedata import normalize

from build_pack.content.models.pack import Pack
from build_pack.documents.shared.sources import DocumentSources
from build_pack.locales import Locale
from build_pack.operations.day.visit_list import FORMATS, ListLine
from build_pack.planning.visit import Visit
from build_pack.printing.bundles import Bundle, leaflet_bundle, pack_bundle
from build_pack.printing.layout import PrintSetup, template_folders
from build_pack.problems import Problem, Severity, sorted_problems, stop_on_errors
from build_pack.releases.release_gate import load_release
from build_pack.rendering.fonts.font_files import characters, faces
from build_pack.text.keywords import keyword
from build_pack.visits.moved_dates import moved_date_problems
from build_pack.visits.visit_reader import VisitReader
from build_pack.visits.warnings import (
    question_warnings,
    region_warnings,
    unprinted_medicines,
    visit_warnings,
)
from build_pack.workspace.clinic_files import clinic_file
from build_pack.workspace.clock import moment_for
from build_pack.workspace.problem_collector import ProblemCollector
from build_pack.workspace.source_loading import LoadedSources, load_sources
from build_pack.workspace.workspace import Workspace


@dataclass(frozen=True)
class PackJob:
    """A pack to be made for one line."""

    line: ListLine
    bundle: str
    """The id of a leaflet or a pack."""
    locale: str
    visit: Visit = field(repr=False, hash=False)


@dataclass(frozen=True)
class DayJobs:
    """All that a list asks for, and all that is wrong with it."""

    setting: PrintSetup
    bundles: Mapping[str, Bundle]
    """By id."""
    locale: str
    """The clinic's own language."""
    orders: tuple[PackJob, ...]
    bad: tuple[tuple[ListLine, tuple[Problem, ...]], ...]
    """The lines for which no pack can be made, and why."""
    warnings: tuple[Problem, ...]


def jobs_from_list(
    workspace: Workspace, lines: Sequence[ListLine], *, release: bool = False
) -> DayJobs:
    """Read lines against a clinic, or raise `ProblemsError` with the faults of clinic and library.

    A line with faults of its own does not stop the others.
    """
    with workspace.reading():
        return _jobs(workspace, lines, release=release)


def _jobs(workspace: Workspace, lines: Sequence[ListLine], *, release: bool) -> DayJobs:
    known = ProblemCollector().attempt(clinic_file, workspace)
    packs = known.model.packs if known else ()
    choices = _ClinicChoices(
        known.model.locales if known else (), workspace.folders.leaflet_ids(), packs
    )
    take = load_release if release else partial(load_sources, draft=False)
    loaded = _loaded(partial(take, workspace), choices, lines)
    leaflets = {name: found.sources for name, found in loaded.items()}
    bundles = {name: leaflet_bundle(sources) for name, sources in leaflets.items()}
    bundles |= {one.id: pack_bundle(one) for one in packs if {*one.leaflets} <= {*leaflets}}
    reading = _JobReader(
        choices,
        leaflets,
        bundles,
        next(iter(loaded.values())).today,
        moment_for(workspace.today),
    )
    found = [(line, *reading.order(line)) for line in lines]
    warnings = [problem for each in loaded.values() for problem in each.problems]
    warnings += [problem for _, order, problems in found if order for problem in problems]
    warnings += _twice([order for _, order, _ in found if order])
    return DayJobs(
        PrintSetup(leaflets, template_folders(leaflets, workspace.folders)),
        bundles,
        choices.locales[0],
        tuple(order for _, order, _ in found if order),
        tuple((line, problems) for line, order, problems in found if not order),
        tuple(warnings),
    )


@dataclass(frozen=True)
class _ClinicChoices:
    """The languages and packs of the clinic, and the leaflets of the library."""

    locales: tuple[str, ...]
    leaflets: tuple[str, ...]
    packs: tuple[Pack, ...]

    def locale(self, line: ListLine) -> str:
        """The language of a line; empty if it is none of the clinic's."""
        typed = Locale.typed(keyword(line.texts["locale"]))
        return typed if typed in self.locales else ""

    def leaflet(self, line: ListLine) -> str:
        """The leaflet of a line, which need not be named if there is only one; or empty."""
        text = keyword(line.texts["leaflet"])
        if not text and len(self.leaflets) == 1:
            return self.leaflets[0]
        return text if text in self.leaflets else ""

    def pack(self, line: ListLine) -> Pack | None:
        """The pack of a line; none if it names none, or none that there is."""
        text = keyword(line.texts["pack"])
        return next((pack for pack in self.packs if pack.id == text), None)

    def bundle(self, line: ListLine) -> str:
        """What a line asks for: a pack or a leaflet; empty if it is neither."""
        if line.texts["pack"]:
            pack = self.pack(line)
            return pack.id if pack else ""
        return self.leaflet(line)

    def leaflets_of(self, line: ListLine) -> tuple[str, ...]:
        """The leaflets that a line needs."""
        pack = self.pack(line)
        return pack.leaflets if pack else tuple(filter(None, [self.leaflet(line)]))

    def problems(self, line: ListLine) -> Iterator[Problem]:
        """What a line chooses that is not there; an unread cell has been told of already."""
        is_faulty = any(problem.severity is Severity.ERROR for problem in line.problems)
        for name, chosen, known in (
            ("locale", self.locale(line), self.locales),
            ("leaflet", line.texts["pack"] or self.leaflet(line), self.leaflets),
            ("pack", self.pack(line), tuple(pack.id for pack in self.packs)),
            ("format", keyword(line.texts["format"]) in {"", *FORMATS}, FORMATS),
        ):
            if not chosen and (line.texts[name] or (name == "leaflet" and not is_faulty)):
                yield _not_a_choice(line, name, known)
        if line.texts["pack"] and line.texts["leaflet"]:
            message = "The line names both a leaflet and a pack."
            hint = "Leave one of the two cells empty."
            yield Problem("visit-invalid", line.place("pack"), message, hint)


def _not_a_choice(line: ListLine, name: str, known: Sequence[str]) -> Problem:
    close = get_close_matches(keyword(line.texts[name]), known, 1)
    hint = f"Did you mean “{close[0]}”?" if close else f"Choose from: {', '.join(known)}."
    if not known:
        hint = "Define packs under “packs” in clinic.yaml, or name a leaflet instead."
    message = f"The value under “{name}” is not one of the choices."
    return Problem("visit-invalid", line.place(name), message, hint)


def _loaded(
    take: Callable[[str, tuple[str, ...]], LoadedSources],
    choices: _ClinicChoices,
    lines: Sequence[ListLine],
) -> dict[str, LoadedSources]:
    """The sources of each leaflet that is asked for, in the languages that are."""
    lines = [line for line in lines if line.is_meant]
    leaflets = {leaflet for line in lines for leaflet in choices.leaflets_of(line)}
    spoken = {*choices.locales[:1], *(choices.locale(line) for line in lines)}
    locales = tuple(locale for locale in choices.locales if locale in spoken)
    findings = ProblemCollector()
    found = {
        leaflet: findings.attempt(take, leaflet, locales)
        for leaflet in sorted(leaflets) or choices.leaflets[:1] or [""]
    }
    stop_on_errors(findings.problems)
    return {leaflet: loaded for leaflet, loaded in found.items() if loaded}


class _JobReader:
    """Reads lines into orders."""

    def __init__(
        self,
        choices: _ClinicChoices,
        leaflets: Mapping[str, DocumentSources],
        bundles: Mapping[str, Bundle],
        today: date,
        now: datetime | None,
    ) -> None:
        self._choices = choices
        self._leaflets = leaflets
        self._bundles = bundles
        self._reader = VisitReader(next(iter(leaflets.values())))  # all are of one clinic
        self._printable = cache(_printable)
        self._today, self._now = today, now

    def order(self, line: ListLine) -> tuple[PackJob | None, tuple[Problem, ...]]:
        """What a line asks for, if all of it can be read, and what is to be said of it."""
        if not line.is_meant:
            return None, line.problems
        findings = ProblemCollector([*line.problems, *self._choices.problems(line)])
        read = findings.attempt(self._reader.read, line.visit, line.place)
        visit, said = read or (Visit(), ())
        visit = visit.on(self._today, self._now)
        findings.problems += [*said, *self._unprintable(line)]
        bundle, locale = self._choices.bundle(line), self._choices.locale(line)
        leaflets = [self._leaflets[name] for name in self._choices.leaflets_of(line)]
        for sources in leaflets:
            findings.problems += region_warnings(sources.leaflet, visit, line.place)
        there = self._bundles.get(bundle)
        kinds = [one.document for one in there.documents] if there and read else []
        findings.problems += moved_date_problems(visit, line.place, kinds)
        if any(problem.severity is Severity.ERROR for problem in findings.problems):
            return None, tuple(findings.problems)
        kinds_of = self._bundles[bundle].kinds_of
        for sources in leaflets:
            printed = kinds_of(sources.leaflet.id)
            findings.problems += visit_warnings(sources, visit, self._today, line.place, printed)
            findings.problems += question_warnings(sources, visit, line.place, printed)
        findings.problems += unprinted_medicines(visit, line.place, kinds)
        return PackJob(line, bundle, locale, visit), sorted_problems(findings.problems)

    def _unprintable(self, line: ListLine) -> Iterator[Problem]:
        """Characters that would be missing on paper; which they are would tell of a name."""
        printable = self._printable(Locale(self._choices.locale(line)).script)
        for name in ("label", "medicines"):
            text = normalize("NFC", "".join(line.texts[name].split()))
            if set(text) - printable:
                message = (
                    f"The cell under “{name}” contains a character that the pack's fonts lack."
                )
                hint = "Use the Latin alphabet, without symbols or emoji."
                yield Problem("glyph-missing", line.place(name), message, hint)


def _printable(script: str) -> frozenset[str]:
    """The characters that a pack in this script has."""
    return characters(faces(scripts={script}))


def _twice(orders: Iterable[PackJob]) -> Iterator[Problem]:
    """Lines that may be one patient's by mistake."""
    first: dict[object, int] = {}
    for order in orders:
        visit, number = order.visit, order.line.number
        key = (visit.start, visit.label) if visit.label else tuple(order.line.texts.items())
        if first.setdefault(key, number) != number:
            message = f"This visit is the same as that in line {first[key]}, or has the same label."
            hint = "Delete one of the two lines, unless both are meant."
            yield Problem("line-twice", order.line.place("start"), message, hint, Severity.WARNING)
