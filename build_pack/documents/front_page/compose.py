"""The front page of a patient's pack: the plan as a line of days."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from build_pack.content.models.checklist import Stage
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.documents.checklist.clinic_tasks import clinic_tasks
from build_pack.documents.checklist.dated_task import DatedTask, in_time
from build_pack.documents.checklist.fasting_tasks import fasting_tasks
from build_pack.documents.checklist.visit_tasks import medicine_tasks, past_doses
from build_pack.documents.front_page.kept_medicines import kept_medicines
from build_pack.documents.front_page.views import DayTask, FrontPage, FrontPageDocument, TaskDay
from build_pack.documents.medicines.harm_signs import harm_signs
from build_pack.documents.medicines.visit_plans import visit_plan
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.moments_in_words import from_procedure
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
    tasks = [*fasting_tasks(composer)]
    tasks += [
        one for one in clinic_tasks(composer) if composer.visit.is_over or _is_of_the_day(one)
    ]
    if has_medicines:
        tasks += medicine_tasks(composer, plan)
    return FrontPage(
        together=composer.together(plan, plan.together.thinners),
        twice=tuple(composer.together(plan, group) for group in plan.together.twice),
        is_over=composer.visit.is_over,
        past=past_doses(composer, plan) if has_medicines else "",
        days=tuple(_days(composer, plan, tasks)),
    )


def _is_of_the_day(one: DatedTask) -> bool:
    """Whether it is for the day of the procedure, and not for some hours after its end."""
    return one.when is not None and one.when.day == 0 and one.when.hours is None


def _days(composer: Composer, plan: Plan, tasks: Sequence[DatedTask]) -> Iterator[TaskDay]:
    """What is tied to no day before and after the days, then what is done on every day."""
    words = composer.words
    yield from _undated(tasks, Stage.BEFORE, words.pgettext("front.now", "Now"))
    dated = sorted(
        (one for one in tasks if one.when is not None), key=lambda one: in_time(composer, one)
    )
    for _, group in groupby(dated, key=lambda one: in_time(composer, one)[:2]):
        yield _day(composer, list(group))
    yield from _undated(tasks, Stage.AFTER, words.pgettext("front.after", "After the procedure"))
    later = words.pgettext("checklist.later", "In the days and weeks after")
    yield from _undated(tasks, Stage.LATER, later)
    kept = tuple(DayTask(text) for text in kept_medicines(composer, plan))
    if kept and composer.visit.medicines is not None:
        yield TaskDay(
            words.pgettext("front.every-day", "Every day"), is_procedure=False, tasks=kept
        )


def _day(composer: Composer, tasks: Sequence[DatedTask]) -> TaskDay:
    """All tasks of a day below its date; where that is not known, how far it is, and a blank."""
    when, first = tasks[0].when, tasks[0].task
    found = tuple(map(_of_day, tasks))
    if when is None or when.day is None:
        return TaskDay(first.when, is_procedure=False, tasks=found, blank=first.blank)
    is_procedure = when.day == 0
    if when.date:
        return TaskDay(composer.formats.short_date(when.date), is_procedure, found)
    if is_procedure:
        return TaskDay("", is_procedure, found)
    day = from_procedure(when.day, composer.words, composer.formats)
    return TaskDay(day, is_procedure, found, first.blank)


def _of_day(one: DatedTask) -> DayTask:
    """A task below its day; only what is counted in hours may have a blank for the time on it."""
    has_blank = one.when and one.when.day is not None and one.when.hours is not None
    return DayTask(one.task.text, one.time, one.task.blank if has_blank else "")


def _undated(tasks: Sequence[DatedTask], stage: Stage, when: str) -> Iterator[TaskDay]:
    chosen = [one for one in tasks if one.when is None and one.stage is stage]
    found = tuple(DayTask(one.task.text, one.time, one.task.blank) for one in chosen)
    if found:
        yield TaskDay(when, is_procedure=False, tasks=found)
