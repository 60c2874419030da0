"""A finding of a check let pass, by a person and with a reason, until the text changes."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from build_pack.checks.findings import Finding
from build_pack.checks.passing import NEVER
from build_pack.checks.registry import CHECK_CODES
from build_pack.content.ignores import DIGITS, Ignore, Ignores, ignores_path
from build_pack.content.library import Library
from build_pack.content.loading import load
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
    locale: str
    reason: str
    by: str


def let_pass(wanted: Wanted, today: date) -> Path:
    """Add an entry to the locale's file, or raise `ProblemsError` if the check finds nothing."""
    finding = _finding(wanted, today)
    path = ignores_path(wanted.folder, wanted.locale)
    entry = Ignore(
        check=wanted.check,
        text=wanted.text,
        reason=wanted.reason,
        by=wanted.by,
        digest=finding.digest[:DIGITS],
    )
    if path.is_file():
        load(path, Ignores)  # nothing is added to a file with faults
    before = path.read_text(encoding="utf-8") if path.is_file() else _HEAD
    content = before.rstrip("\n") + "\n" + "".join(_lines(entry))
    [written] = whole_files(wanted.folder, {path.relative_to(wanted.folder): content.encode()})
    return written


def _lines(entry: Ignore) -> Iterator[str]:
    """An entry as YAML; a text in double quotes is written as in JSON."""
    mark = "- "
    for key, value in entry.model_dump().items():
        yield f"  {mark}{key}: {json.dumps(value, ensure_ascii=False)}\n"
        mark = "  "


def _finding(wanted: Wanted, today: date) -> Finding:
    if wanted.check not in CHECK_CODES - NEVER:
        hint = (
            "Run `build-pack check --list`. Dates of review and finished pages cannot be let pass."
        )
        message = f"There is no check “{wanted.check}” that can be let pass."
        raise _refused("CHECK", message, hint)
    leaflets = wanted.library.with_clinic(wanted.clinic).leaflet_ids()
    for leaflet in leaflets:
        found = collect(wanted.library, wanted.clinic, leaflet, (wanted.locale,), today).findings
        for finding in found:
            if finding.key == (wanted.check, wanted.text, wanted.locale):
                return finding
    message = f"{wanted.check} finds nothing in “{wanted.text}” for “{wanted.locale}”."
    hint = "Give the check, the text's id and the language as `build-pack check` tells them."
    raise _refused("TEXT", message, hint)


def _refused(name: str, message: str, hint: str) -> ProblemsError:
    return ProblemsError([Problem("ignore-invalid", Place(Path(name)), message, hint)])
