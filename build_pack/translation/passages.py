"""Passages of a leaflet: what a reader meets under one heading, as ids of segments."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from build_pack.content.models.leaflet import Leaflet
from build_pack.content.models.text_nodes import TextNode, TextRole
from build_pack.content.models.warning_signs import WarningSigns
from build_pack.content.walk import LeafletWalk, walk
from build_pack.translation.segments import segment_id, sign_ids


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


_Name = tuple[str, ...]
_LEAFLET = ""
_SIGNS = "medicine-signs"
"""A part of the medicine sheet, which is no document of sentences; its heading is the sheet's."""
_DOCUMENTS = (_LEAFLET, _SIGNS, "consent", "checklist", "diary")
"""In which passages stand, by the first part of their ids; all others are the leaflet's."""
_ALONE = frozenset({TextRole.INTRODUCTION, TextRole.REFUSAL, TextRole.DISCLAIMER})


def passages(leaflet: Leaflet, signs: WarningSigns | None = None) -> tuple[Passage, ...]:
    """All passages in the order of the documents, each document as a whole before its parts.

    A box of warning signs is a passage with those of the library that it names.
    """
    walked = walk(leaflet)
    named: dict[_Name, tuple[str, ...]] = {}
    if signs:
        named = {(part,): names for part, names in sign_ids(leaflet, signs).items()}
    found = dict(_passages(leaflet.id, walked, named))
    return tuple(chain.from_iterable(_document(leaflet.id, one, found) for one in _DOCUMENTS))


def _document(leaflet: str, document: str, found: Mapping[_Name, Passage]) -> Iterator[Passage]:
    parts = [one for name, one in found.items() if _document_of(name) == document]
    if parts and document != _SIGNS:
        texts = chain.from_iterable(part.texts for part in parts)
        name = segment_id(leaflet, *filter(None, (document,)))
        yield Passage(name, tuple(texts), whole=True)
    yield from parts


def _document_of(name: _Name) -> str:
    return name[0] if name[0] in _DOCUMENTS else _LEAFLET


def _passages(
    leaflet: str, walked: LeafletWalk, named: Mapping[_Name, tuple[str, ...]]
) -> Iterator[tuple[_Name, Passage]]:
    sections = {section.id: section for section in walked.all_sections()}
    groups: dict[_Name, list[TextNode]] = {}
    for node in walked.nodes:
        own = next((node.id[:depth] for depth in (1, 2) if node.id[:depth] in sections), None)
        groups.setdefault(own or _passage_of(node), []).append(node)
    for name, nodes in groups.items():
        if name in sections:
            section = sections[name]
            inside = chain.from_iterable(block.nodes for block in section.blocks)
            yield name, _passage(leaflet, name, [section.heading, *inside])
        elif named.get(name) or any(node.role.is_sentence for node in nodes):
            yield name, _passage(leaflet, name, nodes, named.get(name, ()))


def _passage_of(node: TextNode) -> _Name:
    """What a text that is in no section is read with."""
    if node.role is TextRole.MAIN_MESSAGE:
        return ("summary",)
    if node.role in _ALONE:
        return node.id
    return (_SIGNS,) if node.id[0] == _SIGNS else node.group


def _passage(
    leaflet: str, name: _Name, nodes: list[TextNode], signs: tuple[str, ...] = ()
) -> Passage:
    heading = next((node for node in nodes if node.role is TextRole.HEADING), None)
    own = (segment_id(leaflet, *node.id) for node in nodes if node.role.is_sentence)
    return Passage(
        segment_id(leaflet, *name),
        (*signs, *own),
        segment_id(leaflet, *heading.id) if heading and name != (_SIGNS,) else None,
    )
