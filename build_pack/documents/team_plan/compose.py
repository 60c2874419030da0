"""The plan for the team: each decision, the case that was taken, its sources and who decided."""

from collections.abc import Iterable, Iterator

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.medicine_rules import Case
from build_pack.documents.medicines.visit_plans import visit_plan
from build_pack.documents.shared.clinical.places import place
from build_pack.documents.shared.clinical.plans import clinical_plan
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.sources import DocumentSources
from build_pack.documents.team_plan.conditions import asked_conditions, case_words
from build_pack.documents.team_plan.views import TeamDecision, TeamPlanDocument
from build_pack.planning.plan import MedicinePlan
from build_pack.planning.visit import Visit


def compose(sources: DocumentSources, locale: str, visit: Visit) -> TeamPlanDocument:
    """Compose the plan; where the medicines are not recorded, with rows to write them in."""
    composer = Composer(sources, locale, visit)
    taken = visit_plan(sources, visit).medicines if visit.medicines else ()
    asked = asked_conditions(composer, taken)
    return TeamPlanDocument(
        **composer.common(DocumentKind.TEAM_PLAN),
        title=composer.words.pgettext("team.title", "Medicine plan for the team"),
        place=place(composer),
        decisions=tuple(_decision(composer, one) for one in taken),
        decided=tuple(_decided(composer, taken)),
        known=tuple(one.value for one in asked if one.value),
        unknown=tuple(one.name for one in asked if not one.value),
    )


def _decision(composer: Composer, one: MedicinePlan) -> TeamDecision:
    return TeamDecision(
        plan=clinical_plan(composer, one, with_kidney=False),
        case=case_words(composer, one),
        sources=", ".join(one.instruction.sources) if one.instruction else "",
    )


def _decided(composer: Composer, plans: Iterable[MedicinePlan]) -> Iterator[str]:
    """A line for each who decided or agreed, with the medicines that it is about."""
    lines: dict[str, list[str]] = {}
    for one in plans:
        for line in _lines(composer, one.instruction or Case()):
            lines.setdefault(line, []).append(composer.taken(one).text)
    # Translators: what is said, then the medicines that it is about.
    pattern = composer.words.pgettext("medicines.about", "%(text)s (%(medicines)s)")
    for line, names in lines.items():
        yield pattern % {"text": line, "medicines": ", ".join(names)}


def _lines(composer: Composer, instruction: Case) -> Iterator[str]:
    words, date, decided = composer.words, composer.formats.date, instruction.decided
    if decided:
        pattern = words.pgettext("team.decided", "Decided by: %(role)s, %(date)s")
        values = {"role": decided.role.words(composer.locale), "date": date(decided.on)}
        if decided.until:
            pattern = words.pgettext(
                "team.decided-until", "Decided by: %(role)s, %(date)s, until %(until)s"
            )
            values["until"] = date(decided.until)
        yield pattern % values
    for agreed in instruction.agreed_with:
        pattern = words.pgettext("medicines.agreed", "Agreed with: %(role)s, %(date)s")
        yield pattern % {"role": agreed.role.words(composer.locale), "date": date(agreed.on)}
