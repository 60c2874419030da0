"""What a person wrote into a model, part by part, under names that stay when lines move."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from build_pack.content.models.base import LocalizedText
from build_pack.content.models.clinic import BlankAnswer
from build_pack.content.yaml.loading import Loaded
from build_pack.problems import Loc
from build_pack.storage.memoization import memoized_by_content

Part = tuple[Loc, tuple[str, ...], object]
"""Its location in the file, its name, and the value: a text in several languages or a scalar."""

_NAMES = ("id", "medicine", "class_", "purpose", "first", "leaflet")
"""Keys that tell the items of a list apart."""


@memoized_by_content
def file_values(loaded: Loaded[Any]) -> tuple[Part, ...]:
    """Every part of a file, as `walk_values` gives it."""
    return tuple(walk_values(loaded.model))


def own_texts(loaded: Loaded[Any]) -> Iterator[tuple[Loc, tuple[str, ...], LocalizedText]]:
    """The texts in several languages, each where it stands and not where its name is used."""
    for loc, name, value in file_values(loaded):
        if isinstance(value, LocalizedText) and any(
            (*loc, locale) in loaded.source.places for locale in value.root
        ):
            yield loc, name, value


def walk_values(node: object, loc: Loc = (), name: tuple[str, ...] = ()) -> Iterator[Part]:
    """Every part of a model that was written, in the order of its keys.

    An item of a list is named by its id where it has one, and else by its number; no two parts
    have the same name.
    """
    if isinstance(node, LocalizedText):
        yield loc, name, node
    elif isinstance(node, BaseModel):
        fields = type(node).model_fields
        written = ((key, value) for key, value in node if key in node.model_fields_set)
        for field, value in written:
            key = fields[field].alias or field
            yield from walk_values(value, (*loc, key), (*name, key))
    elif isinstance(node, tuple | list):
        names = [_name(value, index) for index, value in enumerate(node)]
        for index, value in enumerate(node):
            alone = names.count(names[index]) == 1
            own = names[index] if alone else f"{names[index]}-{index}"
            yield from walk_values(value, (*loc, index), (*name, own))
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from walk_values(value, (*loc, key), (*name, str(key)))
    elif node is not None:
        yield loc, name, node


def _name(item: object, index: int) -> str:
    if isinstance(item, BlankAnswer):
        return f"{item.leaflet}.{item.id}"
    for key in _NAMES:
        if isinstance(value := getattr(item, key, None), str):
            return value
    return str(index)
