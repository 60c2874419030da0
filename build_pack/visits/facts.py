"""The facts of a visit as they are typed, read against those that the clinic asks for."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from build_pack.content.models.facts import NO, YES, Fact, answer_on, band_of
from build_pack.content.models.medicine_rules import ClinicMedicines
from build_pack.planning.kidney_function import AGE, CREATININE, MICROMOLES, WEIGHT
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.text.keywords import keyword
from build_pack.text.suggestions import did_you_mean
from build_pack.workspace.problem_collector import ProblemCollector

_UNKNOWN = frozenset({"", "?", "unknown", "bilinmiyor"})
_ANSWERS = {"yes": YES, "evet": YES, "no": NO, keyword("hayır"): NO}
"""In the languages of the clinics that there are, whole words alone."""
_NUMBER = re.compile(r"(\d{1,6}(?:[.,]\d{1,3})?)\s*(\D.*)?")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+\b")
_PLAUSIBLE = {
    CREATININE: (Decimal("0.1"), Decimal(30)),
    AGE: (Decimal(0), Decimal(125)),
    WEIGHT: (Decimal(1), Decimal(500)),
}
"""Beyond these, in mg/dl, years and kg, a number is a slip, whatever limits a clinic has."""
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_MICROMOLES = frozenset(map(keyword, ("µmol/l", "umol/l", "mikromol/l")))
FactPlaces = Callable[[str], Place]
"""Where the answer to a fact stands, by the id that was typed for it."""


@dataclass
class FactAnswers:
    """What is known of a visit's facts."""

    values: dict[str, str] = field(default_factory=dict)
    """Yes, no, a choice or a band, by fact."""
    dates: dict[str, date] = field(default_factory=dict)
    """Of those with a time limit, if a date was given."""
    numbers: dict[str, Decimal] = field(default_factory=dict)
    """In the unit of the fact."""


def split_fact(text: str) -> tuple[str, str]:
    """The id and the answer of `ID=ANSWER`; the id is empty if there is no sign between them."""
    name, sign, answer = text.partition("=")
    return (keyword(name), answer.strip()) if sign else ("", "")


def read_facts(
    findings: ProblemCollector,
    rules: ClinicMedicines,
    typed: Iterable[str],
    start: datetime | None,
    place: FactPlaces,
) -> FactAnswers:
    """Read answers such as `stroke-or-clot=no`; faults go into `findings`.

    An answer that says that it is not known is none.
    """
    found = FactAnswers()
    seen: set[str] = set()
    for name, answer in map(split_fact, typed):
        if problem := _misplaced(rules, name, seen, place(name)):
            findings.problems.append(problem)
        elif keyword(answer) not in _UNKNOWN:
            day = start.date() if start else None
            findings.attempt(_read, found, name, rules.facts[name], answer, day, place(name))
        seen.add(name)
    return found


def _misplaced(rules: ClinicMedicines, name: str, seen: set[str], place: Place) -> Problem | None:
    if not name:
        message, hint = "This is not a fact with its answer.", "Write ID=ANSWER, such as stroke=no."
        return Problem("visit-invalid", place, message, hint)
    if name in seen:
        return Problem("visit-invalid", place, "This fact is given twice.", "Give it only once.")
    if name not in rules.facts:
        known = did_you_mean(name, tuple(rules.facts), {})
        hint = known or "The clinic has not defined any facts; see “facts” in docs/clinics.md."
        return Problem("visit-invalid", place, "This is not one of the clinic's facts.", hint)
    return None


def _read(
    found: FactAnswers, name: str, fact: Fact, answer: str, day: date | None, place: Place
) -> None:
    if fact.unit:
        if keyword(answer) in fact.values:
            found.values[name] = keyword(answer)
            return
        number = found.numbers[name] = _number(name, fact, answer, place)
        if band := band_of(number, fact.bands or {}):
            found.values[name] = band
        return
    if fact.choices:
        found.values[name] = _choice(fact, answer, place)
    elif known := _ANSWERS.get(keyword(answer)):
        found.values[name] = known
    elif day:
        when = found.dates[name] = _date(fact, answer, day, place)
        found.values[name] = answer_on(fact, when, day)
    else:
        _refuse_what_is_no_date(fact, answer, place)
        hint = "Give the date of the procedure, or answer yes or no."
        raise _refused(place, "A date needs the date of the procedure.", hint)


def _choice(fact: Fact, answer: str, place: Place) -> str:
    if keyword(answer) in fact.values:
        return keyword(answer)
    raise _refused(place, "This is not one of the answers.", did_you_mean(answer, fact.values, {}))


def _date(fact: Fact, answer: str, day: date, place: Place) -> date:
    """A date that is not later than the procedure's."""
    _refuse_what_is_no_date(fact, answer, place)
    try:
        when = date.fromisoformat(answer)
    except ValueError:
        raise _refused(place, "This is not a valid date.", "Correct the date.") from None
    if when > day:
        raise _refused(place, "The date is later than the procedure.", "Correct one of the two.")
    return when


def _refuse_what_is_no_date(fact: Fact, answer: str, place: Place) -> None:
    if not (fact.within and _DATE.fullmatch(answer)):
        hint = "Write yes or no" + (", or the date as 2026-12-10." if fact.within else ".")
        raise _refused(place, "This is not one of the answers.", hint)


def _number(name: str, fact: Fact, answer: str, place: Place) -> Decimal:
    """A number in the unit of its fact; creatinine may be in its other unit, if that is written."""
    read = _NUMBER.fullmatch(answer)
    if not read:
        hint = f"Write only the number, in {fact.unit}."
        raise _refused(place, "This is not a number.", hint)
    if _THOUSANDS.match(answer):
        hint = "Write thousands without a sign between them, as 150000; 1.5 for one and a half."
        raise _refused(place, "This number can be read in two ways.", hint)
    number, unit = Decimal(read[1].replace(",", ".")), keyword(read[2] or "")
    if unit and not _is_unit(unit, fact.unit or ""):
        if name != CREATININE or not (unit == "mg/dl" or unit in _MICROMOLES):
            hint = f"Write the number in {fact.unit}."
            raise _refused(place, "The unit is not the one of this fact.", hint)
        number = number * MICROMOLES if unit == "mg/dl" else number / MICROMOLES
    low, high = _limits(name, fact)
    if (low is not None and number < low) or (high is not None and number > high):
        limits = [f"at least {low}"] if low is not None else []
        limits += [f"at most {high}"] if high is not None else []
        hint = f"It has to be {' and '.join(limits)} {fact.unit}. Check the number and its unit."
        raise _refused(place, "The number is not plausible.", hint)
    return number


def _limits(name: str, fact: Fact) -> tuple[Decimal | None, Decimal | None]:
    """The least and the most that a number can be; of what clearance is worked out from, always."""
    low, high = fact.at_least, fact.at_most
    if name not in _PLAUSIBLE:
        return low, high
    least, most = _PLAUSIBLE[name]
    if name == CREATININE and keyword(fact.unit or "") in _MICROMOLES:
        least, most = least * MICROMOLES, most * MICROMOLES
    return max(least, low or least), min(most, high or most)


def _is_unit(typed: str, unit: str) -> bool:
    return typed == keyword(unit) or {typed, keyword(unit)} <= _MICROMOLES


def _refused(place: Place, message: str, hint: str) -> ProblemsError:
    return ProblemsError([Problem("visit-invalid", place, message, hint)])
