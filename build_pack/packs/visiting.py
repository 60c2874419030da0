"""A visit as a nurse writes it down, read against a clinic's rules and everyone's names."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

from build_pack.content.integrity.doses import dose_problems
from build_pack.content.page_format import PageFormat, Paper
from build_pack.content.regions import Region, Side
from build_pack.content.text import keyword
from build_pack.content.zones import time_zone
from build_pack.documents.sources import Sources
from build_pack.packs.findings import Findings
from build_pack.planning.entries import Entry, EntryError, parse_entry
from build_pack.planning.naming import AS_WRITTEN, Names, brand_of, fold
from build_pack.planning.visit import Taken, Visit
from build_pack.problems import Place, Problem, ProblemsError, Severity, stop_on_errors

E = TypeVar("E", bound=StrEnum)

NONE = ("none", "yok")
"""Written, in either language, for the medicines of a patient who takes none."""

_JOINTS = re.compile(r"[,+/&]|\s(?:and|ve)\s")
_NO_NAMES = frozenset(map(fold, (
    "no", "nil", "n/a", "unknown", "hiç", "hiçbiri", "ilaç yok", "ilaç kullanmıyor", "bilinmiyor",
)))  # fmt: skip
_YEARS = (2000, 2100)
"""Between these, every day of a plan is a date; any other year is a slip."""
_START = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}")


@dataclass(frozen=True)
class VisitText:
    """A visit in words; an empty text is not known."""

    start: str = ""
    """`2026-12-10T09:00`, or with a blank for the T."""
    region: str = ""
    side: str = ""
    kidney: str = ""
    medicines: tuple[str, ...] = ()
    """Entries such as `warfarin 5 mg (indication: stent)`; `none` alone; empty: not recorded."""
    label: str = field(default="", repr=False)
    paper: str = ""
    """Empty: what the clinic prints on."""
    large_print: bool = False
    booklet: bool = False


Places = Callable[[str], Place]
"""Where the field of a visit stands, by the name of its attribute."""


class Reader:
    """Reads visits for one clinic."""

    def __init__(self, sources: Sources) -> None:
        self._rules = sources.rules
        self._paper = sources.clinic.paper
        self._zone = time_zone(sources.clinic)
        self._names = Names(sources.medicines, sources.names)

    def read(self, text: VisitText, places: Places) -> tuple[Visit, tuple[Problem, ...]]:
        """A visit and what is only to be said of it, or `ProblemsError` with all its faults."""
        findings = Findings()
        visit = Visit(
            start=findings.attempt(self._start, text.start, places("start")),
            region=findings.attempt(_choice, Region, text.region, places("region")),
            side=findings.attempt(_choice, Side, text.side, places("side")),
            kidney=findings.attempt(
                _one_of, tuple(self._rules.kidney_bands), text.kidney, places("kidney")
            ),
            medicines=self._medicines(findings, text.medicines, places("medicines")),
            label=text.label.strip(),
            page_format=findings.attempt(self._page_format, text, places) or PageFormat(),
        )
        return visit, stop_on_errors(findings.problems)

    def _page_format(self, text: VisitText, places: Places) -> PageFormat:
        paper = _choice(Paper, text.paper, places("paper")) or self._paper
        if text.booklet:
            if text.paper and paper is not Paper.A5:
                message = f"A booklet has A5 pages on A4 sheets, and none of {text.paper}."
                raise _refused(places("paper"), message, "Leave the paper out.")
            paper = Paper.A5
        if text.large_print and paper is Paper.A5:
            message = "Large print does not fit on A5 pages."
            raise _refused(places("large-print"), message, "Print it on A4 or letter paper.")
        return PageFormat(paper, text.large_print, text.booklet)

    def _start(self, text: str, place: Place) -> datetime | None:
        if not text:
            return None
        if not _START.fullmatch(text):
            hint = "Write date and time as 2026-12-10T09:00."
            raise _refused(place, f"“{text}” is not a date with a time.", hint)
        try:
            naive = datetime.fromisoformat(text)
        except ValueError as error:
            message = f"“{text}” is not a valid date or time."
            raise _refused(place, message, "Correct the day, the month or the time.") from error
        if not _YEARS[0] <= naive.year <= _YEARS[1]:
            raise _refused(place, f"The year of “{text}” cannot be right.", "Correct the year.")
        start = naive.replace(tzinfo=self._zone)
        if start.astimezone(UTC).astimezone(self._zone).replace(tzinfo=None) != naive:
            message = f"There is no {text} in {self._zone.key}: the clocks go forward then."
            raise _refused(place, message, "Correct the time.")
        return start

    def _medicines(
        self, findings: Findings, entries: tuple[str, ...], place: Place
    ) -> tuple[Taken, ...] | None:
        if not entries:
            return None
        none = [entry for entry in entries if entry.strip().casefold() in NONE]
        if none and len(entries) > 1:
            hint = "Write it alone for a patient who takes no medicines, or take it out."
            message = f"“{none[0]}” stands beside medicines."
            findings.problems.append(Problem("visit-invalid", place, message, hint))
        if none:
            return ()
        read = [findings.attempt(self._taken, entry, place) for entry in entries]
        taken = tuple(one for one in read if one)
        guessed = [one for text, one in zip(entries, read, strict=True) if AS_WRITTEN not in text]
        findings.problems += [*_twice(taken, place), *_unlisted_medicines(guessed, place)]
        return taken

    def _taken(self, text: str, place: Place) -> Taken:
        try:
            entry = parse_entry(text)
        except EntryError as error:
            raise _refused(place, error.message, error.hint) from error
        problems = [
            *self._ids(entry, place),
            *dose_problems(entry.strength, "", place),
        ]
        whole = self._names.find(f"{entry.name} {entry.strength}")
        if whole.medicine:  # the name itself has a number in it
            entry = replace(entry, name=f"{entry.name} {entry.strength}", strength="")
        found = whole if whole.medicine else self._names.find(entry.name)
        if found.medicine is None and AS_WRITTEN not in text:
            problems += self._mistakes(entry.name, place)
        if found.close:
            problems.append(_question(entry.name, [close.name for close in found.close], place))
        stop_on_errors(problems)
        return Taken(
            given=entry.name.removesuffix(AS_WRITTEN).strip(),
            medicine=found.medicine,
            brand=brand_of(found.medicine, entry.name) if found.medicine else "",
            strength=entry.strength,
            slots=entry.slots,
            weekday=entry.weekday,
            indication=entry.indication,
            dose=entry.dose,
        )

    def _mistakes(self, name: str, place: Place) -> Iterator[Problem]:
        """Several medicines in one, and words that say that there are none."""
        parts = [part.strip() for part in _JOINTS.split(name) if part.strip()]
        if len(parts) > 1 and any(self._names.find(part).medicine for part in parts):
            message = f"“{name}” holds more than one name."
            hint = "Give each medicine by itself; in a list, with a semicolon between them."
            yield Problem("medicine-unclear", place, message, hint)
        if fold(name) in _NO_NAMES:
            message = f"“{name}” is no medicine."
            hint = "Write none for a patient who takes none; leave it out if nobody has asked."
            yield Problem("visit-invalid", place, message, hint)

    def _ids(self, entry: Entry, place: Place) -> Iterator[Problem]:
        for value, known in (
            (entry.dose, self._rules.doses),
            (entry.indication, self._rules.indications),
        ):
            if value is not None and value not in known:
                yield _unlisted(value, tuple(known), place)


def _question(typed: str, names: list[str], place: Place) -> Problem:
    message = f"No medicine is called “{typed}”. Did you mean {_either(names)}?"
    hint = f"Write the name that is meant. If it really is “{typed}”, write “{typed}!”."
    return Problem("medicine-unclear", place, message, hint)


def _either(names: list[str]) -> str:
    quoted = [f"“{name}”" for name in names]
    return " or ".join([", ".join(quoted[:-1]), quoted[-1]] if quoted[1:] else quoted)


def _twice(taken: tuple[Taken, ...], place: Place) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for one in taken:
        if one.medicine is None:
            continue
        first = seen.setdefault(one.medicine.id, one.given)
        if first is not one.given:
            message = f"“{first}” and “{one.given}” are the same medicine: {one.medicine.id}."
            hint = "Both are printed. Ask whether the patient really takes both."
            yield Problem("medicine-twice", place, message, hint, Severity.WARNING)


def _unlisted_medicines(taken: list[Taken | None], place: Place) -> Iterator[Problem]:
    for one in taken:
        if one and one.medicine is None:
            message = f"“{one.given}” is on no list, so nothing is decided about it."
            hint = f"Correct it if it is wrong; if it is right, write “{one.given}!”."
            yield Problem("medicine-unknown", place, message, hint, Severity.WARNING)


def _choice(kind: type[E], text: str, place: Place) -> E | None:
    value = _one_of(tuple(kind), text, place)
    return kind(value) if value else None


def _one_of(known: tuple[str, ...], text: str, place: Place) -> str | None:
    value = keyword(text)
    if value and value not in known:
        raise ProblemsError([_unlisted(text, known, place)])
    return value or None


def _unlisted(value: str, known: tuple[str, ...], place: Place) -> Problem:
    choices = f"Choose from: {', '.join(known)}." if known else "The clinic has listed none."
    return Problem("visit-invalid", place, f"“{value}” is not one of the choices.", choices)


def _refused(place: Place, message: str, hint: str) -> ProblemsError:
    return ProblemsError([Problem("visit-invalid", place, message, hint)])
