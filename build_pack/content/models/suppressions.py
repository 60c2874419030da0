"""Findings that a person has looked at and lets pass: `locales/<locale>/ignores.yaml`."""

from pathlib import Path
from typing import Annotated

from pydantic import StringConstraints

from build_pack.content.models.base import Id, Model, Name
from build_pack.text.patterns import DIGEST

DIGITS = 16
"""Of the digest of a text, as it is in the file."""


class SuppressionEntry(Model):
    """One check that is ignored for one text."""

    check: Id
    text: Name
    """The id of the text, of the section, or `reference.KEY`."""
    reason: Name
    by: Name
    """Who looked at it."""
    digest: Annotated[str, StringConstraints(pattern=DIGEST)]
    """Of the words as they were; `build-pack ignore` writes it."""


class SuppressionList(Model):
    """`locales/<locale>/ignores.yaml`."""

    ignores: tuple[SuppressionEntry, ...] = ()


def suppressions_path(folder: Path, locale: str) -> Path:
    """Where they are in a library or a clinic."""
    return folder / "locales" / locale / "ignores.yaml"
