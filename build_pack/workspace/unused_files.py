"""Files in a clinic's folder that are where nothing reads them, beside its catalogs."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from build_pack.content.library import (
    ALONE,
    FORMULARY,
    PLAIN,
    WARNING_SIGNS,
    Library,
    program_templates,
)
from build_pack.problems import Place, Problem, ProblemsError, Severity
from build_pack.storage.snapshot import NOTHING, Snapshot
from build_pack.storage.text_files import read_bytes

_SHARED = {FORMULARY: "list of medicines", WARNING_SIGNS: "library of warning signs"}
_NEAR = ("", "*/", "*/*/")
"""Where someone may put one of them."""
_OF_SCREENS = frozenset({PLAIN, "css/screen.css"})


def unused_files(clinic: Path, library: Library, snapshot: Snapshot = NOTHING) -> Iterator[Problem]:
    """A problem for each list of medicines, of signs, and each template that nothing reads.

    What `snapshot` has is taken from it.
    """
    for name, what in _SHARED.items():
        right = clinic / "leaflets" / name
        for path in sorted(path for near in _NEAR for path in clinic.glob(near + name)):
            if path != right:
                message = f"This {what} is not used here."
                yield Problem("file-unused", Place(path), message, f"Move it to {right}.")
    yield from _stray_templates(clinic, library, snapshot)
    for folder in (clinic, *library.folders):
        yield from _replacing(folder / "templates", snapshot)


def _replacing(folder: Path, snapshot: Snapshot) -> Iterator[Problem]:
    """Files that would replace what the program lays out by itself, and do not."""
    own = program_templates()
    for name in sorted(ALONE):
        path = folder / name
        if path.is_file() and snapshot.read(path) != read_bytes(own / name):
            what = "the layout of web pages" if name in _OF_SCREENS else "what every page bears"
            message = f"This file is not used: {what} cannot be replaced."
            hint = "Delete it. The clinic's colours and logo are set in clinic.yaml."
            yield Problem("file-unused", Place(path), message, hint, Severity.WARNING)


def _stray_templates(clinic: Path, library: Library, snapshot: Snapshot) -> Iterator[Problem]:
    """Templates that replace none of the library's and that no other template names."""
    own = clinic / "templates"
    others = [folder / "templates" for folder in library.folders if folder != clinic]
    known = {path for folder in (own, *others) for path in folder.rglob("*.jinja")}
    for path in sorted(own.rglob("*.jinja")):
        name = path.relative_to(own)
        replaces = any((folder / name).is_file() for folder in others)
        if not replaces and not any(_names(snapshot, one, name) for one in known - {path}):
            message = (
                "This template is not used: it replaces no template, and no template includes it."
            )
            hint = "Give it the name and folder of the template that it should replace."
            yield Problem("file-unused", Place(path), message, hint)


def _names(snapshot: Snapshot, template: Path, other: Path) -> bool:
    with suppress(ProblemsError):  # what lays pages out tells why it cannot be read
        return other.as_posix().encode() in snapshot.read(template)
    return False
