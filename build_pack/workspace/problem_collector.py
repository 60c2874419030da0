"""Problems noted as they come up, so that one bad file does not hide the faults of the others."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ParamSpec, TypeVar

from build_pack.problems import Problem, ProblemsError

P = ParamSpec("P")
T = TypeVar("T")


@dataclass
class ProblemCollector:
    """The problems found so far."""

    problems: list[Problem] = field(default_factory=list)

    def attempt(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """The function's result, or None with its problems noted."""
        try:
            return function(*args, **kwargs)
        except ProblemsError as error:
            self.problems += error.problems
            return None
