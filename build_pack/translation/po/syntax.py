"""The grammar of catalog files, line by line, as strict as gettext's own tools.

Babel's reader takes `msgstr Ateş` for “te”, drops the last letter of a text whose closing
quotation mark is missing, and forgets the second msgstr of an entry. Such lines are found here,
before it sees them.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from build_pack.problems import Place, Problem

_LINE = re.compile(
    r"(?:(?P<keyword>msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)[ \t]*)?"
    r'(?P<string>"(?:[^"\\]|\\[\\"ntr])*")'
)
_START = {"msgctxt", "msgid"}
_NEXT = {
    "": _START,
    "msgctxt": {"msgid"},
    "msgid": {"msgid_plural", "msgstr"},
    "msgid_plural": {"msgstr[0]"},
    "msgstr": _START,
}
"""The keywords that may follow each; "" is the start of a file."""


_SPACED = re.compile(
    r"[ \t]*(?P<mark>#(?:~\|?|\|)[ \t]*)?(?P<keyword>msg[a-z_]+(?:\[\d\])?)?[ \t]*"
    r"(?P<string>\".*\")[ \t]*"
)


def normalized_whitespace(text: str) -> str:
    """The same lines with one blank where gettext takes any number of blanks and tabs, or none."""
    return "\n".join(map(_tidied, text.split("\n")))


def _tidied(line: str) -> str:
    found = _SPACED.fullmatch(line)
    if not found:
        return line
    mark = (found["mark"] or "").strip()
    return " ".join(filter(None, (mark, found["keyword"], found["string"])))


def syntax_problems(path: Path, text: str) -> list[Problem]:
    """The lines that are no strings; if there are none, the keywords that are out of order."""
    lines = list(_lines(text))
    wrong = [(number, line) for number, line in lines if not _LINE.fullmatch(line)]
    if wrong:
        return [
            invalid_catalog_problem(Place(path, number), _complaint(line)) for number, line in wrong
        ]
    return [
        invalid_catalog_problem(Place(path, number), message)
        for number, message in _out_of_order(lines)
    ]


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The numbered lines of live and obsolete entries, without comments and empty lines."""
    for number, line in enumerate(text.split("\n"), 1):
        body = line.strip().removeprefix("#~").strip()
        if body and body[0] not in "#|":
            yield number, body


def _out_of_order(lines: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    last = ""
    for number, line in lines:
        found = _LINE.fullmatch(line)
        keyword = found["keyword"] if found else None
        if keyword is None and not last:
            yield number, "a text without a keyword such as msgstr before it"
        elif keyword and keyword not in _following(last):
            yield number, f"{keyword} is not allowed {f'after {last}' if last else 'at the start'}"
        last = keyword or last
    if last and not last.startswith("msgstr"):
        yield lines[-1][0], f"the last entry ends with {last}, but msgstr is missing"


def _following(last: str) -> set[str]:
    if last.startswith("msgstr["):
        return _START | {f"msgstr[{int(last[7]) + 1}]"}
    return _NEXT[last]


def _complaint(line: str) -> str:
    keyword, _, rest = line.partition('"')
    if not rest:
        return "the text in this line has no quotation marks"
    if keyword.strip() and not _LINE.fullmatch(f'{keyword}""'):
        return f"“{keyword.strip()}” is not a keyword of catalogs"
    if not rest.endswith('"') or rest.endswith('\\"'):
        return "the quotation mark at the end of the line is missing"
    return 'inside the quotation marks, write \\" for a quotation mark and \\\\ for a backslash'


def invalid_catalog_problem(place: Place, message: str) -> Problem:
    """The problem that a catalog breaks the rules of its format."""
    hint = "Open the file in Poedit, or run msgfmt -c on it, and fix the entry at this line."
    return Problem("catalog-invalid", place, f"Not a valid catalog: {message}.", hint)
