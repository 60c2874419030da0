"""Figures of a leaflet in words: what is read out in a picture's place, and who is not counted."""

from build_pack.content.models.blocks import Repeat, own_blocks
from build_pack.content.models.document_kinds import DocumentKind, kinds_printing
from build_pack.content.models.figures import Chance, Figure
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.pictures.drawings import LabelSide, LeafletDrawing
from build_pack.content.validation.figures import height
from build_pack.documents.shared.dates_and_numbers import LocaleConventions
from build_pack.documents.shared.views import LabelView, Prose
from build_pack.translation.catalog import TranslationState
from build_pack.translation.ui_words import UiWords


def alternative(text: Prose) -> str:
    """What is read out in a picture's place; in a draft marked with its language if need be."""
    return text.text if text.state is TranslationState.TRANSLATED else f"[{text.lang}: {text.text}]"


def labels(texts: dict[str, Prose], drawing: LeafletDrawing) -> tuple[LabelView, ...]:
    """The labels where their lines end; in a row, from the drawing's left to its right."""
    ends = [(drawing.ends[name], text) for name, text in texts.items()]
    placed = [LabelView(text, end.side or LabelSide.BELOW, height(end)) for end, text in ends]
    if all(label.side is LabelSide.BELOW for label in placed):
        order = sorted(range(len(ends)), key=lambda number: ends[number][0].x)
        return tuple(placed[number] for number in order)
    return tuple(placed)


def shown_in(leaflet: Leaflet) -> dict[str, set[DocumentKind]]:
    """The documents that show each drawing, by its name."""
    blocks = own_blocks(leaflet.sections)
    shown: dict[str, set[DocumentKind]] = {}
    for above, sections in leaflet.all_sections():
        kinds = kinds_printing(above[0] if above else "sections")
        for block in (block for section in sections for block in section.blocks):
            meant = blocks.get(block.of) if isinstance(block, Repeat) else block
            for _, picture in meant.pictures() if isinstance(meant, Figure) else ():
                shown.setdefault(picture.drawing, set()).update(kinds)
    return shown


def chance_alternative(of: Chance, words: UiWords, formats: LocaleConventions) -> str:
    """What the picture of a chance shows."""
    pattern = words.npgettext(
        "chance.alternative",
        "A picture of %(of)s people. %(people)s of them is marked.",
        "A picture of %(of)s people. %(people)s of them are marked.",
        of.people,
    )
    return pattern % {"people": formats.number(of.people), "of": formats.number(of.of)}


def chance_rest(of: Chance, words: UiWords, formats: LocaleConventions) -> str:
    """How many it does not happen to; nothing if it happens to all."""
    rest = of.of - of.people
    if not rest:
        return ""
    pattern = words.npgettext(
        "chance.rest",
        "This does not happen to the other %(rest)s person in %(of)s.",
        "This does not happen to the other %(rest)s in %(of)s people.",
        rest,
    )
    return pattern % {"rest": formats.number(rest), "of": formats.number(of.of)}
