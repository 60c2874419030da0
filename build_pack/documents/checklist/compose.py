"""The follow-up checklist: the leaflet's tasks, the clinic's, and those of the visit's plan."""

from collections.abc import Iterator

from build_pack.content.models.checklist import Stage
from build_pack.content.models.clinic import ChecklistItem
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.text_nodes import TextRole
from build_pack.documents.checklist.views import ChecklistDocument, ChecklistStage, ChecklistTask
from build_pack.documents.checklist.visit_tasks import (
    DatedTask,
    fasting_tasks,
    medicine_tasks,
    time_blank,
)
from build_pack.documents.medicines.visit_plans import visit_plan
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.moments_in_words import (
    date_of,
    distance,
    from_procedure,
    no_earlier,
)
from build_pack.documents.shared.sources import DocumentSources
from build_pack.planning.moments import hours_from, on_day
from build_pack.planning.visit import Visit
from build_pack.translation.ui_words import UiWords

_WORST_PAIN = 10


def compose(sources: DocumentSources, locale: str, visit: Visit) -> ChecklistDocument:
    """Compose the checklist; its dates come from the same plan as those of the medicine sheet."""
    composer = Composer(sources, locale, visit)
    headings = _headings(composer.words)
    dated = [*fasting_tasks(composer), *_own_tasks(composer)]
    if visit.medicines is not None:
        dated += medicine_tasks(composer, visit_plan(sources, visit))
    return ChecklistDocument(
        **composer.common(DocumentKind.CHECKLIST),
        title=composer.words.pgettext("checklist.title", "Checklist"),
        introduction=composer.text(TextRole.INTRODUCTION, "checklist"),
        stages=tuple(_stage(composer, stage, headings[stage], dated) for stage in Stage),
        pain=tuple(map(composer.formats.number, range(_WORST_PAIN + 1))),
        red_flags=composer.red_flags(),
        references=composer.references(),
    )


def _headings(words: UiWords) -> dict[Stage, str]:
    return {
        Stage.BEFORE: words.pgettext("checklist.before", "Before the procedure"),
        Stage.DAY: words.pgettext("checklist.day", "On the day"),
        Stage.AFTER: words.pgettext("checklist.after", "After the procedure"),
        Stage.LATER: words.pgettext("checklist.later", "In the days and weeks after"),
    }


def _stage(
    composer: Composer, stage: Stage, heading: str, dated: list[DatedTask]
) -> ChecklistStage:
    """The leaflet's tasks, then those with a day in the order of the days."""
    texts = composer.texts(TextRole.CHECKLIST_ITEM, "checklist", stage)
    tasks = [ChecklistTask(text) for text in texts]
    own = sorted((one for one in dated if one.stage is stage), key=lambda one: one.order)
    return ChecklistStage(stage, heading, (*tasks, *(one.task for one in own)))


def _own_tasks(composer: Composer) -> Iterator[DatedTask]:
    """What the clinic adds."""
    for item in composer.sources.clinic.checklist:
        if item.is_for(composer.sources.leaflet.id):
            yield _own(composer, item)


def _own(composer: Composer, item: ChecklistItem) -> DatedTask:
    words, formats = composer.words, composer.formats
    text = composer.writer.own(item.text)
    if item.hours is not None:
        when = hours_from(composer.visit, item.hours)
        blank = time_blank(when, words)
        date = no_earlier(when, words, formats) or distance(when, words, formats)
        return DatedTask(item.stage, when.day or 0, ChecklistTask(text, date, blank))
    if item.day is None or (item.day == 0 and item.stage is Stage.DAY):
        return DatedTask(
            item.stage, item.day, ChecklistTask(text)
        )  # or its stage's heading names the day
    date = date_of(on_day(composer.visit, item.day), words, formats)
    if date:
        return DatedTask(item.stage, item.day, ChecklistTask(text, date))
    when_in_words = from_procedure(item.day, words, formats)
    return DatedTask(
        item.stage,
        item.day,
        ChecklistTask(text, when_in_words, words.pgettext("field.date", "Date:")),
    )
