"""A visit from a file or from standard input: nobody can read it in the list of processes.

No problem repeats what is in it: each names the line and the key alone.
"""

import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, BinaryIO
from unicodedata import normalize

from build_pack.content.yaml.source_file import SourceFile, parsed
from build_pack.problems import Loc, Place, Problem, ProblemsError
from build_pack.text.suggestions import nearest
from build_pack.visits.visit_reader import Places, VisitText

STANDARD_INPUT = Path("-")
_MOST_BYTES = 65_536
"""A visit has some hundred; a larger file is another one."""
_FIELDS = {
    "date": "start",
    "medicines": "medicines",
    "region": "region",
    "side": "side",
    "kidney": "kidney",
    "facts": "facts",
    "label": "label",
    "paper": "paper",
    "large-print": "large_print",
    "booklet": "booklet",
    "previous-date": "previous_date",
}
"""The keys of a file, which are those of the options, by what they are in `VisitText`."""
_FLAGS = frozenset({"large-print", "booklet"})
_OTHERS = {"medicine": "medicines", "patient": "label", "name": "label", "start": "date"}
_EXAMPLE = "Write lines such as “date: 2026-12-10T09:00”; see docs/cli.md for an example."


@dataclass(frozen=True)
class VisitFile:
    """A visit, and where each part of it stands."""

    text: VisitText
    source: SourceFile

    @property
    def given(self) -> frozenset[str]:
        """What it says of a visit, by what that is in `VisitText`."""
        return frozenset(_FIELDS[key] for key in self.source.data)

    def place(self, other: Places) -> Places:
        """Where a field stands: in the file, or else where `other` has it."""
        keys = {field: key for key, field in _FIELDS.items()}

        def place(name: str) -> Place:
            field, _, fact = name.partition(":")
            key = keys.get(field, "")
            loc: Loc = (key, fact) if fact else (key,)
            return self.source.place(loc) if key in self.source.data else other(name)

        return place


def read_visit(path: Path) -> VisitFile:
    """Read a visit; `-` is standard input. Raises `ProblemsError` with all that is wrong."""
    shown = Path("standard input") if path == STANDARD_INPUT else path
    source = _parsed(shown, _text(path, shown))
    if not isinstance(source.data, dict):
        raise _refused(source.place(), "A visit has to consist of lines of “key: value”.", _EXAMPLE)
    if problems := list(_problems(source)):
        raise ProblemsError(problems)
    return VisitFile(VisitText(**dict(_values(source.data))), source)


def with_visit_file(text: VisitText, places: Places, file: VisitFile) -> tuple[VisitText, Places]:
    """A visit of which a part was given otherwise, and where each part stands.

    Raises `ProblemsError` for what is given in both ways: nobody could tell which one is meant.
    """
    both = [one.name for one in fields(text) if getattr(text, one.name) and one.name in file.given]
    if both:
        message, hint = "This is also given in the visit file.", "Give it only once."
        raise ProblemsError(Problem("visit-invalid", places(one), message, hint) for one in both)
    rest = {one.name: getattr(text, one.name) for one in fields(text) if getattr(text, one.name)}
    return replace(file.text, **rest), file.place(places)


def _parsed(shown: Path, text: str) -> SourceFile:
    """The data of a text; what the reader says of its words is not told."""
    if text.lstrip().startswith("{"):
        text = text.replace("\t", " ")  # JSON may be indented with what YAML does not allow
    try:
        return parsed(shown, text)
    except ProblemsError as error:
        raise ProblemsError(map(_without_words, error.problems)) from None


def _without_words(problem: Problem) -> Problem:
    if problem.code == "character-forbidden":
        return problem
    message = "These are not lines of “key: value”, or a key appears twice."
    hint = "Put a text that contains a colon, or begins with a symbol, in double quotes."
    return replace(problem, message=message, hint=hint)


