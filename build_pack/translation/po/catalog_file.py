"""Catalog files: read and written so that Poedit, Weblate and msgfmt feel at home.

Previous msgids are kept, every entry is seen, doubles included, and the header stays as it was.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import normalize

from build_pack.problems import Place, Problem, ProblemsError
from build_pack.storage.kept_results import kept
from build_pack.storage.memoization import memoized_by_content
from build_pack.storage.text_files import read_text
from build_pack.text.hidden_characters import HIDDEN_HINT, hidden_character, hidden_problems
from build_pack.text.limits import ENTRIES, listed
from build_pack.translation.po.header import GERMANIC, Plurals, header_of, plurals
from build_pack.translation.po.parser import parse_messages, translator_comments
from build_pack.translation.po.syntax import (
    invalid_catalog_problem,
    normalized_whitespace,
    syntax_problems,
)

PoText = str | tuple[str, ...]
"""A text, or its plural forms."""


def first(words: PoText) -> str:
    """A text, or the first of its plural forms."""
    return words if isinstance(words, str) else words[0]


def forms(words: PoText) -> tuple[str, ...]:
    """A text alone, or its plural forms."""
    return (words,) if isinstance(words, str) else words


@dataclass(frozen=True)
class PoEntry:
    """One entry of a catalog."""

    id: str
    source: PoText
    target: PoText
    place: Place
    fuzzy: bool = False
    previous: PoText | None = None
    """The source text that the target translates, where that differs from `source`."""
    note: str = ""
    locations: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    """What translators wrote to each other."""
    flags: frozenset[str] = field(default_factory=frozenset)

    @property
    def translated(self) -> bool:
        """Whether every form of the target has words."""
        return all(form.strip() for form in forms(self.target))

    @property
    def begun(self) -> bool:
        """Whether any form of the target has words, which must not be lost."""
        return any(form.strip() for form in forms(self.target))


_FORMATS = {"python-format": r"%\(\w+\)[sd]", "python-brace-format": r"\{\w+\}"}


@dataclass(frozen=True)
class PoFile:
    """A catalog file: its header as written, its entries in order, and the obsolete ones."""

    path: Path
    header: str
    entries: tuple[PoEntry, ...]
    obsolete: tuple[PoEntry, ...] = ()
    plurals: Plurals = GERMANIC
    footer: str = ""
    """Comments below the last entry."""


@memoized_by_content
def read_po(path: Path) -> PoFile:
    """Read a catalog, or raise `ProblemsError`."""
    text = normalized_whitespace(read_text(path))
    return kept("catalog", PoFile, (path, text), lambda: _parsed(path, text))


def _parsed(path: Path, text: str) -> PoFile:
    lines = enumerate(text.split("\n"), 1)
    strings = ((number, line) for number, line in lines if not line.startswith("#"))
    if problems := [*hidden_problems(path, strings)] or syntax_problems(path, text):
        raise ProblemsError(listed(problems))
    _require_bounds(path, text)
    header, rule = header_of(path, text)
    live, dead = parse_messages(path, text, (rule or GERMANIC)[0])
    entries = tuple(_entry(path, message) for message in live[1:])  # the first is the header
    obsolete = tuple(_entry(path, message) for message in dead)
    if problems := list(_faults(entries, rule)):
        raise ProblemsError(listed(problems))
    return PoFile(path, header, entries, obsolete, rule or GERMANIC, _footer(text))


def _require_bounds(path: Path, text: str) -> None:
    count = text.count("msgid ")
    if count > ENTRIES:
        problem = invalid_catalog_problem(
            Place(path), f"it has {count:,} entries; the maximum is {ENTRIES:,}"
        )
        raise ProblemsError([problem])


def read_catalog(path: Path) -> PoFile:
    """Read one of our catalogs, or raise `ProblemsError`; each entry says which text it translates.

    Without that nobody can say: the same words are in several texts.
    """
    file = read_po(path)
    if nameless := [entry for entry in file.entries if not entry.id]:
        message = (
            f"Not a valid catalog: {len(nameless)} of {len(file.entries)} entries have no "
            "msgctxt, the line that identifies the text."
        )
        hint = (
            "csv2po without -t, xliff2po and some other tools remove it. Restore the original "
            "file, then convert the translations again with that file as the template (csv2po "
            "-t)."
        )
        raise ProblemsError([Problem("catalog-invalid", nameless[0].place, message, hint)])
    return file


def _footer(text: str) -> str:
    """What translators wrote below the last entry."""
    found = re.search(r"\n\n((?:#(?:[ \t].*)?\n*)+)\Z", text)
    return found[1].rstrip("\n") if found else ""


def _faults(entries: tuple[PoEntry, ...], rule: Plurals | None) -> Iterator[Problem]:
    """What the parser takes and we do not."""
    for entry in entries:
        if not entry.source:
            yield invalid_catalog_problem(entry.place, "the msgid is empty")
        if isinstance(entry.source, tuple) and not rule:
            yield invalid_catalog_problem(entry.place, "the header has no plural forms")
        if found := hidden_character("".join(entry.target)):
            message = (
                f"The translation of “{entry.id}” contains the invisible character {found[1]}."
            )
            yield Problem("character-forbidden", entry.place, message, HIDDEN_HINT)


def _entry(path: Path, message: Message) -> PoEntry:
    comments, previous = translator_comments(message)
    flags = frozenset(message.flags)
    return PoEntry(
        id=message.context or "",
        source=_words(message.id),
        target=_words(message.string or ""),
        place=Place(path, message.lineno or 0),
        fuzzy="fuzzy" in flags,
        previous=previous,
        note="\n".join(message.auto_comments),
        locations=tuple(location for location, _line in message.locations),
        comments=comments,
        flags=flags - {"fuzzy", *_FORMATS},
    )


def _words(string: str | list[str] | tuple[str, ...]) -> PoText:
    return string if isinstance(string, str) else tuple(string)


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


def format_po(file: PoFile) -> str:
    """The text of a catalog file; formatting what was read gives the same text again."""
    live = [_format(entry, "") for entry in file.entries]
    dead = [_format(entry, "~") for entry in file.obsolete]
    foot = [f"{file.footer}\n"] if file.footer else []
    return "\n".join([file.header + "\n", *live, *dead, *foot])


def _format(entry: PoEntry, mark: str) -> str:
    """The lines of an entry; `mark` is ~ for an obsolete one, which says nothing of its place."""
    flags = sorted({*entry.flags, *_formats(entry), *(["fuzzy"] if entry.fuzzy else [])})
    locations = " ".join(_isolated(location) for location in entry.locations)
    lines = [f"# {comment}".rstrip() for comment in entry.comments]
    if not mark:
        lines += [f"#. {line}" for line in entry.note.split("\n") if line]
        lines += [f"#: {locations}"] if locations else []
    lines += [f"#, {', '.join(flags)}"] if flags else []
    if entry.previous is not None:
        lines += [f"#{mark}| {line}" for line in _source(entry.previous)]
    lines += [f"#~ {line}" if mark else line for line in _strings(entry)]
    return "".join(f"{line}\n" for line in lines)


def _formats(entry: PoEntry) -> list[str]:
    """The flags by which msgfmt and Poedit check placeholders.

    A text is a format only if it has named fields: msgfmt would refuse “50% of people”.
    """
    return [flag for flag, field in _FORMATS.items() if re.search(field, "".join(entry.source))]


def _strings(entry: PoEntry) -> Iterator[str]:
    if entry.id:
        yield from _string("msgctxt", entry.id)
    yield from _source(entry.source)
    if isinstance(entry.source, str):
        yield from _string("msgstr", first(entry.target))
    else:
        for index, form in enumerate(entry.target):
            yield from _string(f"msgstr[{index}]", form)


def _source(words: PoText) -> Iterator[str]:
    yield from _string("msgid", first(words))
    if isinstance(words, tuple):
        yield from _string("msgid_plural", words[1])


def _string(keyword: str, text: str) -> list[str]:
    return f"{keyword} {normalize(text, width=0)}".split("\n")


def _isolated(location: str) -> str:
    """A path with a space in it between isolates, as gettext writes it."""
    return f"\u2068{location}\u2069" if " " in location else location
