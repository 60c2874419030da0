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

    label: Prose
    lines: int
    answer: Prose | None = None
    """What the clinic says, in place of the room."""
    type: str = "blank"


def blank(composer: Composer, block: Blank, texts: BlockTexts) -> BlankView:
    """Its label, and what the clinic says or how much room there is."""
    leaflet = composer.sources.leaflet.id
    own = next(
        (
            one
            for one in composer.sources.clinic.blanks
            if (one.leaflet, one.id) == (leaflet, block.id)
        ),
        None,
    )
    answer = composer.writer.own(own.text) if own else None
    return BlankView(texts.first(TextRole.BLANK), block.lines, answer)
