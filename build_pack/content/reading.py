"""YAML and JSON files read as plain data that remembers where each value stands.

The only module that knows the YAML library. YAML 1.2 is read, so `no` is a word and not a
boolean, and JSON is read by the same parser, with the same positions.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from build_pack.problems import Place, Problem, ProblemsError

Loc = tuple[str | int, ...]

MAX_BYTES = 2_000_000
"""No hand-written file comes near this; a larger one is a mistake or an attack."""

# ZERO WIDTH (NON-)JOINER stay allowed: Arabic-script and Indic languages need them.
_FORBIDDEN_CATEGORIES = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}
_ALLOWED = {"\n", "\t", "\u200c", "\u200d"}


@dataclass(frozen=True)
class SourceFile:
    """A file's plain data, and the place of every key and value in it."""

    path: Path
    data: Any
    places: dict[Loc, Place] = field(repr=False)
    key_places: dict[Loc, Place] = field(repr=False)

    def place(self, loc: Loc = ()) -> Place:
        """Where the value at `loc` stands, or its nearest parent that is in the file."""
        while loc and loc not in self.places:
            loc = loc[:-1]
        return self.places.get(loc, Place(self.path, 1, 1))

    def key_place(self, loc: Loc) -> Place:
        """Where the key of the value at `loc` stands; for a list item, the item itself."""
        return self.key_places.get(loc) or self.place(loc)

    @cached_property
    def text(self) -> str:
        """The file as it was written."""
        return self.path.read_text(encoding="utf-8")


def read(path: Path) -> SourceFile:
    """Read a YAML or JSON file, or raise `ProblemsError` with all that is wrong with it as YAML."""
    from ruamel.yaml import YAML
    from ruamel.yaml.constructor import DuplicateKeyError
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    text = read_text(path)
    if path.suffix == ".json":
        text = text.replace("\t", " ")  # Zotero indents with tabs, which YAML does not allow
    try:
        loaded = YAML(typ="rt").load(text)
    except DuplicateKeyError as error:
        mark = error.problem_mark
        raise ProblemsError([_duplicate_key(path, mark, str(error.problem))]) from error
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise ProblemsError([_invalid(path, mark, error.problem or error.context)]) from error
    except (YAMLError, ValueError, RecursionError) as error:
        raise ProblemsError([_invalid(path, None, str(error).partition("\n")[0])]) from error
    source = SourceFile(path, *_plain(path, loaded))
    hidden = list(_hidden_characters(source, source.data, ()))
    if hidden:
        raise ProblemsError(hidden)
    return source


def read_text(path: Path) -> str:
    """Read a UTF-8 text in Unicode normal form C, or raise `ProblemsError`."""
    if not path.is_file():
        hint = "Create the file, or correct the name that leads to it."
        raise ProblemsError([Problem("file-missing", Place(path), "There is no such file.", hint)])
    raw = path.read_bytes()
    if len(raw) > MAX_BYTES:
        message = f"The file has {len(raw):,} bytes; {MAX_BYTES:,} is the most that is read."
        hint = "Check that this is the right file."
        raise ProblemsError([Problem("file-unreadable", Place(path), message, hint)])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        hint = "Save the file as UTF-8; in most editors under “Save with encoding”."
        message = "The file is not UTF-8 text from here on."
        raise ProblemsError(
            [Problem("file-unreadable", Place(path, line), message, hint)]
        ) from error
    return unicodedata.normalize("NFC", text)


def hidden_character(text: str) -> str | None:
    """Name the first character that no reader can see and no text of ours needs, if any."""
    for character in text:
        if unicodedata.category(character) in _FORBIDDEN_CATEGORIES and character not in _ALLOWED:
            name = unicodedata.name(character, "control character")
            return f"U+{ord(character):04X} {name}"
    return None


def _hidden_characters(source: SourceFile, value: Any, loc: Loc) -> Iterator[Problem]:
    if isinstance(value, str) and (name := hidden_character(value)):
        message = f"The text holds the invisible character {name}."
        hint = "Type the sentence again instead of pasting it."
        yield Problem("character-forbidden", source.place(loc), message, hint)
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from _hidden_characters(source, child, (*loc, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _hidden_characters(source, child, (*loc, index))


def _plain(path: Path, loaded: Any) -> tuple[Any, dict[Loc, Place], dict[Loc, Place]]:
    """Turn the library's own types into dict, list and scalars, and collect the places."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    places: dict[Loc, Place] = {(): Place(path, 1, 1)}
    key_places: dict[Loc, Place] = {}

    def walk(node: Any, loc: Loc) -> Any:  # `lc` holds rows and columns, counted from 0
        if isinstance(node, CommentedMap):
            for key in node:
                row, column, value_row, value_column = node.lc.data[key]
                key_places[*loc, key] = Place(path, row + 1, column + 1)
                places[*loc, key] = Place(path, value_row + 1, value_column + 1)
            return {key: walk(value, (*loc, key)) for key, value in node.items()}
        if isinstance(node, CommentedSeq):
            for index in range(len(node)):
                row, column = node.lc.data[index][:2]
                places[*loc, index] = Place(path, row + 1, column + 1)
            return [walk(value, (*loc, index)) for index, value in enumerate(node)]
        return _scalar(node)

    return walk(loaded, ()), places, key_places


def _scalar(node: Any) -> Any:
    # The library's number and string types remember their spelling; bool is an int and goes first.
    for kind in (bool, int, float, str):
        if isinstance(node, kind):
            return kind(node)
    return node


def _invalid(path: Path, mark: Any, message: str | None) -> Problem:
    place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)
    hint = "Check indentation, and put the text in double quotes if it holds “: ”, “#” or quotes."
    return Problem("yaml-invalid", place, f"Not valid here: {message}.", hint)


def _duplicate_key(path: Path, mark: Any, message: str) -> Problem:
    key = message.partition('"')[2].partition('"')[0]
    place = Place(path, mark.line + 1, mark.column + 1)
    hint = "Keep one of the two, or give the second a name of its own."
    return Problem("yaml-invalid", place, f"The key “{key}” stands here a second time.", hint)
