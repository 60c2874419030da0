"""The follow-up checklist: the leaflet's tasks and the clinic's, stage by stage."""

from build_pack.content.clinic import ChecklistItem
from build_pack.content.clinic import Stage as StageId
from build_pack.documents.composer import Composer
from build_pack.documents.days import from_procedure
from build_pack.documents.model import Checklist, Kind, Stage, Task
from build_pack.documents.sources import Sources
from build_pack.translation.words import Words


def checklist(sources: Sources, locale: str) -> Checklist:
    """Compose the checklist."""
    composer = Composer(sources, locale)
    headings = _headings(composer.words)
    return Checklist(
        **composer.common(Kind.CHECKLIST),
        title=composer.words.pgettext("checklist.title", "Checklist"),
        introduction=composer.segment("checklist", "introduction"),
        stages=tuple(_stage(composer, stage, headings[stage]) for stage in StageId),
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


def _stage(composer: Composer, stage: StageId, heading: str) -> Stage:
    texts = getattr(composer.sources.leaflet.checklist, stage)
    tasks = [Task(text) for text in composer.texts(texts, "checklist", stage)]
    own = [item for item in composer.sources.clinic.checklist if item.stage is stage]
    tasks += [_own_task(composer, item) for item in own]
    return Stage(stage, heading, tuple(tasks))


def _own_task(composer: Composer, item: ChecklistItem) -> Task:
    text = composer.writer.own(item.text)
    if item.day is None or (item.day == 0 and item.stage is StageId.DAY):
        return Task(text)  # without a day, or its stage's heading names the day
    when = from_procedure(item.day, composer.words, composer.formats)
    return Task(text, when, date_blank=True)
