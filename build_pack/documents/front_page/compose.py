"""The front page of a patient's pack: the plan as a line of days."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from build_pack.content.models.checklist import Stage
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.documents.checklist.clinic_tasks import clinic_tasks
from build_pack.documents.checklist.fasting_tasks import fasting_tasks
from build_pack.documents.checklist.visit_tasks import DatedTask, medicine_tasks, past_doses
from build_pack.documents.front_page.kept_medicines import kept_medicines
from build_pack.documents.front_page.views import DayTask, FrontPage, FrontPageDocument, TaskDay
from build_pack.documents.medicines.harm_signs import harm_signs
from build_pack.documents.medicines.visit_plans import visit_plan
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.sources import DocumentSources
from build_pack.planning.plan import Plan
from build_pack.planning.visit import Visit


def compose(sources: DocumentSources, locale: str, visit: Visit) -> FrontPageDocument:
    """Compose the front page alone."""
    composer = Composer(sources, locale, visit)
    heading, signs = harm_signs(composer)
    return FrontPageDocument(
        **composer.common(DocumentKind.FRONT_PAGE),
        title=composer.words.pgettext("front.title", "Your days on one page"),
        front=front_page(composer, visit_plan(sources, visit)),
        signs_heading=heading,
        signs=signs,
    )


def front_page(composer: Composer, plan: Plan) -> FrontPage:
    """What is on the front page, by the tasks that the checklist has too.

    Of what the clinic adds, that of the day itself; once the patient goes home, what comes then.
    """
    has_medicines = composer.visit.medicines is not None
    is_over = composer.visit.printed_on is not None
    tasks = [*fasting_tasks(composer)]
    tasks += [one for one in clinic_tasks(composer) if is_over or one.stage is Stage.DAY]
    if has_medicines:
        tasks += medicine_tasks(composer, plan)
    return FrontPage(
        together=composer.together(plan, plan.together.thinners),
        twice=tuple(composer.together(plan, group) for group in plan.together.twice),
        with_nsaid="" if is_over else composer.together(plan, plan.together.with_nsaid),
        is_over=is_over,
        past=past_doses(composer, plan) if has_medicines else "",
        days=tuple(_days(composer, plan, tasks)),
    )


def _days(composer: Composer, plan: Plan, tasks: Iterable[DatedTask]) -> Iterator[TaskDay]:
    """What is tied to no day before and after the days, then what is done on every day."""
    words, found = composer.words, list(tasks)
    yield from _undated(found, Stage.BEFORE, words.pgettext("front.now", "Now"))
    dated = sorted((one for one in found if one.day is not None), key=_order)
    for day, group in groupby(dated, key=lambda one: one.day or 0):
        yield _day(composer, day, list(group))
    yield from _undated(found, Stage.AFTER, words.pgettext("front.after", "After the procedure"))
    kept = tuple(DayTask(text) for text in kept_medicines(composer, plan))
    if kept and composer.visit.medicines is not None:
        yield TaskDay(
            words.pgettext("front.every-day", "Every day"), is_procedure=False, tasks=kept
        )


def _order(one: DatedTask) -> tuple[int, bool, int]:
    """Days in their order; what comes before the procedure before what is done on its day."""
    stages = tuple(Stage)
    return one.day or 0, bool(one.day == 0 and not one.time), stages.index(one.stage)


def _day(composer: Composer, day: int, tasks: list[DatedTask]) -> TaskDay:
    """All tasks of a day below its date; where that is not known, a blank, and hours in words."""
    date = composer.visit.date(day)
    if date is not None:
        found = tuple(DayTask(one.task.text, one.time, one.task.blank) for one in tasks)
        return TaskDay(composer.formats.short_date(date), day == 0, found)
    if day == 0:
        return TaskDay("", is_procedure=True, tasks=tuple(map(_in_words, tasks)))
    first = tasks[0].task
    texts = tuple(DayTask(one.task.text) for one in tasks)
    return TaskDay(first.when, is_procedure=False, tasks=texts, blank=first.blank)


def _in_words(one: DatedTask) -> DayTask:
    return DayTask(one.task.text, one.task.when, one.task.blank)


def _undated(tasks: Iterable[DatedTask], stage: Stage, when: str) -> Iterator[TaskDay]:
    found = tuple(_in_words(one) for one in tasks if one.day is None and one.stage is stage)
    if found:
        yield TaskDay(when, is_procedure=False, tasks=found)
