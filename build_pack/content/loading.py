"""Files read into models, with all faults of a file told together."""

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from build_pack.content.faults import empty_values, fault
from build_pack.content.reading import SourceFile, read
from build_pack.problems import Place, Problem, ProblemsError

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Loaded(Generic[M]):
    """A model and the file that it was read from."""

    model: M
    source: SourceFile

    def place(self, *loc: str | int) -> Place:
        """Where the value at `loc` stands."""
        return self.source.place(loc)

    def key_place(self, *loc: str | int) -> Place:
        """Where the key of the value at `loc` stands."""
        return self.source.key_place(loc)


def load(path: Path, model: type[M]) -> Loaded[M]:
    """Read `path` into `model`, or raise `ProblemsError` with every fault of the file."""
    source = read(path)
    if not isinstance(source.data, dict):
        hint = "Start from a new file: build-pack new clinic makes one."
        message = "The file must be made of lines of “key: value”."
        raise ProblemsError([Problem("value-invalid", source.place(), message, hint)])
    empty = list(empty_values(source))
    try:
        loaded = Loaded(TypeAdapter(model).validate_python(source.data), source)
    except ValidationError as error:
        found = error.errors()
        faults = [fault(source, one, model) for one in found if not _is_consequence(one, found)]
        lines = {problem.place.line for problem in faults}
        others = [problem for problem in empty if problem.place.line not in lines]
        raise ProblemsError([*faults, *others]) from error
    if empty:
        raise ProblemsError(empty)
    return loaded


def _is_consequence(details: ErrorDetails, found: list[ErrorDetails]) -> bool:
    """Whether pydantic calls a list or mapping too short only because it refused its items."""
    depth = len(details["loc"])
    refused = (one for one in found if len(one["loc"]) > depth)
    inside = any(one["loc"][:depth] == details["loc"] for one in refused)
    return details["type"] == "too_short" and inside
