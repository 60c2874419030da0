"""A finding of a check let pass, by a person and with a reason, until the text changes."""

import json
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from build_pack.checks.findings import Finding
from build_pack.checks.passing import NEVER
from build_pack.checks.registry import CHECK_CODES
from build_pack.content.ignores import DIGITS, Ignore, Ignores, ignores_path
from build_pack.content.library import Library
from build_pack.content.loading import load
from build_pack.content.text import read_text
from build_pack.packs.accepting import accepted_path, is_acceptable, named, words
from build_pack.packs.checking import warnings_of
from build_pack.packs.findings import Findings
from build_pack.packs.gathering import collect
from build_pack.packs.replacing import whole_files
from build_pack.problems import Place, Problem, ProblemsError

_HEAD = """\
# Findings of checks that someone has looked at and lets pass; `build-pack ignore` adds to it.
ignores:
"""


@dataclass(frozen=True)
class Wanted:
    """Which finding is to pass, and who says so."""

    library: Library
    clinic: Path
    folder: Path
    """The library's or the clinic's, to hold the entry."""
    check: str
    text: str
    """The id of a text; of a warning that is accepted, the name of a file of the clinic."""
    locale: str
    """Empty for a warning of the clinic's files."""
    reason: str
    by: str


def let_pass(wanted: Wanted, today: date | None = None) -> Path:
    """Add to the locale's file, or raise `ProblemsError` if the check finds nothing."""
    digests = (finding.digest[:DIGITS] for finding in _findings(wanted, today))
    return _added(wanted, digests, ignores_path(wanted.folder, wanted.locale))


def accept(wanted: Wanted, today: date | None = None) -> Path:
    """Add to the clinic's accepted warnings, or raise `ProblemsError` if there is none such."""
    found = [one for one in warnings_of(wanted.library, wanted.clinic, today) if is_acceptable(one)]
    same = [one for one in found if one.code == wanted.check]
    name, line = _file_and_line(wanted)
    chosen = [
        one for one in same if named(one, wanted.clinic) == name and line in {0, one.place.line}
    ]
    if not chosen:
        there = dict.fromkeys(f"{named(one, wanted.clinic)}:{one.place.line}" for one in same)
        message = f"There is no warning {wanted.check} in “{wanted.text}”."
        hint = f"Choose from: {', '.join(there)}." if there else "Nothing has to be accepted."
        raise _refused("TEXT", message, hint)
    return _added(replace(wanted, text=name), map(words, chosen), accepted_path(wanted.clinic))


def _file_and_line(wanted: Wanted) -> tuple[str, int]:
    """A file as from the clinic's folder, and a line; as `check` tells them, or by the name."""
    name, *position = wanted.text.split(":")
    line = int(position[0]) if position and position[0].isdigit() else 0
    path, folder = Path(name).absolute(), wanted.clinic.absolute()
    if path.is_relative_to(folder):
        name = path.relative_to(folder).as_posix()
    return name, line


def _added(wanted: Wanted, found: Iterable[str], path: Path) -> Path:
    """Add an entry for each digest, and give the file."""
    digests = dict.fromkeys(found)
    # Nothing is added to a file with faults, and nothing twice.
    there = load(path, Ignores).model.ignores if path.is_file() else ()
    entries = [entry for digest in digests if (entry := _entry(wanted, digest)) not in there]
    before = read_text(path) if path.is_file() else _HEAD
    content = before.rstrip("\n") + "\n" + "".join(map(_lines, entries))
    _read_again(content, (*there, *entries), path)
    [written] = whole_files(wanted.folder, {path.relative_to(wanted.folder): content.encode()})
    return written


def _entry(wanted: Wanted, digest: str) -> Ignore:
    said = {"check": wanted.check, "text": wanted.text, "reason": wanted.reason, "by": wanted.by}
    try:
        return Ignore(**said, digest=digest)
    except ValidationError as error:
        names = ", ".join(sorted({f"--{details['loc'][0]}" for details in error.errors()}))
        hint = "Write one line of at most 120 letters for each."
        raise _refused(names, "This cannot stand in the file.", hint) from error


def _read_again(content: str, entries: tuple[Ignore, ...], path: Path) -> None:
    """Refuse to write what would not be read as it is meant: the file may be laid out otherwise."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        copy.write_text(content, encoding="utf-8")
        read = Findings().attempt(load, copy, Ignores)
    if read is None or read.model.ignores != entries:
        message = f"An entry cannot be added to {path.name} as it is laid out."
        hint = "Write each entry as “  - check: …” under “ignores:”, indented by two spaces."
        raise ProblemsError([Problem("ignore-invalid", Place(path), message, hint)])


def _lines(entry: Ignore) -> str:
    """An entry as YAML; a text in double quotes is written as in JSON."""
    lines = (f"{k}: {json.dumps(v, ensure_ascii=False)}\n" for k, v in entry.model_dump().items())
    return "  - " + "    ".join(lines)


def _findings(wanted: Wanted, today: date | None) -> tuple[Finding, ...]:
    if wanted.check not in CHECK_CODES - NEVER:
        hint = (
            "Run `build-pack check --list`. Dates of review and finished pages cannot be let pass."
        )
        message = f"There is no check “{wanted.check}” that can be let pass."
        raise _refused("CHECK", message, hint)
    leaflets = wanted.library.with_clinic(wanted.clinic).leaflet_ids()
    for leaflet in leaflets:
        locales = (wanted.locale,)
        collected = collect(
            wanted.library, wanted.clinic, leaflet, locales, today, errors_only=False
        )
        if collected.gathered is None:
            raise ProblemsError(collected.problems)
        key = (wanted.check, wanted.text, wanted.locale)
        if found := tuple(one for one in collected.findings if one.key == key):
            return found
    message = f"{wanted.check} finds nothing in “{wanted.text}” for “{wanted.locale}”."
    hint = "Give the check, the text's id and the language as `build-pack check` tells them."
    raise _refused("TEXT", message, hint)


def _refused(name: str, message: str, hint: str) -> ProblemsError:
    return ProblemsError([Problem("ignore-invalid", Place(Path(name)), message, hint)])
