"""How the lines of a ledger go on from each other: each stands once, behind a tip, and in time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from build_pack.approvals.ledger.line import LedgerLine

CLOCKS = timedelta(minutes=5)
"""So far the clocks of two computers may differ: a line may be dated that much ahead of ours."""
EARLIEST = datetime(2026, 1, 1, tzinfo=UTC)
"""No line is older than the program; a computer that has lost its clock says 1970 or 2000."""
ORIGIN = "0" * 64
"""What the first line names as the line before it."""
SHOWN = 16
"""Digits of a digest that name a file, and a line in earlier versions."""

TO_COME = "which is in the future."
"""How it ends what is said of a line from the future: that may be the fault of a clock."""

_ASKED = timedelta(days=1)
"""Earlier versions dated a line when they asked, and another person may have signed meanwhile."""
_GONE = "A line before this one was changed, moved or removed."


def last_moment(today: date | None) -> datetime:
    """The latest time that a line may have, on a given day or, without one, now."""
    if today is None:
        return datetime.now(UTC) + CLOCKS
    # Where the day is over first, it is still the day before elsewhere.
    return datetime.combine(today, time(), UTC) + timedelta(days=1, hours=12)


def line_digest(raw: str) -> str:
    """What the line after it calls a line."""
    return sha256(raw.encode()).hexdigest()


@dataclass(frozen=True)
class ChainLink:
    """A line among the others."""

    digest: str
    number: int
    """Of the line in the file."""
    moment: datetime
    """When it was written; never before the lines that it goes on from."""
    depth: int
    """How many lines come before it on the longest way."""
    parents: tuple[str, ...] = ()
    """The digests of the lines that it goes on from."""
    is_of_earlier_version: bool = False

    @property
    def order(self) -> tuple[datetime, int, str]:
        """Which of two lines counts as the later one, wherever they are in the file."""
        return self.moment, self.depth, self.digest


class LedgerChain:
    """The lines that were read so far."""

    def __init__(self, latest: datetime) -> None:
        """No line may be dated later than `latest`."""
        self._latest = latest
        self._links: dict[str, ChainLink] = {}
        self._known: dict[str, str] = {}
        """Digests by digest and, as lines of earlier versions name it, by its beginning."""
        self._tips: dict[str, ChainLink] = {}
        self._is_later_version = False
        """Whether a line of this version or a later one has been read."""

    @property
    def tips(self) -> tuple[ChainLink, ...]:
        """The lines that none goes on from, in the order of the file."""
        return tuple(self._tips.values())

    @property
    def fork(self) -> int:
        """The first line that the first of several tips does not go on from."""
        first = set(ancestors(self._links, [self.tips[0].digest]))
        return min(one.number for one in self._links.values() if one.digest not in first)

    @property
    def links(self) -> Mapping[str, ChainLink]:
        """All lines by digest."""
        return self._links

    def extend(self, line: LedgerLine | None, raw: str, number: int) -> tuple[ChainLink, str]:
        """Take in one more line; what is wrong with its place, or nothing.

        A line at fault is taken in too, without `line` if it is none: those after it may be
        right.
        """
        digest = line_digest(raw)
        if earlier := self._links.get(digest):
            return earlier, f"This line repeats line {earlier.number}."
        link, fault = self._link(line, digest, number)
        for parent in link.parents:
            self._tips.pop(parent, None)
        self._links[digest] = self._tips[digest] = link
        self._is_later_version |= line is not None and not link.is_of_earlier_version
        self._known |= {digest: digest, digest[:SHOWN]: digest}
        return link, fault

    def _link(self, line: LedgerLine | None, digest: str, number: int) -> tuple[ChainLink, str]:
        if line is None:
            return ChainLink(digest, number, EARLIEST, 0), ""
        named = _named(line)
        found = [self._known[name] for name in named if name in self._known]
        parents = [self._links[name] for name in found]
        old = is_of_earlier_version(line)
        link = ChainLink(
            digest,
            number,
            max((self._credible(line.at), *(parent.moment for parent in parents))),
            1 + max((parent.depth for parent in parents), default=0),
            tuple(found),
            is_of_earlier_version=old,
        )
        faults = (
            _GONE if len(found) < len(named) or (not old and set(found) != set(named)) else "",
            self._join_fault(line, found) if line.joins else "",
            self._form_fault(link),
            self._time_fault(line, parents, _ASKED if old else timedelta()),
        )
        return link, next(filter(None, faults), "")

    def _credible(self, at: datetime) -> datetime:
        """A time, if it can be one: else the lines behind it would be told of as well."""
        return at if EARLIEST <= at <= self._latest else EARLIEST

    def _join_fault(self, line: LedgerLine, found: Sequence[str]) -> str:
        """Whether it joins a line with itself, or with one that it goes on from anyway.

        A line may stand once more for what others before it have joined.
        """
        if self._repeats(line, found):
            return ""
        behind = (digest for one in found for digest in self._links[one].parents)
        if len(set(found)) <= len(line.joins) or set(ancestors(self._links, behind)) & set(found):
            return "This line joins a branch that does not exist."
        return ""

    def _repeats(self, line: LedgerLine, found: Sequence[str]) -> bool:
        """Whether it names lines that join branches, and goes on from each of them anyway."""
        previous, named = found[:1], set(found[1:])
        once = line.previous != ORIGIN and len(named) == len(line.joins)
        joining = all(len(self._links[one].parents) > 1 for one in named)
        return once and joining and named <= set(ancestors(self._links, previous))

    def _form_fault(self, link: ChainLink) -> str:
        if link.is_of_earlier_version and self._is_later_version:
            return (
                "This line has the format of an earlier version, but follows a line of a later "
                "version."
            )
        return ""

    def _time_fault(self, line: LedgerLine, parents: Iterable[ChainLink], slack: timedelta) -> str:
        said = line.at.isoformat(" ")
        if line.at > self._latest:
            return f"It is dated {said}, {TO_COME}"
        if line.at < EARLIEST:
            return f"It is dated {said}, before this program existed."
        if any(line.at < parent.moment - slack for parent in parents):
            return f"It is dated {said}, before the line that it follows."
        return ""


def is_of_earlier_version(line: LedgerLine) -> bool:
    """Whether it names the line before it by the beginning of its digest, or by nothing."""
    return len(line.previous) < len(ORIGIN) and not line.joins


def _named(line: LedgerLine) -> list[str]:
    """What a line names as the lines before it."""
    first = [] if line.previous in {"", ORIGIN} else [line.previous]
    return [*first, *line.joins]


def ancestors(links: Mapping[str, ChainLink], digests: Iterable[str]) -> Iterator[str]:
    """The lines themselves and all that they go on from, each once."""
    waiting, seen = list(digests), set[str]()
    while waiting:
        digest = waiting.pop()
        if digest not in seen:
            seen.add(digest)
            yield digest
            waiting += links[digest].parents