def _text(path: Path, shown: Path) -> str:
    try:
        raw = _from_input(shown) if path == STANDARD_INPUT else _from_file(path)
    except OSError as error:
        message, hint = f"Cannot be read: {error.strerror}.", "Check its permissions."
        raise _unreadable(shown, message, hint) from error
    if len(raw) > _MOST_BYTES:
        message = f"The file is larger than {_MOST_BYTES:,} bytes, the maximum for a visit."
        raise _unreadable(shown, message, "Check that this is the right file.")
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        return normalize("NFC", text)
    except UnicodeDecodeError:
        message, hint = "It is not UTF-8 text.", "Save it as UTF-8."
        raise _unreadable(shown, message, hint) from None


def _from_input(shown: Path) -> bytes:
    if sys.stdin is None or sys.stdin.isatty():
        message = "Nothing was sent to standard input; it is a terminal."
        hint = "Send the visit to it: build-pack build … --visit - < FILE"
        raise _unreadable(shown, message, hint)
    return _bounded(sys.stdin.buffer)


def _from_file(path: Path) -> bytes:
    """Of a file, or of a pipe, as a shell's <(…) is."""
    if not os.path.exists(path):  # noqa: PTH110 - also of a name that no file can have
        raise ProblemsError([_missing()])
    mode = path.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
        raise _unreadable(path, "This is neither a file nor a pipe.", "Give the file of a visit.")
    with path.open("rb") as file:
        return _bounded(file)


def _bounded(file: BinaryIO) -> bytes:
    """All of it; of one that is too long, enough to see that it is."""
    parts, size = [], 0
    while size <= _MOST_BYTES and (part := file.read(_MOST_BYTES + 1 - size)):
        parts.append(part)
        size += len(part)
    return b"".join(parts)


def _problems(source: SourceFile) -> Iterator[Problem]:
    for key, value in source.data.items():
        if key not in _FIELDS:
            meant = nearest(key, _FIELDS, _OTHERS)
            hint = f"Did you mean “{meant}”? " if meant else ""
            hint = f"{hint}The keys are: {', '.join(_FIELDS)}."
            place, message = source.key_place((key,)), "This is not a key of a visit."
            yield Problem("key-unknown", place, message, hint)
        elif fault := _fault(key, value):
            loc: Loc = (key,)
            yield Problem("value-invalid", source.place(loc), f"{key}: {fault[0]}", fault[1])


def _fault(key: str, value: Any) -> tuple[str, str] | None:
    """What is wrong with the kind of a value, and the fix."""
    if value is None:
        return "the value is missing.", "Add a value, or remove the line."
    if key in _FLAGS:
        is_right = isinstance(value, bool)
        return None if is_right else ("this is not true or false.", "Write true or false.")
    if key == "facts":
        return _facts_fault(value)
    if key == "medicines" and isinstance(value, list):
        is_right = all(isinstance(one, str | int) and not isinstance(one, bool) for one in value)
        fix = "Write one text per line, each after a hyphen; with a colon in it, in double quotes."
        return None if is_right and value else ("this is not a list of texts.", fix)
    if isinstance(value, str | int) and not isinstance(value, bool):
        return None
    return "this is not a text.", "Write a single text, in double quotes if it contains a colon."


def _facts_fault(value: Any) -> tuple[str, str] | None:
    fix = "Write one line per fact, indented, such as “stroke-or-clot: no”."
    if not isinstance(value, dict):
        return "this is not a group of lines.", fix
    if any(
        isinstance(one, bool) or not isinstance(one, str | int | float) for one in value.values()
    ):
        return "an answer is not a word or a number.", fix
    return None


def _values(data: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in data.items():
        if key == "medicines":
            entries = value if isinstance(value, list) else [value]
            yield "medicines", tuple(map(str, entries))
        elif key == "facts":
            yield "facts", tuple(f"{name}={answer}" for name, answer in value.items())
        else:
            yield _FIELDS[key], value if key in _FLAGS else str(value)


def _missing() -> Problem:
    """A name that leads to no file is not repeated: it may be that of the patient."""
    hint = "Correct the name of the file."
    return Problem("file-missing", Place(Path("--visit")), "The file does not exist.", hint)


def _unreadable(path: Path, message: str, hint: str) -> ProblemsError:
    return ProblemsError([Problem("file-unreadable", Place(path), message, hint)])


def _refused(place: Place, message: str, hint: str) -> ProblemsError:
    return ProblemsError([Problem("value-invalid", place, message, hint)])
