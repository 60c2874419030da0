"""What a YAML reader says of a broken file, in words for someone who fills in a form."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from build_pack.text.limits import CHARACTERS, NESTING, VALUES

QUOTE = "Put the whole value in double quotes."
_GENERAL = "Check the indentation, and put texts with “: ”, “#” or quotes in double quotes."


@dataclass(frozen=True)
class _SyntaxHelp:
    """How one complaint of the library is told; `opened` points to where it began, not ended."""

    pattern: str
    message: str
    hint: str
    opened: bool = False


_FAULTS = (
    _SyntaxHelp(
        r"character '\\t'",
        "A tab is not allowed here.",
        ("Indent with spaces; YAML does not allow tabs."),
    ),
    _SyntaxHelp(
        r"character ['\"](.)['\"] that cannot start", r"A value cannot start with \1.", QUOTE
    ),
    _SyntaxHelp(r"undefined alias", "A value cannot start with *.", QUOTE),
    _SyntaxHelp(
        r"quoted scalar\|found unexpected",
        "A quotation mark is opened here but not closed.",
        'Close it. Inside double quotes write \\" for a quotation mark.',
        opened=True,
    ),
    _SyntaxHelp(
        r"unknown escape character",
        "Inside double quotes, a backslash can only be followed by certain letters.",
        r"Write \\ for a backslash.",
    ),
    _SyntaxHelp(
        r"mapping values are not allowed",
        "A colon is not allowed here.",
        "Put a text that contains “: ” in double quotes, or indent the line like those around it.",
    ),
    _SyntaxHelp(
        r"could not find expected ':'",
        "This line has no colon after its key.",
        "Write “key: value”. If the line continues the text above, indent it further.",
        opened=True,
    ),
    _SyntaxHelp(
        r"sequence entries are not allowed",
        "A list cannot start here.",
        "Write each item on a line of its own, after “- ”; put other texts in double quotes.",
    ),
    _SyntaxHelp(
        r"found another document",
        "A second document starts here.",
        "Remove the line of dashes or dots.",
    ),
    _SyntaxHelp(
        r"parsing a flow",
        "A bracket is opened here but not closed.",
        "Close it, or put a text that starts with a bracket in double quotes.",
        opened=True,
    ),
    _SyntaxHelp(
        r"but found '<scalar>'",
        "There is more text after the end of a value.",
        'Put the whole value in double quotes, and write \\" for quotation marks inside.',
    ),
    _SyntaxHelp(
        r"expected <block end>",
        "This line does not match the indentation of the lines above it.",
        "Indent it exactly like the lines that it belongs to.",
    ),
    _SyntaxHelp(
        r"scanning a block scalar",
        "Nothing can follow | or > on the same line.",
        "Start the text on the next line, or put it in double quotes.",
    ),
    _SyntaxHelp(
        r"maximum depth",
        f"More than {NESTING} levels are nested here, which is the maximum.",
        "Check the brackets and the indentation of this line.",
    ),
    _SyntaxHelp(
        r"too many values",
        f"From here on, the file has more than {VALUES:,} values, which is the maximum.",
        "Check that this is the right file, and remove repetitions.",
    ),
    _SyntaxHelp(
        r"too many characters",
        f"This value or key has more than {CHARACTERS:,} characters, which is the maximum.",
        "Check for a missing quotation mark, and shorten the text.",
    ),
)


UNSPACED = re.compile(r"[ \t]*(?:- +)?(?P<key>[A-Za-z_][\w-]*):(?P<value>[^\s/:][^#]*)")
"""A key and its value without the blank between them, which makes one word of both."""
_NEXT_KEY = re.compile(r"\s+[A-Za-z_][\w-]*:")


def no_blank(found: re.Match[str]) -> tuple[str, str]:
    """What to say of such a line, as the end of a sentence, and how to write it."""
    key, value = found["key"], _NEXT_KEY.split(found["value"].strip())[0]
    return "the space after the colon is missing", f"Write “{key}: {value}”."


def explain_syntax_error(error: Any, lines: Sequence[str]) -> tuple[Any, str, str]:
    """The mark, message and hint for a marked error of the library in these lines."""
    if unspaced := _unspaced(error, lines):
        mark, (message, hint) = unspaced[0], no_blank(unspaced[1])
        return mark, f"{message[0].upper()}{message[1:]}.", hint
    complaint = f"{error.context}|{error.problem}"
    for fault in _FAULTS:
        if found := re.search(fault.pattern, complaint):
            mark = error.context_mark if fault.opened else error.problem_mark
            return mark, found.expand(fault.message), fault.hint
    message = f"Not valid here: {error.problem or error.context}."
    return error.problem_mark or error.context_mark, message, _GENERAL


def _unspaced(error: Any, lines: Sequence[str]) -> tuple[Any, re.Match[str]] | None:
    """The line that lacks a blank after its colon, if that is what the library complains of.

    It complains of such a line, or of the one below, which it takes for more of the same text.
    """
    mark, back = error.context_mark, 0
    if "mapping values are not allowed" in str(error.problem):
        mark, back = error.problem_mark, 1
    elif "could not find expected ':'" not in str(error.problem):
        return None
    if mark is None or not back <= mark.line < len(lines):
        return None
    line = lines[mark.line - back]
    found = UNSPACED.match(line)
    place = _YamlMark(mark.line - back, len(line) - len(line.lstrip()))
    return (place, found) if found else None


@dataclass(frozen=True)
class _YamlMark:
    """A place as the library gives it, counted from 0."""

    line: int
    column: int


_OF_JSON = (
    (
        "Expecting ',' delimiter",
        "A comma is missing here.",
        "Write a comma between two fields or items.",
    ),
    ("Expecting ':' delimiter", "A colon is missing here.", 'Write "key": "value".'),
    (
        "Expecting property name",
        "A key in double quotes is expected here.",
        "Put the key in double quotes, or remove the comma before the bracket.",
    ),
    ("Expecting value", "A value is expected here.", "Add it, or remove the comma before it."),
    (
        "Unterminated string",
        "A quotation mark is opened here but not closed.",
        'Close it. Inside double quotes write \\" for a quotation mark.',
    ),
    (
        "Invalid control",
        ("The line ends before the closing quotation mark."),
        "Close the text on the same line.",
    ),
    (
        "Invalid \\",
        "A backslash can only be followed by certain letters.",
        r"Write \\ for a backslash.",
    ),
    (
        "Extra data",
        "There is more text after the end.",
        "Remove it, or check the brackets before it.",
    ),
)
"""What the reader of JSON complains of, how it is told, and what to do."""


def json_fault(text: str) -> tuple[int, str, str] | None:
    """Where a JSON text breaks off, the message and the hint; None if it is whole.

    What is missing is told where it should stand: after the last sign before it.
    """
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        known = (one for one in _OF_JSON if error.msg.startswith(one[0]))
        _, message, hint = next(known, ("", f"Not valid here: {error.msg}.", "Check the commas."))
        is_missing = "is missing" in message
        before = text[: error.pos].rstrip()
        if before == text.rstrip() and is_missing:
            return len(before), "The file ends, but a bracket is still open.", "Close it, as in }]."
        return len(before) if is_missing else min(error.pos, len(text) - 1), message, hint
    except (RecursionError, ValueError):  # it is told as the reader of YAML sees it
        return None
    return None
