"""Characters that no reader can see and no text of ours needs."""

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from build_pack.problems import Place, Problem

# ZERO WIDTH (NON-)JOINER stay allowed: Arabic-script and Indic languages need them.
_FORBIDDEN = {
    "Cc": "control character",
    "Cf": "format character",
    "Co": "private-use character",
    "Cs": "half of a character",
    "Cn": "unassigned character",
    "Zl": "line separator",
    "Zp": "paragraph separator",
}
_ALLOWED = {"\n", "\t", "\u200c", "\u200d"}

HIDDEN_HINT = "Type the words again instead of pasting them."


def hidden_character(text: str) -> tuple[int, str] | None:
    """Where the first character is that no reader can see and no text of ours needs, and its name.

    None if there is no such character.
    """
    if text.isprintable():  # of what is forbidden nothing is
        return None
    for index, character in enumerate(text):
        kind = _FORBIDDEN.get(unicodedata.category(character))
        if kind and character not in _ALLOWED:
            return index, f"U+{ord(character):04X} {unicodedata.name(character, kind)}"
    return None


def hidden_problems(path: Path, lines: Iterable[tuple[int, str]]) -> Iterator[Problem]:
    """One problem for each numbered line that contains a hidden character."""
    for number, line in lines:
        if found := hidden_character(line):
            column, name = found
            message = f"The line contains the invisible character {name}."
            place = Place(path, number, column + 1)
            yield Problem("character-forbidden", place, message, HIDDEN_HINT)
