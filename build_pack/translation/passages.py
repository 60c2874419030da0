"""Passages of a leaflet: what a reader meets under one heading, as ids of segments."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from build_pack.content.figures import CAPTION, Figure
from build_pack.content.leaflet import Block, Consent, ItemList, Leaflet, Repeat, Section
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


class _Told(NamedTuple):
    """A block, and the section of the leaflet to which its texts belong."""

    inside: tuple[str, ...]
    block: Block


def passages(leaflet: Leaflet) -> tuple[Passage, ...]:
    """All passages in the order of the documents, each document as a whole before its parts."""
    name = leaflet.id
    return (
        *_document(segment_id(name), _leaflet(leaflet)),
        _texts(leaflet, ("medicine-signs",), _signs(leaflet)),
        *_document(segment_id(name, "consent"), _consent(leaflet)),
        *_document(segment_id(name, "checklist"), _checklist(leaflet)),
    )


def consent_passages(leaflet: Leaflet) -> dict[str, Passage]:
    """The sections of the consent summary by their own ids, with what they repeat."""
    blocks = _blocks(leaflet)
    return {
        section.id: _section(leaflet, ("consent",), section, blocks)
        for section in leaflet.consent.sections
    }


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


def _signs(leaflet: Leaflet) -> Iterator[str]:
    for name, group in leaflet.medicine_signs.groups.items():
        yield name
        yield from (segment_id(name, item) for item in group.items)


def _consent(leaflet: Leaflet) -> Iterator[Passage]:
    consent: Consent = leaflet.consent
    yield _alone(leaflet, "consent", "introduction")
    yield from consent_passages(leaflet).values()
    yield _texts(leaflet, ("consent", "teach-back"), consent.teach_back)
    yield _texts(leaflet, ("consent", "statements"), consent.statements)
    yield _alone(leaflet, "consent", "refusal")


def _checklist(leaflet: Leaflet) -> Iterator[Passage]:
    yield _alone(leaflet, "checklist", "introduction")
    for stage in ("before", "day", "after", "later"):
        yield _texts(leaflet, ("checklist", stage), getattr(leaflet.checklist, stage))


def _alone(leaflet: Leaflet, *name: str) -> Passage:
    only = segment_id(leaflet.id, *name)
    return Passage(only, (only,))


def _texts(leaflet: Leaflet, name: tuple[str, ...], keys: Iterable[str]) -> Passage:
    inside = segment_id(leaflet.id, *name)
    return Passage(inside, tuple(segment_id(inside, key) for key in keys))


def _blocks(leaflet: Leaflet) -> dict[str, _Told]:
    return {
        f"{section.id}.{block.id}": _Told((section.id,), block)
        for section in leaflet.sections
        for block in section.blocks
        if not isinstance(block, Repeat)
    }


def _section(
    leaflet: Leaflet, above: tuple[str, ...], section: Section, blocks: dict[str, _Told]
) -> Passage:
    inside = (*above, section.id)
    told = (
        blocks.get(block.of) if isinstance(block, Repeat) else _Told(inside, block)
        for block in section.blocks
    )
    texts = chain.from_iterable(_block(one) for one in told if one)
    name = segment_id(leaflet.id, *inside)
    ids = tuple(segment_id(leaflet.id, *text) for text in texts)
    return Passage(name, ids, segment_id(name, "heading"))


def _block(told: _Told) -> Iterator[tuple[str, ...]]:
    inside, block = told
    if isinstance(block, ItemList):
        if block.lead:
            yield (*inside, block.id)
        yield from ((*inside, item) for item in block.items)
    elif isinstance(block, Figure):
        if block.caption:  # labels are no sentences, and the alternative is not on the page
            yield (*inside, block.id, CAPTION)
    elif not isinstance(block, Repeat):
        yield (*inside, block.id)
