"""A figure in print: its drawing, with each label where its line ends."""

from collections.abc import Mapping
from dataclasses import dataclass

from build_pack.content.models.blocks.figure import Figure
from build_pack.content.models.text_nodes import TextRole
from build_pack.content.pictures.drawings import LabelSide, LeafletDrawing
from build_pack.content.validation.figures import height
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.prose import spoken
from build_pack.documents.shared.section_blocks.block_texts import BlockTexts
from build_pack.documents.shared.views import Prose


@dataclass(frozen=True, slots=True)
class LabelView:
    """Words beside a drawing, at the end of the line that leads to them."""

    text: Prose
    side: LabelSide
    height: int
    """At a side, in hundredths from the top; below, labels are in their order."""


@dataclass(frozen=True, slots=True)
class FigureView:
    """A drawing with its labels."""

    picture: bytes
    """The SVG itself: what is printed is what was looked at and signed."""
    alternative: str
    """What it shows, read out in its place."""
    labels: tuple[LabelView, ...]
    caption: Prose | None
    type: str = "figure"

    @property
    def is_row(self) -> bool:
        """Whether its labels are below it, in the order of reading, and not at its sides."""
        return any(label.side is LabelSide.BELOW for label in self.labels)

    @property
    def is_wide(self) -> bool:
        """Whether its labels need more than a column: they are in a row, or at both sides."""
        return self.is_row or len({label.side for label in self.labels}) > 1


def figure(composer: Composer, block: Figure, texts: BlockTexts) -> FigureView:
    """The picture of the visit's region."""
    drawing = composer.sources.drawings[block.picture_for(composer.visit.region).drawing]
    return FigureView(
        picture=drawing.svg,
        alternative=spoken(texts.first(TextRole.ALTERNATIVE)),
        labels=labels(texts.all(TextRole.LABEL), drawing),
        caption=texts.optional(TextRole.CAPTION),
    )


def labels(texts: Mapping[str, Prose], drawing: LeafletDrawing) -> tuple[LabelView, ...]:
    """The labels where their lines end; in a row, from the drawing's left to its right."""
    ends = [(drawing.ends[name], text) for name, text in texts.items()]
    placed = [LabelView(text, end.side or LabelSide.BELOW, height(end)) for end, text in ends]
    if all(label.side is LabelSide.BELOW for label in placed):
        order = sorted(range(len(ends)), key=lambda number: ends[number][0].x)
        return tuple(placed[number] for number in order)
    return tuple(placed)
