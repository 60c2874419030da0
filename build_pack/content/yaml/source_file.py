"""YAML and JSON files read as plain data that remembers where each value stands.

YAML 1.2 is read, so `no` is a word and not a
boolean, and JSON is read by the same parser, with the same positions. Of YAML's arts only those
of a form are taken: no anchors, aliases, merges, tags or directives.
"""

import re
import sys
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from build_pack.content.yaml.marked_data import MarkedData
from build_pack.content.yaml.nodes import YamlNodeReader, place_of
from build_pack.content.yaml.syntax_errors import explain_syntax_error, json_fault
from build_pack.problems import Loc, Place, Problem, ProblemsError
from build_pack.storage.kept_results import kept
from build_pack.storage.text_files import read_text
from build_pack.text.hidden_characters import hidden_problems
from build_pack.text.limits import CHARACTERS, NESTING, VALUES, listed

_DIRECTIVE = re.compile(r"^%", re.MULTILINE)
_LARGE_NUMBER = re.compile(r"\\U([0-9A-Fa-f]{8})")


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


def read(path: Path) -> SourceFile:
    """Read a YAML or JSON file, or raise `ProblemsError` with all that is wrong with it as YAML."""
    return parsed(path, read_text(path))


def parsed(path: Path, text: str) -> SourceFile:
    """The same of a text that was read already; its lines end with a line feed."""
    if problems := list(listed(hidden_problems(path, enumerate(text.split("\n"), 1)))):
        raise ProblemsError(problems)
    if path.suffix == ".json":
        text = text.replace("\t", " ")  # Zotero indents with tabs, which YAML does not allow
    found = kept("file", MarkedData, text, lambda: _marked(path, text))
    return SourceFile(path, found.data, found.places(path), found.key_places(path))


def _marked(path: Path, text: str) -> MarkedData:
    reading = YamlNodeReader(path, text.split("\n"))
    data = reading.value(_compose(path, text), ())
    if reading.problems:
        raise ProblemsError(listed(reading.problems))
    reading.places[()] = Place(path, 1, 1)
    return MarkedData.of(data, reading.places, reading.key_places)


def _compose(path: Path, text: str) -> Any:
    """The library's tree of nodes, which knows the place of each."""
    from ruamel.yaml.error import MarkedYAMLError

    if found := _DIRECTIVE.search(text):
        hint = "Indent it, or remove it: every file is read as YAML 1.2."
        raise _refused(path, text, found.start(), "A line cannot start with %.", hint)
    try:
        return _nodes(text)
    except MarkedYAMLError as error:
        if path.suffix == ".json" and (fault := json_fault(text)):
            raise _refused(path, text, *fault) from error
        mark, message, hint = explain_syntax_error(error, text.split("\n"))
        problem = Problem("yaml-invalid", place_of(path, mark), message, hint)
        raise ProblemsError([problem]) from error
    except (ValueError, OverflowError) as error:
        hint = "Type the character itself."
        message = "There is no character with the number after this \\U."
        raise _refused(path, text, _large_number(text), message, hint) from error


@lru_cache(maxsize=32)
def _nodes(text: str) -> Any:
    """The tree of a text; kept, since a clinic's files are read for each leaflet of a pack."""
    from ruamel.yaml import YAML

    yaml = YAML(typ="safe", pure=True)
    yaml.max_depth = NESTING
    yaml.Composer = _bounded_composer()
    return yaml.compose(text)


@cache
def _bounded_composer() -> Any:
    """The library's composer, which stops where a file has more or longer values than are read."""
    from ruamel.yaml.composer import Composer, ComposerError

    class Bounded(Composer):
        values = 0
        warn_double_anchors = False

        def compose_node(self, parent: Any, index: Any) -> Any:
            self.values += 1
            event = self.parser.peek_event()
            if self.values > VALUES:
                raise ComposerError(None, None, "too many values", event.start_mark)
            if len(getattr(event, "value", "")) > CHARACTERS:
                raise ComposerError(None, None, "too many characters", event.start_mark)
            return super().compose_node(parent, index)

    return Bounded


def _large_number(text: str) -> int:
    """Where the number is at which the library fails: beyond it, nothing has been read."""
    found = [one for one in _LARGE_NUMBER.finditer(text) if int(one[1], 16) > sys.maxunicode]
    at = bisect_left(found, True, key=lambda one: _fails_before(text, one.end()))
    return found[at].start() if at < len(found) else 0


def _fails_before(text: str, end: int) -> bool:
    """Whether the library has failed at a number of a character before it comes to this place."""
    from ruamel.yaml.error import MarkedYAMLError

    try:
        _nodes(text[:end])
    except MarkedYAMLError:
        return False
    except (ValueError, OverflowError):
        return True
    return False


def _refused(path: Path, text: str, index: int, message: str, hint: str) -> ProblemsError:
    problem = Problem("yaml-invalid", _place_at(path, text, index), message, hint)
    return ProblemsError([problem])


def _place_at(path: Path, text: str, index: int) -> Place:
    return Place(path, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))
