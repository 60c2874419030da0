"""Texts and defaults that stand once in a file, and are used in many of its rules."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, TypeAdapter, ValidationError, ValidationInfo
from pydantic_core import PydanticCustomError

from build_pack.content.models.base import Id, LocalizedText

_BROKEN = {"en": "?"}
"""In the place of a text that cannot be read, of which its own lines tell."""


def _resolved(value: Any, info: ValidationInfo) -> Any:
    """The text that a name stands for, as the file's own `texts` have it."""
    if not isinstance(value, str):
        return value
    texts = _part(info, "texts")
    if value not in texts:
        message = "no text has this name"
        raise PydanticCustomError("text_unknown", message, {"known": tuple(texts)})
    return texts[value] if _is_valid(LocalizedText, texts[value]) else _BROKEN


SharedText = Annotated[
    LocalizedText, BeforeValidator(_resolved, json_schema_input_type=LocalizedText | Id)
]
"""A text in each language, or the name of one under `texts` of the same file."""


def with_defaults(value: Any, info: ValidationInfo, model: type[BaseModel]) -> Any:
    """What was written of a rule, and beside it what `defaults` of the file say that it does not.

    Defaults that cannot be read tell of themselves.
    """
    defaults = _part(info, "defaults")
    if not isinstance(value, dict) or not defaults or not _is_valid(model, defaults):
        return value
    return {**{key: found for key, found in defaults.items() if key not in value}, **value}


def _part(info: ValidationInfo, key: str) -> Mapping[str, Any]:
    """A part of the file that is being read."""
    whole = info.context if isinstance(info.context, dict) else {}
    found = whole.get(key)
    return found if isinstance(found, dict) else {}


def _is_valid(model: type[BaseModel], value: Any) -> bool:
    try:
        TypeAdapter(model).validate_python(value)
    except ValidationError:
        return False
    return True
