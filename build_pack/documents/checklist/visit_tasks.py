"""Lines of the checklist that come from the plan of the visit, day by day."""

from collections.abc import Iterator
from dataclasses import replace

from build_pack.content.models.checklist import Stage
from build_pack.content.models.medicine_rules import Decision
from build_pack.documents.checklist.dated_task import DatedTask
from build_pack.documents.checklist.views import ChecklistTask
from build_pack.documents.medicines import sentences
from build_pack.documents.medicines.course import tests_to_come
from build_pack.documents.medicines.last_doses import last_task
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.moments_in_words import (
    date_of,
    distance,
    no_earlier,
    no_later,
    time_on_day,
)
from build_pack.planning.interactions import thins
from build_pack.planning.moments import PlannedMoment, on_day
from build_pack.planning.plan import MedicinePlan, Plan, PlannedBloodTest, PlannedBridging
from build_pack.planning.visit import TakenMedicine
from build_pack.translation.ui_words import UiWords

_WEEKS_BEGIN = 14
"""The day from which on a task is under the days and weeks after."""


def medicine_tasks(composer: Composer, plan: Plan) -> Iterator[DatedTask]:
    """What the plan says of each medicine, day by day; the medicine sheet says it in full."""
    for one in plan.medicines:
        yield from _of(composer, one)
    beside = composer.together(plan, plan.together.with_nsaid)
    if beside and not composer.visit.is_over and not _are_asked_about(plan):
        pattern = composer.words.pgettext(
            "task.nsaid",
            "%(medicines)s: Call us to say that you take these together: %(phone)s",
        )
        text = pattern % {"medicines": beside, "phone": composer.clinic.questions}
        yield DatedTask(Stage.BEFORE, None, _task(composer, text, beside))


def _are_asked_about(plan: Plan) -> bool:
    """Whether the patient calls about each painkiller beside a blood thinner by its own line."""
    with_nsaid = [one for one in plan.medicines if one.taken in plan.together.with_nsaid]
    painkillers = [
        one for one in with_nsaid if one.taken.medicine and not thins(one.taken.medicine)
    ]
    return all(one.decision is Decision.ASK for one in painkillers)


def _of(composer: Composer, one: MedicinePlan) -> Iterator[DatedTask]:
    name = composer.taken(one).text
    if one.decision in {Decision.UNDECIDED, Decision.ASK}:
        text = _open(composer.words, one) % {"medicine": name, "phone": composer.clinic.questions}
        stage = Stage.AFTER if composer.visit.is_over else Stage.BEFORE
        yield DatedTask(stage, None, _task(composer, text, name))
    if not composer.visit.is_over:
        yield from _before(composer, one, name)
    for test in tests_to_come(composer, one):
        yield _test(composer, test)
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
    first = _read_first(one, words)
    if one.last_dose:
        yield _last_dose(composer, one.last_dose, name, one.taken, first)
    if one.reduced:
        text = words.pgettext(
            "task.changed",
            "%(medicine)s: a different dose from this day on, as the medicine sheet says.",
        )
        when = one.reduced[0]
        date = date_of(when, words, formats)
        yield _dated(composer, when, text + first, name, date)
    if one.bridge:
        yield from _between(composer, one.bridge)


def _test(composer: Composer, one: PlannedBloodTest) -> DatedTask:
    words = composer.words
    text = words.pgettext("task.test", "Blood test: %(test)s.")
    if where := sentences.place(one.test, words):
        text = f"{text} {where.replace('%', '%%')}"
    name = one.test.name.words(composer.locale)
    return _dated(composer, one.when, text, name, date_of(one.when, words, composer.formats))


def _read_first(one: MedicinePlan, words: UiWords) -> str:
    """Where to read on which condition something is done, if there is any."""
    has_text = one.instruction is not None and one.instruction.text is not None
    if not has_text and not one.is_assumed:
        return ""
    text = words.pgettext(
        "task.read-first",
        "Before that, read its lines on the sheet: you may have to call us.",
    )
    return f" {text}"


def _between(composer: Composer, bridge: PlannedBridging) -> Iterator[DatedTask]:
    words, formats = composer.words, composer.formats
    name = composer.medicine(bridge.medicine).text
    text = words.pgettext("task.between", "%(medicine)s: first dose, as the medicine sheet says.")
    yield _dated(composer, bridge.first, text, name, date_of(bridge.first, words, formats))
    yield _last_dose(composer, bridge.last, name)


