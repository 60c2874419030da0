"""A line to write on, in a section: what only the clinic or the patient can answer."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from build_pack.content.models.base import Id, Text
from build_pack.content.models.blocks.text_block import TextBlock
from build_pack.content.models.text_nodes import TextNode, TextRole


class Blank(TextBlock):
    """A label with room to write by hand after it."""

    type: Literal["blank"]
    id: Id
    label: Text
    lines: Annotated[int, Field(strict=True, ge=1, le=6)] = 1
    """How many lines there are; the first begins after the label."""

    def texts(self) -> Iterator[TextNode]:
        """Its label."""
        yield TextNode(TextRole.BLANK, (self.id,), ("label",), self.label, (self.id,))
