"""What the clinic adds to every checklist, as lines of it."""

from collections.abc import Iterator

from build_pack.content.models.checklist import Stage
from build_pack.content.models.clinic import ChecklistItem
from build_pack.documents.checklist.views import ChecklistTask
from build_pack.documents.checklist.visit_tasks import (
    DatedTask,
    is_over,
    is_to_come,
    time_blank,
)
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.moments_in_words import (
    date_of,
    distance,
    from_procedure,
    no_earlier,
    time_on_day,
)
from build_pack.planning.moments import hours_from, on_day


def clinic_tasks(composer: Composer) -> Iterator[DatedTask]:
    """What the clinic adds; when the patient goes home, what comes after the procedure."""
    for item in composer.sources.clinic.checklist:
        if item.is_for(composer.sources.leaflet.id):
            found = _own(composer, item)
            is_past = is_over(composer) and found.stage in {Stage.BEFORE, Stage.DAY}
            if not is_past and is_to_come(composer, found.day):
                yield found


def _own(composer: Composer, item: ChecklistItem) -> DatedTask:
    words, formats = composer.words, composer.formats
    text = composer.writer.own(item.text)
    if item.hours is not None:
        when = hours_from(composer.visit, item.hours)
        blank = time_blank(when, words)
        date = no_earlier(when, words, formats) or distance(when, words, formats)
        task = ChecklistTask(text, date, blank, item.dont, is_until=item.dont)
        return DatedTask(item.stage, when.day or 0, task, time_on_day(when, words, formats))
    if item.day is None or (item.day == 0 and item.stage is Stage.DAY):
        task = ChecklistTask(text, dont=item.dont)  # or its stage's heading names the day
        return DatedTask(item.stage, item.day, task)
    date = date_of(on_day(composer.visit, item.day), words, formats)
    blank = "" if date else words.pgettext("field.date", "Date:")
    task = ChecklistTask(text, date or from_procedure(item.day, words, formats), blank, item.dont)
    return DatedTask(item.stage, item.day, task)
