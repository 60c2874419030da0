"""WeasyPrint at work: what it may load, and all that it says or fails at as problems."""

from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from build_pack.content.own_faults import is_ours
from build_pack.content.snapshot import NOTHING, Snapshot
from build_pack.problems import Place, Problem, lenient, stop_on_errors
from build_pack.rendering.overhearing import as_problems, overheard


@contextmanager
def supervised(
    roots: Iterable[Path],
    place: Place,
    tolerated: Container[str] = (),
    snapshot: Snapshot = NOTHING,
) -> Iterator[tuple[Any, list[Problem]]]:
    """Give a fetcher and a list of problems; at the end, raise these and all that was logged.

    If all are of codes that are `tolerated`, nothing is raised.
    """
    from weasyprint.urls import URLFetchingError

    from build_pack.rendering.fetching import RootedFetcher

    fetcher = RootedFetcher(roots, snapshot)
    problems: list[Problem] = []
    with overheard() as messages:
        try:
            yield fetcher, problems
        except URLFetchingError as error:  # mostly it is caught and logged, but not always
            messages.append(str(error))
        except Exception as error:
            if isinstance(error, MemoryError | OSError) or is_ours(error):
                raise
            messages.append(f"This cannot be laid out: {type(error).__name__} {error}.")
    found = [*problems, *as_problems(messages, fetcher.refused, place)]
    stop_on_errors(lenient(found, tolerated))
