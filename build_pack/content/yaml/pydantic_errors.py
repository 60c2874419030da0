"""What a model refuses, as problems with their places in the file."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from build_pack.content.json_schemas import schema_at
from build_pack.content.yaml.pydantic_messages import EMPTY, KEY, sentences, shown
from build_pack.content.yaml.source_file import SourceFile
from build_pack.content.yaml.syntax_errors import UNSPACED, no_blank
from build_pack.problems import Loc, Problem
from build_pack.text.patterns import LOCALE


def pydantic_problem(source: SourceFile, details: ErrorDetails, model: type[BaseModel]) -> Problem:
    """The problem for one of pydantic's errors, with the place in the file."""
    loc = _data_loc(source.data, details["loc"])
    match details["type"]:
        case "extra_forbidden":
            known = schema_at(model, details["loc"][:-1])["properties"]
            return _unknown_key(source, loc, tuple(known))
        case "missing":
            return _missing_key(source, loc, str(details["loc"][-1]))
        case "union_tag_not_found":
            return _missing_key(source, loc, "type")
        case "union_tag_invalid":
            loc = (*loc, "type")
    message, hint = sentences(details, model)
    place = source.key_place(loc) if details["loc"][-1] == KEY else source.place(loc)
    return Problem("value-invalid", place, f"{_spoken(loc)}: {message}.", hint)


def empty_values(source: SourceFile) -> Iterator[Problem]:
    """Keys with nothing after the colon, also those that can be omitted: it was begun."""
    for loc in sorted(_empty(source.data), key=source.place):
        message = f"{_spoken(loc)}: {EMPTY[0]}."
        yield Problem("value-invalid", source.place(loc), message, EMPTY[1])


def _empty(data: Any, loc: Loc = ()) -> Iterator[Loc]:
    if data is None and loc:
        yield loc
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _empty(value, (*loc, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _empty(value, (*loc, index))


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
    return " → ".join(str(part + 1) if isinstance(part, int) else shown(part) for part in loc)


def _unknown_key(source: SourceFile, loc: Loc, known: tuple[str, ...]) -> Problem:
    close = get_close_matches(str(loc[-1]), known, 1)
    choices = f"Remove the line, or use one of: {', '.join(known)}."
    hint = f"Did you mean “{close[0]}”?" if close else choices
    if re.fullmatch(LOCALE, str(loc[-1])) and not close:
        hint = f"“{loc[-1]}” is a language: indent the line so that it belongs to the text above."
    message = f"Unknown key “{shown(loc[-1])}”."
    if glued := UNSPACED.fullmatch(str(loc[-1])):
        missing, hint = no_blank(glued)
        message = f"{missing[0].upper()}{missing[1:]}."
    return Problem("key-unknown", source.key_place(loc), message, hint)


def _missing_key(source: SourceFile, loc: Loc, key: str) -> Problem:
    where = f"{_spoken(loc)} lacks" if loc else "The file lacks"
    hint = f"Add a line “{key}: …”; docs/clinics.md and docs/leaflets.md list the keys."
    message = f"{where} the key “{key}”."
    return Problem("key-missing", source.key_place(loc), message, hint)
