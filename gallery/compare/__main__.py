"""`python -m gallery.compare`: make a set of all pages, or compare two."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from gallery.compare.differences import Difference, differences
from gallery.compare.jobs import jobs
from gallery.compare.making import make
from gallery.compare.masks import PROGRAM, PROGRAM_AND_LEDGER


def main() -> int:
    """Exit code 0: made, or equal; 1: a command failed, or something differs."""
    given = _arguments()
    if given.command == "make":
        return _make(given.checkout.absolute(), given.folder.absolute(), given.only, given.at_once)
    free = PROGRAM_AND_LEDGER if given.other_signatures else PROGRAM
    return _compare(*differences(given.before, given.after, free))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m gallery.compare", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("make", help="make a set with the program of a checkout")
    making.add_argument("checkout", type=Path, help="a folder in which ./run setup was run")
    making.add_argument("folder", type=Path, help="the set; must not be there")
    making.add_argument("--only", action="append", metavar="JOB", help="a job instead of all")
    making.add_argument("--at-once", type=int, default=os.cpu_count() or 1, metavar="N")
    comparing = commands.add_parser("diff", help="compare two sets byte for byte")
    comparing.add_argument("before", type=Path)
    comparing.add_argument("after", type=Path)
    comparing.add_argument(
        "--other-signatures",
        action="store_true",
        help="let releases name another last line of the ledger: other texts were signed",
    )
    return parser.parse_args()


def _make(checkout: Path, folder: Path, only: list[str] | None, at_once: int) -> int:
    if folder.exists():
        return _fail(f"{folder} is there already. Move it away, or name another folder.")
    wanted = [job for job in jobs(checkout) if not only or job.name in only]
    if failed := make(checkout, folder, wanted, at_once, _say):
        return _fail(f"No set was made. Failed: {', '.join(failed)}")
    return 0


def _compare(count: int, found: Sequence[Difference]) -> int:
    for one in found:
        _say(str(one))
    _say(f"{count} files compared, {len(found)} differ.")
    return 0 if count and not found else 1


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - what was made, or differs, is what this command says


def _fail(text: str) -> int:
    print(text, file=sys.stderr)  # noqa: T201
    return 1


if __name__ == "__main__":
    sys.exit(main())
