"""Segments: the translatable texts of a leaflet or the formulary, in the order of the document."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_pack.content.models.blocks import ItemList, Paragraph, Repeat, Section
from build_pack.content.models.diary import Diary
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.figures import ALTERNATIVE, CAPTION, Figure, Picture
from build_pack.content.models.formulary import Formulary
from build_pack.content.models.items import RegionalItem
from build_pack.content.models.leaflet import Checklist, Consent, Leaflet, MedicineSigns
from build_pack.content.yaml.loading import Loaded
from build_pack.content.yaml.nodes import Loc
from build_pack.problems import Place
from build_pack.storage.memory import memoized_by_content


@dataclass(frozen=True, slots=True)
class Segment:
    """One translatable text with its stable id, which is the msgctxt of its catalog entry."""

    id: str
    source: str
    place: Place
    plural: str | None = None
    """The English plural, for texts that depend on a number."""
    note: str = ""
    """What the translator should know."""
    kinds: frozenset[DocumentKind] = frozenset()
    """The documents that may print it, if it is one of the templates' or the program's words."""

    @property
    def filled(self) -> bool:
        """Whether Python's % fills the text: all of templates, and others with `%(name)s`."""
        return self.place.path.suffix == ".jinja" or "%(" in self.source


@memoized_by_content
def leaflet_segments(leaflet: Loaded[Leaflet]) -> tuple[Segment, ...]:
    """All segments of a leaflet, in document order."""
    return tuple(
        Segment(segment_id(leaflet.model.id, *name), text, leaflet.place(*loc), note=note)
        for name, loc, text, note in _leaflet(leaflet.model)
    )


def segment_id(*parts: str) -> str:
    """Join the parts of a segment id: leaflet, section, block or item."""
    return ".".join(parts)


def medicine_id(medicine: str) -> str:
    """The segment id of a medicine's name."""
    return segment_id("medicine", medicine)


@memoized_by_content
def formulary_segments(formulary: Loaded[Formulary]) -> tuple[Segment, ...]:
    """The names of all medicines, in the order of the file."""
    return tuple(
        Segment(
            medicine_id(medicine.id),
            medicine.name,
            formulary.place("medicines", index, "name"),
            note=", ".join(medicine.atc),
        )
        for index, medicine in enumerate(formulary.model.medicines)
    )


_Found = tuple[tuple[str, ...], Loc, str, str]


def _leaflet(model: Leaflet) -> Iterator[_Found]:
    yield ("title",), ("title",), model.title, "title"
    yield ("subtitle",), ("subtitle",), model.subtitle, "subtitle"
    yield ("main-message",), ("main_message",), model.main_message, "the one main message"
    yield from _texts(("summary",), ("summary",), model.summary, "at a glance")
    yield from _sections((), ("sections",), model.sections)
    flags = model.red_flags
    yield ("red-flags", "heading"), ("red_flags", "heading"), flags.heading, "heading"
    yield ("red-flags", "lead"), ("red_flags", "lead"), flags.lead, "sentence before a list"
    yield from _texts(("red-flags",), ("red_flags", "items"), flags.items, "sign of danger")
    if model.medicine_signs:
        yield from _signs(model.medicine_signs)
    yield ("disclaimer",), ("disclaimer",), model.disclaimer, "disclaimer"
    if model.consent:
        yield from _consent(model.consent)
    if model.checklist:
        yield from _checklist(model.checklist)
    if model.diary:
        yield from _diary(model.diary)


def _signs(signs: MedicineSigns) -> Iterator[_Found]:
    here, at = "medicine-signs", "medicine_signs"
    yield (here, "heading"), (at, "heading"), signs.heading, "heading"
    for name, group in signs.groups.items():
        inside = (at, "groups", name)
        yield (here, name), (*inside, "lead"), group.lead, "sentence before a list"
        yield from _texts((here, name), (*inside, "items"), group.items, "sign of danger")


def _consent(consent: Consent) -> Iterator[_Found]:
    here = "consent"
    yield (here, "introduction"), (here, "introduction"), consent.introduction, "introduction"
    yield from _sections((here,), (here, "sections"), consent.sections)
    yield from _texts((here, "teach-back"), (here, "teach_back"), consent.teach_back, "teach-back")
    yield from _texts((here, "statements"), (here, "statements"), consent.statements, "statement")
    yield (here, "refusal"), (here, "refusal"), consent.refusal, "statement of refusal"


def _checklist(checklist: Checklist) -> Iterator[_Found]:
    here = "checklist"
    yield (here, "introduction"), (here, "introduction"), checklist.introduction, "introduction"
    for stage in ("before", "day", "after", "later"):
        texts = getattr(checklist, stage)
        yield from _texts((here, stage), (here, stage), texts, "checklist item")


def _diary(diary: Diary) -> Iterator[_Found]:
    here = "diary"
    yield (here, "title"), (here, "title"), diary.title, "title"
    yield (here, "introduction"), (here, "introduction"), diary.introduction, "introduction"
    inside = (here, "instructions")
    yield from _texts(inside, inside, diary.instructions, "how to fill in a diary")
    note = "head of a row or a column of a diary; keep it short"
    yield (here, "baseline"), (here, "baseline"), diary.baseline, note
    for index, question in enumerate(diary.questions):
        name, at = (here, "questions", question.id), (here, "questions", index)
        yield name, (*at, "text"), question.text, note
        options = "answer to choose in a diary; keep it short"
        yield from _texts(name, (*at, "options"), question.options or {}, options)
    note = "before a line to write on"
    yield from _texts((here, "blanks"), (here, "blanks"), diary.blanks or {}, note)


def _sections(name: tuple[str, ...], loc: Loc, sections: tuple[Section, ...]) -> Iterator[_Found]:
    for number, section in enumerate(sections):
        inside, at = (*name, section.id), (*loc, number)
        yield (*inside, "heading"), (*at, "heading"), section.heading, "heading"
        for index, block in enumerate(section.blocks):
            here = (*at, "blocks", index)
            if isinstance(block, ItemList):
                if block.lead:
                    yield (*inside, block.id), (*here, "lead"), block.lead, "sentence before a list"
                yield from _texts(inside, (*here, "items"), block.items, "list item")
            elif isinstance(block, Figure):
                for place, picture in block.pictures():
                    at_picture = (*here, *(("variants", *place) if place else ()))
                    yield from _picture((*inside, block.id, *place), at_picture, picture)
            elif isinstance(block, Paragraph):
                for place, text in block.texts():
                    at_text = (*here, "variants", *place) if place else (*here, "text")
                    yield (*inside, block.id, *place), at_text, text, block.type
            elif not isinstance(block, Repeat):
                yield (*inside, block.id), (*here, "text"), block.text, block.type


def _picture(name: tuple[str, ...], loc: Loc, picture: Picture) -> Iterator[_Found]:
    note = "read out in the place of the picture"
    yield (*name, ALTERNATIVE), (*loc, ALTERNATIVE), picture.alternative, note
    yield from _texts(name, (*loc, "labels"), picture.labels, "label in a picture; keep it short")
    if picture.caption:
        yield (*name, CAPTION), (*loc, CAPTION), picture.caption, "sentence below a picture"


def _texts(
    name: tuple[str, ...], loc: Loc, texts: Mapping[str, str | RegionalItem], note: str
) -> Iterator[_Found]:
    for key, text in texts.items():
        if isinstance(text, RegionalItem):
            yield (*name, key), (*loc, key, "text"), text.text, note
        else:
            yield (*name, key), (*loc, key), text, note
