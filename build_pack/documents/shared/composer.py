"""What composing any document of a pack needs: one locale's words, formats and prose."""

import json
from collections.abc import Collection, Iterator
from dataclasses import asdict, replace
from types import MappingProxyType
from typing import TypedDict

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.formulary import AnyMedicine, OwnMedicine
from build_pack.content.models.page_format import PageFormat
from build_pack.content.models.text_nodes import TextRole
from build_pack.content.models.warning_signs import ANSWERS
from build_pack.content.walk import walk
from build_pack.documents.shared.bibliography import bibliography
from build_pack.documents.shared.clinic_view import clinic_view, letterhead_view
from build_pack.documents.shared.dates_and_numbers import LocaleConventions
from build_pack.documents.shared.prose import ProseWriter
from build_pack.documents.shared.record import dated, document_code, record
from build_pack.documents.shared.reference_views import ReferenceView
from build_pack.documents.shared.sources import DocumentSources
from build_pack.documents.shared.strengths import strength
from build_pack.documents.shared.views import (
    ClinicView,
    DocumentControl,
    LetterheadView,
    Prose,
    RedFlagsView,
    SignsView,
    StaffSheet,
    VisitView,
)
from build_pack.documents.shared.visit_view import visit_view
from build_pack.locales import Locale
from build_pack.planning.plan import MedicinePlan, Plan
from build_pack.planning.visit import TakenMedicine, Visit
from build_pack.translation.segments import class_id, medicine_id, segment_id, sign_id
from build_pack.translation.ui_words import UiWords

_DRAFT = MappingProxyType({"en": "DRAFT", "tr": "TASLAK"})
"""Stands on every page of a draft, whatever a catalog says; in other languages it is English."""


class CommonFields(TypedDict):
    """The fields that every document has, but its title."""

    kind: DocumentKind | StaffSheet
    locale: str
    direction: str
    procedure: Prose
    clinic: ClinicView
    visit: VisitView
    page_format: PageFormat
    letterhead: LetterheadView | None
    control: DocumentControl
    draft: str
    record: str


