"""Files read into models, with each fault told in words an author can act on."""

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from build_pack.content.reading import Loc, SourceFile, read
from build_pack.problems import Place, Problem, ProblemsError

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Loaded(Generic[M]):
    """A model and the file that it was read from."""

    model: M
    source: SourceFile

    def place(self, *loc: str | int) -> Place:
        """Where the value at `loc` stands."""
        return self.source.place(loc)


def load(path: Path, model: type[M]) -> Loaded[M]:
    """Read `path` into `model`, or raise `ProblemsError` with every fault of the file."""
    source = read(path)
    if not isinstance(source.data, dict):
        hint = "Start from a copy of the demo's file of the same name."
        message = "The file must be a list of `key: value` lines."
        raise ProblemsError([Problem("value-invalid", source.place(), message, hint)])
    try:
        return Loaded(TypeAdapter(model).validate_python(source.data), source)
    except ValidationError as error:
        raise ProblemsError(
            _problem(source, details, model) for details in error.errors()
        ) from error


def _problem(source: SourceFile, details: ErrorDetails, model: type[BaseModel]) -> Problem:
    loc = _data_loc(source.data, details["loc"])
    name = _spoken(loc)
    match details["type"]:
        case "extra_forbidden":
            return _unknown_key(source, loc, model)
        case "missing":
            missing = str(details["loc"][-1])
            where = f"{_spoken(loc)} lacks" if loc else "The file lacks"
            message = f"{where} the key “{missing}”."
            hint = f"Add a line “{missing}: …”; docs/clinics.md and docs/leaflets.md list the keys."
            return Problem("key-missing", source.key_place(loc), message, hint)
        case kind:
            message, hint = _SENTENCES.get(kind, _other)(details)
            return Problem("value-invalid", source.place(loc), f"{name}: {message}", hint)


def _data_loc(data: Any, loc: tuple[str | int, ...]) -> Loc:
    """Keep the parts of a pydantic location that lead through the data (it adds type names)."""
    kept: list[str | int] = []
    for part in loc:
        inside_map = isinstance(data, dict) and part in data
        inside_list = isinstance(data, list) and isinstance(part, int) and part < len(data)
        if inside_map or inside_list:
            kept.append(part)
            data = data[part]
    return tuple(kept)


def _spoken(loc: Loc) -> str:
    """A location as an author would say it: `rules → 3 → last_dose`, list items counted from 1."""
    return " → ".join(str(part + 1) if isinstance(part, int) else part for part in loc)


def _unknown_key(source: SourceFile, loc: Loc, model: type[BaseModel]) -> Problem:
    key = str(loc[-1])
    close = get_close_matches(key, _all_keys(model), 1)
    hint = (
        f"Did you mean “{close[0]}”?" if close else "Remove the line, or see the docs for its name."
    )
    return Problem("key-unknown", source.key_place(loc), f"There is no key “{key}” here.", hint)


def _all_keys(model: type[BaseModel]) -> set[str]:
    schema = model.model_json_schema()
    parts = [schema, *schema.get("$defs", {}).values()]
    return {key for part in parts for key in part.get("properties", {})}


def _shown(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 40 else f"{text[:40]}…"  # noqa: PLR2004 - what fits a line


def _other(details: ErrorDetails) -> tuple[str, str]:
    return details["msg"] + ".", "Correct the value; the docs show an example."


def _pattern(details: ErrorDetails) -> tuple[str, str]:
    return (
        f"“{_shown(details['input'])}” is not written as this key asks.",
        f"It must match {details['ctx']['pattern']}; the docs show an example.",
    )


def _choice(details: ErrorDetails) -> tuple[str, str]:
    return (
        f"“{_shown(details['input'])}” is not one of the choices.",
        f"Choose {details['ctx']['expected']}.",
    )


def _tag(_details: ErrorDetails) -> tuple[str, str]:
    return "the type of this block is not known.", "Write type: paragraph, list, notice or repeat."


def _string(details: ErrorDetails) -> tuple[str, str]:
    return f"“{_shown(details['input'])}” must be text.", "Put it in double quotes."


def _own_rule(details: ErrorDetails) -> tuple[str, str]:
    return str(details["ctx"]["error"]) + ".", "Correct the lines under this key."


def _too_long(details: ErrorDetails) -> tuple[str, str]:
    most = details["ctx"]["max_length"]
    return f"it is longer than {most}.", "Shorten it, or divide it in two."


def _empty(_details: ErrorDetails) -> tuple[str, str]:
    return "it is empty.", "Write the text, or remove the key."


_SENTENCES = {
    "string_pattern_mismatch": _pattern,
    "enum": _choice,
    "literal_error": _choice,
    "union_tag_invalid": _tag,
    "union_tag_not_found": _tag,
    "string_type": _string,
    "string_too_long": _too_long,
    "too_long": _too_long,
    "string_too_short": _empty,
    "too_short": _empty,
    "value_error": _own_rule,
}
