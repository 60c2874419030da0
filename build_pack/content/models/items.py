"""Items of lists: texts by stable id, each for all regions or for some."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Protocol

from pydantic import Discriminator, Field, Tag

from build_pack.content.models.base import NO_OTHER_KEYS, Id, Text
from build_pack.content.models.regions import Regional, Regions
from build_pack.content.models.text_nodes import TextNode, TextRole
from build_pack.problems import Loc


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


class ItemOfKeys(Protocol):
    """An item that is more than its text."""

    @property
    def text(self) -> str:
        """Its words."""

    @property
    def regions(self) -> Regions | None:
        """For which it is printed; None: for all."""


def item_texts(
    role: TextRole, items: Mapping[str, str | ItemOfKeys] | None, loc: Loc = ()
) -> Iterator[TextNode]:
    """The texts of a mapping by id that is at `loc`."""
    for name, item in (items or {}).items():
        key = (*loc, name)
        if isinstance(item, str):
            yield TextNode(role, (name,), key, item, (), key)
        else:
            node = TextNode(role, (name,), (*key, "text"), item.text, (), key, item.regions)
            yield node.only_for(item.regions)
