"""Texts for some regions: for regions that the leaflet has, and leaving something for each."""

from collections.abc import Iterable, Iterator

from build_pack.content.models.leaflet import Leaflet
from build_pack.content.models.regions import Region, Regional
from build_pack.content.models.text_nodes import TextNode
from build_pack.content.walk import WalkedBlock, WalkedSection, walk
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Loc, Place, Problem


def region_problems(leaflet: Loaded[Leaflet]) -> Iterator[Problem]:
    """Regions that are not the leaflet's, variants that lack one, and parts left empty by one."""
    walked = walk(leaflet.model)
    own = [block for block in walked.blocks() if not block.repeats]
    for block in own:
        yield from _block(leaflet, block)
        yield from _lists(leaflet, block.nodes, block.block or Regional())
    for section in walked.all_sections():
        yield from _empty_section(leaflet, section)
    inside = {node.loc for block in own for node in block.nodes}
    others = [node for node in walked.nodes if node.loc not in inside]
    yield from _lists(leaflet, others, Regional())


def _block(leaflet: Loaded[Leaflet], block: WalkedBlock) -> Iterator[Problem]:
    printed = block.block or Regional()
    yield from _foreign(leaflet, (*block.loc, "regions"), printed.regions or ())
    variants = tuple(dict.fromkeys(node.variant for node in block.nodes if node.variant))
    if variants:
        yield from _variants(leaflet, (*block.loc, "variants"), variants, printed)


def _variants(
    leaflet: Loaded[Leaflet], loc: Loc, variants: tuple[Region, ...], printed: Regional
) -> Iterator[Problem]:
    """Variants that the regions of their block want, and no others."""
    known = [region for region in leaflet.model.regions or () if printed.is_for(region)]
    for region in variants:
        if region not in (leaflet.model.regions or ()):
            yield _unknown(leaflet, (*loc, region.value), region)
        elif region not in known:
            yield _never(leaflet.place(*loc, region.value), region)
    if missing := [region.value for region in known if region not in variants]:
        message = f"There is no variant for {', '.join(missing)}."
        hint = "Write a variant for each region of the text, even if two are the same."
        yield Problem("region-unfit", leaflet.key_place(*loc), message, hint)


def _lists(
    leaflet: Loaded[Leaflet], nodes: Iterable[TextNode], printed: Regional
) -> Iterator[Problem]:
    """Faults of lists with items for some regions; `printed` says for which they are there."""
    lists: dict[Loc, list[TextNode]] = {}
    for node in nodes:
        if node.key:
            lists.setdefault(node.key[:-1], []).append(node)
    for loc, items in lists.items():
        yield from _items(leaflet, items, printed)
        if all(item.written_for for item in items):
            yield from _empty_list(leaflet, loc, items, printed)


def _empty_list(
    leaflet: Loaded[Leaflet], loc: Loc, items: list[TextNode], printed: Regional
) -> Iterator[Problem]:
    for region in leaflet.model.regions or ():
        if printed.is_for(region) and not any(item.is_for(region) for item in items):
            message = f"For the region “{region}”, this list is empty."
            hint = "Add an item for all regions, or for this one."
            yield Problem("region-unfit", leaflet.key_place(*loc), message, hint)


def _items(leaflet: Loaded[Leaflet], items: list[TextNode], printed: Regional) -> Iterator[Problem]:
    for item in items:
        at = (*(item.key or ()), "regions")
        yield from _foreign(leaflet, at, item.written_for or ())
        for index, region in enumerate(item.written_for or ()):
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


def _empty_section(leaflet: Loaded[Leaflet], section: WalkedSection) -> Iterator[Problem]:
    if any(block.block is None for block in section.blocks):
        return  # a repeat of nothing is told elsewhere
    for region in leaflet.model.regions or ():
        if not any(block.is_for(region) for block in section.blocks):
            message = f"For the region “{region}”, this section is empty."
            hint = "Add a block for all regions, or for this one."
            yield Problem("region-unfit", leaflet.key_place(*section.loc), message, hint)
