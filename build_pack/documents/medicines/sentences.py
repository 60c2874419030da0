"""A plan as sentences: a whole sentence for each case, never one put together of parts."""

from build_pack.content.models.dosing import Dose, DoseUnit, Slot
from build_pack.content.models.medicine_rules import Action, BloodTest, Case, Limit
from build_pack.documents.shared.dates_and_numbers import LocaleConventions
from build_pack.planning.moments import PlannedMoment
from build_pack.translation.ui_words import UiWords


def last_dose(when: PlannedMoment, words: UiWords, formats: LocaleConventions) -> str:
    """When to take the last dose before the procedure."""
    if when.hours is not None:
        pattern = words.npgettext(
            "last-dose.hours",
            "Take your last dose at least %(hours)s hour before your procedure.",
            "Take your last dose at least %(hours)s hours before your procedure.",
            -when.hours,
        )
        return pattern % {"hours": formats.number(-when.hours)}
    number = -(when.day or 0)
    return _last_dose(number, when.slot, words) % {"days": formats.number(number)}


def _last_dose(number: int, slot: Slot | None, words: UiWords) -> str:
    match slot:
        case None:
            return words.npgettext(
                "last-dose",
                "Take your last dose %(days)s day before your procedure.",
                "Take your last dose %(days)s days before your procedure.",
                number,
            )
        case Slot.MORNING:
            return words.npgettext(
                "last-dose-morning",
                "Take your last dose %(days)s day before your procedure, in the morning.",
                "Take your last dose %(days)s days before your procedure, in the morning.",
                number,
            )
        case Slot.NOON:
            return words.npgettext(
                "last-dose-noon",
                "Take your last dose %(days)s day before your procedure, at noon.",
                "Take your last dose %(days)s days before your procedure, at noon.",
                number,
            )
        case Slot.EVENING:
            return words.npgettext(
                "last-dose-evening",
                "Take your last dose %(days)s day before your procedure, in the evening.",
                "Take your last dose %(days)s days before your procedure, in the evening.",
                number,
            )
        case Slot.BEDTIME:
            return words.npgettext(
                "last-dose-bedtime",
                "Take your last dose %(days)s day before your procedure, at bedtime.",
                "Take your last dose %(days)s days before your procedure, at bedtime.",
                number,
            )


def restart(
    when: PlannedMoment | None, words: UiWords, formats: LocaleConventions, in_range: str = ""
) -> str:
    """When to take the medicine again; None is when the team says so.

    `in_range` is the blood test whose result the team waits for.
    """
    if when is None and in_range:
        pattern = words.pgettext(
            "restart.in-range",
            "Start again only when the result of this blood test is in range: %(test)s. Your team "
            "tells you.",
        )
        return pattern % {"test": in_range}
    if when is None:
        return words.pgettext(
            "restart.told", "Start again only when your team tells you. Ask before you go home."
        )
    if when.hours is not None:
        pattern = words.npgettext(
            "restart.hours",
            "Start again at your first usual time that is at least %(hours)s hour after the end of "
            "your procedure.",
            "Start again at your first usual time that is at least %(hours)s hours after the end "
            "of your procedure.",
            when.hours,
        )
        return pattern % {"hours": formats.number(when.hours)}
    if when.with_meal:
        return words.pgettext(
            "restart.meal", "Start again with your first meal after the procedure."
        )
    if not when.day:
        return _on_the_day(when.slot, words)
    return _later(when.day, when.slot, words) % {"days": formats.number(when.day)}


def awaited_test(of: Case, words: UiWords) -> str:
    """The name of the blood test for whose result the restart waits; empty if for none."""
    return of.awaited_test.name.words(words.locale) if of.awaited_test else ""


def _on_the_day(slot: Slot | None, words: UiWords) -> str:
    match slot:
        case None:
            return words.pgettext(
                "restart.day", "Start again on the day of your procedure, after the procedure."
            )
        case Slot.MORNING:
            return words.pgettext(
                "restart.day-morning",
                "Start again on the day of your procedure, in the morning, after the procedure.",
            )
        case Slot.NOON:
            return words.pgettext(
                "restart.day-noon",
                "Start again on the day of your procedure, at noon, after the procedure.",
            )
        case Slot.EVENING:
            return words.pgettext(
                "restart.day-evening",
                "Start again on the day of your procedure, in the evening, after the procedure.",
            )
        case Slot.BEDTIME:
            return words.pgettext(
                "restart.day-bedtime",
                "Start again on the day of your procedure, at bedtime, after the procedure.",
            )


def _later(day: int, slot: Slot | None, words: UiWords) -> str:
    match slot:
        case None:
            return words.npgettext(
                "restart.after",
                "Start again %(days)s day after your procedure.",
                "Start again %(days)s days after your procedure.",
                day,
            )
        case Slot.MORNING:
            return words.npgettext(
                "restart.after-morning",
                "Start again %(days)s day after your procedure, in the morning.",
                "Start again %(days)s days after your procedure, in the morning.",
                day,
            )
        case Slot.NOON:
            return words.npgettext(
                "restart.after-noon",
                "Start again %(days)s day after your procedure, at noon.",
                "Start again %(days)s days after your procedure, at noon.",
                day,
            )
        case Slot.EVENING:
            return words.npgettext(
                "restart.after-evening",
                "Start again %(days)s day after your procedure, in the evening.",
                "Start again %(days)s days after your procedure, in the evening.",
                day,
            )
        case Slot.BEDTIME:
            return words.npgettext(
                "restart.after-bedtime",
                "Start again %(days)s day after your procedure, at bedtime.",
                "Start again %(days)s days after your procedure, at bedtime.",
                day,
            )


