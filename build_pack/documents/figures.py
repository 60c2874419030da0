"""Figures of a leaflet in words: what is read out in a picture's place, and who is not counted."""

from build_pack.content.drawings import Drawing, Side
from build_pack.content.figures import Chance, Figure
from build_pack.content.integrity.figures import height
from build_pack.content.leaflet import Leaflet, Repeat
from build_pack.documents.formats import Formats
from build_pack.documents.model import Kind, Label, Prose
from build_pack.translation.catalog import State
from build_pack.translation.words import Words


def alternative(text: Prose) -> str:
    """What is read out in a picture's place; in a draft marked with its language if need be."""
    return text.text if text.state is State.TRANSLATED else f"[{text.lang}: {text.text}]"


def labels(texts: dict[str, Prose], drawing: Drawing) -> tuple[Label, ...]:
    """The labels where their lines end; in a row, from the drawing's left to its right."""
    ends = [(drawing.ends[name], text) for name, text in texts.items()]
    placed = [Label(text, end.side or Side.BELOW, height(end)) for end, text in ends]
    if all(label.side is Side.BELOW for label in placed):
        order = sorted(range(len(ends)), key=lambda number: ends[number][0].x)
        return tuple(placed[number] for number in order)
    return tuple(placed)


def shown_in(leaflet: Leaflet) -> dict[str, set[Kind]]:
    """The documents that show each drawing, by its name."""
    figures = {
        f"{section.id}.{block.id}": block
        for section in leaflet.sections
        for block in section.blocks
        if isinstance(block, Figure)
    }
    shown: dict[str, set[Kind]] = {}
    for kind, sections in (
        (Kind.LEAFLET, leaflet.sections),
        (Kind.CONSENT, leaflet.consent.sections),
    ):
        for block in (block for section in sections for block in section.blocks):
            meant = figures.get(block.of) if isinstance(block, Repeat) else block
            if isinstance(meant, Figure):
                shown.setdefault(meant.drawing, set()).add(kind)
    return shown


def chance_alternative(of: Chance, words: Words, formats: Formats) -> str:
    """What the picture of a chance shows."""
    pattern = words.npgettext(
        "chance.alternative",
        "A picture of %(of)s people. %(people)s of them is marked.",
        "A picture of %(of)s people. %(people)s of them are marked.",
        of.people,
    )
    return pattern % {"people": formats.number(of.people), "of": formats.number(of.of)}


def chance_rest(of: Chance, words: Words, formats: Formats) -> str:
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
