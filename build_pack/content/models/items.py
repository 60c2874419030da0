"""Items of lists: texts by stable id, each for all regions or for some."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Discriminator, Field, Tag

from build_pack.content.models.base import NO_OTHER_KEYS, Id, Text
from build_pack.content.models.regions import Region, Regional, Regions


class RegionalItem(Regional):
    """An item that is printed for some regions only."""

    regions: Regions
    text: Text


Item = Annotated[
    Annotated[Text, Tag("text")] | Annotated[RegionalItem, Tag("regional")],
    Discriminator(lambda value: "text" if isinstance(value, str | int | None) else "regional"),
]
"""A text, or a text with the regions for which it is printed."""

Items = Annotated[
    dict[Id, Item],
    Field(
        min_length=1,
        description="Texts by stable id, in print order; each may be for some regions only.",
        json_schema_extra=NO_OTHER_KEYS,
    ),
]


def words_of(items: Mapping[str, str | RegionalItem]) -> dict[str, str]:
    """The text of each item."""
    return {name: one.text if isinstance(one, RegionalItem) else one for name, one in items.items()}


def items_for(
    items: Mapping[str, str | RegionalItem], region: Region | None
) -> dict[str, str | RegionalItem]:
    """The items that are printed for a region; None is one that is not known."""
    return {
        name: one
        for name, one in items.items()
        if not isinstance(one, RegionalItem) or one.is_for(region)
    }
