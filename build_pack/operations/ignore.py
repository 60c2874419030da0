"""A finding of a check ignored, by a person and with a reason, until the text changes."""

import json
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import ValidationError

from build_pack.checks.check_codes import CHECK_CODES
from build_pack.checks.findings import Finding
from build_pack.checks.suppressions import NEVER
from build_pack.content.models.suppressions import (
    DIGITS,
    SuppressionEntry,
    SuppressionList,
    suppressions_path,
)
from build_pack.content.yaml.loading import load
from build_pack.operations.check import warnings_of
from build_pack.problems import CODES, Place, Problem, ProblemsError
from build_pack.storage.atomic_write import write_files_atomically
from build_pack.storage.recovery import only_writer
from build_pack.storage.text_files import read_text
from build_pack.text.suggestions import did_you_mean, nearest
from build_pack.workspace.accepted_warnings import (
    ACCEPTABLE,
    accepted_digest,
    accepted_path,
    is_acceptable_warning,
    path_in_clinic,
)
from build_pack.workspace.problem_collector import ProblemCollector
from build_pack.workspace.source_loading import load_and_check_sources
from build_pack.workspace.workspace import Workspace

_HEAD = """\
# Findings of checks that someone has looked at and lets pass; `build-pack ignore` adds to it.
ignores:
"""
_LISTED = "Run `build-pack check --list` to see the checks of texts."


@dataclass(frozen=True)
class IgnoreRequest:
    """Which finding is to pass, and who says so."""

    folder: Path
    """The library's or the clinic's, to hold the entry."""
    check: str
    text: str
    """The id of a text; of a warning that is accepted, the name of a file of the clinic."""
    locale: str
    """Empty for a warning of the clinic's files."""
    reason: str
    by: str


def require_known_code(check: str) -> None:
    """Raise `ProblemsError` for what is no check or warning, or cannot be accepted."""
    passing, codes = CHECK_CODES - NEVER, {*CHECK_CODES, *CODES}
    if check in passing | ACCEPTABLE:
        return
    if check in codes:
        hint = f"Fix what is reported. Only these can be accepted: {', '.join(sorted(ACCEPTABLE))}."
        raise _refused("CHECK", f"“{check}” cannot be accepted.", f"{hint} {_LISTED}")
    meant = nearest(check, sorted(passing | ACCEPTABLE))
    question = f"Did you mean “{meant}”? " if meant else ""
    raise _refused("CHECK", f"There is no check “{check}”.", question + _LISTED)


def ignore_finding(workspace: Workspace, wanted: IgnoreRequest) -> Path:
    """Add to the locale's file, or raise `ProblemsError` if the check finds nothing."""
    digests = (finding.digest[:DIGITS] for finding in _findings(workspace, wanted))
    return _added(wanted, digests, suppressions_path(wanted.folder, wanted.locale))


def accept_warning(workspace: Workspace, wanted: IgnoreRequest) -> Path:
    """Add to the clinic's accepted warnings, or raise `ProblemsError` if there is none such."""
    clinic = workspace.clinic
    found = [one for one in warnings_of(workspace) if is_acceptable_warning(one)]
    same = [one for one in found if one.code == wanted.check]
    name, line = _file_and_line(clinic, wanted)
    chosen = [
        one for one in same if path_in_clinic(one, clinic) == name and line in {0, one.place.line}
    ]
    if not chosen:
        there = dict.fromkeys(f"{path_in_clinic(one, clinic)}:{one.place.line}" for one in same)
        message = f"There is no warning {wanted.check} in “{wanted.text}”."
        hint = did_you_mean(name, there) or "There is nothing to accept."
        if (clinic / name).is_file():
            hint = f"Choose from: {', '.join(there)}." if there else "There is nothing to accept."
        else:
            message = f"There is no file “{name}” in the clinic's folder."
        raise _refused("TEXT", message, hint)
    return _added(replace(wanted, text=name), map(accepted_digest, chosen), accepted_path(clinic))


