"""Catalog files: read and written so that Poedit, Weblate and msgfmt feel at home.

The only module that knows Babel's catalog reader and writer. Three of its habits are kept out of
the files: it drops `#| msgid` lines, lets the first of two equal entries win, and rewrites the
header. Here previous msgids are kept, every entry is seen, and the header stays as it was.
"""

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.plurals import get_plural
from babel.messages.pofile import PoFileError, PoFileParser, denormalize, write_po

from build_pack.content.reading import hidden_character, read_text
from build_pack.problems import Place, Problem, ProblemsError

Words = str | tuple[str, ...]
"""A text, or its plural forms."""

_WIDE = 100_000  # no wrapping: wrapped lines churn between tools
_PLURALS = {"tr": (2, "(n != 1)")}  # as gettext's manual has it; Babel says 1


@dataclass(frozen=True)
class Entry:
    """One entry of a catalog."""

    id: str
    source: Words
    target: Words
    place: Place
    fuzzy: bool = False
    previous: str | None = None
    """The source text that the target translates, where that differs from `source`."""
    note: str = ""
    locations: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    """What translators wrote to each other."""
    flags: frozenset[str] = field(default_factory=frozenset)

    @property
    def translated(self) -> bool:
        """Whether every form of the target has words."""
        forms = (self.target,) if isinstance(self.target, str) else self.target
        return all(form.strip() for form in forms)


@dataclass(frozen=True)
class PoFile:
    """A catalog file: its header as written, its entries in order, and the obsolete ones."""

    path: Path
    header: str
    entries: tuple[Entry, ...]
    obsolete: tuple[Entry, ...] = ()
    plurals: tuple[int, str] = (2, "(n != 1)")
    """Number of plural forms, and the C expression that chooses one."""


class _EveryEntry(Catalog):
    """A catalog that keeps every entry that the parser hands it, doubles included."""

    def __init__(self) -> None:
        super().__init__(charset="utf-8")
        self.seen: list[Message] = []

    def __setitem__(self, id: Any, message: Message) -> None:  # noqa: A002 - Babel's name
        if id:
            self.seen.append(message)
        else:
            super().__setitem__(id, message)


def read_po(path: Path) -> PoFile:
    """Read a catalog, or raise `ProblemsError`."""
    text = read_text(path)
    catalog = _EveryEntry()
    # Obsolete entries may carry previous msgids, which the parser takes for an error.
    lines = ["" if line.startswith("#~|") else line for line in text.split("\n")]
    try:
        PoFileParser(catalog, abort_invalid=True).parse(lines)
    except (PoFileError, ValueError, IndexError) as error:
        line = getattr(error, "lineno", -1) + 1
        hint = "Open the file in Poedit, or run msgfmt -c on it, and mend the entry at this line."
        problem = Problem(
            "catalog-invalid", Place(path, line), f"Not a valid catalog: {error}.", hint
        )
        raise ProblemsError([problem]) from error
    entries = tuple(_entry(path, message) for message in catalog.seen)
    _refuse_hidden_characters(entries)
    return PoFile(
        path,
        _header_text(text),
        entries,
        tuple(_entry(path, message) for message in catalog.obsolete.values()),
        (catalog.num_plurals, catalog.plural_expr),
    )


def _refuse_hidden_characters(entries: Iterable[Entry]) -> None:
    problems = []
    for entry in entries:
        name = hidden_character("".join(entry.target))
        if name:
            message = f"The translation of “{entry.id}” holds the invisible character {name}."
            hint = "Type the sentence again instead of pasting it."
            problems.append(Problem("character-forbidden", entry.place, message, hint))
    if problems:
        raise ProblemsError(problems)


