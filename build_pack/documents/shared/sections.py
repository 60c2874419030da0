"""Sections of a leaflet in print order, as they read for the region of the visit."""

from collections.abc import Iterator

from build_pack.content.models import blocks as source
from build_pack.content.models import figures
from build_pack.content.models.items import items_for
from build_pack.documents.shared.composer import Composer
from build_pack.documents.shared.figures import alternative, chance_alternative, chance_rest, labels
from build_pack.documents.shared.views import (
    Block,
    ChanceView,
    FigureView,
    ItemListView,
    NoticeView,
    ParagraphView,
    Prose,
    SectionView,
)


def sections(
    composer: Composer, found: tuple[source.Section, ...], *inside: str
) -> tuple[SectionView, ...]:
    """Sections with their blocks; a repeated block is taken from the leaflet proper."""
    own = source.own_blocks(composer.sources.leaflet.sections)
    return tuple(
        SectionView(
            section.id,
            composer.segment(*inside, section.id, "heading"),
            tuple(_blocks(composer, own, section.blocks, *inside, section.id)),
        )
        for section in found
    )


def _blocks(
    composer: Composer, own: dict[str, source.Told], blocks: tuple[source.Block, ...], *inside: str
) -> Iterator[Block]:
    """Those that are for the visit's region; a repeated one from where it stands first."""
    told: source.Told
    where: tuple[str, ...]
    for block in blocks:
        if isinstance(block, source.Repeat):
            told, where = own[block.of], (block.of.partition(".")[0],)
        else:
            told, where = block, inside
        if told.is_for(composer.visit.region) and (composed := _block(composer, told, *where)):
            yield composed


def _block(composer: Composer, block: source.Told, *inside: str) -> Block | None:
    """A block in print; none for a list of which no item is for the visit's region."""
    region = composer.visit.region
    match block:
        case source.Paragraph(id=name, variants=variants):
            variant = (region,) if region in variants else ()
            return ParagraphView(composer.segment(*inside, name, *variant))
        case source.ItemList(id=name, style=style, lead=lead, items=items):
            if not items_for(items, region):
                return None
            before = composer.segment(*inside, name) if lead else None
            return ItemListView(style, before, composer.texts(items, *inside))
        case source.Notice(id=name, tone=tone):
            return NoticeView(tone, composer.segment(*inside, name))
        case figures.Figure(id=name):
            place, picture = block.picture_for(region)
            return _figure(composer, picture, *inside, name, *place)
        case figures.Chance(id=name):
            return _chance(composer, block, composer.segment(*inside, name))


def _figure(composer: Composer, picture: figures.Picture, *inside: str) -> FigureView:
    drawing = composer.sources.drawings[picture.drawing]
    texts = {name: composer.segment(*inside, name) for name in picture.labels}
    return FigureView(
        picture=drawing.svg,
        alternative=alternative(composer.segment(*inside, figures.ALTERNATIVE)),
        labels=labels(texts, drawing),
        caption=composer.segment(*inside, figures.CAPTION) if picture.caption else None,
    )


def _chance(composer: Composer, chance: figures.Chance, text: Prose) -> ChanceView:
    shown = chance_alternative(chance, composer.words, composer.formats)
    rest = chance_rest(chance, composer.words, composer.formats)
    return ChanceView(text, chance.people, chance.of, shown, rest)
