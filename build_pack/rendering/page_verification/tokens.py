"""What is on a page, as a row of letters with pictures and marks between them.

Letters stand without the spaces between them: where a line ends is a matter of layout. Where words
end is kept beside them. Which mark is before which text is said in one table: stylesheets draw
the icons, and whoever adds a class with an icon adds it here.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

DIRECTION_MARKS = frozenset(map(chr, range(0x2066, 0x206A)))
INVISIBLE = dict.fromkeys([0xAD, 0x200B, 0x2060, *map(ord, DIRECTION_MARKS)])
"""Characters that nobody sees: soft hyphens, and what turns the direction of writing."""
BOX = "(box)"
"""The mark that is an empty box to tick."""
LINE, CELL = "(line)", "(cell)"
"""Places to write: a line, and an empty cell of a table."""

WRITING_LINES = frozenset({"at-blank", "field-line", "ruled-line", "strip-blank"})
"""Classes of the lines to write on."""
_LIST_ICONS = {"do": "do.svg", "dont": "dont.svg", "boxes": BOX}
"""By the class of a list, for each of its items."""
_CLASS_ICONS = {
    "box": BOX,
    "notice-warning": "warning.svg",
    "alarm": "warning.svg",
    **{
        f"verdict-{decision}": f"{decision}.svg"
        for decision in ("ask", "continue", "reduce", "switch", "undecided", "withhold")
    },
    **{
        f"mark-{mark}": f"mark-{mark}.svg"
        for mark in ("after", "both", "changed", "first", "last", "none", "usual", "wait")
    },
    "mark-changed-after": "mark-changed.svg",
}
_RIGHT_TO_LEFT = {"mark-first.svg": "mark-last.svg", "mark-last.svg": "mark-first.svg"}
"""Time runs to the left there, and so do the marks of the first and the last dose."""
MIRRORED_ICONS = {"mark-changed.svg", "switch.svg", "undecided.svg"}
"""What is mirrored on pages that run from right to left."""
ICONS = {icon for icon in (*_LIST_ICONS.values(), *_CLASS_ICONS.values()) if icon != BOX} | {
    "warning-white.svg"
}


@dataclass(frozen=True, slots=True)
class GraphicToken:
    """A picture or mark that is before the letter at `at`."""

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

    def add_text(self, text: str, owner: Any) -> None:
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


def mark_of(element: Any, around: tuple[Any, ...], *, rtl: bool) -> str:
    """The mark before an element's words, given the elements around it; empty if it has none."""
    icon = _icon(element, around)
    return _RIGHT_TO_LEFT.get(icon, icon) if rtl else icon


def _icon(element: Any, around: tuple[Any, ...]) -> str:
    if element.tag == "li" and around:
        for name in around[-1].get("class", "").split():
            if name in _LIST_ICONS:
                return _LIST_ICONS[name]
    if element.tag == "h2" and any("red-flags" in one.get("class", "").split() for one in around):
        return "warning-white.svg"
    for name in element.get("class", "").split():
        if name in _CLASS_ICONS:
            return _CLASS_ICONS[name]
    return ""


def blank_of(element: Any) -> str:
    """What an element of the program's own page is for writing: a line, a cell, or neither."""
    if len(element) or (element.text or "").strip():
        return ""
    if element.tag in {"td", "th"}:
        return CELL
    return LINE if WRITING_LINES & set(element.get("class", "").split()) else ""
