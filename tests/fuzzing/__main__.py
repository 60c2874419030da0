"""Try many mutated files, and keep the numbers of those at which the program fails.

./run fuzz [COUNT [FIRST]]      100,000 from number 1,000,000 on, unless said otherwise
"""

import sys
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fuzzing.kinds import Bench
from tests.fuzzing.running import KEPT, Case, cases, kept, tried

_COUNT, _FIRST = 100_000, 1_000_000


def main(arguments: list[str]) -> int:
    """Try them, say what fails, and give an exit code."""
    count, first = [*map(int, arguments), *(_COUNT, _FIRST)[len(arguments) :]]
    known, failed, last = set(kept()), 0, ""
    with TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        for number, case in enumerate(chain(kept(), cases(count, first)), start=1):
            if case.kind != last or number % 1000 == 0:
                last = case.kind
                _say(f"{number:,} of {count + len(known):,}: {case.kind} {case.number}")
            if failure := tried(bench, case):
                failed += 1
                _say(f"FAILED: {case.kind} {case.number}\n{failure.reason}")
                if case not in known:
                    _keep(case)
    _say(f"{failed} of {number:,} failed.")
    return 1 if failed else 0


def _keep(case: Case) -> None:
    with KEPT.open("a", encoding="utf-8") as file:
        file.write(f"{case.kind} {case.number}\n")


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