def _entry(path: Path, message: Message) -> Entry:
    comments = [line for line in message.user_comments if not line.startswith("|")]
    previous = [line[1:].strip() for line in message.user_comments if line.startswith("|")]
    flags = frozenset(message.flags)
    return Entry(
        id=message.context or "",
        source=_words(message.id),
        target=_words(message.string or ""),
        place=Place(path, message.lineno or 0),
        fuzzy="fuzzy" in flags,
        previous=_previous_msgid(previous),
        note=" ".join(message.auto_comments),
        locations=tuple(location for location, _line in message.locations),
        comments=tuple(comments),
        flags=flags - {"fuzzy", "python-format"},
    )


def _words(string: str | list[str] | tuple[str, ...]) -> Words:
    return string if isinstance(string, str) else tuple(string)


def _previous_msgid(lines: list[str]) -> str | None:
    """Put the strings of `#| msgid "…"` and the lines that continue it together again."""
    found: list[str] | None = None
    for line in lines:
        keyword, _, string = line.partition(" ")
        if keyword == "msgid":
            found = [string]
        elif line.startswith('"') and found is not None:
            found.append(line)
        elif found is not None:
            break
    return "".join(denormalize(part) for part in found) if found else None


def _header_text(text: str) -> str:
    """The header entry as written, with the comments above it."""
    end = re.search(r"\n\s*\n", text.lstrip())
    return text.lstrip()[: end.start()] if end else text.strip()


def new_po(path: Path, locale: str) -> PoFile:
    """An empty catalog with the header that gettext's tools ask for."""
    number, expression = plurals(locale)
    header = "\n".join([
        'msgid ""',
        'msgstr ""',
        '"Project-Id-Version: build-pack\\n"',
        f'"Language: {locale}\\n"',
        '"MIME-Version: 1.0\\n"',
        '"Content-Type: text/plain; charset=UTF-8\\n"',
        '"Content-Transfer-Encoding: 8bit\\n"',
        f'"Plural-Forms: nplurals={number}; plural={expression};\\n"',
    ])  # fmt: skip
    return PoFile(path, header, (), (), (number, expression))


def plurals(locale: str) -> tuple[int, str]:
    """How many plural forms a locale has, and the C expression that chooses one."""
    language = locale.partition("_")[0]
    if language in _PLURALS:
        return _PLURALS[language]
    found = get_plural(language)
    return found.num_plurals, found.plural_expr


def format_po(file: PoFile) -> str:
    """The text of a catalog file; formatting what was read gives the same text again."""
    live = [_format(entry, file.plurals) for entry in file.entries]
    dead = [_obsolete(entry, file.plurals) for entry in file.obsolete]
    return "\n".join([file.header + "\n", *live, *dead])


def _format(entry: Entry, plural_forms: tuple[int, str]) -> str:
    number, expression = plural_forms
    catalog = Catalog(charset="utf-8")
    catalog.mime_headers = [("Plural-Forms", f"nplurals={number}; plural={expression};")]
    message = Message(
        entry.source,
        entry.target,
        [(location, 0) for location in entry.locations],
        auto_comments=[entry.note] if entry.note else [],
        user_comments=entry.comments,
        previous_id=entry.previous or "",
        context=entry.id or None,
    )
    # Babel flags “50% of people” as a Python format by itself, and msgfmt then refuses it.
    message.flags = set(entry.flags)
    message.flags |= {"fuzzy"} if entry.fuzzy else set()
    message.flags |= {"python-format"} if "%(" in "".join(entry.source) else set()
    catalog[entry.source] = message
    buffer = io.BytesIO()
    write_po(buffer, catalog, _WIDE, omit_header=True, include_previous=True, include_lineno=False)
    return buffer.getvalue().decode().strip("\n") + "\n"


def _obsolete(entry: Entry, plural_forms: tuple[int, str]) -> str:
    """An entry with `#~` before its strings; its flags stay: fuzzy work returns as fuzzy."""
    bare = replace(entry, locations=(), note="", previous=None)
    lines = _format(bare, plural_forms).splitlines()
    return "".join(f"{line}\n" if line.startswith("#") else f"#~ {line}\n" for line in lines)
