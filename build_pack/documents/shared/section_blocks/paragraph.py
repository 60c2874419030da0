"""A paragraph in print."""

from dataclasses import dataclass

from build_pack.content.models.blocks.paragraph import Paragraph
from build_pack.content.models.text_nodes import TextRole
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.section_blocks.block_texts import BlockTexts
from build_pack.documents.shared.views import Prose


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph."""

    text: Prose
    type: str = "paragraph"


def paragraph(_composer: Composer, _block: Paragraph, texts: BlockTexts) -> ParagraphView:
    """The text of the visit's region."""
    return ParagraphView(texts.first(TextRole.PARAGRAPH))
