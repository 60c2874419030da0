"""WeasyPrint at work: what it may load, and all that it says or fails at as problems."""

from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from build_pack.problems import Place, Problem, downgrade_tolerated, stop_on_errors
from build_pack.program_errors import is_program_error
from build_pack.rendering.weasyprint.log_capture import as_problems, captured_log
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
    with captured_log() as messages:
        try:
            yield fetcher, problems
        except URLFetchingError as error:  # mostly it is caught and logged, but not always
            messages.append(str(error))
        except Exception as error:
            if isinstance(error, MemoryError | OSError) or is_program_error(error):
                raise
            messages.append(f"This cannot be laid out: {type(error).__name__} {error}.")
    found = [*problems, *as_problems(messages, fetcher.refused, place)]
    stop_on_errors(downgrade_tolerated(found, tolerated))
