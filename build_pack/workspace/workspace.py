"""A library and a clinic, opened once for one or for many operations."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from build_pack.content.library import Library


@dataclass(frozen=True)
class Workspace:
    """What every operation is given: where texts are read from, and for which day."""

    library: Library
    """Without the clinic's folder."""
    clinic: Path
    today: date | None = None
    """The day on which everything has to hold; None: the day that it is at the clinic."""

    @cached_property
    def folders(self) -> Library:
        """The library with the clinic's own files laid over it.

        Raises `ProblemsError` for links that lead out of these folders.
        """
        return self.library.with_clinic(self.clinic)
