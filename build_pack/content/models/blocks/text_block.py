"""What the program asks of every kind of block that has words of its own."""

from abc import abstractmethod
from collections.abc import Iterator
from typing import TYPE_CHECKING

from build_pack.content.models.regions import Regional
from build_pack.content.models.text_nodes import TextNode


class TextBlock(Regional):
    """A block with words of its own."""

    if TYPE_CHECKING:  # each kind has them after what stands here, in the order of its schema
        id: str
        type: str

    @abstractmethod
    def texts(self) -> Iterator[TextNode]:
        """Its texts in print order; ids begin with its own, or are those of its items."""

    def drawings(self) -> Iterator[str]:
        """The names of the drawings that it shows."""
        return iter(())
