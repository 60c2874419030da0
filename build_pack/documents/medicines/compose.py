"""The medicine sheet: a plan's medicines in one calendar, then one by one."""

from collections.abc import Iterable, Iterator

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.formulary import MedicineGroup
from build_pack.content.models.medicine_rules import Decision
from build_pack.content.models.text_nodes import TextRole
from build_pack.documents.medicines.calendars import overviews
from build_pack.documents.medicines.cards import card, headline
from build_pack.documents.medicines.views import (
    DecisionGroup,
    HarmSigns,
    MedicineCard,
    MedicinesDocument,
    MedicineSection,
)
from build_pack.documents.medicines.visit_plans import visit_plan
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.sources import DocumentSources
from build_pack.planning.plan import MedicinePlan, Plan
from build_pack.planning.visit import Visit
from build_pack.translation.ui_words import UiWords

# What changes stands before what stays as it is.
_OVERVIEW_ORDER = (*(one for one in Decision if one is not Decision.CONTINUE), Decision.CONTINUE)


def compose(sources: DocumentSources, locale: str, visit: Visit) -> MedicinesDocument:
    """Compose the sheet of a visit; without medicines, of all that the clinic has rules for."""
    composer = Composer(sources, locale, visit)
    is_patients = visit.medicines is not None
    plan = visit_plan(sources, visit)
    sections = tuple(_patients(composer, plan) if is_patients else _groups(composer, plan))
    cards = [one for section in sections for one in section.cards]
    return MedicinesDocument(
        **composer.common(DocumentKind.MEDICINES),
        title=composer.words.pgettext("medicines.title", "Your medicine sheet"),
        together=composer.together(plan, plan.together.thinners),
        twice=tuple(composer.together(plan, group) for group in plan.together.twice),
        with_nsaid=composer.together(plan, plan.together.with_nsaid),
        is_patients=is_patients,
        verdicts=() if is_patients else _verdicts(cards, composer.words),
        overviews=overviews(composer, plan.medicines) if is_patients else (),
        sections=sections,
        signs_heading=composer.text(TextRole.HEADING, "medicine-signs"),
        signs=_in_columns(tuple(_signs(composer))),
        references=composer.references(),
    )


def _patients(composer: Composer, plan: Plan) -> Iterator[MedicineSection]:
    """One section with all medicines of the patient, each with what it is for."""
    if plan.medicines:
        heading = composer.words.pgettext("medicines.one-by-one", "Your medicines, one by one")
        cards = (
            card(composer, m, _purpose(composer, m), with_calendar=True) for m in plan.medicines
        )
        yield MedicineSection("one-by-one", heading, tuple(cards))


def _groups(composer: Composer, plan: Plan) -> Iterator[MedicineSection]:
    """A section for each group that has medicines."""
    headings = _headings(composer.words)
    for group in MedicineGroup:
        chosen = [m for m in plan.medicines if m.taken.medicine and m.taken.medicine.group is group]
        cards = (card(composer, m, "", with_calendar=_changes(m)) for m in chosen)
        if chosen:
            yield MedicineSection(group, headings[group], tuple(cards))


def _changes(one: MedicinePlan) -> bool:
    return one.decision in {Decision.WITHHOLD, Decision.REDUCE, Decision.SWITCH}


def _purpose(composer: Composer, one: MedicinePlan) -> str:
    """What the patient takes it for; where that is not known, the group it belongs to."""
    if one.taken.indication:
        name = composer.sources.rules.indications[one.taken.indication].name
        return name.words(composer.locale)
    medicine = one.taken.medicine
    return _headings(composer.words)[medicine.group] if medicine else ""


def _verdicts(cards: Iterable[MedicineCard], words: UiWords) -> tuple[DecisionGroup, ...]:
    """The medicines by decision; only decisions that the clinic has taken."""
    found = list(cards)
    return tuple(
        DecisionGroup(decision, headline(decision, words), chosen)
        for decision in _OVERVIEW_ORDER
        if (chosen := tuple(one for one in found if one.decision is decision))
    )


def _signs(composer: Composer) -> Iterator[HarmSigns]:
    signs = composer.sources.leaflet.medicine_signs
    for name in signs.groups if signs else ():
        inside = ("medicine-signs", name)
        lead = composer.text(TextRole.DANGER_LEAD, *inside)
        yield HarmSigns(lead, composer.texts(TextRole.DANGER_SIGN, *inside))


def _in_columns(signs: tuple[HarmSigns, ...]) -> tuple[tuple[HarmSigns, ...], ...]:
    """The kinds of harm in their order, divided where the columns are most alike in length."""

    def length(part: tuple[HarmSigns, ...]) -> int:
        return sum(2 + len(one.items) for one in part)

    cuts = range(1, len(signs)) or (len(signs),)
    cut = min(cuts, key=lambda at: abs(length(signs[:at]) - length(signs[at:])))
    return tuple(column for column in (signs[:cut], signs[cut:]) if column)


def _headings(words: UiWords) -> dict[MedicineGroup, str]:
    return {
        MedicineGroup.ANTICOAGULANT: words.pgettext(
            "medicines.anticoagulant", "Blood thinners: anticoagulants"
        ),
        MedicineGroup.ANTIPLATELET: words.pgettext(
            "medicines.antiplatelet", "Blood thinners: antiplatelets"
        ),
        MedicineGroup.PAIN: words.pgettext("medicines.pain", "Pain medicines"),
        MedicineGroup.DIABETES: words.pgettext("medicines.diabetes", "Diabetes medicines"),
        MedicineGroup.OTHER: words.pgettext("medicines.other", "Other medicines and supplements"),
    }
