"""A list of a section."""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Literal

from build_pack.content.models.base import Id, Text
from build_pack.content.models.blocks.text_block import TextBlock
from build_pack.content.models.items import Items, item_texts
from build_pack.content.models.text_nodes import TextNode, TextRole


class ListStyle(StrEnum):
    """How a list is drawn: the mark before each item."""

    BULLETS = "bullets"
    STEPS = "steps"
    BOXES = "boxes"
    DO = "do"
    """What to do: a tick."""
    DONT = "dont"
    """What not to do: a cross."""


class ItemList(TextBlock):
    """A list, with an optional sentence that leads into it."""

    type: Literal["list"]
    id: Id
    style: ListStyle = ListStyle.BULLETS
    lead: Text | None = None
    items: Items

    def texts(self) -> Iterator[TextNode]:
        """The sentence before it, where an item follows, and the items."""
        group = (self.id,)
        items = tuple(item_texts(TextRole.ITEM, self.items, ("items",)))
        if self.lead:
            followed = frozenset().union(*(item.regions for item in items))
            yield TextNode(TextRole.LEAD, group, ("lead",), self.lead, group, regions=followed)
        yield from (replace(item, group=group) for item in items)
