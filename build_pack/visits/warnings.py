"""What the person who prints a visit should know of its plan."""

from collections.abc import Collection, Iterator
from datetime import date

from build_pack.content.models.document_kinds import WITH_PLAN, DocumentKind
from build_pack.content.models.leaflet import Leaflet
from build_pack.documents.medicines.visit_plans import question_finder, visit_plan
from build_pack.documents.shared.sources import DocumentSources
from build_pack.planning.plan import MedicinePlan, Plan
from build_pack.planning.questions import QuestionKind
from build_pack.planning.visit import TakenMedicine, Visit
from build_pack.problems import Place, Problem, Severity
from build_pack.text.keywords import counted
from build_pack.visits.medicines import medicine_numbers
from build_pack.visits.visit_reader import Places


def visit_warnings(
    sources: DocumentSources,
    visit: Visit,
    today: date,
    places: Places,
    printed: Collection[DocumentKind],
) -> Iterator[Problem]:
    """What the person who prints should know of the plan: days that are over, and what to add.

    `printed` are the documents of the leaflet that are printed: what is on none is not told.
    """
    if visit.start and visit.start.date() < today:
        message = "The day of the procedure has passed. The pack is for going home."
        hint = "Correct the date, unless the procedure has already taken place."
        yield Problem("day-passed", places("start"), message, hint, Severity.WARNING)
    elif visit.is_over:
        message = "The time of the procedure has passed. The pack is for going home."
        hint = "Correct the date or the time, unless the procedure has already taken place."
        yield Problem("day-passed", places("start"), message, hint, Severity.WARNING)
    if visit.side and not visit.region and sources.leaflet.regions:
        message = "The side of this visit is given, but not the region."
        hint = f"Give the region as well: {', '.join(sources.leaflet.regions)}."
        yield Problem("visit-incomplete", places("region"), message, hint, Severity.WARNING)
    if not WITH_PLAN.intersection(printed):
        return
    yield from _still_to_come(visit, today, places("medicines"))
    plan = visit_plan(sources, visit)
    yield from _together(visit, plan, places("medicines"))
    for one in plan.medicines:
        if not visit.is_over:  # then days before it are over as well, and nothing is left to decide
            yield from _over(visit, one, today, places("start"))
        if visit.medicines is not None:
            yield from _assumed(_called(visit, one.taken), one, places("medicines"))


def unprinted_medicines(
    visit: Visit, places: Places, printed: Collection[DocumentKind]
) -> Iterator[Problem]:
    """Medicines that were given for documents of which none says what to do with them."""
    if visit.medicines and not WITH_PLAN.intersection(printed):
        message = "This pack has no medicine sheet, so the medicines given are not printed."

        hint = "Print the medicine sheet as well, or make sure that the patient has it."
        yield Problem("visit-incomplete", places("medicines"), message, hint, Severity.WARNING)


def region_warnings(leaflet: Leaflet, visit: Visit, places: Places) -> Iterator[Problem]:
    """A region for which the leaflet is not written."""
    if visit.region and leaflet.regions and visit.region not in leaflet.regions:
        message = f"The leaflet “{leaflet.id}” is not for the region of this visit."
        hint = f"Choose from: {', '.join(leaflet.regions)}."
        yield Problem("visit-invalid", places("region"), message, hint)


def _called(visit: Visit, *some: TakenMedicine) -> str:
    """Medicines by their numbers; one that a rule brings in, or all of a clinic, by the name."""
    given = visit.medicines or ()
    names = [one.given for one in some if one not in given]
    numbers = sorted({given.index(one) for one in some if one in given})
    return ", ".join([medicine_numbers(numbers), *names] if numbers else names)


def _over(visit: Visit, one: MedicinePlan, today: date, place: Place) -> Iterator[Problem]:
    moments = [one.last_dose, *(test.when for test in one.tests)]
    moments += [one.bridge.first] if one.bridge else []
    moments += one.reduced[:1] if one.reduced else ()
    for when in moments:
        if when and when.date and when.date < today:
            name, day = _called(visit, one.taken), _counted_from(visit, when.date)
            message = f"{name}: the sheet says to act {day}, which has passed."
            hint = "Ask the patient what was done, and let the team decide again."
            yield Problem("day-passed", place, message, hint, Severity.WARNING)


def _counted_from(visit: Visit, day: date) -> str:
    days = (visit.start.date() - day).days if visit.start else 0
    if not days:
        return "on the day of the procedure"
    return f"{counted(abs(days), 'day')} {'before' if days > 0 else 'after'} the procedure"


def _still_to_come(visit: Visit, today: date, place: Place) -> Iterator[Problem]:
    """A last dose that is said to have been taken, on a day after today."""
    for one in visit.medicines or ():
        if one.stopped and one.stopped > today:
            message = f"{_called(visit, one)}: the day of the last dose is in the future."
            hint = "Correct the date. If the patient still takes the medicine, omit “stopped”."
            yield Problem("visit-invalid", place, message, hint, Severity.WARNING)


def _together(visit: Visit, plan: Plan, place: Place) -> Iterator[Problem]:
    """Medicines of which no rule speaks together; one given twice is told where it is read."""
    several, mixed = (
        _called(visit, *some) for some in (plan.together.thinners, plan.together.with_nsaid)
    )
    if several:
        message = f"{several}: more than one blood thinner, so each is printed as undecided."
        hint = "Decide about all of them together, and write the decision on the medicine sheet."
        yield Problem("medicines-together", place, message, hint, Severity.WARNING)
    if mixed:
        message = f"{mixed}: a blood thinner together with an anti-inflammatory painkiller."
        hint = "The sheet asks the patient to tell you. Decide whether the patient can take both."
        yield Problem("medicines-together", place, message, hint, Severity.WARNING)


def _assumed(name: str, one: MedicinePlan, place: Place) -> Iterator[Problem]:
    if one.is_assumed:
        message = f"{name}: planned as taken in the morning and in the evening."
        hint = "Ask when the patient takes it, and write it: NAME (taken: morning+evening)."
        yield Problem("times-assumed", place, message, hint, Severity.WARNING)


def question_warnings(
    sources: DocumentSources, visit: Visit, places: Places, printed: Collection[DocumentKind]
) -> Iterator[Problem]:
    """That there are questions of which the answers would decide about medicines.

    A name that nobody knows is told where it is read, and of a date that is not known there are
    blanks on the sheet.
    """
    if not (WITH_PLAN - {DocumentKind.QUESTIONS}).intersection(printed):
        return
    elsewhere = {QuestionKind.MEDICINES, QuestionKind.NAME, QuestionKind.DATE}
    found = [one for one in question_finder(sources).open(visit) if one.kind not in elsewhere]
    if not found:
        return
    about = frozenset[int]().union(*(one.about for one in found))
    are = "are" if len(about) > 1 else "is"
    open_ = "question is" if len(found) == 1 else "questions are"
    message = (
        f"{medicine_numbers(sorted(about))} {are} printed as undecided: {len(found)} {open_} open."
    )
    hint = (
        f"See them with build-pack ask {sources.leaflet.id} and the same visit. Give the answers, "
        "and print again."
    )
    yield Problem("visit-incomplete", places("medicines"), message, hint, Severity.WARNING)
