"""The one walk of a leaflet: each of its texts once, and its sections as documents print them."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from build_pack.content.models.blocks.repeat import Repeat
from build_pack.content.models.blocks.section import Section
from build_pack.content.models.blocks.text_block import TextBlock
from build_pack.content.models.consent import Consent
from build_pack.content.models.document_kinds import ALL, Kinds, kinds_printing
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.models.regions import Region
from build_pack.content.models.text_nodes import TextNode, TextRole
from build_pack.problems import Loc

B = TypeVar("B", bound=TextBlock)

_CONSENT = "consent"


def _kinds_of(part: str) -> Kinds:
    """The documents that print a part of a leaflet, by the first part of its texts' ids."""
    return ALL if part == "title" else kinds_printing(part) or kinds_printing("sections")


@dataclass(frozen=True, slots=True)
class WalkedBlock:
    """A block where it stands; of one that is said again, the texts of the first."""

    id: tuple[str, ...]
    """The id of the block with the words, as its texts have it for their group."""
    loc: Loc
    block: TextBlock | None
    """None: it would repeat what there is not."""
    nodes: tuple[TextNode, ...]
    kinds: Kinds
    """The documents that print it."""
    repeats: bool = False

    def is_for(self, region: Region | None) -> bool:
        """Whether anything of it is printed for a region; None is a region that is not known."""
        return any(node.is_for(region) for node in self.nodes)


@dataclass(frozen=True, slots=True)
class WalkedSection:
    """A section of the leaflet or of its consent summary."""

    id: tuple[str, ...]
    """As its texts' ids begin: `risks`, or `consent` and `risks`."""
    loc: Loc
    heading: TextNode
    blocks: tuple[WalkedBlock, ...]

    def nodes(self) -> Iterator[TextNode]:
        """Its own texts, without what it repeats."""
        yield self.heading
        for block in self.blocks:
            if not block.repeats:
                yield from block.nodes


@dataclass(frozen=True)
class LeafletWalk:
    """All that a leaflet says."""

    nodes: tuple[TextNode, ...]
    """Each text once, in the order of the documents."""
    sections: tuple[WalkedSection, ...]
    """Those of the leaflet itself."""
    consent_sections: tuple[WalkedSection, ...]

    def all_sections(self) -> tuple[WalkedSection, ...]:
        """The sections of the leaflet, then those of the consent summary."""
        return (*self.sections, *self.consent_sections)

    def blocks(self) -> Iterator[WalkedBlock]:
        """Each block with where it stands, those that are said again among them."""
        for section in self.all_sections():
            yield from section.blocks

    def drawings(self) -> dict[str, Kinds]:
        """The documents that show each drawing, by its name."""
        shown: dict[str, Kinds] = {}
        for block in self.blocks():
            for name in block.block.drawings() if block.block else ():
                shown[name] = shown.get(name, frozenset()) | block.kinds
        return shown

    def of_kind(self, kind: type[B]) -> Iterator[tuple[Loc, B]]:
        """The blocks of one kind, each once and where it is reported."""
        for walked in self.blocks():
            if isinstance(walked.block, kind) and not walked.repeats:
                yield walked.loc, walked.block

    def texts(self, role: TextRole, *group: str) -> tuple[TextNode, ...]:
        """The texts of one role that are in a group."""
        return tuple(node for node in self.nodes if node.role is role and node.group == group)

    def kinds_at(self, loc: Loc) -> Kinds:
        """The documents in which the value at a place of the file counts."""
        part = _kinds_of(str(loc[0]).replace("_", "-"))
        return self._kinds_of_blocks.get(loc[:4], part)

    @cached_property
    def _kinds_of_blocks(self) -> dict[Loc, Kinds]:
        return {block.loc: block.kinds for section in self.sections for block in section.blocks}


def walk(leaflet: Leaflet) -> LeafletWalk:
    """Each text of a leaflet once, and its sections."""
    consent = leaflet.consent
    again = frozenset(_repeated(consent)) if consent else frozenset()
    first = tuple(_sections(leaflet.sections, (), again, {}))
    told = {one.id: one for section in first for one in section.blocks if not one.repeats}
    sections = tuple(_sections(leaflet.sections, (), again, told))
    of_consent = _sections(consent.sections, (_CONSENT,), again, told) if consent else ()
    walked = LeafletWalk((), sections, tuple(of_consent))
    return replace(walked, nodes=tuple(_nodes(leaflet, walked)))


def _repeated(consent: Consent) -> Iterator[tuple[str, ...]]:
    for section in consent.sections:
        yield from (block.names for block in section.blocks if isinstance(block, Repeat))


def _sections(
    found: tuple[Section, ...],
    above: tuple[str, ...],
    again: Container[tuple[str, ...]],
    told: Mapping[tuple[str, ...], WalkedBlock],
) -> Iterator[WalkedSection]:
    """Sections with their blocks; one that is said again is taken from those that are named."""
    for number, section in enumerate(found):
        name = (*above, section.id)
        loc: Loc = (*above, "sections", number)
        kinds = _kinds_of(name[0])
        heading = replace(section.heading_text().inside(name, loc), kinds=kinds)
        blocks = []
        for index, block in enumerate(section.blocks):
            here = (*loc, "blocks", index)
            if isinstance(block, Repeat):
                blocks.append(_again(block, here, kinds, told.get(block.names)))
            else:
                both = kinds | _kinds_of(_CONSENT) if (*name, block.id) in again else kinds
                blocks.append(_told(block, (*name, block.id), here, both))
        yield WalkedSection(name, loc, heading, tuple(blocks))


def _told(block: TextBlock, name: tuple[str, ...], loc: Loc, kinds: Kinds) -> WalkedBlock:
    nodes = (node.inside(name[:-1], loc).only_for(block.regions) for node in block.texts())
    return WalkedBlock(name, loc, block, tuple(replace(one, kinds=kinds) for one in nodes), kinds)


def _again(repeat: Repeat, loc: Loc, kinds: Kinds, told: WalkedBlock | None) -> WalkedBlock:
    block, nodes = (told.block, told.nodes) if told else (None, ())
    return WalkedBlock(repeat.names, loc, block, nodes, kinds, repeats=True)


def _nodes(leaflet: Leaflet, walked: LeafletWalk) -> Iterator[TextNode]:
    """All texts in the order of the documents."""
    yield from _of(leaflet.texts_before_sections())
    for section in walked.sections:
        yield from section.nodes()
    yield from _part("red_flags", leaflet.red_flags.texts())
    if leaflet.medicine_signs:
        yield from _part("medicine_signs", leaflet.medicine_signs.texts())
    yield from _of((leaflet.disclaimer_text(),))
    if leaflet.consent:
        yield from _part(_CONSENT, leaflet.consent.texts_before_sections())
        for section in walked.consent_sections:
            yield from section.nodes()
        yield from _part(_CONSENT, leaflet.consent.texts_after_sections())
    if leaflet.checklist:
        yield from _part("checklist", leaflet.checklist.texts())
    if leaflet.diary:
        yield from _part("diary", leaflet.diary.texts())


def _part(key: str, nodes: Iterable[TextNode]) -> Iterator[TextNode]:
    """The texts of the part of a leaflet that is under a key."""
    return _of(node.inside((key.replace("_", "-"),), (key,)) for node in nodes)


def _of(nodes: Iterable[TextNode]) -> Iterator[TextNode]:
    return (replace(node, kinds=_kinds_of(node.id[0])) for node in nodes)
