"""A set made: all jobs, some side by side, into a folder that is there only when all are done."""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from gallery.compare.clinics import make_clinics
from gallery.compare.jobs import Job, Place
from gallery.compare.program import CommandFailedError, Program

Progress = Callable[[str], None]


def make(
    checkout: Path, out: Path, jobs: Sequence[Job], at_once: int, say: Progress
) -> tuple[str, ...]:
    """Fill the folder `out`, which must not be there; or give what each failed job said."""
    unfinished = out.with_name(f"{out.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="compare-") as name:
        folder = Path(name)
        make_clinics(checkout, folder / "clinics")
        failed = tuple(_done(checkout, folder, unfinished, jobs, at_once, say))
    if not failed:
        unfinished.rename(out)
    return failed


def _done(
    checkout: Path, folder: Path, out: Path, jobs: Sequence[Job], at_once: int, say: Progress
) -> Iterator[str]:
    def do(job: Job) -> None:
        work, made = folder / "work" / job.name, out / job.name
        work.mkdir(parents=True)
        made.mkdir(parents=True)
        job.do(Place(Program(checkout, work), folder / "clinics", made))

    with ThreadPoolExecutor(at_once) as pool:
        running = {pool.submit(do, job): job.name for job in jobs}
        for future in as_completed(running):
            try:
                future.result()
                say(running[future])
            except CommandFailedError as error:
                yield f"{running[future]}: {error}"
