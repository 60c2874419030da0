"""The numbers of a medicine rule, each with the sentence that patients read."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from build_pack.content.models.dosing import Bridging, DayDose, Dose, LastDose, Restart
from build_pack.content.models.medicine_rules import BloodTest, Case
from build_pack.content.walk_values import walk_values
from build_pack.documents.medicines import bridging, sentences
from build_pack.documents.medicines.entries import on_the_day
from build_pack.documents.shared.dates_and_numbers import LocaleConventions
from build_pack.documents.shared.moments_in_words import from_procedure
from build_pack.planning.moments import PlannedMoment
from build_pack.translation.ui_words import UiWords

_Number = tuple[str, str, str]
"""What it is, its value as the file has it, and the sentence; empty where none says it."""
_TOLD = {"last_dose", "restart", "reduced", "bridging", "blood_tests"}
_READ_AS = {"food_hours": "hours without food", "drink_hours": "hours without drink"}
_NO_NUMBERS = {"decided", "agreed_with", "sources", "when"}
_MINUS = "−"


@dataclass(frozen=True)
class RuleNumbers:
    """Reads the numbers out of instructions, in one language."""

    words: UiWords
    formats: LocaleConventions

    def of(self, case: Case) -> Iterator[_Number]:
        """Each number of an instruction."""
        both = self.words, self.formats
        day = case.procedure_day
        if day and (said := on_the_day(case.decision, day, self.words)):
            yield "day of the procedure", day, said
        if case.last_dose:
            said = sentences.last_dose(_before(case.last_dose), *both)
            yield "last dose", _when(case.last_dose), said
        if of := case.reduced:
            days = (from_procedure(day, *both) for day in (of.first, of.last))
            yield "other dose", _dose(of.dose), sentences.dose(of.dose, *both)
            span = f"day {day_with_sign(of.first)} to day {day_with_sign(of.last)}"
            yield "other dose, first and last day", span, " – ".join(days)
        if isinstance(case.bridging, Bridging):
            yield from self._bridging(case.bridging)
        if case.restart:
            yield from self._restart(case.restart)
        for test in case.blood_tests:
            yield from self._test(test)
        yield from _others(case)

    def _restart(self, restart: Restart) -> Iterator[_Number]:
        both = self.words, self.formats
        if not restart.is_told:
            yield "start again", _when(restart), sentences.restart(_after(restart), *both)
        if restart.dose:
            yield "first dose", _dose(restart.dose), sentences.dose(restart.dose, *both)
        if restart.catch_up:
            said = sentences.catch_up(restart.catch_up, *both)
            yield "forgotten dose", f"{restart.catch_up} hours late", said

    def _bridging(self, of: Bridging) -> Iterator[_Number]:
        both, name = (self.words, self.formats), of.medicine
        if of.dose:
            yield name, _dose(of.dose), bridging.dose(of.dose, *both)
        yield f"{name}, first dose", _when(of.first), bridging.first(_before(of.first), *both)
        yield f"{name}, last dose", _when(of.last), bridging.last(_before(of.last), *both)
        if of.restart and not of.restart.is_told:
            said = bridging.again(_after(of.restart), *both)
            yield f"{name}, start again", _when(of.restart), said

    def _test(self, test: BloodTest) -> Iterator[_Number]:
        both = self.words, self.formats
        name = test.name.words(self.words.locale)
        yield name, f"day {day_with_sign(test.day)}", sentences.blood_test(test, *both)
        if limit := test.limit:
            value = f"at most {limit.at_most}"
            if limit.at_most is None:
                value = f"at least {limit.at_least}"
            yield f"{name}, limit", value, sentences.limit(limit, *both)


def _others(case: Case) -> Iterator[_Number]:
    """The numbers of keys for which no sentence is known here."""
    for name in sorted(case.model_fields_set - _TOLD - _NO_NUMBERS):
        for _, key, value in walk_values(getattr(case, name), (), (name,)):
            if isinstance(value, int | Decimal) and not isinstance(value, bool):
                yield key_in_words(".".join(key)), str(value), ""


def key_in_words(key: str) -> str:
    """A key of a file as it is read aloud: `morning.taken_by` is “morning, taken by”."""
    return ", ".join(_READ_AS.get(part, part.replace("_", " ")) for part in key.split("."))


def _before(of: LastDose | DayDose) -> PlannedMoment:
    hours = of.hours if isinstance(of, LastDose) else None
    return PlannedMoment(None, hours=-hours) if hours else PlannedMoment(of.day, None, of.slot)


def _after(of: Restart) -> PlannedMoment:
    if of.hours:
        return PlannedMoment(None, hours=of.hours)
    return PlannedMoment(of.day or 0, None, of.slot, with_meal=of.next_meal)


def _when(of: LastDose | DayDose | Restart) -> str:
    """A day with its sign and its time, or hours and from where they are counted."""
    if not isinstance(of, DayDose) and of.hours:
        side = "after" if isinstance(of, Restart) else "before"
        return f"{of.hours} hour{'' if of.hours == 1 else 's'} {side}"
    if isinstance(of, Restart) and of.next_meal:
        return "day 0, next meal"
    return f"day {day_with_sign(of.day or 0)}" + (f", {of.slot}" if of.slot else "")


def day_with_sign(day: int) -> str:
    """A day with its sign, which is what is misread: −3, +1, 0."""
    return f"{_MINUS}{-day}" if day < 0 else f"+{day}" if day else "0"


def _dose(of: Dose) -> str:
    return f"{of.percent} %" if of.percent else f"{of.amount} {of.unit}"
