"""The letter to the prescriber: what the patient takes, what is planned, what is asked."""

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.documents.medicines.visit_plans import visit_plan
from build_pack.documents.prescriber_letter.deadline import answer_by
from build_pack.documents.prescriber_letter.views import PrescriberLetterDocument
from build_pack.documents.shared.clinical.places import place
from build_pack.documents.shared.clinical.plans import clinical_plan, is_open
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.sources import DocumentSources
from build_pack.planning.plan import MedicinePlan
from build_pack.planning.visit import Visit


def compose(sources: DocumentSources, locale: str, visit: Visit) -> PrescriberLetterDocument:
    """Compose the letter; where the medicines are not recorded, with rows to write them in."""
    composer = Composer(sources, locale, visit)
    taken = visit_plan(sources, visit).medicines if visit.medicines else ()
    asked = tuple(filter(_is_asked, taken))
    deadline = answer_by(asked, visit.today)
    return PrescriberLetterDocument(
        **composer.common(DocumentKind.PRESCRIBER_LETTER),
        title=composer.words.pgettext("letter.title", "Letter to the prescriber"),
        place=place(composer),
        asked=tuple(clinical_plan(composer, one) for one in asked),
        others=tuple(clinical_plan(composer, one) for one in taken if one not in asked),
        asked_names=", ".join(composer.taken(one).text for one in asked),
        deadline=composer.formats.full_date(deadline) if deadline else "",
    )


def _is_asked(one: MedicinePlan) -> bool:
    return one.prescriber or is_open(one)
