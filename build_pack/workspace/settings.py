"""The settings file of those who work with one clinic: what is meant where nobody says it."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_pack.locales import Locale
from build_pack.problems import Place, Problem, ProblemsError, stop_on_errors
from build_pack.storage.text_files import path_kind, read_text
from build_pack.text.hidden_characters import hidden_problems
from build_pack.text.suggestions import did_you_mean

NAME = "build-pack.toml"

_EXAMPLES = {"clinic": '"my-clinic"', "locales": '["tr"]', "out": '"out"'}
"""The keys, and how their values are written."""


@dataclass(frozen=True)
class Settings:
    """What a settings file says; empty: nothing. Its folders are named from where we are."""

    path: Path
    clinic: Path | None
    locales: tuple[str, ...]
    out: Path | None


def find_settings(folder: Path) -> Path | None:
    """The nearest settings file, from a folder upwards."""
    for each in (folder, *folder.parents):
        try:
            if (each / NAME).is_file():
                return each / NAME
        except OSError:  # a folder that we may not look into
            continue
    return None


def read_settings(path: Path) -> Settings:
    """Read a settings file, or raise `ProblemsError` with all that is wrong with it."""
    text = read_text(path)
    stop_on_errors(hidden_problems(path, enumerate(text.split("\n"), start=1)))
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ProblemsError([_broken(path, text, str(error))]) from error
    stop_on_errors(_problems(path, text, data))
    clinic, out = data.get("clinic"), data.get("out")
    return Settings(
        path,
        path.parent / clinic if clinic else None,
        tuple(map(Locale.typed, data.get("locales", ()))),
        path.parent / out if out else None,
    )


def _broken(path: Path, text: str, said: str) -> Problem:
    """A line that is not TOML; mostly quotation marks are missing, or it contains a backslash."""
    at = re.search(r"\(at line (\d+), column (\d+)\)", said)
    line, column = (int(at[1]), int(at[2])) if at else (text.rstrip().count("\n") + 1, 0)
    message = f"This line is not valid TOML: {said.partition(' (at ')[0]}."
    hint = "Write it as " + " or ".join(f"{k} = {v}" for k, v in _EXAMPLES.items()) + "."
    if "\\" in text.split("\n")[line - 1]:
        hint = "Write folders with / instead of \\."
    return Problem("settings-invalid", Place(path, line, column), message, hint)


def _problems(path: Path, text: str, data: dict[str, Any]) -> Iterator[Problem]:
    for key, value in data.items():
        place = Place(path, _line(text, key), 1)
        if key not in _EXAMPLES:
            hint = did_you_mean(key, _EXAMPLES)
            yield Problem("key-unknown", place, f"Unknown key “{key}”.", hint)
        elif not _is_right(key, value):
            hint = f"Write it as {key} = {_EXAMPLES[key]}."
            yield Problem("value-invalid", place, f"{key}: has the wrong format.", hint)
        elif key == "clinic" and path_kind(path.parent / value) != "folder":
            hint = f"Correct the folder; the path is relative to the folder of {NAME}."
            yield Problem("file-missing", place, f"The folder “{value}” does not exist.", hint)


def _is_right(key: str, value: Any) -> bool:
    texts = value if key == "locales" and isinstance(value, list) else [value]
    is_list = isinstance(value, list)
    right = all(isinstance(each, str) and each.strip() and "\0" not in each for each in texts)
    return right and is_list == (key == "locales")


def _line(text: str, key: str) -> int:
    """Where a key stands, be it the name of a table; tomllib does not tell."""
    written = re.compile(rf"\s*\[*\s*[\"']?{re.escape(key)}[\"']?\s*[=.\]]")
    lines = enumerate(text.split("\n"), start=1)
    return next((number for number, line in lines if written.match(line)), 0)