def _file_and_line(clinic: Path, wanted: IgnoreRequest) -> tuple[str, int]:
    """A file as from the clinic's folder, and a line; as `check` tells them, or by the name."""
    name, *position = wanted.text.split(":")
    line = int(position[0]) if position and position[0].isdigit() else 0
    path, folder = Path(name).absolute(), clinic.absolute()
    if path.is_relative_to(folder):
        name = path.relative_to(folder).as_posix()
    return name, line


def _added(wanted: IgnoreRequest, found: Iterable[str], path: Path) -> Path:
    """Add an entry for each digest, or put it in the place of the one before; give the file."""
    with only_writer(wanted.folder):
        return _added_alone(wanted, found, path)


def _added_alone(wanted: IgnoreRequest, found: Iterable[str], path: Path) -> Path:
    # Nothing is added to a file with faults, and nothing twice.
    file = load(path, SuppressionList) if path.is_file() else None
    there = file.model.ignores if file else ()
    wanted_now = [_entry(wanted, digest) for digest in dict.fromkeys(found)]
    entries = [entry for entry in wanted_now if entry not in there]
    old = [at for at, one in enumerate(there) if any(_same(one, entry) for entry in entries)]
    lines = (read_text(path) if file else _HEAD).splitlines()
    for at in reversed(old):
        _take_out(lines, file.place("ignores", at).line if file else 0)
    content = "\n".join(lines) + "\n" + "".join(map(_lines, entries))
    kept = tuple(one for at, one in enumerate(there) if at not in old)
    _read_again(content, (*kept, *entries), path)
    [written] = write_files_atomically(
        wanted.folder, {path.relative_to(wanted.folder): content.encode()}
    )
    return written


def _same(one: SuppressionEntry, other: SuppressionEntry) -> bool:
    """Whether both are of one finding, whoever says so and why."""
    return (one.check, one.text, one.digest) == (other.check, other.text, other.digest)


def _take_out(lines: list[str], first: int) -> None:
    """Take out the entry that begins on a line; `_read_again` sees whether that went well."""
    last = first
    while last < len(lines) and lines[last].startswith("    "):
        last += 1
    del lines[first - 1 : last]


def _entry(wanted: IgnoreRequest, digest: str) -> SuppressionEntry:
    said = {"check": wanted.check, "text": wanted.text, "reason": wanted.reason, "by": wanted.by}
    try:
        return SuppressionEntry(**said, digest=digest)
    except ValidationError as error:
        names = ", ".join(sorted({f"--{details['loc'][0]}" for details in error.errors()}))
        hint = "Write one line of at most 120 characters for each."
        raise _refused(names, "This text is not allowed in the file.", hint) from error


def _read_again(content: str, entries: tuple[SuppressionEntry, ...], path: Path) -> None:
    """Refuse to write what would not be read as it is meant: the file may be laid out otherwise."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        copy.write_text(content, encoding="utf-8")
        read = ProblemCollector().attempt(load, copy, SuppressionList)
    if read is None or read.model.ignores != entries:
        message = f"An entry cannot be added to {path.name} because of its layout."
        hint = "Write each entry as “  - check: …” under “ignores:”, indented by two spaces."
        raise ProblemsError([Problem("ignore-invalid", Place(path), message, hint)])


def _lines(entry: SuppressionEntry) -> str:
    """An entry as YAML; a text in double quotes is written as in JSON."""
    lines = (f"{k}: {json.dumps(v, ensure_ascii=False)}\n" for k, v in entry.model_dump().items())
    return "  - " + "    ".join(lines)


def _findings(workspace: Workspace, wanted: IgnoreRequest) -> tuple[Finding, ...]:
    require_known_code(wanted.check)
    for leaflet in workspace.folders.leaflet_ids():
        locales = (wanted.locale,)
        loaded = load_and_check_sources(workspace, leaflet, locales, errors_only=False)
        key = (wanted.check, wanted.text, wanted.locale)
        if found := tuple(one for one in loaded.findings if one.key == key):
            return found
    message = f"{wanted.check} finds nothing in “{wanted.text}” for “{wanted.locale}”."
    hint = "Use the check, the text's id and the language that `build-pack check` reports."
    raise _refused("TEXT", message, hint)


def _refused(name: str, message: str, hint: str) -> ProblemsError:
    return ProblemsError([Problem("ignore-invalid", Place(Path(name)), message, hint)])
