"""Catalog files parsed by Babel, with what its reader would lose.

The only module that knows that reader. It takes `#| msgid` lines for comments, drops the second of
two equal comments, lets the first of two equal entries win, and fails on header fields that it
cannot read. So every comment passes it with its number and kind before it, between NULs.
"""

import re
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, PoFileParser, unescape

from build_pack.problems import Place, ProblemsError
from build_pack.translation.po.syntax import invalid_catalog_problem

_COMMENT = re.compile(r"\s*#(?:~?(?P<previous>\|)|(?![~,:.]))[ \t]?(?P<text>.*)")


class _MessageList(dict[Any, Message]):
    """A mapping that remembers all that was put into it, doubles included."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[Message] = []

    def __setitem__(self, key: Any, message: Message) -> None:
        self.seen.append(message)


class _CompleteCatalog(Catalog):
    """A catalog that keeps every entry that the parser hands it, and does not read the header."""

    def __init__(self, number_of_plurals: int) -> None:
        super().__init__(charset="utf-8")
        self._number = number_of_plurals
        self.live = _MessageList()
        self.obsolete = self.dead = _MessageList()

    @property
    def num_plurals(self) -> int:
        """How many plural forms an entry has."""
        return self._number

    def __setitem__(self, id: Any, message: Message) -> None:  # noqa: A002 - Babel's name
        self.live[id] = message


def parse_messages(
    path: Path, text: str, number_of_plurals: int
) -> tuple[list[Message], list[Message]]:
    """The live entries of a catalog, the header first, and the obsolete ones."""
    catalog = _CompleteCatalog(number_of_plurals)
    lines = [_numbered(number, line) for number, line in enumerate(text.split("\n"))]
    try:
        PoFileParser(catalog, abort_invalid=True).parse(lines)
    except PoFileError as error:
        message = str(error).rpartition(" on ")[0]
        raise ProblemsError(
            [invalid_catalog_problem(Place(path, error.lineno + 1), message)]
        ) from error
    return catalog.live.seen, catalog.dead.seen


def _numbered(number: int, line: str) -> str:
    found = _COMMENT.fullmatch(line)
    return f"#\0{number}{found['previous'] or ''}\0{found['text']}" if found else line


def translator_comments(message: Message) -> tuple[tuple[str, ...], str | tuple[str, ...] | None]:
    """What translators wrote to each other, and the previous msgid with its plural, if any."""
    parts = [comment.split("\0", 2)[1:] for comment in message.user_comments]
    comments = tuple(text for number, text in parts if not number.endswith("|"))
    return comments, _previous([text for number, text in parts if number.endswith("|")])


def _previous(lines: list[str]) -> str | tuple[str, ...] | None:
    """Put the strings of `#| msgid "…"`, and of the plural, together again."""
    found: dict[str, str] = {}
    keyword = ""
    for line in lines:
        word, _, string = line.partition('"')
        keyword = word.strip() or keyword
        found[keyword] = found.get(keyword, "") + unescape(f'"{string}')
    if "msgid_plural" in found:
        return (found.get("msgid", ""), found["msgid_plural"])
    return found.get("msgid")
