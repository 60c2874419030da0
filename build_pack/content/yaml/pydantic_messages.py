"""What a model refuses, in words for someone who knows YAML from a form at most."""

import re
from collections.abc import Callable
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from build_pack.content.json_schemas import schema_at
from build_pack.content.models.base import LocalizedName, LocalizedText
from build_pack.content.yaml.choice_synonyms import meant_choice
from build_pack.content.yaml.syntax_errors import UNSPACED, no_blank
from build_pack.text.patterns import IN_WORDS
from build_pack.text.suggestions import nearest

KEY = "[key]"
"""How pydantic ends the location of a key that it refuses."""

_LONGEST_SHOWN = 40


def shown(value: Any) -> str:
    """A value on one line, its end left out if it is long."""
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def sentences(details: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    """What is wrong with a value, and the fix."""
    if details["input"] is None:
        return EMPTY
    if details["type"] in {"dict_type", "model_type", "model_attributes_type"}:
        glued = UNSPACED.match(details["input"]) if isinstance(details["input"], str) else None
        if glued:
            return no_blank(glued)
        return "this is not a group of keys", _group(schema_at(model, details["loc"]))
    if details["type"] == "string_type" and (
        hint := _form(schema_at(model, details["loc"]), details)
    ):
        return f"“{shown(details['input'])}” has the wrong format", hint
    tell = _TOLD.get(details["type"], _other)
    return tell(details) if callable(tell) else tell


def _form(shape: dict[str, Any], details: ErrorDetails) -> str:
    """How a text is written for which a number stands that quotes would not make right: 8.30."""
    pattern = shape.get("pattern", "")
    is_right = not pattern or re.fullmatch(pattern, str(details["input"]))
    return "" if is_right else IN_WORDS.get(pattern, "")


def _group(shape: dict[str, Any]) -> str:
    if shape.get("title") in {LocalizedText.__name__, LocalizedName.__name__}:
        return "Write the text once for each language under it: a line “en: …”, a line “tr: …”."
    keys = shape.get("properties")
    known = f" Its keys are: {', '.join(keys)}." if keys else ""
    return f"Write lines of “key: value” under it, with the same indentation.{known}"


def _other(details: ErrorDetails) -> tuple[str, str]:
    value = shown(details["input"])
    return f"“{value}” is not allowed here", "Compare it with the example in the docs."


def _pattern(details: ErrorDetails) -> tuple[str, str]:
    hint = IN_WORDS[details["ctx"]["pattern"]]
    if details["loc"][-1] == KEY and (glued := UNSPACED.fullmatch(str(details["input"]))):
        return no_blank(glued)
    return f"“{shown(details['input'])}” has the wrong format", hint


def _choice(details: ErrorDetails) -> tuple[str, str]:
    choices = details["ctx"]["expected"].replace("'", "")
    if isinstance(details["input"], dict):
        return "the keys under it have errors", "Fix the errors that are reported for them."
    likely = meant_choice(str(details["input"]), re.split(r", | or ", choices))
    hint = f"Did you mean “{likely}”? " if likely else ""
    return f"“{shown(details['input'])}” is not one of the choices", f"{hint}Choose {choices}."


def _block_type(details: ErrorDetails) -> tuple[str, str]:
    tag, choices = details["ctx"]["tag"], details["ctx"]["expected_tags"].replace("'", "")
    likely = meant_choice(str(tag), choices.split(", "))
    hint = f"Did you mean “{likely}”? " if likely else ""
    return f"“{shown(tag)}” is not one of the choices", f"{hint}Choose one of: {choices}."


def _text(details: ErrorDetails) -> tuple[str, str]:
    # Only an integer is shown as it was written: 1.10 would be shown as 1.1, true as True.
    value = details["input"]
    what = f"“{shown(value)}”" if type(value) is int else "the value"
    return f"{what} must be text", "Put it in double quotes, exactly as it is."


def _own_rule(details: ErrorDetails) -> tuple[str, str]:
    return str(details["ctx"]["error"]), "Correct the lines of this key."


def _too_long(details: ErrorDetails) -> tuple[str, str]:
    value, most = details["input"], details["ctx"]["max_length"]
    if isinstance(value, str):
        found = f"it has {len(value.strip()):,} characters; the maximum is {most:,}"
        return found, "Shorten it, or split it in two."
    return f"it has {len(value)} items; the maximum is {most}", "Remove some of them."


def _too_short(details: ErrorDetails) -> tuple[str, str]:
    there, least = len(details["input"]), details["ctx"]["min_length"]
    if there == 0:
        return _NONE
    found = f"it has {there} item{'' if there == 1 else 's'}; the minimum is {least}"
    return found, "Add the others under it, or remove the line."


def _too_low(details: ErrorDetails) -> tuple[str, str]:
    return f"{details['input']} is too low", f"Write {details['ctx']['ge']} or more."


def _too_high(details: ErrorDetails) -> tuple[str, str]:
    return f"{details['input']} is too high", f"Write {details['ctx']['le']} or less."


_NUMBER = ("this is not a number", "Write digits without quotes, such as 5 or 2.5.")
EMPTY = ("it is empty", "Write the value after the colon, or remove the line.")
_NONE = ("it is empty", "Add at least one under it, or remove the line.")
_DATE = ("this is not a valid date", "Write year, month and day as YYYY-MM-DD, such as 2026-11-22.")
_WHOLE = ("this is not a whole number", "Write digits without quotes, such as 3 or -1.")
_EITHER = ("this is neither true nor false", "Write true or false, without quotes.")
_LIST = (
    "this is not a list",
    "Write it in square brackets, such as [a, b], or each item after “- ”.",
)


def _no_text(details: ErrorDetails) -> tuple[str, str]:
    """A word in the place of a text: the name of one, or one without its language."""
    if glued := UNSPACED.match(details["input"]):
        return no_blank(glued)
    known = details["ctx"]["known"]
    likely = nearest(details["input"], known) if len(details["input"]) <= _LONGEST_SHOWN else ""
    hint = f"Did you mean “{likely}”? " if likely else ""
    write = "Write the text once for each language under it: a line “en: …”, a line “tr: …”."
    return f"“texts” does not contain “{shown(details['input'])}”", f"{hint}{write}"


_TOLD: dict[str, tuple[str, str] | Callable[[ErrorDetails], tuple[str, str]]] = {
    "string_pattern_mismatch": _pattern,
    "enum": _choice,
    "literal_error": _choice,
    "union_tag_invalid": _block_type,
    "string_type": _text,
    "string_too_short": EMPTY,
    "too_short": _too_short,
    "string_too_long": _too_long,
    "too_long": _too_long,
    "greater_than_equal": _too_low,
    "less_than_equal": _too_high,
    "value_error": _own_rule,
    "date_type": _DATE,
    "date_from_datetime_parsing": _DATE,
    "int_type": _WHOLE,
    "decimal_type": _NUMBER,
    "decimal_parsing": _NUMBER,
    "greater_than": ("it must be greater than 0", "Use a number greater than 0."),
    "bool_type": _EITHER,
    "bool_parsing": _EITHER,
    "tuple_type": _LIST,
    "text_unknown": _no_text,
}
"""What is said of each of pydantic's errors, by its name there."""
