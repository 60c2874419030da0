"""Files read into models, with all faults of a file told together."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from build_pack.content.yaml.pydantic_errors import empty_values, pydantic_problem
from build_pack.content.yaml.source_file import SourceFile, read
from build_pack.problems import Place, Problem, ProblemsError
from build_pack.storage.memoization import memoized_by_content
from build_pack.text.limits import FAULTS, further, listed

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, eq=False)
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


@memoized_by_content
def load(path: Path, model: type[M]) -> Loaded[M]:
    """Read `path` into `model`, or raise `ProblemsError` with every fault of the file."""
    return validated(read(path), model)


def validated(source: SourceFile, model: type[M]) -> Loaded[M]:
    """The same of a file that was read already."""
    if not isinstance(source.data, dict):
        hint = "Start from a new file: build-pack new clinic creates one."
        message = "The file must consist of lines of “key: value”."
        raise ProblemsError([Problem("value-invalid", source.place(), message, hint)])
    empty = list(empty_values(source))
    try:
        data = source.data  # also the context: parts of a file use others of it
        loaded = Loaded(TypeAdapter(model).validate_python(data, context=data), source)
    except ValidationError as error:
        faults = _faults(source, error.errors(include_url=False), model)
        lines = {problem.place.line for problem in faults}
        others = [problem for problem in empty if problem.place.line not in lines]
        raise ProblemsError(listed([*faults, *others])) from error
    if empty:
        raise ProblemsError(listed(empty))
    return loaded


def _faults(
    source: SourceFile, found: Sequence[ErrorDetails], model: type[BaseModel]
) -> list[Problem]:
    """What pydantic refuses, but for what it says only since it has refused what is inside."""
    inside = {one["loc"][:depth] for one in found for depth in range(len(one["loc"]))}
    of_themselves = [one for one in found if one["type"] != "too_short" or one["loc"] not in inside]
    told = [pydantic_problem(source, one, model) for one in of_themselves[:FAULTS]]
    more = len(of_themselves) - len(told)
    return [*told, further(told[-1], more)] if more else told
