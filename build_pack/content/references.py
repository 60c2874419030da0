"""References as Zotero exports them (CSL-JSON), with the place of each."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_pack.content.reading import read
from build_pack.problems import Place, Problem, ProblemsError


@dataclass(frozen=True)
class Reference:
    """One source: its citation key, its CSL-JSON fields, and where it stands."""

    key: str
    csl: dict[str, Any]
    place: Place


def load_references(path: Path) -> tuple[Reference, ...]:
    """Read a CSL-JSON file, or raise `ProblemsError`; each item needs an id and a title."""
    source = read(path)
    if not isinstance(source.data, list):
        hint = "Export the references again as CSL JSON."
        message = "The file must be a list of references."
        raise ProblemsError([Problem("value-invalid", source.place(), message, hint)])
    problems: list[Problem] = []
    references: dict[str, Reference] = {}
    for index, item in enumerate(source.data):
        place = source.place((index,))
        if problem := _fault(item, place, references):
            problems.append(problem)
        else:
            references[item["id"]] = Reference(item["id"], item, place)
    if problems:
        raise ProblemsError(problems)
    return tuple(references.values())


def _fault(item: Any, place: Place, known: dict[str, Reference]) -> Problem | None:
    if not isinstance(item, dict):
        hint = "Export the references again as CSL JSON."
        return Problem("value-invalid", place, "This is not a reference.", hint)
    for key in ("id", "type", "title"):
        if not isinstance(item.get(key), str) or not item[key].strip():
            hint = f'Add a line "{key}": "…".'
            return Problem("key-missing", place, f"The reference lacks “{key}”.", hint)
    if item["id"] in known:
        message = f"A second reference bears the id “{item['id']}”."
        return Problem("id-duplicate", place, message, "Give each reference an id of its own.")
    return None
