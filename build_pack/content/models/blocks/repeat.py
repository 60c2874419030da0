"""A block said again."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from build_pack.content.models.base import Model
from build_pack.text.patterns import BLOCK


class Repeat(Model):
    """A block of the leaflet said again, in the same words, so that the two can never differ."""

    type: Literal["repeat"]
    of: Annotated[str, StringConstraints(pattern=BLOCK)]
    """`section.block` of the block to repeat."""

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of the section and of the block."""
        return tuple(self.of.split("."))
