"""A notice in print."""

from dataclasses import dataclass

from build_pack.content.models.blocks.notice import Notice, Tone
from build_pack.content.models.text_nodes import TextRole
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.section_blocks.block_texts import BlockTexts
from build_pack.documents.shared.views import Prose


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A boxed text."""

    tone: Tone
    text: Prose
    type: str = "notice"


def notice(_composer: Composer, block: Notice, texts: BlockTexts) -> NoticeView:
    """Its text, and how it is drawn."""
    return NoticeView(block.tone, texts.first(TextRole.NOTICE))
