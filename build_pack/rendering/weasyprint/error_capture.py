"""WeasyPrint at work: what it may load, and all that it says or fails at as problems."""

import logging
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from build_pack.problems import Place, Problem, downgrade_tolerated, stop_on_errors
from build_pack.program_errors import is_program_error
from build_pack.storage.snapshot import NOTHING, Snapshot


@contextmanager
def errors_captured(
    roots: Iterable[Path],
    place: Place,
    tolerated: Container[str] = (),
    snapshot: Snapshot = NOTHING,
) -> Iterator[tuple[Any, list[Problem]]]:
    """Give a fetcher and a list of problems; at the end, raise these and all that was logged.

    If all are of codes that are `tolerated`, nothing is raised.
    """
    from weasyprint.urls import URLFetchingError

    from build_pack.rendering.weasyprint.resource_fetcher import RootedFetcher

    fetcher = RootedFetcher(roots, snapshot)
    problems: list[Problem] = []
    with _captured_log() as messages:
        try:
            yield fetcher, problems
        except URLFetchingError as error:  # mostly it is caught and logged, but not always
            messages.append(str(error))
        except Exception as error:
            if isinstance(error, MemoryError | OSError) or is_program_error(error):
                raise
            messages.append(f"This cannot be laid out: {type(error).__name__} {error}.")
    found = [*problems, *_as_problems(messages, fetcher.refused, place)]
    stop_on_errors(downgrade_tolerated(found, tolerated))


@contextmanager
def _captured_log() -> Iterator[list[str]]:
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


def _as_problems(
    messages: Iterable[str], refused: Sequence[str], place: Place
) -> Iterator[Problem]:
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
