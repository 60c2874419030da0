"""The YAML library's tree of nodes turned into plain data, with the place of each part."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from build_pack.content.yaml.syntax_errors import QUOTE
from build_pack.problems import Loc, Place, Problem
from build_pack.text.hidden_characters import HIDDEN_HINT, hidden_character

# Numbers as JSON writes them; 010, 1_000 and 0x1F stay text, since readers disagree about them.
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_TAGS = {"str", "int", "float", "bool", "null", "timestamp", "merge", "map", "seq"}
_BLOCKS = {"|", ">"}
# After a value, a key or the sign of a block text.
_LOST_TEXT = re.compile(r"(?::|[|>][-+0-9]*)?\s+(?=#[^\s#])")
_AMPERSAND = "If the value itself begins with &, put all of it in double quotes."
_INSIDE = "Put the whole text inside the quotes, or below the | or >."


def place_of(path: Path, mark: Any) -> Place:
    """The place of one of the library's marks, which count from 0."""
    return Place(path, mark.line + 1, mark.column + 1)


@dataclass
class YamlNodeReader:
    """Nodes turned into dict, list and scalars; places and problems are noted on the way."""

    path: Path
    lines: list[str]
    places: dict[Loc, Place] = field(default_factory=dict)
    key_places: dict[Loc, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def value(self, node: Any, loc: Loc) -> Any:
        """The plain value of a node; None where there is none or it is refused."""
        if node is None:
            return None
        self.places[loc] = place_of(self.path, node.start_mark)
        if refusal := _refusal(node):
            self._problem(node, *refusal)
            return None
        match node.id:
            case "mapping":
                return dict(self._items(node, loc))
            case "sequence":
                return [self.value(child, (*loc, at)) for at, child in enumerate(node.value)]
        return self._scalar(node, is_item=isinstance(loc[-1] if loc else "", int))

    def _items(self, node: Any, loc: Loc) -> Iterator[tuple[str, Any]]:
        seen: set[str] = set()
        for key, child in node.value:
            name = self._key(key, seen)
            if name is not None:
                seen.add(name)
                here = (*loc, name)
                self.key_places[here] = place_of(self.path, key.start_mark)
                value = self.value(child, here)
                if value is None:  # the mark of an empty value may stand lines below
                    self.places[here] = self.key_places[here]
                    self._refuse_lost_text(key)
                yield name, value

    def _key(self, node: Any, seen: set[str]) -> str | None:
        """A key that is a word and stands for the first time, or None and a problem."""
        if node.id == "scalar" and self._is_decimal(node):
            message = "A comma starts another key, but this looks like a decimal number."
            hint = "Use a point, as in 1.4, or put the value in double quotes."
        elif node.tag.endswith(":merge"):
            message, hint = "Anchors (<<) are not supported.", "Repeat the keys and their texts."
        elif node.id != "scalar" or _plain(node) != node.value:
            message = "A key must be a word that starts with a letter."
            hint = "Write “key: value”; put a text that starts with a bracket in double quotes."
        elif node.value in seen:
            message = f"The key “{node.value}” appears a second time."
            hint = "Keep one of the two, or rename the second."
        elif found := hidden_character(node.value):
            message, hint = f"The key contains the invisible character {found[1]}.", HIDDEN_HINT
        else:
            return str(node.value)
        self._problem(node, message, hint)
        return None

    def _is_decimal(self, node: Any) -> bool:
        """Whether a key is what follows the comma of 1,4 in { people: 1,4 }."""
        mark = node.start_mark
        before = self.lines[mark.line][max(0, mark.column - 2) : mark.column]
        return node.value.isdigit() and bool(re.fullmatch(r"[0-9],", before))

    def _scalar(self, node: Any, *, is_item: bool) -> Any:
        value = _plain(node)
        if isinstance(value, str) and (found := hidden_character(value)):
            message = f"The text contains the invisible character {found[1]}."
            self._problem(node, message, HIDDEN_HINT, "character-forbidden")
        if node.style is not None:
            self._refuse_inner_notes(node)
        if node.value or node.style or is_item:  # an empty value of a key ends who knows where
            self._refuse_lost_text(node)
        return value

    def _refuse_inner_notes(self, node: Any) -> None:
        """What looks like a note would be printed: inside such a text it is none."""
        end = node.end_mark
        after = end.line if end.column == 0 else end.line + 1
        for number in range(node.start_mark.line + 1, after):
            line = self.lines[number]
            if line.lstrip().startswith("#"):
                place = Place(self.path, number + 1, line.index("#") + 1)
                message = "This line would be printed: # does not start a comment here."
                hint = (
                    "Move the comment above the key. If it is text, start the line with another "
                    "word."
                )
                self.problems.append(Problem("yaml-invalid", place, message, hint))

    def _refuse_lost_text(self, node: Any) -> None:
        """In `Take #2 daily` all from # on would be a note, and lost in silence."""
        mark = node.start_mark if node.style in _BLOCKS else node.end_mark
        if found := _LOST_TEXT.match(self.lines[mark.line], mark.column):
            place = Place(self.path, mark.line + 1, found.end() + 1)
            message = "The text from this # on would be left out as a comment."
            hint = QUOTE if node.style is None else _INSIDE
            hint = f"{hint} If it is a comment, put a space after the #."
            self.problems.append(Problem("yaml-invalid", place, message, hint))

    def _problem(self, node: Any, message: str, hint: str, code: str = "yaml-invalid") -> None:
        self.problems.append(Problem(code, place_of(self.path, node.start_mark), message, hint))


def _refusal(node: Any) -> tuple[str, str] | None:
    """What is wrong with a node that uses arts of YAML that no form needs, and the fix."""
    if node.anchor is not None:
        return "Anchors (&) are not supported.", f"Repeat the text. {_AMPERSAND}"
    if node.tag.removeprefix("tag:yaml.org,2002:") not in _TAGS:
        return "A value cannot start with !.", QUOTE
    return None


def _plain(node: Any) -> Any:
    """A scalar as text, number, boolean or None."""
    match node.tag.rpartition(":")[2]:
        case "int" if _INTEGER.fullmatch(node.value):
            return int(node.value)
        case "float" if _DECIMAL.fullmatch(node.value):
            return float(node.value)
        case "bool":
            return node.value.lower() == "true"
        case "null":
            return None
    return node.value
