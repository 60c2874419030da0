"""What stands on a page, as a row of letters with pictures and marks between them.

Letters stand without the spaces between them: where a line ends is a matter of layout. Where words
end is kept beside them.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

TURNING = frozenset(map(chr, range(0x2066, 0x206A)))
INVISIBLE = dict.fromkeys([0xAD, 0x200B, 0x2060, *map(ord, TURNING)])
"""Characters that nobody sees: soft hyphens, and what turns the direction of writing."""
BOX = "(box)"
"""The mark that is an empty box to tick."""
LINE, CELL = "(line)", "(cell)"
"""Places to write: a line, and an empty cell of a table."""


@dataclass(frozen=True, slots=True)
class GraphicToken:
    """A picture or mark that stands before the letter at `at`."""

    at: int
    name: str
    """The file of an icon, `BOX`, or where a picture comes from."""
    alternative: str = ""


@dataclass(slots=True)
class TokenSequence:
    """The letters of a document in order, and who says them."""

    parts: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    owners: list[Any] = field(default_factory=list)
    """For each part the element of the text that it belongs to, which names it in messages."""
    length: int = 0
    gaps: set[int] = field(default_factory=set)
    """Before which letters there is a space, or the end of a line."""
    edges: set[int] = field(default_factory=set)
    """Before which letters an element begins or ends."""
    pictures: list[GraphicToken] = field(default_factory=list)
    marks: list[GraphicToken] = field(default_factory=list)
    blanks: list[GraphicToken] = field(default_factory=list)
    links: list[tuple[int, str]] = field(default_factory=list)

    def say(self, text: str, owner: Any) -> None:
        """Add some words."""
        text = text.translate(INVISIBLE)
        words = text.split()
        if not words:
            if text:
                self.gaps.add(self.length)
            return
        if text[0].isspace():
            self.gaps.add(self.length)
        self.starts.append(self.length)
        self.owners.append(owner)
        self.parts.append("".join(words))
        at = self.length
        for word in words[:-1]:
            at += len(word)
            self.gaps.add(at)
        self.length = at + len(words[-1])
        if text[-1].isspace():
            self.gaps.add(self.length)

    @property
    def letters(self) -> str:
        """All of them."""
        return "".join(self.parts)

    def owner_at(self, at: int) -> Any:
        """Whose letter it is; None if nobody's."""
        if not self.starts:
            return None
        return self.owners[max(bisect_right(self.starts, at) - 1, 0)]