def blood_test(test: BloodTest, words: UiWords, formats: LocaleConventions) -> str:
    """Which blood test, on which day from the procedure."""
    if test.day == 0:
        pattern = words.pgettext(
            "blood-test.day", "Have this blood test on the day of your procedure: %(test)s."
        )
    elif test.day < 0:
        pattern = words.npgettext(
            "blood-test.before",
            "Have this blood test %(days)s day before your procedure: %(test)s.",
            "Have this blood test %(days)s days before your procedure: %(test)s.",
            -test.day,
        )
    else:
        pattern = words.npgettext(
            "blood-test.after",
            "Have this blood test %(days)s day after your procedure: %(test)s.",
            "Have this blood test %(days)s days after your procedure: %(test)s.",
            test.day,
        )
    return pattern % {"test": test.name.words(words.locale), "days": formats.number(abs(test.day))}


def place(test: BloodTest, words: UiWords) -> str:
    """Where a blood test is done; empty where nothing is said of it."""
    if test.place is None:
        return ""
    pattern = words.pgettext("blood-test.place", "Where: %(place)s.")
    return pattern % {"place": test.place.words(words.locale)}


def seen_by(test: BloodTest, words: UiWords) -> str:
    """Who looks at the result; empty where nothing is said of it."""
    if test.seen_by is None:
        return ""
    # Translators: a role follows, such as “heart doctor”.
    pattern = words.pgettext("blood-test.seen-by", "Who looks at the result: %(role)s.")
    return pattern % {"role": test.seen_by.words(words.locale)}


def limit(of: Limit, words: UiWords, formats: LocaleConventions) -> str:
    """With which result the procedure goes ahead, and what follows otherwise."""
    if of.at_most is not None:
        if of.otherwise is Action.POSTPONE:
            pattern = words.pgettext(
                "limit.above-postpone",
                "If the result is above %(limit)s, we put off the procedure.",
            )
        else:
            pattern = words.pgettext(
                "limit.above-decide",
                "If the result is above %(limit)s, we decide with you what to do.",
            )
        return pattern % {"limit": formats.number(of.at_most)}
    if of.otherwise is Action.POSTPONE:
        pattern = words.pgettext(
            "limit.below-postpone", "If the result is below %(limit)s, we put off the procedure."
        )
    else:
        pattern = words.pgettext(
            "limit.below-decide",
            "If the result is below %(limit)s, we decide with you what to do.",
        )
    return pattern % {"limit": formats.number(of.at_least or 0)}


def dose(of: Dose, words: UiWords, formats: LocaleConventions) -> str:
    """How much to take, as a sentence."""
    if of.percent == HALF:
        return words.pgettext("dose.half", "Take half of your usual dose.")
    if of.percent is not None:
        pattern = words.pgettext(
            "dose.percent",
            "Take %(percent)s of your usual dose. Your team writes here how much that is.",
        )
        return pattern % {"percent": formats.percent(of.percent)}
    pattern = words.pgettext("dose.amount", "Take this dose: %(amount)s.")
    return pattern % {"amount": amount(of, words, formats)}


HALF = 50


def amount(of: Dose, words: UiWords, formats: LocaleConventions) -> str:
    """A number with its unit; a unit without a safe short form is a word."""
    value = of.amount or 0
    number = int(value) if value == int(value) else 2
    pattern = {
        DoseUnit.MILLIGRAM: "%(number)s mg",
        DoseUnit.GRAM: "%(number)s g",
        DoseUnit.MILLILITRE: "%(number)s ml",
        DoseUnit.MICROGRAM: words.npgettext(
            "unit.microgram", "%(number)s microgram", "%(number)s micrograms", number
        ),
        DoseUnit.UNIT: words.npgettext("unit.unit", "%(number)s unit", "%(number)s units", number),
        DoseUnit.TABLET: words.npgettext(
            "unit.tablet", "%(number)s tablet", "%(number)s tablets", number
        ),
    }[of.unit or DoseUnit.MILLIGRAM]
    return pattern % {"number": formats.number(value)}


def catch_up(hours: int, words: UiWords, formats: LocaleConventions) -> str:
    """How late a forgotten first dose may still be taken."""
    pattern = words.npgettext(
        "catch-up",
        "If you forget the first dose, you can take it up to %(hours)s hour late. If it is later "
        "than that, leave it out and take the next one at its usual time.",
        "If you forget the first dose, you can take it up to %(hours)s hours late. If it is later "
        "than that, leave it out and take the next one at its usual time.",
        hours,
    )
    return pattern % {"hours": formats.number(hours)}
