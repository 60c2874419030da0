"""Warnings of a clinic's own files that someone has accepted, once, with a reason.

They are in the clinic's `ignores.yaml`. What checks find in texts is ignored elsewhere, for each
language; what is said of a visit, of a signature or of a date is never silent.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from build_pack.content.models.suppressions import DIGITS, SuppressionEntry, SuppressionList
from build_pack.content.yaml.loading import Loaded, load
from build_pack.problems import Place, Problem, ProblemsError, Severity
from build_pack.storage.text_files import read_bytes
from build_pack.text.digests import digest

_BY_MESSAGE = frozenset({"rule-rounded"})
"""Codes of which the message contains all that is accepted, and the line does not."""
ACCEPTABLE = _BY_MESSAGE | {"contrast-low", "sample-left", "catalog-unused", "translation-unknown"}
"""Codes of warnings that can be accepted; as errors, none of them can."""


def accepted_path(clinic: Path) -> Path:
    """Where a clinic's accepted warnings lie."""
    return clinic / "ignores.yaml"


def path_in_clinic(problem: Problem, clinic: Path) -> str:
    """The file of a warning as an entry names it, from the clinic's folder; empty if elsewhere."""
    path = problem.place.path.absolute()
    folder = clinic.absolute()
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else ""


def accepted_digest(problem: Problem) -> str:
    """What an entry holds of the line with the warning: with another value it does not count."""
    if problem.code in _BY_MESSAGE:
        return digest(problem.message)[:DIGITS]
    line, path = problem.place.line, problem.place.path
    lines = read_bytes(path).decode(errors="replace").split("\n") if line else []
    return digest(lines[line - 1].strip() if line <= len(lines) and lines else "")[:DIGITS]


def is_acceptable_code(code: str) -> bool:
    """Whether warnings with this code can be accepted."""
    return code in ACCEPTABLE


def is_acceptable_warning(problem: Problem) -> bool:
    """Whether someone may accept it."""
    return is_acceptable_code(problem.code) and problem.severity is Severity.WARNING


def without_accepted(problems: Iterable[Problem], clinic: Path) -> Iterator[Problem]:
    """The problems that no one has accepted, and what is wrong with the file of those accepted."""
    try:
        accepted = {(one.check, one.text, one.digest) for _, one in _entries(clinic)}
    except ProblemsError as error:
        yield from (*problems, *error.problems)
        return
    for problem in problems:
        key = (problem.code, path_in_clinic(problem, clinic), accepted_digest(problem))
        if not (is_acceptable_warning(problem) and key in accepted):
            yield problem


def outdated_acceptances(problems: Iterable[Problem], clinic: Path) -> Iterator[Problem]:
    """A warning for each entry for which there is none of these problems any more."""
    try:
        entries = [*_entries(clinic)]
    except ProblemsError:
        return  # told by without_accepted
    found = [(one.code, path_in_clinic(one, clinic), accepted_digest(one)) for one in problems]
    for place, one in entries:
        if (one.check, one.text, one.digest) not in found:
            changed = any(key[:2] == (one.check, one.text) for key in found)
            yield _outdated(one, place, changed=changed)


def _outdated(one: SuppressionEntry, place: Place, *, changed: bool) -> Problem:
    message = f"“{one.text}” no longer has the warning {one.check}."
    if changed:
        message = f"The warning {one.check} in “{one.text}” is not the one that was accepted."
    hint = "Remove this entry."
    return Problem("ignore-outdated", place, message, hint, Severity.WARNING)


def _entries(clinic: Path) -> Iterator[tuple[Place, SuppressionEntry]]:
    """Each entry with its place, or `ProblemsError`."""
    path = accepted_path(clinic)
    file: Loaded[SuppressionList] | None = load(path, SuppressionList) if path.is_file() else None
    entries = file.model.ignores if file else ()
    places = [file.place("ignores", at) for at in range(len(entries))] if file else []
    wrong = [p for p, one in zip(places, entries, strict=True) if one.check not in ACCEPTABLE]
    if wrong:
        message = "This warning cannot be accepted here."
        hint = (
            f"Only these can be accepted in this file: {', '.join(sorted(ACCEPTABLE))}. What "
            "checks report about texts belongs in locales/LANGUAGE/ignores.yaml."
        )
        raise ProblemsError(Problem("ignore-invalid", place, message, hint) for place in wrong)
    yield from zip(places, entries, strict=True)
