"""Text files: UTF-8, in Unicode normal form C, and without characters that hide."""

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from stat import S_ISREG

from build_pack.content.limits import BYTES
from build_pack.problems import Place, Problem, ProblemsError

# ZERO WIDTH (NON-)JOINER stay allowed: Arabic-script and Indic languages need them.
_FORBIDDEN = {
    "Cc": "control character",
    "Cf": "format character",
    "Co": "private-use character",
    "Cs": "half of a character",
    "Cn": "unassigned character",
    "Zl": "line separator",
    "Zp": "paragraph separator",
}
_ALLOWED = {"\n", "\t", "\u200c", "\u200d"}

HIDDEN_HINT = "Type the words again instead of pasting them."


_LATIN = str.maketrans("İı", "ii")


def keyword(text: str) -> str:
    """One of the program's own words as it was typed: small letters, without Turkish dots."""
    return text.strip().translate(_LATIN).lower()


def slug(text: str) -> str:
    """A text in the letters a to z, digits and hyphens: `İzmir Ağrı` as `izmir-agri`."""
    letters = (
        unicodedata.normalize("NFKD", keyword(text).casefold()).encode("ascii", "ignore").decode()
    )
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def id_like(text: str, longest: int = 60) -> str:
    """An id that is near to a text; empty if no letter of it can stand in one."""
    return slug(text).lstrip("-0123456789")[:longest].rstrip("-")


def read_text(path: Path) -> str:
    r"""Read a UTF-8 text with its lines ended by `\n`, or raise `ProblemsError`."""
    return decoded(read_bytes(path), path)


def decoded(raw: bytes, path: Path) -> str:
    """The text of a file that has been read, as `read_text` gives it, or `ProblemsError`."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        hint = "Save the file as UTF-8; in most editors under “Save with encoding”."
        message = "From here on, the file is not valid UTF-8."
        raise _unreadable(Place(path, line), message, hint) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)


def hidden_character(text: str) -> tuple[int, str] | None:
    """Where the first character is that no reader can see and no text of ours needs, and its name.

    None if there is no such character.
    """
    if text.isprintable():  # of what is forbidden nothing is
        return None
    for index, character in enumerate(text):
        kind = _FORBIDDEN.get(unicodedata.category(character))
        if kind and character not in _ALLOWED:
            return index, f"U+{ord(character):04X} {unicodedata.name(character, kind)}"
    return None


def hidden_problems(path: Path, lines: Iterable[tuple[int, str]]) -> Iterator[Problem]:
    """One problem for each numbered line that holds a hidden character."""
    for number, line in lines:
        if found := hidden_character(line):
            column, name = found
            message = f"The line contains the invisible character {name}."
            place = Place(path, number, column + 1)
            yield Problem("character-forbidden", place, message, HIDDEN_HINT)


def leads_to(path: Path) -> str:
    """Whether a path leads to a “file” or a “folder”; nothing also if no name can be so long."""
    try:
        return "file" if path.is_file() else "folder" if path.is_dir() else ""
    except (OSError, ValueError):
        return ""


def read_bytes(path: Path, most: int = BYTES) -> bytes:
    """Read a file that a person made, or raise `ProblemsError`.

    What is not a file is not opened: a pipe would have us wait for ever.
    """
    try:
        if not path.is_file():
            raise missing(path)
        with open(path, "rb", opener=_opened_at_once) as file:
            if not S_ISREG(os.fstat(file.fileno()).st_mode):
                raise missing(path)
            raw = file.read(most + 1)
    except FileNotFoundError as error:
        raise missing(path) from error
    except OSError as error:
        hint = "Check its permissions, and that its disk is connected."
        raise _unreadable(
            Place(path), f"The file cannot be read: {error.strerror}.", hint
        ) from error
    return bounded(raw, path, most)


def bounded(raw: bytes, path: Path, most: int = BYTES) -> bytes:
    """What was read of a file, or `ProblemsError` if it is more than is read."""
    if len(raw) > most:
        message = f"The file is larger than {most:,} bytes, which is the maximum."
        raise _unreadable(Place(path), message, "Check that this is the right file.")
    return raw


def _opened_at_once(path: str, flags: int) -> int:
    """Open a file without waiting, should it have become a pipe in the meantime."""
    return os.open(path, flags | os.O_NONBLOCK)


def missing(path: Path) -> ProblemsError:
    """What is raised for a file that is not there, or is none."""
    message, hint = (
        "The file does not exist.",
        "Create the file, or correct its name.",
    )
    if path.is_dir():
        message, hint = "This is a folder, not a file.", "Give the name of a file."
    elif path.is_symlink():
        message = "The target of the link is not a file."
        hint = "Replace the link with the file itself."
    elif path.exists():
        message, hint = "This is a pipe or a device, not a file.", "Give the name of a file."
    return ProblemsError([Problem("file-missing", Place(path), message, hint)])


def _unreadable(place: Place, message: str, hint: str) -> ProblemsError:
    return ProblemsError([Problem("file-unreadable", place, message, hint)])


def counted(number: int, word: str) -> str:
    """A number of things: 1 pack, 2 packs."""
    return f"{number} {word}{'' if number == 1 else 's'}"
