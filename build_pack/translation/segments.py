"""Segments: the translatable texts of a leaflet or the formulary, in the order of the document."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_pack.content.figures import ALTERNATIVE, CAPTION, Figure
from build_pack.content.leaflet import ItemList, Leaflet, MedicineSigns, Repeat, Section
from build_pack.content.loading import Loaded
from build_pack.content.medicines import Formulary
from build_pack.content.tree import Loc
from build_pack.problems import Place


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

    @property
    def filled(self) -> bool:
        """Whether Python's % fills the text: all of templates, and others with `%(name)s`."""
        return self.place.path.suffix == ".jinja" or "%(" in self.source


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
    yield from _signs(model.medicine_signs)
    yield ("disclaimer",), ("disclaimer",), model.disclaimer, "disclaimer"
    yield from _consent(model)
    yield from _checklist(model)


def _signs(signs: MedicineSigns) -> Iterator[_Found]:
    here, at = "medicine-signs", "medicine_signs"
    yield (here, "heading"), (at, "heading"), signs.heading, "heading"
    for name, group in signs.groups.items():
        inside = (at, "groups", name)
        yield (here, name), (*inside, "lead"), group.lead, "sentence before a list"
        yield from _texts((here, name), (*inside, "items"), group.items, "sign of danger")


def _consent(model: Leaflet) -> Iterator[_Found]:
    here, consent = "consent", model.consent
    yield (here, "introduction"), (here, "introduction"), consent.introduction, "introduction"
    yield from _sections((here,), (here, "sections"), consent.sections)
    yield from _texts((here, "teach-back"), (here, "teach_back"), consent.teach_back, "teach-back")
    yield from _texts((here, "statements"), (here, "statements"), consent.statements, "statement")
    yield (here, "refusal"), (here, "refusal"), consent.refusal, "statement of refusal"


def _checklist(model: Leaflet) -> Iterator[_Found]:
    here, checklist = "checklist", model.checklist
    yield (here, "introduction"), (here, "introduction"), checklist.introduction, "introduction"
    for stage in ("before", "day", "after", "later"):
        texts = getattr(checklist, stage)
        yield from _texts((here, stage), (here, stage), texts, "checklist item")


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
                yield from _figure((*inside, block.id), here, block)
            elif not isinstance(block, Repeat):
                yield (*inside, block.id), (*here, "text"), block.text, block.type


def _figure(name: tuple[str, ...], loc: Loc, figure: Figure) -> Iterator[_Found]:
    note = "read out in the place of the picture"
    yield (*name, ALTERNATIVE), (*loc, ALTERNATIVE), figure.alternative, note
    yield from _texts(name, (*loc, "labels"), figure.labels, "label in a picture; keep it short")
    if figure.caption:
        yield (*name, CAPTION), (*loc, CAPTION), figure.caption, "sentence below a picture"


def _texts(name: tuple[str, ...], loc: Loc, texts: dict[str, str], note: str) -> Iterator[_Found]:
    for key, text in texts.items():
        yield (*name, key), (*loc, key), text, note
