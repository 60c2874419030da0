"""What WeasyPrint logs while it works, and never raises, as problems."""

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from build_pack.problems import Place, Problem


@contextmanager
def captured_log() -> Iterator[list[str]]:
    """Collect WeasyPrint's warnings and errors, whatever log level the program has set."""
    logger, listener = logging.getLogger("weasyprint"), _LogListener()
    level = logger.level
    logger.addHandler(listener)
    logger.setLevel(logging.WARNING)
    try:
        yield listener.messages
    finally:
        logger.setLevel(level)
        logger.removeHandler(listener)


def as_problems(messages: Iterable[str], refused: Sequence[str], place: Place) -> Iterator[Problem]:
    """Turn what was refused by the fetcher, and what else was logged, into problems at `place`."""
    for url in refused:
        message = f"“{url}” is outside the folders from which a document can load files."
        hint = "Move the file to the templates folder of the library or the clinic."
        yield Problem("resource-refused", place, message, hint)
    for message in messages:
        # A refusal is logged as well, in one way or another, and always with the URL.
        if not any(url in message for url in refused):
            hint = "Fix the template or stylesheet."
            yield Problem("render-warning", _position(message, place), message, hint)


class _LogListener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        # Said once a glyph, while the document's fonts remember all that they lacked.
        if not str(record.msg).startswith(".notdef glyph"):
            self.messages.append(record.getMessage())


def _position(message: str, place: Place) -> Place:
    """Narrow a stylesheet down to the line and column that a message about CSS gives."""
    found = re.search(r" at (\d+):(\d+)", message) if place.path.suffix == ".css" else None
    return Place(place.path, int(found[1]), int(found[2])) if found else place
