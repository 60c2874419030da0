"""The marks that a text may hold: `**strong**`, `[@reference]`, `{placeholder}`; nothing else."""

import re
from collections import Counter
from dataclasses import dataclass

_TOKEN = re.compile(
    r"\[@(?P<keys>[^\[\]]*)\]|\{(?P<name>[^{}]*)\}|(?P<strong>\*\*)|(?P<stray>[\[\]{}*])"
)
KEY = re.compile(r"[A-Za-z0-9_:.-]+")
"""The key of a reference."""
_KEYS = re.compile(rf"{KEY.pattern}(; @{KEY.pattern})*")
_NAME = re.compile(r"[a-z][a-z_]*")


MARKS_HINT = "Write strong text as **text**, citations as [@key], and use no other brackets."


class MarkupError(ValueError):
    """A mark is not closed or not known; the message is a sentence for the author."""


@dataclass(frozen=True, slots=True)
class MarkedWords:
    """Plain or strong words."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A `{name}` that the program fills in."""

    name: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """References by key, as in `[@who-2020; @nice-2016]`."""

    keys: tuple[str, ...]


Run = MarkedWords | Placeholder | Citation


def parse(text: str) -> tuple[Run, ...]:
    """Split a text into its runs, or raise `MarkupError`."""
    runs: list[Run] = []
    strong, end, opened = False, 0, 0
    for match in _TOKEN.finditer(text):
        if match.start() > end:
            runs.append(MarkedWords(text[end : match.start()], strong))
        end = match.end()
        if not match["strong"]:
            runs.append(_mark(match, strong))
            continue
        if strong and not text[opened : match.start()].strip():
            raise MarkupError("There is nothing between ** and **")
        strong, opened = not strong, end
    if strong:
        raise MarkupError("Strong text begins with ** but is not closed")
    if end < len(text):
        runs.append(MarkedWords(text[end:], strong))
    return tuple(runs)


_CITATION = re.compile(r"\s*\[@[^\[\]]*\]")


def without_citations(text: str) -> str:
    """A text for a page without a list of references."""
    return _CITATION.sub("", text)


def _mark(match: re.Match[str], strong: bool) -> Run:
    if match["stray"]:
        raise MarkupError(f"The character {match['stray']} is not part of a known mark")
    if match["keys"] is not None:
        if not _KEYS.fullmatch(match["keys"]):
            raise MarkupError(
                f"The citation {match[0]} does not have the form [@key] or [@key; @key]"
            )
        return Citation(tuple(match["keys"].split("; @")))
    if not _NAME.fullmatch(match["name"]):
        raise MarkupError(f"{match[0]} is not a placeholder such as {{clinic_name}}")
    return Placeholder(match["name"], strong)


@dataclass(frozen=True, slots=True)
class Marks:
    """What a translation must have in common with its source."""

    placeholders: Counter[str]
    citations: frozenset[str]
    strong: int
    """How many strong stretches."""


_FIELD = re.compile(r"%\((\w+)\)[sd]")


def marks(text: str) -> Marks:
    """Count the marks of a text, `%(name)s` placeholders of the templates' words among them."""
    runs = parse(text)
    names = [run.name for run in runs if isinstance(run, Placeholder)]
    names += [f"%({name})s" for name in _FIELD.findall(text)]
    keys = frozenset(key for run in runs if isinstance(run, Citation) for key in run.keys)
    return Marks(Counter(names), keys, text.count("**") // 2)


def has_lone_percent(text: str) -> bool:
    """Whether a text that Python's % fills has a per cent sign that is not doubled."""
    return "%" in _FIELD.sub("", text.replace("%%", ""))


PLACEHOLDERS: dict[str, str] = {
    "clinic_name": "The clinic's name in the language of the pack",
    "emergency_number": "The emergency number of the clinic's country",
}
"""Every placeholder that a leaflet may use, and what it is filled with."""
