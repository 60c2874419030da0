"""Values as the text of a cell, and back."""

import csv
import re
from io import StringIO
from typing import Any

from build_pack.operations.rules.columns import Column

EMPTY_LIST = "[]"
"""A list with nothing in it, which is not the same as a list that is not there."""
_INTEGER = re.compile(r"-?[0-9]{1,18}")
_DECIMAL = re.compile(r"-?[0-9]+\.[0-9]+([eE][+-]?[0-9]+)?")


def cell_text(value: Any) -> str:
    """A value of a file as it stands in a cell: the words of a list with commas between them."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return ", ".join(_quoted(cell_text(one)) for one in value) or EMPTY_LIST
    return str(value).strip()


def _quoted(word: str) -> str:
    plain = word and not re.search(r'[,"\n]', word) and word == word.strip() and word != EMPTY_LIST
    return word if plain else '"' + word.replace('"', '""') + '"'


def cell_value(text: str, column: Column) -> Any:
    """What a filled cell says; what cannot be read as its type stays text, which models refuse."""
    types = column.types
    if "array" in types:
        words = [] if text == EMPTY_LIST else _split(text)
        return words[0] if len(words) == 1 and "string" in types else words
    if "boolean" in types and text in {"true", "false"}:
        return text == "true"
    if types & {"integer", "number"} and _INTEGER.fullmatch(text):
        return int(text)
    if "number" in types and _DECIMAL.fullmatch(text):
        return float(text)
    return text


def _split(text: str) -> list[str]:
    rows = csv.reader(StringIO(text, newline=""), skipinitialspace=True)
    return [word.strip() for row in rows for word in row if word.strip()]
