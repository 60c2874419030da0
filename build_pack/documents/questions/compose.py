"""The questions about a visit, with boxes: for the ward, or for a call to the patient."""

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.documents.medicines.visit_plans import question_finder
from build_pack.documents.questions.asked_questions import asked_question, nothing_left
from build_pack.documents.questions.views import QuestionsDocument
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.sources import DocumentSources
from build_pack.planning.visit import Visit


def compose(sources: DocumentSources, locale: str, visit: Visit) -> QuestionsDocument:
    """Compose the questions; beside another language, in the words for the patient."""
    composer, finder = Composer(sources, locale, visit), question_finder(sources)
    found = finder.in_order(visit)
    return QuestionsDocument(
        **composer.common(DocumentKind.QUESTIONS),
        title=composer.words.pgettext("questions.title", "Questions before the plan"),
        questions=tuple(asked_question(composer, finder, one) for one in found),
        nothing=nothing_left(composer.words),
    )
