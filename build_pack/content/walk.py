"""The one walk of a leaflet: each of its texts once, and its sections as documents print them."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TypeVar

from build_pack.content.models.blocks.blank import Blank
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

    def consent_blanks(self) -> Iterator[str]:
        """The ids of the lines to write on that the consent form has."""
        for section in self.consent_sections:
            for walked in section.blocks:
                if isinstance(walked.block, Blank):
                    yield walked.block.id

    def texts(self, role: TextRole, *group: str) -> tuple[TextNode, ...]:
        """The texts of one role that are in a group."""
        return self._by_role.get((role, group), ())

    def kinds_at(self, loc: Loc) -> Kinds:
        """The documents in which the value at a place of the file counts."""
        part = _kinds_of(str(loc[0]).replace("_", "-"))
        return self._kinds_of_blocks.get(loc[:4], part)

    @cached_property
    def _by_role(self) -> dict[tuple[TextRole, tuple[str, ...]], tuple[TextNode, ...]]:
        found: dict[tuple[TextRole, tuple[str, ...]], list[TextNode]] = {}
        for node in self.nodes:
            found.setdefault((node.role, node.group), []).append(node)
        return {key: tuple(nodes) for key, nodes in found.items()}

    @cached_property
    def _kinds_of_blocks(self) -> dict[Loc, Kinds]:
        return {block.loc: block.kinds for section in self.sections for block in section.blocks}


def walk(leaflet: Leaflet) -> LeafletWalk:
    """Each text of a leaflet once, and its sections; kept, since every reader of it asks."""
    return _walked(_Same(leaflet))


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A leaflet by identity: a model that holds mappings has no hash, and equals slowly."""

    leaflet: Leaflet

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.leaflet is other.leaflet

    def __hash__(self) -> int:
        return id(self.leaflet)


@lru_cache(maxsize=32)
def _walked(same: _Same) -> LeafletWalk:
    leaflet, consent = same.leaflet, same.leaflet.consent
    again = frozenset(_repeated(consent)) if consent else frozenset()
    own = tuple(_sections(leaflet.sections, (), again))
    of_consent = tuple(_sections(consent.sections, (_CONSENT,), again)) if consent else ()
    told = {one.id: one for section in own for one in section.blocks if not one.repeats}
    walked = LeafletWalk((), _with_repeats(own, told), _with_repeats(of_consent, told))
    return replace(walked, nodes=tuple(_nodes(leaflet, walked)))


def _repeated(consent: Consent) -> Iterator[tuple[str, ...]]:
    for section in consent.sections:
        yield from (block.names for block in section.blocks if isinstance(block, Repeat))


def _sections(
    found: tuple[Section, ...], above: tuple[str, ...], again: Container[tuple[str, ...]]
) -> Iterator[WalkedSection]:
    """Sections with their blocks; of those that repeat one, the ids alone."""
    for number, section in enumerate(found):
        name = (*above, section.id)
        loc: Loc = (*above, "sections", number)
        kinds = _kinds_of(name[0])
        heading = section.heading_text().inside(name, loc, kinds)
        blocks = []
        for index, block in enumerate(section.blocks):
            here = (*loc, "blocks", index)
            if isinstance(block, Repeat):
                blocks.append(WalkedBlock(block.names, here, None, (), kinds, repeats=True))
            else:
                both = kinds | _kinds_of(_CONSENT) if (*name, block.id) in again else kinds
                blocks.append(_told(block, (*name, block.id), here, both))
        yield WalkedSection(name, loc, heading, tuple(blocks))


def _told(block: TextBlock, name: tuple[str, ...], loc: Loc, kinds: Kinds) -> WalkedBlock:
    nodes = (node.inside(name[:-1], loc, kinds) for node in block.texts())
    return WalkedBlock(name, loc, block, tuple(one.only_for(block.regions) for one in nodes), kinds)


def _with_repeats(
    sections: tuple[WalkedSection, ...], told: Mapping[tuple[str, ...], WalkedBlock]
) -> tuple[WalkedSection, ...]:
    """The same with the words of the blocks that are said again."""
    return tuple(
        replace(section, blocks=tuple(_again(block, told) for block in section.blocks))
        for section in sections
    )


def _again(block: WalkedBlock, told: Mapping[tuple[str, ...], WalkedBlock]) -> WalkedBlock:
    first = told.get(block.id) if block.repeats else None
    return replace(block, block=first.block, nodes=first.nodes) if first else block


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
    name = key.replace("_", "-")
    kinds = _kinds_of(name)
    return (node.inside((name,), (key,), kinds) for node in nodes)


def _of(nodes: Iterable[TextNode]) -> Iterator[TextNode]:
    return (node.inside((), (), _kinds_of(node.id[0])) for node in nodes)
