"""The medicines of a visit as a nurse writes them down, read against a clinic's rules and names."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from build_pack.content.models.conditions import OTHER
from build_pack.content.models.formulary import Medicines
from build_pack.content.models.regions import SPOKEN
from build_pack.documents.shared.sources import DocumentSources
from build_pack.planning.interactions import twice
from build_pack.planning.medicine_lookup.entry_parser import (
    EntryDetails,
    MedicineEntryError,
    split_entries,
)
from build_pack.planning.medicine_lookup.list_reader import ListedMedicine, MedicineListReader
from build_pack.planning.medicine_lookup.name_matching import MedicineNames
from build_pack.planning.visit import TakenMedicine
from build_pack.problems import Place, Problem, ProblemsError, Severity, stop_on_errors
from build_pack.text.keywords import keyword
from build_pack.text.limits import MEDICINES, MEDICINES_CHARACTERS
from build_pack.text.suggestions import did_you_mean
from build_pack.workspace.problem_collector import ProblemCollector

NONE = ("none", "yok")
"""Written, in either language, for the medicines of a patient who takes none."""


class VisitMedicineReader:
    """Reads the medicines of visits for one clinic."""

    def __init__(self, sources: DocumentSources) -> None:
        self._rules = sources.rules
        names = MedicineNames(
            sources.medicines.values(), sources.names, sources.other_names, sources.other_thinners
        )
        self._list = MedicineListReader(names)
        self._medicines = sources.medicines

    def read(
        self,
        findings: ProblemCollector,
        entries: tuple[str, ...],
        start: datetime | None,
        place: Place,
    ) -> tuple[TakenMedicine, ...] | None:
        """What the patient takes; None if nothing is recorded. Faults go into `findings`."""
        if not entries:
            return None
        if sum(map(len, entries)) > MEDICINES_CHARACTERS:
            findings.problems.append(_too_many(place, f"{MEDICINES_CHARACTERS:,} characters"))
            return None
        entries = tuple(part for entry in entries for part in split_entries(entry) or (entry,))
        if len(entries) > MEDICINES:
            findings.problems.append(_too_many(place, f"{MEDICINES} entries"))
            return None
        none = [entry for entry in entries if keyword(entry) in NONE]
        if none and len(entries) > 1:
            hint = "Use none alone if the patient takes no medicines; otherwise remove it."
            message = "“none” is given together with medicines."
            findings.problems.append(Problem("visit-invalid", place, message, hint))
        if none:
            return ()
        read = [findings.attempt(self._listed, *one, place) for one in enumerate(entries, 1)]
        listed = [one for several in read for one in several or ()]
        taken = tuple(_taken(one) for one in listed)
        findings.problems += _twice(listed, taken, self._medicines, place)
        findings.problems += _unlisted_medicines(listed, place)
        findings.problems += _stopped_later(listed, start, place)
        return taken

    def _listed(self, number: int, text: str, place: Place) -> tuple[ListedMedicine, ...]:
        """The medicines of one entry."""
        try:
            listed = self._list.read(text)
        except MedicineEntryError as error:
            message = f"Entry {number}: {error.message}"
            raise ProblemsError([Problem(error.code, place, message, error.hint)]) from None
        found = (problem for one in listed for problem in self._ids(one.details, place))
        stop_on_errors(replace(one, message=f"Entry {number}: {one.message}") for one in found)
        return listed

    def _ids(self, details: EntryDetails, place: Place) -> Iterator[Problem]:
        for value, known in (
            (details.dose, self._rules.doses),
            (details.indication, self._rules.indications),
        ):
            if value is not None and value not in {*known, OTHER}:
                yield unlisted_value_problem(value, tuple(known), place)


def _taken(one: ListedMedicine) -> TakenMedicine:
    return TakenMedicine(
        given=one.given,
        medicine=one.medicine,
        strength=one.strength,
        slots=one.details.slots,
        brand=one.brand,
        times_a_day=one.details.times_a_day,
        weekday=one.details.weekday,
        some_days=one.details.some_days,
        other_interval=one.details.other_interval,
        indication=one.details.indication,
        dose=one.details.dose,
        stopped=one.details.stopped,
        may_thin=one.may_thin,
    )


def _twice(
    listed: Sequence[ListedMedicine],
    taken: Sequence[TakenMedicine],
    medicines: Medicines,
    place: Place,
) -> Iterator[Problem]:
    """A medicine that is given twice, also as a part of another, unless it is meant as written."""
    meant = {one.given for one in listed if one.as_written}
    for group in twice(taken, medicines):
        if meant.isdisjoint(one.given for one in group):
            numbers = [at for at, one in enumerate(taken) if one in group]
            message = f"{medicine_numbers(numbers)} are the same medicine, or contain the same one."
            hint = (
                "Ask what the patient really takes, and remove one. If it is both, write ! "
                "after the name of one: then nothing is decided about either."
            )
            yield Problem("medicine-twice", place, message, hint)


def _unlisted_medicines(listed: Sequence[ListedMedicine], place: Place) -> Iterator[Problem]:
    """One sentence for all names that are on no list: several would bury what stops a pack."""
    unlisted = [at for at, one in enumerate(listed) if one.medicine is None and not one.as_written]
    if not unlisted:
        return
    verb, them = ("are", "them") if len(unlisted) > 1 else ("is", "it")
    message = (
        f"{medicine_numbers(unlisted)} {verb} not on any list, so nothing is decided about {them}."
    )
    if thinners := [at for at in unlisted if listed[at].may_thin]:
        message += f" {medicine_numbers(thinners)} may thin the blood."
    hint = "Correct the spelling; if a name is correct as written, add ! after it."
    yield Problem("medicine-unknown", place, message, hint, Severity.WARNING)


def medicine_numbers(positions: Sequence[int]) -> str:
    """Medicines of a visit by their numbers, since messages do not say what a patient takes."""
    *others, last = (str(at + 1) for at in positions)
    return f"Medicines {', '.join(others)} and {last}" if others else f"Medicine {last}"


def _stopped_later(
    listed: Sequence[ListedMedicine], start: datetime | None, place: Place
) -> Iterator[Problem]:
    """A last dose after the procedure."""
    for at, one in enumerate(listed):
        if start and one.details.stopped and one.details.stopped > start.date():
            message = (
                f"{medicine_numbers([at])}: the date after “stopped” is later than the procedure."
            )
            yield Problem("visit-invalid", place, message, "Correct one of the two dates.")


def unlisted_value_problem(value: str, known: tuple[str, ...], place: Place) -> Problem:
    """A word that is none of those that are known."""
    choices = did_you_mean(value, known, SPOKEN) or "The clinic has not defined any."
    return Problem("visit-invalid", place, "This is not one of the choices.", choices)


def _too_many(place: Place, what: str) -> Problem:
    message = f"The medicines of the visit have more than {what}, which is the maximum."
    hint = "Write only names and strengths, and remove anything else that was pasted."
    return Problem("visit-invalid", place, message, hint)
