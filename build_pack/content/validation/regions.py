"""Texts for some regions: for regions that the leaflet has, and leaving something for each."""

from collections.abc import Iterator, Mapping

from build_pack.content.models.blocks import Block, ItemList, Paragraph, Repeat, Section, own_blocks
from build_pack.content.models.figures import Figure
from build_pack.content.models.items import RegionalItem, items_for
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.models.regions import Region, Regional
from build_pack.content.yaml.loading import Loaded
from build_pack.content.yaml.nodes import Loc
from build_pack.problems import Place, Problem

_Items = Mapping[str, str | RegionalItem]


def region_problems(leaflet: Loaded[Leaflet]) -> Iterator[Problem]:
    """Regions that are not the leaflet's, variants that lack one, and parts left empty by one."""
    known = leaflet.model.regions or ()
    for above, sections in leaflet.model.all_sections():
        for number, section in enumerate(sections):
            at: Loc = (*above, "sections", number)
            for index, block in enumerate(section.blocks):
                yield from _block(leaflet, (*at, "blocks", index), block)
            yield from _empty_section(leaflet, at, section)
    for loc, items, printed in _lists(leaflet.model):
        yield from _items(leaflet, loc, items, printed)
        for region in known:
            if printed.is_for(region) and not items_for(items, region):
                message = f"For the region “{region}”, this list is empty."
                hint = "Add an item for all regions, or for this one."
                yield Problem("region-unfit", leaflet.key_place(*loc), message, hint)


def _block(leaflet: Loaded[Leaflet], loc: Loc, block: Block) -> Iterator[Problem]:
    if isinstance(block, Repeat):
        return
    yield from _foreign(leaflet, (*loc, "regions"), block.regions or ())
    if isinstance(block, Paragraph | Figure) and block.variants:
        yield from _variants(leaflet, (*loc, "variants"), block)


def _variants(leaflet: Loaded[Leaflet], loc: Loc, block: Paragraph | Figure) -> Iterator[Problem]:
    """Variants that the regions of their block want, and no others."""
    variants = block.variants or {}
    known = [region for region in leaflet.model.regions or () if block.is_for(region)]
    for region in variants:
        if region not in (leaflet.model.regions or ()):
            yield _unknown(leaflet, (*loc, region.value), region)
        elif region not in known:
            yield _never(leaflet.place(*loc, region.value), region)
    if missing := [region.value for region in known if region not in variants]:
        message = f"There is no variant for {', '.join(missing)}."
        hint = "Write a variant for each region of the text, even if two are the same."
        yield Problem("region-unfit", leaflet.key_place(*loc), message, hint)


def _items(
    leaflet: Loaded[Leaflet], loc: Loc, items: _Items, printed: Regional
) -> Iterator[Problem]:
    for name, item in items.items():
        if isinstance(item, RegionalItem):
            at = (*loc, name, "regions")
            yield from _foreign(leaflet, at, item.regions)
            for index, region in enumerate(item.regions):
                if not printed.is_for(region):
                    yield _never(leaflet.place(*at, index), region)


def _never(place: Place, region: Region) -> Problem:
    message = (
        f"This is never printed for “{region}”: the part that contains it is not for that region."
    )
    hint = "Add the region to “regions” of the block, or remove it here."
    return Problem("region-unfit", place, message, hint)


def _foreign(leaflet: Loaded[Leaflet], loc: Loc, regions: tuple[Region, ...]) -> Iterator[Problem]:
    known = leaflet.model.regions or ()
    for index, region in enumerate(regions):
        if region not in known:
            yield _unknown(leaflet, (*loc, index), region)


def _unknown(leaflet: Loaded[Leaflet], loc: Loc, region: Region) -> Problem:
    message = f"The leaflet is not for the region “{region}”."
    hint = "Add it to “regions” at the top of the file, or remove it here."
    return Problem("region-unfit", leaflet.place(*loc), message, hint)


def _empty_section(leaflet: Loaded[Leaflet], loc: Loc, section: Section) -> Iterator[Problem]:
    own = own_blocks(leaflet.model.sections)
    blocks = [own.get(one.of) if isinstance(one, Repeat) else one for one in section.blocks]
    for region in leaflet.model.regions or ():
        if not any(_says_something(block, region) for block in blocks):
            message = f"For the region “{region}”, this section is empty."
            hint = "Add a block for all regions, or for this one."
            yield Problem("region-unfit", leaflet.key_place(*loc), message, hint)


def _says_something(block: Regional | None, region: Region) -> bool:
    if block is None:
        return True  # a repeat of nothing is told elsewhere
    if isinstance(block, ItemList) and not items_for(block.items, region):
        return False
    return block.is_for(region)


def _lists(leaflet: Leaflet) -> Iterator[tuple[Loc, _Items, Regional]]:
    """Each list that may hold items for some regions, its place, and when it is printed."""
    for above, sections in leaflet.all_sections():
        for number, section in enumerate(sections):
            for index, block in enumerate(section.blocks):
                if isinstance(block, ItemList):
                    yield (*above, "sections", number, "blocks", index, "items"), block.items, block
    always = Regional()
    yield ("red_flags", "items"), leaflet.red_flags.items, always
    for name, group in (leaflet.medicine_signs.groups if leaflet.medicine_signs else {}).items():
        yield ("medicine_signs", "groups", name, "items"), group.items, always
    for stage in ("before", "day", "after", "later") if leaflet.checklist else ():
        yield ("checklist", stage), getattr(leaflet.checklist, stage), always
