"""Files that are read lie inside the folders that they were looked for in, wherever links lead."""

from collections.abc import Iterable
from pathlib import Path

from build_pack.problems import Place, Problem, ProblemsError


def is_inside(path: Path, roots: Iterable[Path]) -> bool:
    """Whether a file lies in one of the folders once all links are followed."""
    real = path.resolve()
    return any(real.is_relative_to(root.resolve()) for root in roots)


def inside(path: Path, roots: Iterable[Path]) -> Path:
    """The path itself, or `ProblemsError` if it leads out of the folders."""
    if not is_inside(path, roots):
        raise ProblemsError([outside(path)])
    return path


def outside(path: Path) -> Problem:
    """A link that leads somewhere else."""
    message = "This is a link that leads out of the folders of the library and the clinic."
    hint = "Put the file itself here."
    return Problem("resource-refused", Place(path), message, hint)
