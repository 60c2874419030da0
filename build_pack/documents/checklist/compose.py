"""The follow-up checklist: the leaflet's tasks, the clinic's, and those of the visit's plan."""

from collections.abc import Iterator

from build_pack.content.models.checklist import Stage
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.text_nodes import TextRole
from build_pack.documents.checklist.clinic_tasks import clinic_tasks
from build_pack.documents.checklist.dated_task import DatedTask, in_time
from build_pack.documents.checklist.fasting_tasks import fasting_tasks
from build_pack.documents.checklist.views import ChecklistDocument, ChecklistStage, ChecklistTask
from build_pack.documents.checklist.visit_tasks import medicine_tasks, past_doses
from build_pack.documents.medicines.visit_plans import visit_plan
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.sources import DocumentSources
from build_pack.planning.visit import Visit
from build_pack.translation.ui_words import UiWords


def compose(sources: DocumentSources, locale: str, visit: Visit) -> ChecklistDocument:
    """Compose the checklist; its dates come from the same plan as those of the medicine sheet.

    It cites nothing: what it says is in the leaflet, with its sources.
    """
    composer = Composer(sources, locale, visit, cites=False)
    headings = _headings(composer.words)
    plan = visit_plan(sources, visit)
    dated = [*fasting_tasks(composer), *clinic_tasks(composer)]
    if visit.medicines is not None:
        dated += medicine_tasks(composer, plan)
    return ChecklistDocument(
        **composer.common(DocumentKind.CHECKLIST),
        title=composer.words.pgettext("checklist.title", "Checklist"),
        introduction=composer.text(TextRole.INTRODUCTION, "checklist"),
        past=past_doses(composer, plan) if visit.medicines is not None else "",
        stages=tuple(_stage(composer, stage, headings[stage], dated) for stage in Stage),
        red_flags=composer.red_flags(),
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
    """The leaflet's tasks, then those with a day in the order of time."""
    answered = {one.answers for one in dated}
    tasks = () if _is_past(composer, stage) else _general(composer, stage, answered)
    own = sorted(
        (one for one in dated if one.stage is stage), key=lambda one: in_time(composer, one)
    )
    return ChecklistStage(stage, heading, (*tasks, *(one.task for one in own)))


def _is_past(composer: Composer, stage: Stage) -> bool:
    """Whether a part of the leaflet's list is over when it is printed."""
    visit = composer.visit
    return visit.is_over and (
        stage is Stage.BEFORE or (stage is Stage.DAY and not visit.is_to_come(0))
    )


def _general(composer: Composer, stage: Stage, answered: set[str]) -> Iterator[ChecklistTask]:
    """The leaflet's tasks, without those that a line of the clinic answers in this document."""
    leaflet = composer.sources.leaflet
    for node in composer.walked.texts(TextRole.CHECKLIST_ITEM, "checklist", stage):
        if leaflet.checklist and node.is_for(composer.visit.region):
            task = leaflet.checklist.task(stage, node.id[-1])
            if task.answered_by not in answered:
                yield ChecklistTask(composer.segment(*node.id), dont=task.dont)
