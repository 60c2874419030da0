"""A list in print."""

from dataclasses import dataclass

from build_pack.content.models.blocks.item_list import ItemList, ListStyle
from build_pack.content.models.text_nodes import TextRole
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.section_blocks.block_texts import BlockTexts
from build_pack.documents.shared.views import Prose


@dataclass(frozen=True, slots=True)
class ItemListView:
    """A list with the sentence that leads into it."""

    style: ListStyle
    lead: Prose | None
    items: tuple[Prose, ...]
    type: str = "list"


def item_list(_composer: Composer, block: ItemList, texts: BlockTexts) -> ItemListView:
    """The items of the visit's region."""
    items = tuple(texts.all(TextRole.ITEM).values())
    return ItemListView(block.style, texts.optional(TextRole.LEAD), items)
