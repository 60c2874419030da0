"""References as Zotero exports them (CSL-JSON), with the place of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_pack.content.inline_markup import KEY
from build_pack.content.references.csl_exports import as_csl
from build_pack.content.references.csl_fields import field_problems
from build_pack.content.yaml.source_file import SourceFile, read
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.storage.memoization import memoized_by_content
from build_pack.text.limits import listed


@dataclass(frozen=True)
class SourceReference:
    """One source: its citation key, its CSL-JSON fields, and where it stands."""

    key: str
    csl: dict[str, Any]
    place: Place


@memoized_by_content
def load_references(path: Path) -> tuple[SourceReference, ...]:
    """Read a CSL-JSON file as programs export it, or raise `ProblemsError`.

    Each item needs an id, a type and a title.
    """
    source = read(path)
    if not isinstance(source.data, list):
        hint = "Export the references again as CSL JSON."
        message = "The file must contain a list of references."
        raise ProblemsError([Problem("value-invalid", source.place(), message, hint)])
    problems: list[Problem] = []
    references: dict[str, SourceReference] = {}
    for index, written in enumerate(source.data):
        item = as_csl(written) if isinstance(written, dict) else written
        faults = list(_faults(item, index, source, references))
        problems += faults
        if not faults:
            references[item["id"]] = SourceReference(item["id"], item, source.place((index,)))
    if problems:
        raise ProblemsError(listed(problems))
    return tuple(references.values())


def _faults(
    item: Any, index: int, source: SourceFile, known: dict[str, SourceReference]
) -> Iterator[Problem]:
    place = source.place((index,))
    if not isinstance(item, dict):
        hint = "Export the references again as CSL JSON."
        yield Problem("value-invalid", place, "This is not a reference.", hint)
        return
    for key in ("id", "type", "title"):
        if not _words(item.get(key)):
            hint = f'Add a line "{key}": "…".'
            yield Problem("key-missing", place, f"The reference lacks “{key}”.", hint)
    name = item.get("id")
    if isinstance(name, str) and _words(name):
        yield from _key_faults(name, source.place((index, "id")), known)
    yield from _field_faults(item, index, source)


def _field_faults(item: dict[str, Any], index: int, source: SourceFile) -> Iterator[Problem]:
    """Faults of the fields but those of which it was said that the reference lacks them."""
    fields = {name: value for name, value in item.items() if name != "title" or _words(value)}
    yield from field_problems(fields, (index,), source)


def _words(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _key_faults(key: str, place: Place, known: dict[str, SourceReference]) -> Iterator[Problem]:
    if key in known:
        message = f"A second reference has the id “{key}”."
        yield Problem("id-duplicate", place, message, "Give each reference an id of its own.")
    if not KEY.fullmatch(key):
        message = f"The id “{key}” cannot be cited by a text."
        hint = "Use only letters A to Z, digits and . : _ -, such as who-2020."
        yield Problem("value-invalid", place, message, hint)
