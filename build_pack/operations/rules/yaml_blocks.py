"""Where each part of a YAML file stands in its lines, so that some can be written anew."""

import re
from dataclasses import dataclass

from build_pack.content.yaml.source_file import SourceFile
from build_pack.problems import Loc

_DASH = re.compile(r"( *)- +")
_TEXT = re.compile(r": *[|>][-+0-9]*$")
_REMARK = re.compile(r"\s#\s[^\"']*$")


@dataclass(frozen=True)
class YamlBlocks:
    """The lines of a file, and the places of its parts; lines count from 0 here."""

    source: SourceFile
    lines: list[str]

    def children(self, loc: Loc) -> list[Loc]:
        """The parts of a group or a list, in the order of the file."""
        node = self.source.data
        for part in loc:
            node = node[part]
        return [(*loc, key) for key in (node if isinstance(node, dict) else range(len(node)))]

    def first(self, loc: Loc) -> int:
        """The line on which a part begins: its key, or the dash of an item."""
        return self.source.key_place(loc).line - 1

    def end(self, loc: Loc) -> int:
        """The line after a part and its comments, which stand further right than it does."""
        if not loc:
            return len(self.lines)
        siblings = self.children(loc[:-1])
        after = siblings[siblings.index(loc) + 1 :]
        limit = self.first(after[0]) if after else self.end(loc[:-1])
        column = self._column(loc)
        while limit > self.first(loc) + 1 and _is_aside(self.lines[limit - 1], column):
            limit -= 1
        return limit

    def _column(self, loc: Loc) -> int:
        """Characters before a key, or before the dash of an item."""
        dash = self.dash(loc)
        return dash if dash is not None else self.source.key_place(loc).column - 1

    def dash(self, loc: Loc) -> int | None:
        """Characters before the dash of an item; None if it is none, or not on its own line."""
        if not isinstance(loc[-1], int):
            return None
        place = self.source.place(loc)
        found = _DASH.fullmatch(self.lines[place.line - 1][: place.column - 1])
        return len(found[1]) if found else None

    def is_block(self, loc: Loc) -> bool:
        """Whether an item is a group with a key on each line."""
        place = self.source.place(loc)
        keys = [self.first(one) for one in self.children(loc)]
        is_flow = self.lines[place.line - 1][place.column - 1 :].startswith("{")
        return not is_flow and self.dash(loc) is not None and len(keys) == len({*keys})

    def pieces(self, loc: Loc) -> dict[str, list[str]]:
        """The lines of each key of a group with the comments below it; without the dash."""
        found: dict[str, list[str]] = {}
        keys = self.children(loc)
        for at, one in enumerate(keys):
            until = self.first(keys[at + 1]) if at + 1 < len(keys) else self.end(loc)
            lines = self.lines[self.first(one) : until]
            column = self.source.key_place(one).column - 1
            found[str(one[-1])] = [" " * column + lines[0][column:], *lines[1:]]
        return found


def _is_aside(line: str, column: int) -> bool:
    """Whether a line below a part says nothing of it."""
    indent = len(line) - len(line.lstrip())
    return not line.strip() or (line.lstrip().startswith("#") and indent <= column)


def comments(lines: list[str]) -> list[str]:
    """The comments among the lines of a part, each on its own line."""
    indent = lines[0][: len(lines[0]) - len(lines[0].lstrip())]
    is_text = any(_TEXT.search(line) for line in lines)  # where # may be a letter like others
    found = [None if is_text else _REMARK.search(line) for line in lines]
    lines = [
        line if line.lstrip().startswith("#") else indent + remark[0].strip() if remark else ""
        for line, remark in zip(lines, found, strict=True)
    ]
    return [line for line in lines if line]
