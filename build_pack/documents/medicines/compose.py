"""The medicine sheet: one patient's front page and medicines, or all that the clinic rules on."""

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.documents.front_page.compose import front_page
from build_pack.documents.medicines.grids import clinics_grids, patients_grids
from build_pack.documents.medicines.harm_signs import harm_signs
from build_pack.documents.medicines.provenance import decided
from build_pack.documents.medicines.views import MedicinesDocument
from build_pack.documents.medicines.visit_plans import visit_plan
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.sources import DocumentSources
from build_pack.planning.visit import Visit


def compose(sources: DocumentSources, locale: str, visit: Visit) -> MedicinesDocument:
    """Compose the sheet of a visit; without medicines, of all that the clinic has rules for."""
    composer = Composer(sources, locale, visit)
    is_patients = visit.medicines is not None
    plan = visit_plan(sources, visit)
    grids = patients_grids if is_patients else clinics_grids
    found = tuple(grids(composer, plan))
    heading, signs = harm_signs(composer)
    return MedicinesDocument(
        **composer.common(DocumentKind.MEDICINES),
        title=composer.words.pgettext("medicines.title", "Your medicine sheet"),
        front=front_page(composer, plan) if visit.is_personal else None,
        is_patients=is_patients,
        grids=found,
        decided=tuple(decided(composer, plan.medicines)),
        signs_heading=heading,
        signs=signs,
    )
