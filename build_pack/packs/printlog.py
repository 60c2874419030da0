"""A log of what was printed: time, document, version and digest, and nothing about a patient."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from build_pack.documents.record import Record
from build_pack.packs.places import writing

_KEPT = ("document", "version", "edition", "digest", "released")


class PrintLog:
    """A file that grows by a line of JSON for each document that was made."""

    def __init__(self, path: Path) -> None:
        """Raise `ProblemsError` if the file cannot be written: before anything is printed."""
        self._path = path
        self._append("")

    def note(self, records: Iterable[Record]) -> None:
        """Add a line for each document, with the present time."""
        now = datetime.now(UTC).astimezone()
        at = {"at": now.isoformat(timespec="seconds")}
        lines = [at | {key: getattr(record, key) for key in _KEPT} for record in records]
        self._append("".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines))

    def _append(self, text: str) -> None:
        with writing(self._path.parent), self._path.open("a", encoding="utf-8") as file:
            file.write(text)
