"""What a YAML reader says of a broken file, in words for someone who fills in a form."""

import re
from dataclasses import dataclass
from typing import Any

QUOTE = "Put the whole value in double quotes."
_GENERAL = "Check the indentation, and put texts with “: ”, “#” or quotes in double quotes."


@dataclass(frozen=True)
class _Fault:
    """How one complaint of the library is told; `opened` points to where it began, not ended."""

    pattern: str
    message: str
    hint: str
    opened: bool = False


_FAULTS = (
    _Fault(r"character '\\t'", "A tab stands here.", "Indent with spaces; YAML takes no tabs."),
    _Fault(r"character ['\"](.)['\"] that cannot start", r"A value cannot start with \1.", QUOTE),
    _Fault(r"undefined alias", "A value cannot start with *.", QUOTE),
    _Fault(
        r"quoted scalar\|found unexpected",
        "A quotation mark is opened here and not closed.",
        'Close it. Inside double quotes write \\" for a quotation mark.',
        opened=True,
    ),
    _Fault(
        r"unknown escape character",
        "After a backslash only certain letters can stand inside double quotes.",
        r"Write \\ for a backslash.",
    ),
    _Fault(
        r"mapping values are not allowed",
        "A colon is not allowed here.",
        "Put a text that holds “: ” in double quotes, or indent the line like those around it.",
    ),
    _Fault(
        r"could not find expected ':'",
        "This line has no colon after its key.",
        "Write “key: value”. If the line goes on with the text above, indent it further.",
        opened=True,
    ),
    _Fault(
        r"sequence entries are not allowed",
        "A list cannot start here.",
        "Write each item on a line of its own, after “- ”; put other texts in double quotes.",
    ),
    _Fault(
        r"found another document",
        "A second document starts here.",
        "Remove the line of dashes or dots.",
    ),
    _Fault(
        r"parsing a flow",
        "A bracket is opened here and not closed.",
        "Close it, or put a text that starts with a bracket in double quotes.",
        opened=True,
    ),
    _Fault(
        r"but found '<scalar>'",
        "More text stands here after the end of a value.",
        'Put the whole value in double quotes, and write \\" for quotation marks inside.',
    ),
    _Fault(
        r"expected <block end>",
        "This line does not fit those above it.",
        "Indent it exactly like the lines that it belongs with.",
    ),
    _Fault(
        r"scanning a block scalar",
        "Nothing can follow | or > on its line.",
        "Start the text on the next line, or put it in double quotes.",
    ),
    _Fault(
        r"maximum depth", "The file is nested too deeply here.", "Check the brackets on this line."
    ),
)


def told(error: Any) -> tuple[Any, str, str]:
    """The mark, message and hint for a marked error of the library."""
    complaint = f"{error.context}|{error.problem}"
    for fault in _FAULTS:
        if found := re.search(fault.pattern, complaint):
            mark = error.context_mark if fault.opened else error.problem_mark
            return mark, found.expand(fault.message), fault.hint
    message = f"Not valid here: {error.problem or error.context}."
    return error.problem_mark or error.context_mark, message, _GENERAL
