"""The last dose before a procedure, named by its time of day; of a weekly one, by its week."""

from datetime import time

from build_pack.content.models.dosing import Slot
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.moments_in_words import no_later
from build_pack.planning.moments import PlannedMoment
from build_pack.planning.plan import MedicinePlan
from build_pack.planning.visit import TakenMedicine
from build_pack.translation.ui_words import UiWords

_LISTED = 3
"""Days that are named one by one; more are told by the first and the last."""


def which_dose(composer: Composer, when: PlannedMoment, taken: TakenMedicine | None) -> str:
    """The last dose by its date; empty where that is not known. None: taken in between."""
    words, formats = composer.words, composer.formats
    is_noon = when.at is not None and when.at.time() == time(12)
    pattern = _dose(when.slot, taken, words)
    if when.date is None or not pattern or is_noon or (when.slot is None and when.hours):
        return no_later(when, words, formats)
    dose = pattern % {"date": formats.full_date(when.date)}
    if when.at is None:
        return dose
    by = words.pgettext("moment.by", "%(moment)s, by %(time)s at the latest")
    return by % {"moment": dose, "time": formats.clock(when.at.time())}


_WEEKLY, _SEVERAL, _ONE = "weekly", "several", "one"


def _kind(slot: Slot | None, taken: TakenMedicine | None) -> str:
    """What a dose is named by: its time of day, its week, that the day has several, or nothing."""
    if slot or taken is None:
        return slot or _ONE
    if taken.weekday:
        return _WEEKLY
    return _SEVERAL if (taken.times_a_day or 1) > 1 else _ONE


def _dose(slot: Slot | None, taken: TakenMedicine | None, words: UiWords) -> str:
    """A dose of a day; empty where nothing but its day is known."""
    return {
        Slot.MORNING: words.pgettext("last-dose.morning", "The morning dose of %(date)s"),
        Slot.NOON: words.pgettext("last-dose.noon", "The noon dose of %(date)s"),
        Slot.EVENING: words.pgettext("last-dose.evening", "The evening dose of %(date)s"),
        Slot.BEDTIME: words.pgettext("last-dose.bedtime", "The bedtime dose of %(date)s"),
        _WEEKLY: words.pgettext("last-dose.weekly", "The dose of %(date)s"),
        _SEVERAL: words.pgettext("last-dose.day", "The last dose of the day, %(date)s"),
        _ONE: "",
    }[_kind(slot, taken)]


def last_task(when: PlannedMoment, taken: TakenMedicine | None, words: UiWords) -> str:
    """What to do on the day of the last dose, with a place for the medicine's name."""
    return {
        Slot.MORNING: words.pgettext(
            "task.last-dose-morning",
            "%(medicine)s: The morning dose is your last before the procedure.",
        ),
        Slot.NOON: words.pgettext(
            "task.last-dose-noon", "%(medicine)s: The noon dose is your last before the procedure."
        ),
        Slot.EVENING: words.pgettext(
            "task.last-dose-evening",
            "%(medicine)s: The evening dose is your last before the procedure.",
        ),
        Slot.BEDTIME: words.pgettext(
            "task.last-dose-bedtime",
            "%(medicine)s: The bedtime dose is your last before the procedure.",
        ),
        _WEEKLY: words.pgettext(
            "task.last-dose-weekly",
            "%(medicine)s: The dose of this day is your last before the procedure.",
        ),
        _SEVERAL: words.pgettext(
            "task.last-dose-day",
            "%(medicine)s: The last dose of this day is your last before the procedure.",
        ),
        _ONE: words.pgettext(
            "task.last-dose", "%(medicine)s: Take it for the last time before the procedure."
        ),
    }[_kind(when.slot, taken)]


def without(composer: Composer, one: MedicinePlan) -> str:
    """What is left out after the last dose: of a weekly medicine, the days by their dates."""
    words = composer.words
    if one.taken.weekday is None or one.restart is None:
        return words.pgettext(
            "step.without-text", "Then take no more until the time under “Start again”."
        )
    days = [composer.formats.full_date(day.date) for day in one.left_out if day.date]
    if not days:
        return words.pgettext("step.without-none", "You leave out no dose.")
    if len(days) <= _LISTED:
        pattern = words.pgettext("step.without-days", "Do not take it on these days: %(dates)s.")
        return pattern % {"dates": "; ".join(days)}
    pattern = words.pgettext(
        "step.without-weeks", "Do not take it. From: %(first)s. Up to and including: %(last)s."
    )
    return pattern % {"first": days[0], "last": days[-1]}
