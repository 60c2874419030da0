"""The header of a catalog file: kept as it was written, and asked only for its plural forms."""

import re
from gettext import c2py
from pathlib import Path

from babel.messages.plurals import get_plural
from babel.messages.pofile import unescape

from build_pack.problems import Place, Problem, ProblemsError

Plurals = tuple[int, str]
"""How many plural forms there are, and the C expression that chooses one."""

GERMANIC: Plurals = (2, "(n != 1)")
_OWN: dict[str, Plurals] = {
    "tr": GERMANIC,
    "ar": (
        6,
        "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)",
    ),
}
"""As gettext's manual has them. Babel gives Turkish one form, and swaps the last two of Arabic."""
_HEADER = re.compile(r'(?:[ \t]*(?:#.*)?\n)*msgid[ \t]+""[ \t]*\nmsgstr[ \t]+".*"(?:\n[ \t]*".*")*')
_PLURALS = re.compile(
    r"^Plural-Forms:\s*nplurals\s*=\s*(\d)\s*;\s*plural\s*=\s*([^;\n]+);?", re.MULTILINE
)
_TRIED = range(1001)


def plurals(locale: str) -> Plurals:
    """The plural forms of a locale."""
    language = locale.partition("_")[0]
    if language in _OWN:
        return _OWN[language]
    found = get_plural(language)
    return found.num_plurals, found.plural_expr


def header_of(path: Path, text: str) -> tuple[str, Plurals | None]:
    """The header entry as written with the comments above it, and the plural forms it gives.

    Raises `ProblemsError` if there is none, or if its plural forms make no sense.
    """
    found = _HEADER.match(text)
    if not found:
        hint = "Copy the first lines of another catalog, up to the first empty one."
        raise _invalid(path, 1, "the header is missing", hint)
    header = found[0].lstrip("\n")
    strings = re.findall(r'^[ \t]*(?:msgstr[ \t]+)?(".*")', header, re.MULTILINE)
    fields = "".join(unescape(string) for string in strings)
    return header, _plurals(path, text, fields)


def _plurals(path: Path, text: str, fields: str) -> Plurals | None:
    if "Plural-Forms:" not in fields:
        return None
    found = _PLURALS.search(fields)
    if found and _is_sound(int(found[1]), found[2]):
        return int(found[1]), found[2].strip()
    line = text[: text.index("Plural-Forms:")].count("\n") + 1
    hint = 'Write them as gettext has them: "Plural-Forms: nplurals=2; plural=(n != 1);\\n".'
    raise _invalid(path, line, "the plural forms in the header make no sense", hint)


def _is_sound(number: int, expression: str) -> bool:
    """Whether the expression gives one of the forms for every number that a text may hold."""
    try:
        choose = c2py(expression)
        return all(0 <= choose(n) < number for n in _TRIED)
    except (ValueError, ZeroDivisionError):
        return False


def _invalid(path: Path, line: int, message: str, hint: str) -> ProblemsError:
    place = Place(path, line)
    return ProblemsError(
        [Problem("catalog-invalid", place, f"Not a valid catalog: {message}.", hint)]
    )
