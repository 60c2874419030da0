"""A set made: all jobs, some side by side, into a folder that is there only when all are done."""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from pathlib import Path

from gallery.compare.clinics import make_clinics
from gallery.compare.jobs import Job, Place
from gallery.compare.program import CommandFailedError, Program

Progress = Callable[[str], None]


def make(
    checkout: Path, out: Path, jobs: Sequence[Job], at_once: int, say: Progress
) -> tuple[str, ...]:
    """Fill the folder `out`, which must not be there; or give the names of the jobs that failed."""
    unfinished = out.with_name(f"{out.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="compare-") as name:
        folder = Path(name)
        make_clinics(checkout, folder / "clinics")
        with ThreadPoolExecutor(at_once) as pool:
            tasks = {pool.submit(_do, job, checkout, folder, unfinished): job.name for job in jobs}
            failed = tuple(_failed(tasks, say))
    if not failed:
        unfinished.rename(out)
    return failed


def _failed(tasks: Mapping[Future[None], str], say: Progress) -> Iterator[str]:
    """Wait for all jobs, and give the names of those that failed."""
    for task in as_completed(tasks):
        try:
            task.result()
            say(tasks[task])
        except CommandFailedError as error:
            say(f"{tasks[task]} failed: {error}")
            yield tasks[task]


def _do(job: Job, checkout: Path, folder: Path, out: Path) -> None:
    work, made = folder / "work" / job.name, out / job.name
    work.mkdir(parents=True)
    made.mkdir(parents=True)
    job.do(Place(Program(checkout, work), folder / "clinics", made))
