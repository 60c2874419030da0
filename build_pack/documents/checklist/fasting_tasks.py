"""From when on not to eat and not to drink, as lines of the checklist."""

from collections.abc import Iterator
from datetime import datetime

from build_pack.content.models.checklist import Stage
from build_pack.documents.checklist.dated_task import DatedTask
from build_pack.documents.checklist.views import ChecklistTask
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.moments_in_words import clock_in_words, distance, moment
from build_pack.planning.fasting import fasting_times
from build_pack.planning.moments import PlannedMoment


def fasting_tasks(composer: Composer) -> Iterator[DatedTask]:
    """From when on not to eat and not to drink, if the clinic has patients fast."""
    words, rule = composer.words, composer.sources.clinic.fasting
    if rule is None or not rule.is_for(composer.sources.leaflet.id) or composer.visit.is_over:
        return
    start = composer.visit.start
    times = fasting_times(rule, start) if start else None
    yield _fasting(
        composer,
        words.pgettext("task.food", "Do not eat anything from this time on."),
        times.food if times else None,
        rule.food_hours,
    )
    yield _fasting(
        composer,
        words.pgettext(
            "task.drinks",
            "Until this time you may drink water only. Then do not drink anything but a sip of "
            "water with a tablet that you have to take.",
        ),
        times.drinks if times else None,
        rule.drink_hours,
    )


def _fasting(composer: Composer, text: str, at: datetime | None, hours: int) -> DatedTask:
    words, formats, plain = composer.words, composer.formats, composer.writer.plain(text)
    start = composer.visit.start
    if at and start:
        when = PlannedMoment((at.date() - start.date()).days, at.date(), hours=-hours, at=at)
        task = ChecklistTask(plain, moment(at, words, formats), dont=True)
        time = clock_in_words(at, words, formats)
    else:
        when = PlannedMoment(0, hours=-hours)
        time = distance(PlannedMoment(None, hours=-hours), words, formats)
        blank = words.pgettext("field.time", "Date and time:")
        task = ChecklistTask(plain, time, blank, dont=True)
    return DatedTask(Stage.BEFORE, when, task, time, answers="fasting")
