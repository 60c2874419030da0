"""The header of a catalog: kept as written, asked for its language and plural forms."""

import re
from gettext import c2py
from pathlib import Path

from babel.messages.plurals import get_plural
from babel.messages.pofile import unescape

from build_pack.locales import Locale
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
_LANGUAGE = re.compile(r"^Language:[ \t]*(\S+)", re.MULTILINE)
_TRIED = range(1001)
_LONGEST = 300
"""Characters of a rule; that of Arabic has 80."""


def plurals(locale: str) -> Plurals:
    """The plural forms of a locale."""
    code = Locale(locale).language
    if code in _OWN:
        return _OWN[code]
    found = get_plural(code)
    return found.num_plurals, found.plural_expr


def header_of(path: Path, text: str) -> tuple[str, Plurals | None]:
    """The header entry as written with the comments above it, and the plural forms it gives.

    If it gives none, they are those of its language, or of the folder's.
    Raises `ProblemsError` if there is none, if it names another language than that of the folder,
    or if its plural forms make no sense.
    """
    found = _HEADER.match(text)
    if not found:
        hint = "Restore it from a backup, or copy the header of another catalog."
        raise _invalid(path, 1, "the header is missing", hint)
    header = found[0].lstrip("\n")
    strings = re.findall(r'^[ \t]*(?:msgstr[ \t]+)?(".*")', header, re.MULTILINE)
    fields = "".join(unescape(string) for string in strings)
    _refuse_other_language(path, text, fields)
    return header, _plurals(path, text, fields) or _usual_plurals(path, fields)


def _refuse_other_language(path: Path, text: str, fields: str) -> None:
    """Refuse a catalog of one language in the folder of another; the field may be empty."""
    found = _LANGUAGE.search(fields)
    folder = _folder(path)
    if not found or not folder or _is_of(found[1], folder):
        return
    message = f"the header says “{found[1]}”, but the folder is that of “{folder}”"
    hint = (
        "Move the file to the folder of its language, or, if its texts are correct, write "
        f'"Language: {folder}".'
    )
    raise _invalid(path, header_field_line("Language", text), message, hint)


def _is_of(said: str, folder: str) -> bool:
    """Whether a header's language is the folder's, be it for one region as in `tr-TR.UTF-8`."""
    theirs, ours = Locale.typed(said), Locale.typed(folder)
    return (
        "@" not in said
        and (theirs.language, theirs.script) == (ours.language, ours.script)
        and ours.territory in {"", theirs.territory}
    )


def _usual_plurals(path: Path, fields: str) -> Plurals | None:
    said, folder = _LANGUAGE.search(fields), _folder(path)
    locale = folder or (said[1] if said else "")
    return plurals(Locale.typed(locale)) if locale else None


def _folder(path: Path) -> str:
    """The language of the folder in which a catalog lies; empty if it is in none."""
    return path.parents[1].name if path.parent.name == "LC_MESSAGES" else ""


def _plurals(path: Path, text: str, fields: str) -> Plurals | None:
    if "Plural-Forms:" not in fields:
        return None
    found = _PLURALS.search(fields)
    if found and _is_sound(int(found[1]), found[2]):
        return int(found[1]), found[2].strip()
    hint = 'Write them in gettext\'s format: "Plural-Forms: nplurals=2; plural=(n != 1);\n".'
    message = "the plural forms in the header are not valid"
    raise _invalid(path, header_field_line("Plural-Forms", text), message, hint)


def header_field_line(field: str, text: str) -> int:
    """The line on which a field of the header stands; the first if it is spread over several."""
    start = re.compile(rf"(?!#).*(?<![\w-]){field}:")
    lines = enumerate(text.split("\n"), 1)
    return next((number for number, line in lines if start.match(line)), 1)


def same_plurals(one: Plurals, other: Plurals) -> bool:
    """Whether two sound rules choose the same form for every number that a text may hold."""
    if one == other:
        return True
    ours, theirs = c2py(one[1]), c2py(other[1])
    return one[0] == other[0] and all(ours(n) == theirs(n) for n in _TRIED)


def _is_sound(number: int, expression: str) -> bool:
    """Whether the expression gives one of the forms for every number that a text may hold."""
    if len(expression) > _LONGEST:
        return False
    try:
        choose = c2py(expression)
        return all(0 <= choose(n) < number for n in _TRIED)
    except (ValueError, ZeroDivisionError, SyntaxError, TypeError, RecursionError, MemoryError):
        return False


def _invalid(path: Path, line: int, message: str, hint: str) -> ProblemsError:
    place = Place(path, line)
    return ProblemsError(
        [Problem("catalog-invalid", place, f"Not a valid catalog: {message}.", hint)]
    )
