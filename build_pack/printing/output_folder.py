"""The folder of its own that a patient's pack gets: named by the time, and by nothing of theirs."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from build_pack.problems import Place, Problem, stop_on_errors
from build_pack.text.folding import fold_name
from build_pack.visits.visit_reader import VisitText

TIMED = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]-[0-9][0-9][0-9][0-9]*"
"""How the names of these folders begin, as a pattern for `glob`. No id begins with a digit."""
_NAME = re.compile(r"[\w-]+( [\w-]+)*")
_LONGEST = 40
_TELLING = 3
"""Letters that a word has at least if it tells something: “mg” does not."""


def is_personal(visit: VisitText) -> bool:
    """Whether anything is known of the visit; how it is laid out says nothing of the patient."""
    return replace(visit, paper="", large_print=False, booklet=False) != VisitText()


def folder_name(visit: VisitText, name: str) -> str | None:
    """What is after the time in the name of a pack's folder; None: it needs no such folder.

    Raises `ProblemsError` for a name that no folder can have, or that tells of the patient.
    """
    stop_on_errors(_problems(visit, name))
    return name if name or is_personal(visit) else None


def timestamped_name(name: str, now: datetime) -> str:
    """The name of a folder that is made now."""
    return "-".join(filter(None, [f"{now:%Y-%m-%d-%H%M}", name]))


def _problems(visit: VisitText, name: str) -> Iterator[Problem]:
    place = Place(Path("--name"))
    if not name:
        return
    if len(name) > _LONGEST or not _NAME.fullmatch(name):
        message = "This is not allowed in a folder's name."
        hint = f"Use letters, digits, hyphens and single spaces, at most {_LONGEST} characters."
        yield Problem("value-invalid", place, message, hint)
    elif _tells_of(visit, name):
        message = "The name repeats information about the patient."
        hint = "Others can see folder names: choose a name that reveals nothing about the patient."
        yield Problem("value-invalid", place, message, hint)


def _tells_of(visit: VisitText, name: str) -> bool:
    """Whether a name repeats the label, the day or a word of the visit."""
    day = fold_name(visit.start.partition("T")[0])
    said = (visit.label, visit.region, visit.side, visit.kidney, *visit.medicines)
    words = {word for text in said for word in _words(text) if len(word) >= _TELLING}
    words |= _words(visit.label) | {fold_name(visit.label)}
    return bool(words & {*_words(name), fold_name(name)}) or bool(day and day in fold_name(name))


def _words(text: str) -> set[str]:
    return {fold_name(word) for word in re.split(r"[\W_]+", text) if word}
