"""The questions that would change the plan of a visit, in words, with how to answer each."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace

from build_pack.content.models.document_kinds import WITH_PLAN
from build_pack.documents.medicines.visit_plans import plans_kept, question_finder, visit_plan
from build_pack.documents.questions.asked_questions import (
    asked_question,
    nothing_left,
    numbered_name,
    team_decides,
)
from build_pack.documents.questions.views import AskedQuestion
from build_pack.documents.shared.clinical.plans import is_open
from build_pack.documents.shared.composer import Composer
from build_pack.operations.build import option_place
from build_pack.planning.question_finder import QuestionFinder
from build_pack.planning.questions import QuestionKind, VisitQuestion
from build_pack.planning.visit import TakenMedicine
from build_pack.problems import Problem, sorted_problems, stop_on_errors
from build_pack.visits.visit_reader import Places, VisitReader, VisitText
from build_pack.visits.warnings import region_warnings, visit_warnings
from build_pack.workspace.clock import moment_for
from build_pack.workspace.source_loading import load_sources
from build_pack.workspace.workspace import Workspace


@dataclass(frozen=True)
class AskRequest:
    """About which visit to ask."""

    leaflet: str
    """Its id."""
    locale: str = ""
    """In which language to ask; empty: the clinic's first."""
    visit: VisitText = field(default_factory=VisitText, repr=False)
    places: Places = option_place
    """Where each part of the visit stands."""


@dataclass(frozen=True)
class ToAsk:
    """A question with how its answer is given."""

    kind: QuestionKind
    asked: AskedQuestion
    options: tuple[str, ...]
    """What to add to the command line, for each answer."""
    blanks: tuple[str, ...]
    """The same for each value that is written in, with a word in capitals in its place."""


@dataclass(frozen=True)
class AskResult:
    """All questions, the one to ask first before the others."""

    questions: tuple[ToAsk, ...]
    undecided: str
    """About which medicines the team decides, whatever is answered; empty if about none."""
    nothing: str
    """What to say where nothing is asked."""
    warnings: tuple[Problem, ...]


def ask(workspace: Workspace, request: AskRequest) -> AskResult:
    """What is to be asked of a visit; or raise `ProblemsError`.

    A medicine whose name nobody knows is called by its number: names that were typed are not told.
    """
    locales = (request.locale,) if request.locale else ()
    loaded = load_sources(workspace, request.leaflet, locales, draft=True)
    sources, places = loaded.sources, request.places
    read, said = VisitReader(sources).read(request.visit, places)
    visit = read.on(loaded.today, moment_for(workspace.today))
    stop_on_errors(region_warnings(sources.leaflet, visit, places))
    with plans_kept():
        found = visit_warnings(sources, visit, loaded.today, places, WITH_PLAN)
        warnings = sorted_problems([*loaded.problems, *said, *found])
    composer = Composer(sources, loaded.locales[0], visit)
    composer.visit = replace(visit, medicines=_named(composer))
    finder = question_finder(sources)
    open_now = finder.in_order(composer.visit)
    about = frozenset[int]().union(*(one.about for one in open_now))
    return AskResult(
        tuple(_to_ask(composer, finder, one) for one in open_now),
        _undecided(composer, about),
        nothing_left(composer.words),
        warnings,
    )


def _named(composer: Composer) -> tuple[TakenMedicine, ...] | None:
    """The medicines, by their names on the list or by number."""
    taken = composer.visit.medicines
    return taken and tuple(
        replace(
            one,
            given=numbered_name(composer.words, at),
            brand="",
            strength=None,
        )
        for at, one in enumerate(taken, 1)
    )


def _to_ask(composer: Composer, finder: QuestionFinder, one: VisitQuestion) -> ToAsk:
    options = tuple(_option(one, answer) for answer in one.answers)
    blanks = tuple(_to_fill_in(composer, one))
    return ToAsk(one.kind, asked_question(composer, finder, one), options, blanks)


def _option(question: VisitQuestion, answer: str) -> str:
    """What gives an answer on the command line."""
    match question.kind:
        case QuestionKind.FACT:
            return f"--fact {question.fact}={answer}"
        case QuestionKind.WEEKDAY:
            return f'--medicine "NAME (taken: {answer})"'
        case QuestionKind.INDICATION | QuestionKind.DOSE:
            return f'--medicine "NAME ({question.kind}: {answer})"'
    return f"--{question.kind} {answer}"


def _to_fill_in(composer: Composer, question: VisitQuestion) -> Iterator[str]:
    """What gives values that are written in, one for each blank."""
    if question.kind is QuestionKind.DATE:
        yield "--date DATE"
    elif question.kind in {QuestionKind.NAME, QuestionKind.MEDICINES}:
        yield "--medicine NAME"
    facts = composer.sources.rules.facts
    if question.kind is QuestionKind.FACT and facts[question.fact].unit:
        yield f"--fact {question.fact}=…"
    yield from (f"--fact {name}=…" for name in question.numbers)


def _undecided(composer: Composer, about: Collection[int]) -> str:
    taken = composer.visit.medicines or ()
    plans = {id(one.taken): one for one in visit_plan(composer.sources, composer.visit).medicines}
    left = [one for at, one in enumerate(taken) if at not in about and is_open(plans[id(one)])]
    names = ", ".join(composer.taken_name(one).text for one in left)
    return team_decides(composer.words, names) if names else ""
