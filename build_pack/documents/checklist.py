"""The follow-up checklist: the leaflet's tasks, the clinic's, and those of the visit's plan."""

from collections.abc import Iterator

from build_pack.content.clinic import ChecklistItem
from build_pack.content.clinic import Stage as StageId
from build_pack.content.kinds import Kind
from build_pack.documents.composer import Composer
from build_pack.documents.days import distance, from_procedure
from build_pack.documents.medicines import plan_of
from build_pack.documents.model import Checklist, Stage, Task
from build_pack.documents.moments import date_of, no_earlier
from build_pack.documents.sources import Sources
from build_pack.documents.tasks import Dated, fasting_tasks, medicine_tasks, time_blank
from build_pack.planning.calendar import hours_from, on_day
from build_pack.planning.visit import Visit
from build_pack.translation.words import Words

_WORST_PAIN = 10


def checklist(sources: Sources, locale: str, visit: Visit) -> Checklist:
    """Compose the checklist; its dates come from the same plan as those of the medicine sheet."""
    composer = Composer(sources, locale, visit)
    headings = _headings(composer.words)
    dated = [*fasting_tasks(composer), *_own_tasks(composer)]
    if visit.medicines is not None:
        dated += medicine_tasks(composer, plan_of(sources, visit))
    return Checklist(
        **composer.common(Kind.CHECKLIST),
        title=composer.words.pgettext("checklist.title", "Checklist"),
        introduction=composer.segment("checklist", "introduction"),
        stages=tuple(_stage(composer, stage, headings[stage], dated) for stage in StageId),
        pain=tuple(map(composer.formats.number, range(_WORST_PAIN + 1))),
        red_flags=composer.red_flags(),
        references=composer.references(),
    )


def _headings(words: Words) -> dict[StageId, str]:
    return {
        StageId.BEFORE: words.pgettext("checklist.before", "Before the procedure"),
        StageId.DAY: words.pgettext("checklist.day", "On the day"),
        StageId.AFTER: words.pgettext("checklist.after", "After the procedure"),
        StageId.LATER: words.pgettext("checklist.later", "In the days and weeks after"),
    }


def _stage(composer: Composer, stage: StageId, heading: str, dated: list[Dated]) -> Stage:
    """The leaflet's tasks, then those with a day in the order of the days."""
    texts = getattr(composer.sources.leaflet.checklist, stage)
    tasks = [Task(text) for text in composer.texts(texts, "checklist", stage)]
    own = sorted((one for one in dated if one.stage is stage), key=lambda one: one.order)
    return Stage(stage, heading, (*tasks, *(one.task for one in own)))


def _own_tasks(composer: Composer) -> Iterator[Dated]:
    """What the clinic adds."""
    for item in composer.sources.clinic.checklist:
        if item.is_for(composer.sources.leaflet.id):
            yield _own(composer, item)


def _own(composer: Composer, item: ChecklistItem) -> Dated:
    words, formats = composer.words, composer.formats
    text = composer.writer.own(item.text)
    if item.hours is not None:
        when = hours_from(composer.visit, item.hours)
        blank = time_blank(when, words)
        date = no_earlier(when, words, formats) or distance(when, words, formats)
        return Dated(item.stage, when.day or 0, Task(text, date, blank))
    if item.day is None or (item.day == 0 and item.stage is StageId.DAY):
        return Dated(item.stage, item.day, Task(text))  # or its stage's heading names the day
    date = date_of(on_day(composer.visit, item.day), words, formats)
    if date:
        return Dated(item.stage, item.day, Task(text, date))
    when_in_words = from_procedure(item.day, words, formats)
    return Dated(
        item.stage, item.day, Task(text, when_in_words, words.pgettext("field.date", "Date:"))
    )
