"""One mutated file after another, each made from its kind and a number, and read."""

import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from types import FrameType

from build_pack.problems import Problem
from tests.fuzzing.kinds import KINDS, Bench, read

KEPT = Path(__file__).with_name("seeds.txt")
"""Cases that failed once, which are tried first each time: a kind and a number a line."""
_TOO_LONG = 30
"""Seconds of work after which a case hangs; one takes some hundredths."""


@dataclass(frozen=True)
class Case:
    """A kind of file, and the number that says in which way it is broken."""

    kind: str
    number: int

    def content(self) -> bytes:
        """The file; the same for the same case on every machine."""
        kind = KINDS[self.kind]
        random = Random(f"{self.kind} {self.number}")
        return kind.make(random, kind.seeds(), kind.mutators)


@dataclass(frozen=True)
class Failure:
    """A case in which the program does something else than say what is wrong."""

    case: Case
    reason: str
    content: bytes = field(repr=False)


class HangError(BaseException):
    """Raised in a case that takes far too long; nothing in between may catch it."""


def kept() -> list[Case]:
    """The cases that failed once."""
    lines = (
        line.split() for line in KEPT.read_text("utf-8").splitlines() if line[:1] not in {"", "#"}
    )
    return [Case(kind, int(number)) for kind, number in lines]


def cases(count: int, first: int = 0) -> Iterator[Case]:
    """So many cases of all kinds, each kind in its share."""
    whole = sum(kind.share for kind in KINDS.values())
    for name, kind in KINDS.items():
        share = -(-kind.share * count // whole)
        yield from (Case(name, first + number) for number in range(share))


def tried(bench: Bench, case: Case) -> Failure | None:
    """Why a case fails, if it does."""
    content = case.content()
    try:
        with _watched():
            found = read(bench, KINDS[case.kind], content)
    except (Exception, HangError) as error:  # noqa: BLE001 - that is what is looked for
        return Failure(case, "".join(traceback.format_exception(error)[-4:]), content)
    lacking = [problem for problem in found if not _is_whole(problem)]
    return Failure(case, f"says too little: {lacking[0]!r}", content) if lacking else None


def _is_whole(problem: Problem) -> bool:
    return bool(problem.message.strip() and problem.hint.strip() and problem.place.path.name)


@contextmanager
def _watched() -> Iterator[None]:
    before = signal.signal(signal.SIGVTALRM, _hang)
    signal.setitimer(signal.ITIMER_VIRTUAL, _TOO_LONG)  # counts no time of others at work here
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _hang(_number: int, _frame: FrameType | None) -> None:
    raise HangError(f"not done after {_TOO_LONG} seconds of work")
