"""A medicine rule as sentences: a whole sentence for each case, never one put together of parts."""

from build_pack.content.medicines import BloodTest, LastDose, Restart, Slot
from build_pack.translation.words import Words


def last_dose(dose: LastDose, words: Words) -> str:
    """When to take the last dose, with `%(days)s` for the number of days before the procedure."""
    number = -dose.day
    match dose.slot:
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


def restart(again: Restart, words: Words) -> str:
    """When to take the medicine again, with `%(days)s` or `%(hours)s` where there is a number."""
    if again.told_by_team:
        return words.pgettext(
            "restart.told", "Start again only when your team tells you. Ask before you go home."
        )
    if again.hours is not None:
        return words.npgettext(
            "restart.hours",
            "Start again %(hours)s hour after the end of your procedure.",
            "Start again %(hours)s hours after the end of your procedure.",
            again.hours,
        )
    return _on_the_day(again.slot, words) if not again.day else _later(again.day, again.slot, words)


def _on_the_day(slot: Slot | None, words: Words) -> str:
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


def _later(day: int, slot: Slot | None, words: Words) -> str:
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


def blood_test(test: BloodTest, words: Words) -> str:
    """The blood test, with `%(test)s` for its name and `%(days)s` for the days before."""
    if test.day == 0:
        return words.pgettext(
            "blood-test.day", "Have this blood test on the day of your procedure: %(test)s."
        )
    return words.npgettext(
        "blood-test.before",
        "Have this blood test %(days)s day before your procedure: %(test)s.",
        "Have this blood test %(days)s days before your procedure: %(test)s.",
        -test.day,
    )
