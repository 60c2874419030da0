"""What a stylesheet may hold at most: WeasyPrint crashes at some numbers, and so does Pango."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import tinycss2

from build_pack.problems import Place, Problem
from build_pack.storage.text_files import decoded
from build_pack.text.limits import CSS_NUMBER, NESTING, listed

_BLOCKS = frozenset({"() block", "[] block", "{} block", "function"})
_NUMBERS = frozenset({"number", "percentage", "dimension"})


def bound_problems(path: Path, raw: bytes) -> Iterator[Problem]:
    """Numbers and nesting that no page needs, or `ProblemsError` if it is not a text to read."""
    text = decoded(raw, path)
    try:
        tokens = tinycss2.parse_component_value_list(text, skip_comments=True)
    except ValueError:  # Python makes no number of so many digits
        message = "A number of the stylesheet has thousands of digits."
        return iter([Problem("render-warning", Place(path), message, "Use a smaller number.")])
    return listed(_problems(path, tokens))


def _problems(path: Path, tokens: Iterable[Any]) -> Iterator[Problem]:
    waiting = [(token, 1) for token in reversed(list(tokens))]
    while waiting:
        token, depth = waiting.pop()
        place = Place(path, token.source_line, token.source_column)
        if token.type in _NUMBERS and not abs(token.value) <= CSS_NUMBER:
            message = f"{token.serialize()} is greater than the maximum, {CSS_NUMBER:,}."
            yield Problem("render-warning", place, message, "Use a smaller number.")
        elif token.type in _BLOCKS and depth > NESTING:
            message = f"More than {NESTING} brackets are nested here."
            yield Problem("render-warning", place, message, "Check the brackets of this line.")
        elif token.type in _BLOCKS:
            inside = token.arguments if token.type == "function" else token.content
            waiting += [(one, depth + 1) for one in reversed(inside)]
