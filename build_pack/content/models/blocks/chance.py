"""A chance as people, in a section."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator

from build_pack.content.models.base import Id, Text
from build_pack.content.models.blocks.text_block import TextBlock
from build_pack.content.models.text_nodes import TextNode, TextRole


class Chance(TextBlock):
    """A number of people out of 10, 100 or 1,000, in words and as little figures of people."""

    type: Literal["chance"]
    id: Id
    people: Annotated[int, Field(strict=True, ge=1)]
    """How many of them."""
    of: Literal[10, 100, 1000]
    """Out of how many: the same for every chance of a leaflet."""
    text: Text
    """The chance in words, with both numbers in digits and the source."""

    @field_validator("of")
    @classmethod
    def _not_fewer(cls, of: int, info: ValidationInfo) -> int:
        if of < info.data.get("people", 0):
            raise ValueError("there are fewer people than are counted")
        return of

    def texts(self) -> Iterator[TextNode]:
        """Its one text."""
        yield TextNode(TextRole.CHANCE, (self.id,), ("text",), self.text, (self.id,))
