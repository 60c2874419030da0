"""A visit as a nurse writes it down, read against a clinic's rules and everyone's names."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

from build_pack.content.models.page_format import PageFormat, Paper
from build_pack.content.models.regions import BodySide, Region
from build_pack.content.time_zones import time_zone
from build_pack.documents.shared.sources import DocumentSources
from build_pack.planning.kidney_function import possible_kidney_bands
from build_pack.planning.visit import Visit
from build_pack.problems import Place, Problem, ProblemsError, stop_on_errors
from build_pack.text.hidden_characters import HIDDEN_HINT, hidden_character
from build_pack.text.keywords import keyword
from build_pack.visits.facts import FactAnswers, read_facts
from build_pack.visits.medicines import VisitMedicineReader, unlisted_value_problem
from build_pack.workspace.problem_collector import ProblemCollector

E = TypeVar("E", bound=StrEnum)

_YEARS = (2000, 2100)
"""Between these, every day of a plan is a date; any other year is a slip."""
MOST_IN_LABEL = 120
"""Characters: a longer one is not a name, and would fill the page."""
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
    facts: tuple[str, ...] = ()
    """Answers such as `stroke-or-clot=no`."""
    previous_date: str = ""
    """When the procedure was to be before it was moved, as `start`."""


Places = Callable[[str], Place]
"""Where the field of a visit stands, by the name of its attribute."""


class VisitReader:
    """Reads visits for one clinic."""

    def __init__(self, sources: DocumentSources) -> None:
        self._rules = sources.rules
        self._paper = sources.clinic.paper
        self._zone = time_zone(sources.clinic)
        self._medicines = VisitMedicineReader(sources)

    def read(self, text: VisitText, places: Places) -> tuple[Visit, tuple[Problem, ...]]:
        """A visit and what is only to be said of it, or `ProblemsError` with all its faults."""
        findings = ProblemCollector([*_unwritable(text, places), *_not_moved(text, places)])
        start = findings.attempt(self._start, text.start, places("start"))
        facts = read_facts(
            findings, self._rules, text.facts, start, lambda name: places(fact_field(name))
        )
        visit = Visit(
            start=start,
            region=findings.attempt(_choice, Region, text.region, places("region")),
            side=findings.attempt(_choice, BodySide, text.side, places("side")),
            kidney=findings.attempt(self._kidney, text.kidney, facts, places("kidney")),
            medicines=self._medicines.read(findings, text.medicines, start, places("medicines")),
            label=text.label.strip(),
            page_format=findings.attempt(self._page_format, text, places) or PageFormat(),
            facts=facts.values,
            fact_dates=facts.dates,
            numbers=facts.numbers,
            previous_start=findings.attempt(
                self._start, text.previous_date, places("previous_date")
            ),
        )
        return visit, stop_on_errors(findings.problems)

    def _kidney(self, text: str, facts: FactAnswers, place: Place) -> str | None:
        """The kidney band that is given, or that of the creatinine clearance: never two."""
        given = _one_of(tuple(self._rules.kidney_bands), text, place)
        possible = possible_kidney_bands(self._rules, facts.numbers, facts.values)
        if given and possible and given not in possible:
            message = "The kidney band is not the one of the creatinine clearance."
            hint = "Check the facts. Without a kidney band, that of the clearance is taken."
            raise _refused(place, message, hint)
        return given or (next(iter(possible)) if len(possible) == 1 else None)

    def _page_format(self, text: VisitText, places: Places) -> PageFormat:
        paper = _choice(Paper, text.paper, places("paper")) or self._paper
        if text.booklet:
            if text.paper and paper is not Paper.A5:
                message = "A booklet always has A5 pages on A4 sheets."
                raise _refused(places("paper"), message, "Omit the paper.")
            paper = Paper.A5
        if text.large_print and paper is Paper.A5:
            message = "Large print does not fit on A5 pages."
            raise _refused(places("large_print"), message, "Use A4 or letter paper.")
        return PageFormat(paper, text.large_print, text.booklet)

    def _start(self, text: str, place: Place) -> datetime | None:
        if not text:
            return None
        if not _START.fullmatch(text):
            hint = "Write date and time as 2026-12-10T09:00."
            raise _refused(place, "This is not a date with a time.", hint)
        try:
            naive = datetime.fromisoformat(text)
        except ValueError as error:
            message = "This is not a valid date or time."
            raise _refused(place, message, "Correct the day, the month or the time.") from error
        if not _YEARS[0] <= naive.year <= _YEARS[1]:
            raise _refused(place, "The year is not plausible.", "Correct the year.")
        start = naive.replace(tzinfo=self._zone)
        if start.astimezone(UTC).astimezone(self._zone).replace(tzinfo=None) != naive:
            message = f"This time does not exist in {self._zone.key}: the clocks go forward then."
            raise _refused(place, message, "Correct the time.")
        return start


def fact_field(name: str) -> str:
    """The field of a visit that holds the answer to a fact; of a text that names none, all."""
    return f"facts:{name}" if name else "facts"


def _unwritable(text: VisitText, places: Places) -> Iterator[Problem]:
    """What no page can show as it was meant: characters that hide, and a label of any length."""
    for name, typed in (("label", (text.label,)), ("medicines", text.medicines)):
        for found in filter(None, map(hidden_character, typed)):
            message = f"This contains the invisible character {found[1]}."
            yield Problem("character-forbidden", places(name), message, HIDDEN_HINT)
    if len(text.label.strip()) > MOST_IN_LABEL:
        message = f"The label has more than {MOST_IN_LABEL} characters."
        hint = "Write only the patient's name or number."
        yield Problem("visit-invalid", places("label"), message, hint)


def _not_moved(text: VisitText, places: Places) -> Iterator[Problem]:
    if text.previous_date and text.previous_date.replace(" ", "T") == text.start.replace(" ", "T"):
        message = "The previous date is the date of the procedure itself."
        hint = "Give the date and time that were planned before, or omit the previous date."
        yield Problem("visit-invalid", places("previous_date"), message, hint)


def _choice(kind: type[E], text: str, place: Place) -> E | None:
    value = _one_of(tuple(kind), text, place)
    return kind(value) if value else None


def _one_of(known: tuple[str, ...], text: str, place: Place) -> str | None:
    value = keyword(text)
    if value and value not in known:
        raise ProblemsError([unlisted_value_problem(text, known, place)])
    return value or None


def _refused(place: Place, message: str, hint: str) -> ProblemsError:
    return ProblemsError([Problem("visit-invalid", place, message, hint)])
