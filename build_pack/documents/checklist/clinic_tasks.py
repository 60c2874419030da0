"""What the clinic adds to every checklist, as lines of it."""

from collections.abc import Iterator
from dataclasses import replace

from build_pack.content.models.checklist import Stage
from build_pack.content.models.clinic import ChecklistItem
from build_pack.documents.checklist.dated_task import DatedTask
from build_pack.documents.checklist.views import ChecklistTask
from build_pack.documents.checklist.visit_tasks import time_blank
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.moments_in_words import (
    distance,
    for_hours,
    no_earlier,
    time_on_day,
    until,
)
from build_pack.planning.moments import PlannedMoment, hours_from, on_day


def clinic_tasks(composer: Composer) -> Iterator[DatedTask]:
    """What the clinic adds; when the patient goes home, what comes after the procedure."""
    for item in composer.sources.clinic.checklist:
        is_past = composer.visit.is_over and item.stage in {Stage.BEFORE, Stage.DAY}
        when = _when(composer, item)
        is_due = when is None or composer.visit.is_to_come(when.day)
        if item.is_for(composer.sources.leaflet.id) and is_due and not is_past:
            yield replace(_own(composer, item, when), answers=f"checklist.{item.id}")


def _when(composer: Composer, item: ChecklistItem) -> PlannedMoment | None:
    """When it is to be done; for what is not to be done for some hours, the end of them."""
    if item.hours is not None:
        return hours_from(composer.visit, item.hours)
    day = 0 if item.stage is Stage.DAY else item.day
    return None if day is None else on_day(composer.visit, day)


def _own(composer: Composer, item: ChecklistItem, when: PlannedMoment | None) -> DatedTask:
    words, formats = composer.words, composer.formats
    text = composer.writer.own(item.text)
    if when is None or item.stage is Stage.DAY:  # the heading of its stage names the day
        return DatedTask(item.stage, when, ChecklistTask(text, dont=item.dont))
    if item.hours is not None and item.dont:
        return _until(composer, item, when)
    date = no_earlier(when, words, formats)
    blank = "" if date else words.pgettext("field.date", "Date:")
    if item.hours is not None:
        blank = time_blank(when, words)
    task = ChecklistTask(text, date or distance(when, words, formats), blank, item.dont)
    return DatedTask(item.stage, when, task, time_on_day(when, words, formats))


def _until(composer: Composer, item: ChecklistItem, end: PlannedMoment) -> DatedTask:
    """What is not to be done from the procedure on; tied to no day once that of it is over."""
    words, formats = composer.words, composer.formats
    long = short = for_hours(item.hours or 0, words, formats)
    if end.date:
        long = until(formats.full_date(end.date), words)
        short = until(formats.short_date(end.date), words)
    task = ChecklistTask(composer.writer.own(item.text), long, time_blank(end, words), dont=True)
    begin = replace(on_day(composer.visit, 0), hours=item.hours)
    return DatedTask(item.stage, begin if composer.visit.is_to_come(0) else None, task, short)
