"""Questions about a visit in words: to the staff, or to the patient."""

from collections.abc import Iterator

from build_pack.documents.questions.answers import answer_text, consequences
from build_pack.documents.questions.views import AskedAnswer, AskedQuestion
from build_pack.documents.shared.composer import Composer
from build_pack.planning.kidney_function import AGE
from build_pack.planning.question_finder import QuestionFinder
from build_pack.planning.questions import QuestionKind, VisitQuestion
from build_pack.translation.ui_words import UiWords


def asked_question(
    composer: Composer, finder: QuestionFinder, question: VisitQuestion
) -> AskedQuestion:
    """A question with its answers and what follows from each."""
    answers = (
        AskedAnswer(
            answer_text(composer, question, answer),
            *consequences(composer, finder.consequences(composer.visit, question, answer)),
        )
        for answer in question.answers
    )
    return AskedQuestion(
        question_text(composer, question), tuple(answers), tuple(_blanks(composer, question))
    )


def nothing_left(words: UiWords) -> str:
    """What to say where nothing is asked."""
    return words.pgettext("questions.none", "Nothing is left to ask: the plan stands.")


def team_decides(words: UiWords, medicines: str) -> str:
    """About which medicines nothing that is asked decides."""
    pattern = words.pgettext(
        "ask.undecided", "Whatever the answers, the team decides about: %(medicines)s"
    )
    return pattern % {"medicines": medicines}


def numbered_name(words: UiWords, number: int) -> str:
    """A medicine by its number in the list of a visit."""
    return words.pgettext("ask.numbered", "medicine %(number)s") % {"number": number}


def question_text(composer: Composer, question: VisitQuestion) -> str:
    """What is asked; of the patient on the page that is beside another."""
    to_patient = composer.visit.page_format.beside
    if question.fact:
        fact = composer.sources.rules.facts[question.fact]
        asked = (fact.patient_question if to_patient else None) or fact.question
        return asked.words(composer.locale)
    texts = _to_patient(composer.words) if to_patient else _to_staff(composer.words)
    return texts[question.kind] % {"medicine": _medicine(composer, question)}


def _medicine(composer: Composer, question: VisitQuestion) -> str:
    visit = composer.visit
    if question.medicine is None or visit.medicines is None:
        return ""
    return composer.taken_name(visit.medicines[question.medicine]).text


def _blanks(composer: Composer, question: VisitQuestion) -> Iterator[str]:
    """Lines to write on: of a number its unit, of the kidneys each value that is missing."""
    facts, locale = composer.sources.rules.facts, composer.locale
    words = composer.words
    if question.kind is QuestionKind.NAME:
        yield words.pgettext("ask.on-the-box", "On the box:")
    elif question.kind is QuestionKind.DATE:
        yield words.pgettext("ask.day-and-time", "Day and time:")
    elif question.fact and (unit := facts[question.fact].unit):
        yield f"{unit}:"
    for name in question.numbers:
        fact = facts[name]
        label = (fact.name or fact.question).words(locale)
        yield f"{label} ({fact.unit}):" if fact.unit and name != AGE else f"{label}:"


def _to_staff(words: UiWords) -> dict[QuestionKind, str]:
    return {
        QuestionKind.MEDICINES: words.pgettext(
            "ask.medicines",
            "Which medicines does the patient take, in which strength and at which times of day?",
        ),
        QuestionKind.NAME: words.pgettext(
            "ask.name",
            "Which medicine is “%(medicine)s”? Copy the name and the active ingredient from the "
            "box.",
        ),
        QuestionKind.DATE: words.pgettext(
            "ask.date", "On which day and at what time is the procedure?"
        ),
        QuestionKind.REGION: words.pgettext(
            "ask.region", "On which part of the spine is the procedure?"
        ),
        QuestionKind.KIDNEY: words.pgettext("ask.kidney", "How well do the kidneys work?"),
        QuestionKind.INDICATION: words.pgettext(
            "ask.indication", "What does the patient take %(medicine)s for?"
        ),
        QuestionKind.DOSE: words.pgettext(
            "ask.dose", "Which dose of %(medicine)s does the patient take?"
        ),
        QuestionKind.WEEKDAY: words.pgettext(
            "ask.weekday", "On which day of the week does the patient take %(medicine)s?"
        ),
    }


def _to_patient(words: UiWords) -> dict[QuestionKind, str]:
    return {
        QuestionKind.MEDICINES: words.pgettext(
            "ask-patient.medicines",
            "Which medicines do you take, in which strength and at which times of day?",
        ),
        QuestionKind.NAME: words.pgettext(
            "ask-patient.name",
            "Which medicine is “%(medicine)s”? Please read out the name and the active ingredient "
            "on the box.",
        ),
        QuestionKind.DATE: words.pgettext(
            "ask-patient.date", "On which day and at what time is your procedure?"
        ),
        QuestionKind.REGION: words.pgettext(
            "ask-patient.region", "On which part of your spine is the procedure?"
        ),
        QuestionKind.KIDNEY: words.pgettext(
            "ask-patient.kidney", "How well do your kidneys work? Do you have a blood test result?"
        ),
        QuestionKind.INDICATION: words.pgettext(
            "ask-patient.indication", "What do you take %(medicine)s for?"
        ),
        QuestionKind.DOSE: words.pgettext(
            "ask-patient.dose", "Which dose of %(medicine)s do you take?"
        ),
        QuestionKind.WEEKDAY: words.pgettext(
            "ask-patient.weekday", "On which day of the week do you take %(medicine)s?"
        ),
    }
