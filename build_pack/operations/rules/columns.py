"""The columns of the spreadsheet, which are the keys of a rule: as its model has them.

A column is called by its keys with a dot between them: `last_dose.day`, `when.facts.age`,
`blood_tests.1.name.en`. What stands in a cell is one value, or a list of words.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from build_pack.content.key_descriptions import described
from build_pack.content.models.medicine_rules import Case, Rule
from build_pack.problems import Loc
from build_pack.text.patterns import LOCALE

SUBJECT = ("medicine", "class")
ROW = "row"
"""The column that says whether a row is what a rule says for all its cases, or one of these."""
RULE, CASE = "rule", "case"
_FIRST = (*SUBJECT, ROW, "except")
_ALWAYS = frozenset({*_FIRST, "when", "decision", "last_dose", "restart", "text", "sources"})
"""The keys whose columns are in each workbook; others are if a rule uses them."""
_MOST_ITEMS = 99
Shape = Mapping[str, Any]


@dataclass(frozen=True)
class Column:
    """A column, and the shapes in JSON Schema that a value in it can have."""

    name: str
    loc: Loc
    """Where its value stands in a rule or a case; items of lists are counted from 0."""
    shapes: tuple[Shape, ...] = field(repr=False)
    meaning: str = ""

    @property
    def types(self) -> set[str]:
        """The types of JSON that its values can have."""
        return {shape["type"] for shape in self.shapes}

    @property
    def words(self) -> tuple[str, ...]:
        """All that can stand in it, if that is known; of a list, its items."""
        items = [one for shape in self.shapes for one in _items(shape)]
        every = [*items, *self.shapes]
        if "boolean" in self.types:
            return "true", "false"
        return tuple(
            word
            for one in every
            for word in one.get("enum", [one["const"]] if "const" in one else [])
        )

    @property
    def is_date(self) -> bool:
        """Whether it has dates."""
        return any(shape.get("format") == "date" for shape in self.shapes)


def column(name: str, row: str) -> Column | None:
    """The column of this name for a row that is a rule or a case; None if it has none."""
    loc: list[str | int] = []
    shapes: tuple[Shape, ...] = (_root(row),)
    meaning = ""
    for part in name.split("."):
        if not (found := _step(shapes, part)):
            return None
        shapes, said, is_item = found
        meaning = said or meaning
        loc.append(int(part) - 1 if is_item else part)
    ends = tuple(shape for shape in shapes if shape.get("type") != "object")
    return Column(name, tuple(loc), ends, meaning) if ends else None


def is_column(name: str) -> bool:
    """Whether a row of either kind can have a column with this name."""
    return name == ROW or any(column(name, row) for row in (RULE, CASE))


@cache
def _root(row: str) -> Shape:
    model = Rule if row == RULE else Case
    schema = described(model.model_json_schema())
    gone = {"cases"} if row == RULE else set()
    kept = {key: one for key, one in schema["properties"].items() if key not in gone}
    root: Shape = _resolved(schema, {"type": "object", "properties": kept})
    return root


def _resolved(root: Shape, node: Any) -> Any:
    """A part of a schema with all that it refers to put in."""
    if isinstance(node, list):
        return [_resolved(root, one) for one in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return _resolved(root, root["$defs"][node["$ref"].rpartition("/")[2]] | _said(node))
    return {key: _resolved(root, one) for key, one in node.items()}


def _said(node: Shape) -> dict[str, Any]:
    return {key: node[key] for key in ("description",) if key in node}


def _alternatives(node: Shape) -> tuple[Shape, ...]:
    found = [one for each in node.get("anyOf", ()) for one in _alternatives(each)]
    return tuple(one for one in found or [node] if one.get("type") != "null")


def _step(shapes: tuple[Shape, ...], part: str) -> tuple[tuple[Shape, ...], str, bool] | None:
    """The shapes below a part of a column's name, what the part means, and whether it counts."""
    for shape in shapes:
        if child := _child(shape, part):
            return _alternatives(child), child.get("description", ""), False
        items = [one for one in _items(shape) if one.get("type") == "object"]
        if items and re.fullmatch(r"[1-9]\d?", part):
            return tuple(items), "", True
    return None


def _child(shape: Shape, part: str) -> Shape | None:
    if part in shape.get("properties", ()):
        found: Shape = shape["properties"][part]
        return found
    patterns: Mapping[str, Shape] = shape.get("patternProperties", {})
    return next((one for pattern, one in patterns.items() if re.fullmatch(pattern, part)), None)


def _items(shape: Shape) -> tuple[Shape, ...]:
    return _alternatives(shape["items"]) if shape.get("type") == "array" else ()


@dataclass(frozen=True)
class Names:
    """The words of a clinic that name columns."""

    locales: tuple[str, ...]
    facts: tuple[str, ...]


def all_columns(names: Names, used: frozenset[str]) -> tuple[str, ...]:
    """Every column in the order of a sheet; of lists, as many items as are `used`, or one."""
    below = [*_below((_root(RULE),), "", names, used)]
    conditions = [name for name in _below((_root(CASE),), "", names, used) if name not in below]
    first = [name for name in _FIRST if name in (*below, ROW)]
    return (*first, *conditions, *(name for name in below if name not in first))


def sheet_columns(names: Names, used: frozenset[str]) -> tuple[str, ...]:
    """The columns of a workbook for rules that use these."""
    return tuple(name for name in all_columns(names, used) if name in used or _is_common(name))


def _is_common(name: str) -> bool:
    return _group(name) in _ALWAYS and (_group(name) == "when" or name.count(".") <= 1)


def _group(name: str) -> str:
    return name.partition(".")[0]


def _below(
    shapes: tuple[Shape, ...], name: str, names: Names, used: frozenset[str]
) -> Iterator[str]:
    has_value = any(shape.get("type") != "object" for shape in shapes)
    if name and has_value and (not _is_group(shapes) or name in used):
        yield name
    for part in dict.fromkeys(
        part for shape in shapes for part in _parts(shape, name, names, used)
    ):
        if found := _step(shapes, part):
            yield from _below(found[0], f"{name}.{part}".strip("."), names, used)


def _is_group(shapes: tuple[Shape, ...]) -> bool:
    """Whether it is a list of groups, of which only the empty one is a value."""
    return any(one.get("type") == "object" for shape in shapes for one in _items(shape))


def _parts(shape: Shape, name: str, names: Names, used: frozenset[str]) -> Iterator[str]:
    yield from shape.get("properties", ())
    for pattern in shape.get("patternProperties", ()):
        yield from names.locales if pattern == LOCALE else names.facts
    if _is_group((shape,)):
        numbers = [one for one in range(2, _MOST_ITEMS + 1) if _is_used(f"{name}.{one}", used)]
        yield from map(str, (1, *numbers))


def _is_used(name: str, used: frozenset[str]) -> bool:
    return any(one.startswith(f"{name}.") for one in used)
