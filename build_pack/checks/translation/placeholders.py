"""Values that the program fills in, in each other's place: the first day for the last one."""

import re
from collections.abc import Iterator

from build_pack.checks.check_types import CheckContext, CheckFault, TextCheck, TextPair
from build_pack.checks.languages.known_languages import known_language
from build_pack.checks.languages.language_rules import LanguageRules
from build_pack.problems import Severity
from build_pack.text.folding import lower_case

_FIELD = re.compile(r"\{([a-z_]+)\}|%\((\w+)\)[sd]")
_ALIKE = (
    frozenset({"first", "last"}),
    frozenset({"people", "of", "rest"}),
    frozenset({"page", "pages"}),
    frozenset({"hours", "minutes", "days"}),
)
"""Values that nobody could tell apart in print if they changed places."""
_HINT = "Put each value next to the words that it belongs to in the source."
_Related = dict[str, frozenset[str]]
"""What each value is, by its name."""


def _find(pair: TextPair, _context: CheckContext) -> Iterator[CheckFault]:
    names = tuple(dict.fromkeys(_names(pair.source)))
    if len(names) < 2 or set(names) != set(_names(pair.text)):  # noqa: PLR2004 - two to swap
        return
    ours, theirs = known_language(pair.source_locale), known_language(pair.locale)
    source = _related(pair.source, pair.source_locale, names, ours)
    text = _related(pair.text, pair.locale, names, theirs)
    for name in names:
        others = {one for other in names if other != name for one in source[other]}
        if moved := (text[name] - source[name]) & others:
            what = " and ".join(sorted(moved))
            yield CheckFault(f"“{name}” is where the {what} belongs.", _HINT)
            return
    if swapped := _reordered(pair, text):
        yield CheckFault(f"{swapped} are in a different order than in the source.", _HINT)


def _names(text: str) -> list[str]:
    return [brace or percent for brace, percent in _FIELD.findall(text)]


def _related(text: str, locale: str, names: tuple[str, ...], of: LanguageRules | None) -> _Related:
    """By the name of each value: from, to, whole, rest, phone, or the unit that follows it."""
    if not of:
        return dict.fromkeys(names, frozenset())
    return {
        name: frozenset(_relations(lower_case(_only(name, text), locale), of)) for name in names
    }


def _only(name: str, text: str) -> str:
    """A text with `□` for one value, and `◇` for each other one."""
    return _FIELD.sub(lambda one: "□" if name in one.groups() else "◇", text)


def _relations(words: str, of: LanguageRules) -> Iterator[str]:
    yield from (name for name, pattern in of.relations.items() if pattern.search(words))
    after = words.partition("□")[2].lstrip(" \u00a0")
    for units in (of.units, of.perhaps_units):
        yield from (unit for unit, pattern in units.items() if pattern.match(after))


def _reordered(pair: TextPair, text: _Related) -> str:
    """Values of one kind in another order, where no words of the translation say which is which."""
    for kind in _ALIKE:
        ours, theirs = (
            [name for name in dict.fromkeys(_names(words)) if name in kind]
            for words in (pair.source, pair.text)
        )
        if ours != theirs and not any(text[name] for name in theirs):
            return " and ".join(f"“{name}”" for name in theirs)
    return ""


PLACEHOLDERS = TextCheck("placeholder-swapped", Severity.ERROR, _find)