class Composer:
    """Composes one document in one locale; a new one a document, so that citations start at 1."""

    def __init__(
        self, sources: DocumentSources, locale: str, visit: Visit, *, cites: bool = True
    ) -> None:
        catalogs = sources.catalogs[locale]
        self.sources = sources
        self.walked = walk(sources.leaflet)
        self.locale = locale
        self.words = UiWords(catalogs.ui)
        self.formats = LocaleConventions(locale, sources.clinic.country)
        self.visit = visit
        self.clinic = clinic_view(sources, self.words, self.formats)
        values = {
            "clinic_name": self.clinic.name,
            "emergency_number": self.clinic.emergency_number,
        }
        self.writer = ProseWriter(catalogs.leaflet, values, sources.references, cites=cites)
        self.names = ProseWriter(catalogs.medicines, {}, ())
        self.signs_writer = self.writer.of(catalogs.signs) if catalogs.signs else self.writer

    def segment(self, *parts: str) -> Prose:
        """A segment of the leaflet by the parts of its id after the leaflet's own."""
        return self.writer.segment(segment_id(self.sources.leaflet.id, *parts))

    def medicine(self, medicine: AnyMedicine) -> Prose:
        """A medicine's name."""
        if isinstance(medicine, OwnMedicine):
            return self.names.plain(medicine.name.words(self.locale))
        if medicine.id in self.sources.medicines.classes:
            return self.names.segment(class_id(medicine.id))
        return self.names.segment(medicine_id(medicine.id))

    def medicine_or_class(self, name: str) -> str:
        """The name of a medicine or of a class, by the id that a case has for it."""
        known = self.sources.medicines
        if name in known:
            return self.medicine(known[name]).text
        return self.names.segment(class_id(name)).text

    def taken(self, one: MedicinePlan) -> Prose:
        """The name of a medicine that the patient takes, with its strength and its brand."""
        return self.taken_name(one.taken)

    def taken_name(self, taken: TakenMedicine) -> Prose:
        """The same of a medicine of which nothing is planned yet."""
        plain = self.names.plain
        name = self.medicine(taken.medicine) if taken.medicine else plain(taken.given)
        brand = taken.brand
        more = [strength(taken.strength, self.words, self.formats)] if taken.strength else []
        more += [f"({brand})"] if brand else []
        return replace(name, runs=(*name.runs, *plain("".join(f" {one}" for one in more)).runs))

    def together(self, plan: Plan, some: Collection[TakenMedicine]) -> str:
        """The names of some medicines of a plan, in its order; empty if there are none."""
        return ", ".join(self.taken(one).text for one in plan.medicines if one.taken in some)

    def text(self, role: TextRole, *group: str) -> Prose:
        """The one text of a role in a group of the leaflet's texts."""
        [text] = self.texts(role, *group)
        return text

    def texts(self, role: TextRole, *group: str) -> tuple[Prose, ...]:
        """Each text of a role in a group of the leaflet's texts that is for the visit's region."""
        found, region = self.walked.texts(role, *group), self.visit.region
        return tuple(self.segment(*node.id) for node in found if node.is_for(region))

    def references(self) -> tuple[ReferenceView, ...]:
        """The list of what was cited until now."""
        return bibliography(self.writer.citations, self.words)

    def red_flags(self) -> RedFlagsView:
        """The box of signs that call for help at once."""
        flags, group = self.sources.leaflet.red_flags, "red-flags"
        heading = self.text(TextRole.HEADING, group)
        found = [*self.signs(flags.signs)]
        if own := self.texts(TextRole.DANGER_SIGN, group):
            found.append(SignsView(self.text(TextRole.DANGER_LEAD, group), own))
        return RedFlagsView(heading, tuple(found))

    def signs(self, names: tuple[str, ...]) -> Iterator[SignsView]:
        """The warning signs with these ids, by whom to call for them."""
        if library := self.sources.signs:
            for answer, chosen in library.by_answer(names):
                lead = self.signs_writer.segment(sign_id(ANSWERS, answer))
                items = tuple(self.signs_writer.segment(sign_id(name)) for name in chosen)
                yield SignsView(lead, items)

    def common(self, kind: DocumentKind) -> CommonFields:
        """The fields that every document of the pack has, but its title."""
        of_kind = record(self.sources, self.locale, kind)
        return {
            **self.page(kind, self.text(TextRole.TITLE), self.control(kind)),
            "draft": "" if of_kind.released else self.draft_notice(),
            "record": json.dumps(asdict(of_kind), ensure_ascii=False),
        }

    def page(
        self, kind: DocumentKind | StaffSheet, procedure: Prose, control: DocumentControl
    ) -> CommonFields:
        """The fields of a document that is no draft and says nothing of itself to programs."""
        return {
            "kind": kind,
            "locale": self.locale,
            "direction": Locale(self.locale).direction,
            "procedure": procedure,
            "clinic": self.clinic,
            "visit": visit_view(
                self.visit,
                self.words,
                self.formats,
                barcode=self.sources.clinic.label_barcode,
            ),
            "page_format": self.visit.page_format,
            "letterhead": letterhead_view(self.sources.clinic, self.visit.page_format),
            "control": control,
            "draft": "",
            "record": "",
        }

    def draft_notice(self) -> str:
        """What is on every page of a draft."""
        notice = self.words.pgettext("draft.notice", "Not approved. Do not give to patients.")
        word = _DRAFT.get(Locale(self.locale).language, _DRAFT["en"])
        return f"{word} · {notice}"

    def control(self, kind: DocumentKind) -> DocumentControl:
        """Document code, version, revision, edition, dates; the medicine rules have their own."""
        of = dated(self.sources, kind)
        newest = next(iter(of.revisions), None)
        return DocumentControl(
            code=document_code(self.sources, self.locale, kind),
            version=of.version,
            issued=self.formats.date(of.issued),
            review_by=self.formats.date(of.review_by),
            revision=f"{len(of.revisions):02}",
            revised=self.formats.date(newest.date) if newest else "",
            edition=self.sources.editions[self.locale][kind].code,
        )
