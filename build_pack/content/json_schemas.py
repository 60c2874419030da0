"""JSON Schemas of the files that people write, for editors that complete and check as one types."""

import json
from functools import cache
from typing import Any

from pydantic import BaseModel

from build_pack.content.key_descriptions import described
from build_pack.content.models.base import Model
from build_pack.content.models.clinic import Clinic
from build_pack.content.models.formulary import Formulary
from build_pack.content.models.glossary import Glossary
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.models.medicine_rules import ClinicMedicines
from build_pack.content.models.warning_signs import WarningSigns

MODELS: dict[str, type[Model]] = {
    "leaflet": Leaflet,
    "warning-signs": WarningSigns,
    "formulary": Formulary,
    "clinic": Clinic,
    "medicines": ClinicMedicines,
    "glossary": Glossary,
}
"""The models by the name of their files."""


def schema_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> dict[str, Any]:
    """The part of a model's schema for a location as pydantic's errors give it."""
    root = _schema(model)
    shape = _shape(root, root)
    for part in loc:
        shape = _shape(root, _child(shape, part))
    return shape


@cache
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    """A model's schema; kept, since it takes longer to make than a file to read."""
    return model.model_json_schema()


def _shape(root: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    """A part of a schema without references and without “or null”."""
    while "$ref" in node or "anyOf" in node:
        if "anyOf" in node:
            node = node["anyOf"][0]
        else:
            node = root["$defs"][node["$ref"].rpartition("/")[2]]
    return node


def _child(shape: dict[str, Any], part: str | int) -> dict[str, Any]:
    if part == shape.get("title"):  # pydantic names the model of a value that may be a word too
        return shape
    if "discriminator" in shape:
        return {"$ref": shape["discriminator"]["mapping"][part]}
    if "oneOf" in shape:  # a text or a group of keys; only the group has parts
        return next((one for one in shape["oneOf"] if "$ref" in one), {})
    found: dict[str, Any] = shape.get("items") or shape.get("properties", {}).get(part, {})
    return found or _any_child(shape)


def _any_child(shape: dict[str, Any]) -> dict[str, Any]:
    """The shape of each value of a group whose keys are the author's own."""
    by_pattern: dict[str, dict[str, Any]] = shape.get("patternProperties", {})
    others = shape.get("additionalProperties")
    return next(iter(by_pattern.values()), others if isinstance(others, dict) else {})


def schema_name(name: str) -> str:
    """The file name of a schema."""
    return f"{name}.schema.json"


def schema_text(name: str) -> str:
    """The schema of one kind of file, as it is written."""
    schema = _without_null(described(MODELS[name].model_json_schema()))
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _without_null(node: Any) -> Any:
    """A schema in which no key may be empty: what is not wanted is left out."""
    if isinstance(node, list):
        return [_without_null(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _without_null(item) for key, item in node.items() if key != "anyOf"}
    if kept.get("default", 0) is None:
        del kept["default"]
    choices = [_without_null(item) for item in node.get("anyOf", ()) if item != {"type": "null"}]
    if len(choices) == 1:
        return choices[0] | kept
    return kept | ({"anyOf": choices} if choices else {})
