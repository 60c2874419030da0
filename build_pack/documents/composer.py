"""What composing any document of a pack needs: one locale's words, formats and prose."""

import json
from dataclasses import asdict, replace
from typing import TypedDict

from build_pack.content.figures import ALTERNATIVE, CAPTION
from build_pack.content.figures import Chance as SourceChance
from build_pack.content.figures import Figure as SourceFigure
from build_pack.content.leaflet import Block as SourceBlock
from build_pack.content.leaflet import ItemList as SourceList
from build_pack.content.leaflet import Notice as SourceNotice
from build_pack.content.leaflet import Paragraph as SourceParagraph
from build_pack.content.leaflet import Repeat
from build_pack.content.leaflet import Section as SourceSection
from build_pack.content.medicines import AnyMedicine, OwnMedicine
from build_pack.content.page_format import PageFormat
from build_pack.documents.bibliography import bibliography
from build_pack.documents.clinic import clinic_view
from build_pack.documents.figures import alternative, chance_alternative, chance_rest, labels
from build_pack.documents.formats import Formats
from build_pack.documents.model import (
    Block,
    Chance,
    ClinicView,
    Control,
    Figure,
    ItemList,
    Kind,
    Notice,
    Paragraph,
    Prose,
    RedFlags,
    Reference,
    Section,
    Sheet,
    VisitView,
)
from build_pack.documents.prose import Writer
from build_pack.documents.record import dated, document_code, record
from build_pack.documents.sources import Sources
from build_pack.documents.visit import visit_view
from build_pack.planning.plan import MedicinePlan
from build_pack.planning.visit import Visit
from build_pack.translation.segments import medicine_id, segment_id
from build_pack.translation.words import Words

_DRAFT = "DRAFT"
"""Stands on every page of a draft in any language, whatever a catalog says."""


class Common(TypedDict):
    """The fields that every document has, but its title."""

    kind: Kind | Sheet
    locale: str
    direction: str
    procedure: Prose
    clinic: ClinicView
    visit: VisitView
    page_format: PageFormat
    control: Control
    draft: str
    record: str


class Composer:
    """Composes one document in one locale; a new one a document, so that citations start at 1."""

    def __init__(self, sources: Sources, locale: str, visit: Visit) -> None:
        catalogs = sources.catalogs[locale]
        self.sources = sources
        self.locale = locale
        self.words = Words(catalogs.ui)
        self.formats = Formats(locale, sources.clinic.country)
        self.visit = visit
        self.clinic = clinic_view(sources, self.words, self.formats)
        values = {
            "clinic_name": self.clinic.name,
            "emergency_number": self.clinic.emergency_number,
        }
        self.writer = Writer(catalogs.leaflet, values, sources.references)
        self.names = Writer(catalogs.medicines, {}, ())

    def segment(self, *parts: str) -> Prose:
        """A segment of the leaflet by the parts of its id after the leaflet's own."""
        return self.writer.segment(segment_id(self.sources.leaflet.id, *parts))

    def medicine(self, medicine: AnyMedicine) -> Prose:
        """A medicine's name."""
        if isinstance(medicine, OwnMedicine):
            return self.names.plain(medicine.name.words(self.locale))
        return self.names.segment(medicine_id(medicine.id))

    def taken(self, one: MedicinePlan) -> Prose:
        """The name of a medicine that the patient takes, with its strength and its brand."""
        taken, plain = one.taken, self.names.plain
        name = self.medicine(taken.medicine) if taken.medicine else plain(taken.given)
        brand = taken.brand
        more = [taken.strength] if taken.strength else []
        more += [f"({brand})"] if brand else []
        return replace(name, runs=(*name.runs, *plain("".join(f" {one}" for one in more)).runs))

    def texts(self, texts: dict[str, str], *inside: str) -> tuple[Prose, ...]:
        """Each text of a mapping by id."""
        return tuple(self.segment(*inside, name) for name in texts)

    def sections(self, sections: tuple[SourceSection, ...], *inside: str) -> tuple[Section, ...]:
        """Sections with their blocks; a repeated block is taken from the leaflet proper."""
        return tuple(
            Section(
                section.id,
                self.segment(*inside, section.id, "heading"),
                tuple(self._block(block, *inside, section.id) for block in section.blocks),
            )
            for section in sections
        )

    def _block(self, block: SourceBlock, *inside: str) -> Block:
        match block:
            case Repeat(of=of):
                section_id, _, block_id = of.partition(".")
                return self._block(self._repeated(section_id, block_id), section_id)
            case SourceParagraph(id=name):
                return Paragraph(self.segment(*inside, name))
            case SourceList(id=name, style=style, lead=lead, items=items):
                before = self.segment(*inside, name) if lead else None
                return ItemList(style, before, self.texts(items, *inside))
            case SourceNotice(id=name, tone=tone):
                return Notice(tone, self.segment(*inside, name))
            case SourceFigure(id=name):
                return self._figure(block, *inside, name)
            case SourceChance(id=name):
                return self._chance(block, self.segment(*inside, name))

    def _figure(self, figure: SourceFigure, *inside: str) -> Figure:
        drawing = self.sources.drawings[figure.drawing]
        texts = {name: self.segment(*inside, name) for name in figure.labels}
        return Figure(
            picture=drawing.uri,
            alternative=alternative(self.segment(*inside, ALTERNATIVE)),
            labels=labels(texts, drawing),
            caption=self.segment(*inside, CAPTION) if figure.caption else None,
        )

    def _chance(self, chance: SourceChance, text: Prose) -> Chance:
        shown = chance_alternative(chance, self.words, self.formats)
        rest = chance_rest(chance, self.words, self.formats)
        return Chance(text, chance.people, chance.of, shown, rest)

    def _repeated(self, section_id: str, block_id: str) -> SourceBlock:
        section = next(s for s in self.sources.leaflet.sections if s.id == section_id)
        return next(b for b in section.blocks if not isinstance(b, Repeat) and b.id == block_id)

    def references(self) -> tuple[Reference, ...]:
        """The list of what was cited until now."""
        return bibliography(self.writer.citations, self.words)

    def red_flags(self) -> RedFlags:
        """The box of signs that call for help at once."""
        items = self.texts(self.sources.leaflet.red_flags.items, "red-flags")
        heading = self.segment("red-flags", "heading")
        return RedFlags(heading, self.segment("red-flags", "lead"), items)

    def common(self, kind: Kind) -> Common:
        """The fields that every document of the pack has, but its title."""
        notice = self.words.pgettext("draft.notice", "Not approved. Do not give to patients.")
        edition = self.sources.editions[self.locale][kind]
        return {
            "kind": kind,
            "locale": self.locale,
            "direction": self.formats.direction,
            "procedure": self.segment("title"),
            "clinic": self.clinic,
            "visit": visit_view(self.visit, self.words, self.formats),
            "page_format": self.visit.page_format,
            "control": self._control(kind),
            "draft": "" if edition.released else f"{_DRAFT} · {notice}",
            "record": json.dumps(
                asdict(record(self.sources, self.locale, kind)), ensure_ascii=False
            ),
        }

    def _control(self, kind: Kind) -> Control:
        """Document code, version, edition and dates; the medicine rules have their own."""
        of = dated(self.sources, kind)
        return Control(
            code=document_code(self.sources, self.locale, kind),
            version=of.version,
            issued=self.formats.date(of.issued),
            review_by=self.formats.date(of.review_by),
            edition=self.sources.editions[self.locale][kind].code,
        )
