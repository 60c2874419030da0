"""Lines of the checklist that come from the visit: fasting, and what its plan says by day."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_pack.content.models.checklist import Stage
from build_pack.content.models.medicine_rules import Decision
from build_pack.documents.checklist.views import ChecklistTask
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.moments_in_words import (
    date_of,
    distance,
    moment,
    no_earlier,
    no_later,
)
from build_pack.planning.fasting import fasting_times
from build_pack.planning.moments import PlannedMoment, on_day
from build_pack.planning.plan import MedicinePlan, Plan, PlannedBridging
from build_pack.translation.ui_words import UiWords

_WEEKS_BEGIN = 14
"""The day from which on a task is under the days and weeks after."""


@dataclass(frozen=True, slots=True)
class DatedTask:
    """A task with its place in the checklist; without a day it goes before those with one."""

    stage: Stage
    day: int | None
    task: ChecklistTask

    @property
    def order(self) -> tuple[bool, int]:
        """By which the tasks of a stage are sorted."""
        return self.day is not None, self.day or 0


def fasting_tasks(composer: Composer) -> Iterator[DatedTask]:
    """From when on not to eat and not to drink, if the clinic has patients fast."""
    words, rule = composer.words, composer.sources.clinic.fasting
    if rule is None or not rule.is_for(composer.sources.leaflet.id):
        return
    start = composer.visit.start
    times = fasting_times(rule, start) if start else None
    yield _fasting(
        composer,
        words.pgettext("task.food", "Do not eat anything from this time on."),
        moment(times.food, words, composer.formats) if times else "",
        rule.food_hours,
    )
    yield _fasting(
        composer,
        words.pgettext(
            "task.drinks",
            "Until this time you may drink water only. Do not drink anything from then on.",
        ),
        moment(times.drinks, words, composer.formats) if times else "",
        rule.drink_hours,
    )


def _fasting(composer: Composer, text: str, when: str, hours: int) -> DatedTask:
    words, plain = composer.words, composer.writer.plain(text)
    if when:
        return DatedTask(Stage.BEFORE, 0, ChecklistTask(plain, when))
    date = distance(PlannedMoment(None, hours=-hours), words, composer.formats)
    return DatedTask(
        Stage.BEFORE, 0, ChecklistTask(plain, date, words.pgettext("field.time", "Date and time:"))
    )


def medicine_tasks(composer: Composer, plan: Plan) -> Iterator[DatedTask]:
    """What the plan says of each medicine, day by day; the medicine sheet says it in full."""
    for one in plan.medicines:
        yield from _of(composer, one)
    if beside := composer.together(plan, plan.together.with_nsaid):
        text = composer.words.pgettext(
            "task.nsaid", "Tell us before the procedure that you take these together: %(medicines)s"
        )
        yield DatedTask(Stage.BEFORE, None, _task(composer, text % {"medicines": beside}))


def _of(composer: Composer, one: MedicinePlan) -> Iterator[DatedTask]:
    name = composer.taken(one).text
    if one.decision in {Decision.UNDECIDED, Decision.ASK}:
        text = _open(composer.words, one) % {"medicine": name, "phone": composer.clinic.questions}
        yield DatedTask(Stage.BEFORE, None, _task(composer, text))
    yield from _before(composer, one, name)
    yield from _after(composer, one, name)


def _open(words: UiWords, one: MedicinePlan) -> str:
    if one.taken.stopped:
        return words.pgettext(
            "task.stopped",
            "%(medicine)s, which you do not take any more: Call us now: %(phone)s. Change nothing "
            "about it until we have spoken.",
        )
    if one.is_call:
        return words.pgettext(
            "task.call",
            "%(medicine)s: Call us now: %(phone)s. Do not stop it and do not change it until we "
            "have spoken.",
        )
    if one.decision is Decision.ASK:
        return words.pgettext("task.ask", "%(medicine)s: Call us now: %(phone)s")
    return words.pgettext(
        "task.undecided",
        "%(medicine)s: Do not stop it until your team has filled in the medicine sheet. If it is "
        "still empty, call us: %(phone)s",
    )


def _before(composer: Composer, one: MedicinePlan, name: str) -> Iterator[DatedTask]:
    words, formats = composer.words, composer.formats
    for test in one.tests:
        text = words.pgettext("task.test", "Blood test: %(test)s.")
        filled = text % {"test": test.test.name.words(composer.locale)}
        yield _dated(composer, test.when, filled, date_of(test.when, words, formats))
    if one.last_dose:
        yield _last_dose(composer, one.last_dose, name)
    if one.reduced:
        text = words.pgettext(
            "task.changed",
            "%(medicine)s: another dose from this day on, as the medicine sheet says.",
        )
        first = one.reduced[0]
        yield _dated(composer, first, text % {"medicine": name}, date_of(first, words, formats))
    if one.bridge:
        yield from _between(composer, one.bridge)


def _between(composer: Composer, bridge: PlannedBridging) -> Iterator[DatedTask]:
    words, formats = composer.words, composer.formats
    name = composer.medicine(bridge.medicine).text
    text = words.pgettext("task.between", "%(medicine)s: first dose, as the medicine sheet says.")
    filled = text % {"medicine": name}
    yield _dated(composer, bridge.first, filled, date_of(bridge.first, words, formats))
    yield _last_dose(composer, bridge.last, name)
    if bridge.restart:
        yield _restart(composer, bridge.restart, name)


def _after(composer: Composer, one: MedicinePlan, name: str) -> Iterator[DatedTask]:
    words, formats = composer.words, composer.formats
    if one.reduced:
        text = words.pgettext("task.usual", "%(medicine)s: Take your usual dose again.")
        again = on_day(composer.visit, (one.reduced[1].day or 0) + 1)
        yield _dated(composer, again, text % {"medicine": name}, date_of(again, words, formats))
    if one.restart:
        yield _restart(composer, one.restart, name)
    elif one.last_dose:
        text = words.pgettext(
            "task.restart-told", "%(medicine)s: Take it again only when your team tells you."
        )
        yield DatedTask(Stage.AFTER, None, _task(composer, text % {"medicine": name}))


def _last_dose(composer: Composer, when: PlannedMoment, name: str) -> DatedTask:
    words = composer.words
    text = words.pgettext(
        "task.last-dose", "%(medicine)s: Take the last dose before the procedure."
    )
    date = no_later(when, words, composer.formats)
    return _dated(composer, when, text % {"medicine": name}, date)


def _restart(composer: Composer, when: PlannedMoment, name: str) -> DatedTask:
    words = composer.words
    text = words.pgettext("task.restart", "%(medicine)s: Take the first dose after the procedure.")
    date = no_earlier(when, words, composer.formats)
    return _dated(composer, when, text % {"medicine": name}, date)


def _task(composer: Composer, text: str, when: str = "", blank: str = "") -> ChecklistTask:
    return ChecklistTask(composer.writer.plain(text), when, blank)


def _dated(composer: Composer, when: PlannedMoment, text: str, date: str) -> DatedTask:
    """A task on a day; where the date is not known, in words and with a blank."""
    words, formats = composer.words, composer.formats
    blank = ""
    if not date:
        blank = words.pgettext("field.date", "Date:")
        date = distance(when, words, formats)
    elif when.hours is not None and not when.is_before:
        blank = time_blank(when, words)
    return DatedTask(_stage(when), when.day, _task(composer, text, date, blank))


def time_blank(when: PlannedMoment, words: UiWords) -> str:
    """The label of the blank for a time that depends on the end of the procedure."""
    if when.date is None or when.slot is None:
        return words.pgettext("field.time", "Date and time:")
    return words.pgettext("field.clock", "Time:")


def _stage(when: PlannedMoment) -> Stage:
    day = when.day
    if day is None:
        return Stage.BEFORE if when.is_before else Stage.AFTER
    if day < 0:
        return Stage.BEFORE
    if day == 0:
        return Stage.DAY
    return Stage.AFTER if day < _WEEKS_BEGIN else Stage.LATER
