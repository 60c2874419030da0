"""A notice of a section."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Literal

from build_pack.content.models.base import Id, Text
from build_pack.content.models.blocks.text_block import TextBlock
from build_pack.content.models.text_nodes import TextNode, TextRole


class Tone(StrEnum):
    """What a notice is for: something to know, or something to heed."""

    NOTE = "note"
    WARNING = "warning"


class Notice(TextBlock):
    """A short text in a box of its own."""

    type: Literal["notice"]
    id: Id
    tone: Tone = Tone.NOTE
    text: Text

    def texts(self) -> Iterator[TextNode]:
        """Its one text."""
        yield TextNode(TextRole.NOTICE, (self.id,), ("text",), self.text, (self.id,))
