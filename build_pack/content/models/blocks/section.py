"""A section: a heading, and the blocks under it. Each kind of block has its line here."""

from typing import Annotated

from pydantic import Field

from build_pack.content.models.base import Id, Model, Text
from build_pack.content.models.blocks.blank import Blank
from build_pack.content.models.blocks.chance import Chance
from build_pack.content.models.blocks.figure import Figure
from build_pack.content.models.blocks.item_list import ItemList
from build_pack.content.models.blocks.notice import Notice
from build_pack.content.models.blocks.paragraph import Paragraph
from build_pack.content.models.blocks.repeat import Repeat
from build_pack.content.models.text_nodes import TextNode, TextRole

Block = Annotated[
    Paragraph | ItemList | Notice | Figure | Chance | Blank | Repeat, Field(discriminator="type")
]


class Section(Model):
    """A heading and the blocks under it."""

    id: Id
    heading: Text
    blocks: Annotated[tuple[Block, ...], Field(min_length=1)]

    def heading_text(self) -> TextNode:
        """Its heading."""
        return TextNode(TextRole.HEADING, ("heading",), ("heading",), self.heading)
