"""A visit as a nurse writes it down, read against a clinic's rules and everyone's names."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

from build_pack.content.limits import MEDICINES, MEDICINES_CHARACTERS
from build_pack.content.page_format import PageFormat, Paper
from build_pack.content.regions import SPOKEN, Region, Side
from build_pack.content.suggestions import did_you_mean
from build_pack.content.text import HIDDEN_HINT, hidden_character, keyword
from build_pack.content.zones import time_zone
from build_pack.documents.sources import Sources
from build_pack.packs.findings import Findings
from build_pack.planning.entries import Details, EntryError, split_entries
from build_pack.planning.medicine_list import Listed, ListReader
from build_pack.planning.naming import Names
from build_pack.planning.together import Medicines, twice
from build_pack.planning.visit import Taken, Visit
from build_pack.problems import Place, Problem, ProblemsError, Severity, stop_on_errors

E = TypeVar("E", bound=StrEnum)

NONE = ("none", "yok")
"""Written, in either language, for the medicines of a patient who takes none."""

_YEARS = (2000, 2100)
"""Between these, every day of a plan is a date; any other year is a slip."""
MOST_IN_LABEL = 120
"""Characters: a longer one is no name, and would fill the page."""
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
        names = Names(sources.medicines, sources.names, sources.other_names, sources.other_thinners)
        self._list = ListReader(names)
        self._medicines_by_id = {medicine.id: medicine for medicine in sources.medicines}

    def read(self, text: VisitText, places: Places) -> tuple[Visit, tuple[Problem, ...]]:
        """A visit and what is only to be said of it, or `ProblemsError` with all its faults."""
        findings = Findings(list(_unwritable(text, places)))
        start = findings.attempt(self._start, text.start, places("start"))
        visit = Visit(
            start=start,
            region=findings.attempt(_choice, Region, text.region, places("region")),
            side=findings.attempt(_choice, Side, text.side, places("side")),
            kidney=findings.attempt(
                _one_of, tuple(self._rules.kidney_bands), text.kidney, places("kidney")
            ),
            medicines=self._medicines(findings, text.medicines, start, places("medicines")),
            label=text.label.strip(),
            page_format=findings.attempt(self._page_format, text, places) or PageFormat(),
        )
        return visit, stop_on_errors(findings.problems)

    def _page_format(self, text: VisitText, places: Places) -> PageFormat:
        paper = _choice(Paper, text.paper, places("paper")) or self._paper
        if text.booklet:
            if text.paper and paper is not Paper.A5:
                message = "A booklet has A5 pages on A4 sheets, and no others."
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
            raise _refused(place, "This is not a date with a time.", hint)
        try:
            naive = datetime.fromisoformat(text)
        except ValueError as error:
            message = "This is not a valid date or time."
            raise _refused(place, message, "Correct the day, the month or the time.") from error
        if not _YEARS[0] <= naive.year <= _YEARS[1]:
            raise _refused(place, "The year cannot be right.", "Correct the year.")
        start = naive.replace(tzinfo=self._zone)
        if start.astimezone(UTC).astimezone(self._zone).replace(tzinfo=None) != naive:
            message = f"There is no such time in {self._zone.key}: the clocks go forward then."
            raise _refused(place, message, "Correct the time.")
        return start

    def _medicines(
        self,
        findings: Findings,
        entries: tuple[str, ...],
        start: datetime | None,
        place: Place,
    ) -> tuple[Taken, ...] | None:
        if not entries:
            return None
        if sum(map(len, entries)) > MEDICINES_CHARACTERS:
            findings.problems.append(_too_many(place, f"{MEDICINES_CHARACTERS:,} characters"))
            return None
        entries = tuple(part for entry in entries for part in split_entries(entry) or (entry,))
        if len(entries) > MEDICINES:
            findings.problems.append(_too_many(place, f"{MEDICINES} entries"))
            return None
        none = [entry for entry in entries if entry.strip().casefold() in NONE]
        if none and len(entries) > 1:
            hint = "Write it alone for a patient who takes no medicines, or take it out."
            message = "That there are none stands beside medicines."
            findings.problems.append(Problem("visit-invalid", place, message, hint))
        if none:
            return ()
        read = [findings.attempt(self._listed, *one, place) for one in enumerate(entries, 1)]
        listed = [one for several in read for one in several or ()]
        taken = tuple(_taken(one) for one in listed)
        findings.problems += _twice(listed, taken, self._medicines_by_id, place)
        findings.problems += _unlisted_medicines(listed, place)
        findings.problems += _stopped_later(listed, start, place)
        return taken

    def _listed(self, number: int, text: str, place: Place) -> tuple[Listed, ...]:
        """The medicines of one entry."""
        try:
            listed = self._list.read(text)
        except EntryError as error:
            message = f"Entry {number}: {error.message}"
            raise ProblemsError([Problem(error.code, place, message, error.hint)]) from None
        found = (problem for one in listed for problem in self._ids(one.details, place))
        stop_on_errors(replace(one, message=f"Entry {number}: {one.message}") for one in found)
        return listed

    def _ids(self, details: Details, place: Place) -> Iterator[Problem]:
        for value, known in (
            (details.dose, self._rules.doses),
            (details.indication, self._rules.indications),
        ):
            if value is not None and value not in known:
                yield _unlisted(value, tuple(known), place)


def _unwritable(text: VisitText, places: Places) -> Iterator[Problem]:
    """What no page can show as it was meant: characters that hide, and a label of any length."""
    for name, typed in (("label", (text.label,)), ("medicines", text.medicines)):
        for found in filter(None, map(hidden_character, typed)):
            message = f"The invisible character {found[1]} stands here."
            yield Problem("character-forbidden", places(name), message, HIDDEN_HINT)
    if len(text.label.strip()) > MOST_IN_LABEL:
        message = f"The label has more than {MOST_IN_LABEL} characters."
        hint = "Write the patient's name or number, and nothing else."
        yield Problem("visit-invalid", places("label"), message, hint)


def _taken(one: Listed) -> Taken:
    return Taken(
        given=one.given,
        medicine=one.medicine,
        strength=one.strength,
        slots=one.details.slots,
        brand=one.brand,
        weekday=one.details.weekday,
        indication=one.details.indication,
        dose=one.details.dose,
        stopped=one.details.stopped,
        may_thin=one.may_thin,
    )


def _twice(
    listed: Sequence[Listed], taken: Sequence[Taken], medicines: Medicines, place: Place
) -> Iterator[Problem]:
    """A medicine that is given twice, also as a part of another, unless it is meant as written."""
    meant = {one.given for one in listed if one.as_written}
    for group in twice(taken, medicines):
        if meant.isdisjoint(one.given for one in group):
            numbers = [at for at, one in enumerate(taken) if one in group]
            message = f"{numbered(numbers)} are the same medicine, or hold the same."
            hint = (
                "Ask what the patient really takes, and leave one out. If it is both, write ! "
                "after the name of one: then nothing is decided about either."
            )
            yield Problem("medicine-twice", place, message, hint)


def _unlisted_medicines(listed: Sequence[Listed], place: Place) -> Iterator[Problem]:
    """One sentence for all names that are on no list: several would bury what stops a pack."""
    unlisted = [at for at, one in enumerate(listed) if one.medicine is None and not one.as_written]
    if not unlisted:
        return
    verb, them = ("are", "them") if len(unlisted) > 1 else ("is", "it")
    message = f"{numbered(unlisted)} {verb} on no list, so nothing is decided about {them}."
    if thinners := [at for at in unlisted if listed[at].may_thin]:
        message += f" {numbered(thinners)} may thin the blood."
    hint = "Correct what is wrong; if a name is right as it is, write ! after it."
    yield Problem("medicine-unknown", place, message, hint, Severity.WARNING)


def numbered(positions: Sequence[int]) -> str:
    """Medicines of a visit by their numbers, since messages do not say what a patient takes."""
    *others, last = (str(at + 1) for at in positions)
    return f"Medicines {', '.join(others)} and {last}" if others else f"Medicine {last}"


def _stopped_later(
    listed: Sequence[Listed], start: datetime | None, place: Place
) -> Iterator[Problem]:
    """A last dose after the procedure."""
    for at, one in enumerate(listed):
        if start and one.details.stopped and one.details.stopped > start.date():
            message = f"{numbered([at])}: the day after “stopped” comes after the procedure."
            yield Problem("visit-invalid", place, message, "Correct one of the two dates.")


def _choice(kind: type[E], text: str, place: Place) -> E | None:
    value = _one_of(tuple(kind), text, place)
    return kind(value) if value else None


def _one_of(known: tuple[str, ...], text: str, place: Place) -> str | None:
    value = keyword(text)
    if value and value not in known:
        raise ProblemsError([_unlisted(text, known, place)])
    return value or None


def _unlisted(value: str, known: tuple[str, ...], place: Place) -> Problem:
    choices = did_you_mean(value, known, SPOKEN) or "The clinic has listed none."
    return Problem("visit-invalid", place, "This is not one of the choices.", choices)


def _too_many(place: Place, what: str) -> Problem:
    message = f"The medicines of the visit have more than {what}, the most that are read."
    hint = "Write only names and strengths, and leave out what else was pasted."
    return Problem("visit-invalid", place, message, hint)


def _refused(place: Place, message: str, hint: str) -> ProblemsError:
    return ProblemsError([Problem("visit-invalid", place, message, hint)])
