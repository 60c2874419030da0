"""A line to write on, in print."""

from dataclasses import dataclass

from build_pack.content.models.blocks.blank import Blank
from build_pack.content.models.text_nodes import TextRole
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.section_blocks.block_texts import BlockTexts
from build_pack.documents.shared.views import Prose


@dataclass(frozen=True, slots=True)
class BlankView:
    """A label with room to write by hand."""

    id: str
    label: Prose
    lines: int
    answer: Prose | None = None
    """What the clinic says, in place of the room."""
    type: str = "blank"


def blank(_composer: Composer, block: Blank, texts: BlockTexts) -> BlankView:
    """Its label, and how much room there is."""
    return BlankView(block.id, texts.first(TextRole.BLANK), block.lines)
