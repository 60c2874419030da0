"""Files are as an editor saves them that keeps to `.editorconfig`."""

import re
from collections.abc import Iterator
from pathlib import Path

import editorconfig

from tests.workshop import ROOT

SOURCES = ("build_pack", "tests", "templates", "locales", "leaflets", "clinics", "docs", "gallery")
WRITTEN = (".py", ".jinja", ".css", ".svg", ".yaml", ".toml", ".md", ".po", ".json", ".java")


def written_files() -> Iterator[Path]:
    """Each file that people write."""
    for top in (ROOT, *(ROOT / name for name in SOURCES)):
        found = top.glob("*") if top == ROOT else top.rglob("*")
        yield from (path for path in found if path.suffix in WRITTEN and path.is_file())


def faults(path: Path) -> Iterator[str]:
    """Where a file is not as `.editorconfig` lets an editor save it."""
    rules = editorconfig.get_properties(str(path))
    text = path.read_bytes().decode(rules["charset"])
    if "\r" in text:
        yield "end_of_line"
    if text and not text.endswith("\n"):
        yield "insert_final_newline"
    if re.search(r"[ \t]$", text, re.MULTILINE):
        yield "trim_trailing_whitespace"
    if re.search(r"^\t", text, re.MULTILINE):
        yield "indent_style"


def test_each_file_is_as_an_editor_would_save_it() -> None:
    assert [(path, fault) for path in written_files() for fault in faults(path)] == []
