"""Values as lines of YAML: short groups in one line, long texts folded."""

import json
import re
import textwrap
from typing import Any

WIDTH = 100
_PLAIN = re.compile(r"[^\W\d_][\w.()/%+;-]*( [\w.()/%+;-]+)*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_RESERVED = frozenset({"true", "false", "null"})


def item_lines(value: dict[str, Any], indent: int) -> list[str]:
    """A group as an item of a list whose dash is at `indent`."""
    lines = [line for key, one in value.items() for line in key_lines(key, one, indent + 2)]
    return [" " * indent + "- " + lines[0][indent + 2 :], *lines[1:]]


def key_lines(key: str, value: Any, indent: int) -> list[str]:
    """A key with its value."""
    start = f"{' ' * indent}{key}:"
    if (short := _flow(value)) is not None and len(start) + 1 + len(short) <= WIDTH:
        return [f"{start} {short}"]
    if isinstance(value, dict):
        return [start, *(line for k, v in value.items() for line in key_lines(k, v, indent + 2))]
    if isinstance(value, list):
        return [start, *(line for one in value for line in _list_item(one, indent + 2))]
    return _text_lines(start, value, indent + 2)


def _list_item(value: Any, indent: int) -> list[str]:
    if isinstance(value, dict):
        return item_lines(value, indent)
    return [f"{' ' * indent}- {_scalar(value)}"]


def _flow(value: Any) -> str | None:
    """A value in one line; None for what is easier to read in several."""
    if isinstance(value, dict):
        if any(isinstance(one, dict) for one in value.values()):
            return None
        parts = [(key, _flow(one)) for key, one in value.items()]
        if any(part is None for _, part in parts):
            return None
        return f"{{ {', '.join(f'{key}: {part}' for key, part in parts)} }}"
    if isinstance(value, list):
        if any(isinstance(one, dict) for one in value):
            return None
        return f"[{', '.join(map(_scalar, value))}]"
    return None if isinstance(value, str) and "\n" in value else _scalar(value)


def _scalar(value: Any) -> str:
    if not isinstance(value, str):
        return json.dumps(value)
    if _DATE.fullmatch(value) or (_PLAIN.fullmatch(value) and value.lower() not in _RESERVED):
        return value
    return json.dumps(value, ensure_ascii=False)


def _text_lines(start: str, text: str, indent: int) -> list[str]:
    """A long text, folded where no reader would take a line of it for something else."""
    lines = textwrap.wrap(
        text, WIDTH - indent, break_long_words=False, break_on_hyphens=False, expand_tabs=False
    )
    sign, whole = ">-", " ".join(lines)
    if "\n" in text:
        lines, sign = text.split("\n"), "|-"
        whole = "\n".join(line.strip() for line in lines)
    if whole != text or not all(lines) or any(line.startswith("#") for line in lines):
        return [f"{start} {json.dumps(text, ensure_ascii=False)}"]
    return [f"{start} {sign}", *(" " * indent + line for line in lines)]
