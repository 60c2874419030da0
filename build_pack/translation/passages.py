"""Passages of a leaflet: what a reader meets under one heading, as ids of segments."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from build_pack.content.models.blocks import Block, ItemList, Paragraph, Repeat, Section, own_blocks
from build_pack.content.models.diary import Diary
from build_pack.content.models.figures import CAPTION, Figure
from build_pack.content.models.leaflet import Checklist, Consent, Leaflet, MedicineSigns
from build_pack.translation.segments import segment_id


@dataclass(frozen=True, slots=True)
class Passage:
    """Texts that are read in one go."""

    id: str
    """As segment ids begin: `nerve.risks`; `nerve` is the leaflet, `nerve.consent` the summary."""
    texts: tuple[str, ...]
    """Ids of the segments with its sentences, in reading order, those that it repeats among them.

    A heading is no sentence.
    """
    heading: str | None = None
    """The id of the segment with its heading."""
    whole: bool = False
    """Whether this is a whole document, made of the passages after it."""


class _SectionBlock(NamedTuple):
    """A block, and the section of the leaflet to which its texts belong."""

    inside: tuple[str, ...]
    block: Block


def passages(leaflet: Leaflet) -> tuple[Passage, ...]:
    """All passages in the order of the documents, each document as a whole before its parts."""
    name = leaflet.id
    found = [*_document(segment_id(name), _leaflet(leaflet))]
    if leaflet.medicine_signs:
        found.append(_texts(leaflet, ("medicine-signs",), _signs(leaflet.medicine_signs)))
    if leaflet.consent:
        found += _document(segment_id(name, "consent"), _consent(leaflet, leaflet.consent))
    if leaflet.checklist:
        found += _document(segment_id(name, "checklist"), _checklist(leaflet, leaflet.checklist))
    if leaflet.diary:
        found += _document(segment_id(name, "diary"), _diary(leaflet, leaflet.diary))
    return tuple(found)


def consent_passages(leaflet: Leaflet) -> dict[str, Passage]:
    """The sections of the consent summary by their own ids, with what they repeat."""
    blocks = _blocks(leaflet)
    sections = leaflet.consent.sections if leaflet.consent else ()
    return {section.id: _section(leaflet, ("consent",), section, blocks) for section in sections}


def _document(name: str, parts: Iterable[Passage]) -> Iterator[Passage]:
    parts = tuple(parts)
    yield Passage(name, tuple(chain.from_iterable(part.texts for part in parts)), whole=True)
    yield from parts


def _leaflet(leaflet: Leaflet) -> Iterator[Passage]:
    first = segment_id(leaflet.id, "main-message")
    summary = _texts(leaflet, ("summary",), leaflet.summary)
    yield Passage(summary.id, (first, *summary.texts))
    blocks = _blocks(leaflet)
    yield from (_section(leaflet, (), section, blocks) for section in leaflet.sections)
    flags = segment_id(leaflet.id, "red-flags")
    items = (segment_id(flags, name) for name in ("lead", *leaflet.red_flags.items))
    yield Passage(flags, tuple(items), segment_id(flags, "heading"))
    yield _alone(leaflet, "disclaimer")


def _signs(signs: MedicineSigns) -> Iterator[str]:
    for name, group in signs.groups.items():
        yield name
        yield from (segment_id(name, item) for item in group.items)


def _consent(leaflet: Leaflet, consent: Consent) -> Iterator[Passage]:
    yield _alone(leaflet, "consent", "introduction")
    yield from consent_passages(leaflet).values()
    yield _texts(leaflet, ("consent", "teach-back"), consent.teach_back)
    yield _texts(leaflet, ("consent", "statements"), consent.statements)
    yield _alone(leaflet, "consent", "refusal")


def _checklist(leaflet: Leaflet, checklist: Checklist) -> Iterator[Passage]:
    yield _alone(leaflet, "checklist", "introduction")
    for stage in ("before", "day", "after", "later"):
        yield _texts(leaflet, ("checklist", stage), getattr(checklist, stage))


def _diary(leaflet: Leaflet, diary: Diary) -> Iterator[Passage]:
    yield _alone(leaflet, "diary", "introduction")  # what heads rows and columns is no sentence
    yield _texts(leaflet, ("diary", "instructions"), diary.instructions)


def _alone(leaflet: Leaflet, *name: str) -> Passage:
    only = segment_id(leaflet.id, *name)
    return Passage(only, (only,))


def _texts(leaflet: Leaflet, name: tuple[str, ...], keys: Iterable[str]) -> Passage:
    inside = segment_id(leaflet.id, *name)
    return Passage(inside, tuple(segment_id(inside, key) for key in keys))


def _blocks(leaflet: Leaflet) -> dict[str, _SectionBlock]:
    return {
        name: _SectionBlock((name.partition(".")[0],), block)
        for name, block in own_blocks(leaflet.sections).items()
    }


def _section(
    leaflet: Leaflet, above: tuple[str, ...], section: Section, blocks: dict[str, _SectionBlock]
) -> Passage:
    inside = (*above, section.id)
    told = (
        blocks.get(block.of) if isinstance(block, Repeat) else _SectionBlock(inside, block)
        for block in section.blocks
    )
    texts = chain.from_iterable(_block(one) for one in told if one)
    name = segment_id(leaflet.id, *inside)
    ids = tuple(segment_id(leaflet.id, *text) for text in texts)
    return Passage(name, ids, segment_id(name, "heading"))


def _block(told: _SectionBlock) -> Iterator[tuple[str, ...]]:
    inside, block = told
    if isinstance(block, ItemList):
        if block.lead:
            yield (*inside, block.id)
        yield from ((*inside, item) for item in block.items)
    elif isinstance(block, Figure):
        for place, picture in block.pictures():
            if picture.caption:  # labels are no sentences, the alternative is not on the page
                yield (*inside, block.id, *place, CAPTION)
    elif isinstance(block, Paragraph):
        yield from ((*inside, block.id, *place) for place, _ in block.texts())
    elif not isinstance(block, Repeat):
        yield (*inside, block.id)
