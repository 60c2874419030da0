"""Sections of a leaflet in print order, as they read for the region of the visit."""

from collections.abc import Callable, Iterator
from typing import Any

from build_pack.content.walk import WalkedBlock, WalkedSection
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.section_blocks.blank import blank
from build_pack.documents.shared.section_blocks.block_texts import BlockTexts, block_texts
from build_pack.documents.shared.section_blocks.chance import chance
from build_pack.documents.shared.section_blocks.figure import figure
from build_pack.documents.shared.section_blocks.item_list import item_list
from build_pack.documents.shared.section_blocks.notice import notice
from build_pack.documents.shared.section_blocks.paragraph import paragraph
from build_pack.documents.shared.views import BlockView, SectionView

BLOCKS: dict[str, Callable[[Composer, Any, BlockTexts], BlockView]] = {
    "paragraph": paragraph,
    "list": item_list,
    "notice": notice,
    "figure": figure,
    "chance": chance,
    "blank": blank,
}
"""What composes each kind of block, by its `type`."""


def sections(composer: Composer, found: tuple[WalkedSection, ...]) -> tuple[SectionView, ...]:
    """Sections with their blocks; a repeated block is taken from the leaflet proper."""
    return tuple(
        SectionView(
            section.id[-1],
            composer.segment(*section.heading.id),
            tuple(_blocks(composer, section.blocks)),
        )
        for section in found
    )


def _blocks(composer: Composer, blocks: tuple[WalkedBlock, ...]) -> Iterator[BlockView]:
    """Those of which something is for the visit's region."""
    for one in blocks:
        if one.block and one.is_for(composer.visit.region):
            yield BLOCKS[one.block.type](composer, one.block, block_texts(composer, one))
