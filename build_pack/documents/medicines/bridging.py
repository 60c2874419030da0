"""Another medicine in between, in sentences that hold whoever gives it."""

from build_pack.content.models.dosing import Dose, Giver
from build_pack.documents.medicines import sentences
from build_pack.documents.shared.dates_and_numbers import LocaleConventions
from build_pack.planning.moments import PlannedMoment
from build_pack.translation.ui_words import UiWords


def giver(of: Giver, words: UiWords) -> str:
    """Who gives it."""
    match of:
        case Giver.PATIENT:
            return words.pgettext("between.patient", "You give it to yourself. We show you how.")
        case Giver.NURSE:
            return words.pgettext("between.nurse", "A nurse gives it to you.")
        case Giver.HOSPITAL:
            return words.pgettext("between.hospital", "It is given to you in hospital.")


def dose(of: Dose, words: UiWords, formats: LocaleConventions) -> str:
    """How much of it is given."""
    if of.amount is None:
        return sentences.dose(of, words, formats)
    pattern = words.pgettext("between.dose", "Dose: %(amount)s.")
    return pattern % {"amount": sentences.amount(of, words, formats)}


def first(when: PlannedMoment, words: UiWords, formats: LocaleConventions) -> str:
    """When it is given for the first time."""
    number = -(when.day or 0)
    pattern = words.npgettext(
        "between.first",
        "First dose %(days)s day before your procedure.",
        "First dose %(days)s days before your procedure.",
        number,
    )
    return pattern % {"days": formats.number(number)}


def last(when: PlannedMoment, words: UiWords, formats: LocaleConventions) -> str:
    """When it is given for the last time before the procedure."""
    if when.hours is not None:
        pattern = words.npgettext(
            "between.last-hours",
            "Last dose at least %(hours)s hour before your procedure.",
            "Last dose at least %(hours)s hours before your procedure.",
            -when.hours,
        )
        return pattern % {"hours": formats.number(-when.hours)}
    number = -(when.day or 0)
    pattern = words.npgettext(
        "between.last",
        "Last dose %(days)s day before your procedure.",
        "Last dose %(days)s days before your procedure.",
        number,
    )
    return pattern % {"days": formats.number(number)}


def again(when: PlannedMoment | None, words: UiWords, formats: LocaleConventions) -> str:
    """When it is given again after the procedure; None is when the team says so."""
    if when is None:
        return words.pgettext(
            "between.again-told", "Your team tells you when to start it again and when to stop it."
        )
    if when.hours is not None:
        pattern = words.npgettext(
            "between.again-hours",
            "Start it again %(hours)s hour after the end of your procedure. Your team tells you "
            "when to stop it.",
            "Start it again %(hours)s hours after the end of your procedure. Your team tells you "
            "when to stop it.",
            when.hours,
        )
        return pattern % {"hours": formats.number(when.hours)}
    if when.with_meal:
        return words.pgettext(
            "between.again-meal",
            "Start it again with your first meal after the procedure. Your team tells you when to "
            "stop it.",
        )
    if not when.day:
        return words.pgettext(
            "between.again-today",
            "Start it again on the day of your procedure, after the procedure. Your team tells you "
            "when to stop it.",
        )
    pattern = words.npgettext(
        "between.again",
        "Start it again %(days)s day after your procedure. Your team tells you when to stop it.",
        "Start it again %(days)s days after your procedure. Your team tells you when to stop it.",
        when.day,
    )
    return pattern % {"days": formats.number(when.day)}