def _after(composer: Composer, one: MedicinePlan, name: str) -> Iterator[DatedTask]:
    words, formats = composer.words, composer.formats
    again = on_day(composer.visit, (one.reduced[1].day or 0) + 1) if one.reduced else None
    if again and composer.visit.is_to_come(again.day):
        text = words.pgettext("task.usual", "%(medicine)s: Take your usual dose again.")
        yield _dated(composer, again, text, name, date_of(again, words, formats))
    yield from _left_out(composer, one, name)
    if one.restart:
        yield from _first_dose(composer, one.restart, name)
    elif one.last_dose:
        yield _told(composer, one, name)
    if one.bridge and one.bridge.restart:
        other = composer.medicine(one.bridge.medicine).text
        yield from _first_dose(composer, one.bridge.restart, other)


def _left_out(composer: Composer, one: MedicinePlan, name: str) -> Iterator[DatedTask]:
    """Each dose of a weekly medicine that is left out and is not over."""
    text = composer.words.pgettext("task.left-out", "%(medicine)s: Leave out the dose of this day.")
    for when in one.left_out:
        if composer.visit.is_to_come(when.day):
            date = date_of(when, composer.words, composer.formats)
            yield _dated(composer, when, text, name, date)


def _told(composer: Composer, one: MedicinePlan, name: str) -> DatedTask:
    """A first dose whose day the team tells, perhaps when a blood test is in range."""
    words = composer.words
    text = words.pgettext(
        "task.restart-told", "%(medicine)s: Take it again only when your team tells you."
    )
    test = sentences.awaited_test(one.instruction, words) if one.instruction else ""
    if test:
        text = words.pgettext(
            "task.restart-in-range",
            "%(medicine)s: Take it again only when the result of this blood test is in range: "
            "%(test)s. Your team tells you.",
        )
    said = text % {"medicine": name, "test": test}
    return DatedTask(Stage.AFTER, None, _task(composer, said, name))


def _last_dose(
    composer: Composer,
    when: PlannedMoment,
    name: str,
    taken: TakenMedicine | None = None,
    first: str = "",
) -> DatedTask:
    """Its time of day is named in the sentence."""
    words = composer.words
    text = last_task(when, taken, words)
    date = no_later(when, words, composer.formats)
    task = _dated(composer, when, text + first, name, date)
    return replace(task, time="") if when.slot and not when.at else task


def _first_dose(composer: Composer, when: PlannedMoment, name: str) -> Iterator[DatedTask]:
    words, formats = composer.words, composer.formats
    if composer.visit.is_to_come(when.day):
        text = words.pgettext("task.restart", "%(medicine)s: Start taking it again.")
        if when.with_meal:
            text = words.pgettext(
                "task.restart-meal",
                "%(medicine)s: Start taking it again with your first meal after the procedure.",
            )
        date = no_earlier(when, words, formats)
        yield _dated(composer, when, text, name, date)


def past_doses(composer: Composer, plan: Plan) -> str:
    """The last doses that were planned, when the procedure is over; empty if there are none."""
    words, formats = composer.words, composer.formats
    if not composer.visit.is_over:
        return ""
    last = [
        f"{name} ({no_later(when, words, formats)})"
        for one in plan.medicines
        for name, when in _last_doses(composer, one)
    ]
    pattern = words.pgettext(
        "task.past-doses", "Planned last doses before the procedure: %(doses)s."
    )
    return pattern % {"doses": ", ".join(last)} if last else ""


def _last_doses(composer: Composer, one: MedicinePlan) -> Iterator[tuple[str, PlannedMoment]]:
    """A medicine, and the one in between, with their last doses."""
    if one.last_dose:
        yield composer.taken(one).text, one.last_dose
    if one.bridge:
        yield composer.medicine(one.bridge.medicine).text, one.bridge.last


def _task(
    composer: Composer, text: str, name: str, when: str = "", blank: str = ""
) -> ChecklistTask:
    """A task with its medicine by a strong name."""
    plain = composer.writer.plain
    return ChecklistTask(plain(text).with_strong(plain(name).text), when, blank)


def _dated(
    composer: Composer, when: PlannedMoment, pattern: str, name: str, date: str
) -> DatedTask:
    """A task on a day; where the date is not known, in words and with a blank.

    `name` is that of the medicine or the blood test in the pattern.
    """
    words, formats = composer.words, composer.formats
    blank = ""
    if not date:
        blank = words.pgettext("field.date", "Date:")
        date = distance(when, words, formats)
    elif when.hours is not None and not when.is_before:
        blank = time_blank(when, words)
    text = pattern % {"medicine": name, "test": name}
    task = _task(composer, text, name, date, blank)
    return DatedTask(_stage(when), when, task, time_on_day(when, words, formats))


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
