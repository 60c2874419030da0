"""The list of those who may sign, `approvals/allowed_signers`: whose key is whose.

Its format is that of ssh-keygen (ALLOWED SIGNERS in its manual), without what would let one person
count as two: patterns, certificates, and one key under two names. What is read here is written
again for ssh-keygen, so that both read the same.
"""

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from build_pack.approvals.names.name_comparison import same_person
from build_pack.approvals.names.name_faults import written_fault
from build_pack.problems import Place, Problem
from build_pack.storage.memoization import memoized
from build_pack.storage.text_files import read_text

LIST_ID = "allowed_signers"
"""The id of the text that is signed where keys are required: the list itself."""

_OPTION = r'(?:namespaces="[\w*?!,@.-]+"|valid-(?:after|before)="\d{8}(?:\d{4}(?:\d\d)?)?Z?")'
_LINE = re.compile(
    rf'(?:"(?P<quoted>[^"\\]+)"|(?P<plain>[^\s"\\]+))\s+(?:(?P<options>{_OPTION}(?:,{_OPTION})*)\s+)?'
    r"(?P<kind>(?:sk-)?(?:ssh|ecdsa)-[\w@.-]+)\s+(?P<blob>[A-Za-z0-9+/]+={0,2})(?:\s.*)?"
)
_HOW = "The format is: NAME KIND KEY, such as “first@sample ssh-ed25519 AAAA…”."


@dataclass(frozen=True)
class AllowedSigner:
    """One line of the list: a person's name and one of this person's keys."""

    name: str
    options: str
    kind: str
    blob: str
    place: Place = field(compare=False)

    @property
    def line(self) -> str:
        """The line as ssh-keygen and those who sign the list are given it."""
        return " ".join(filter(None, (f'"{self.name}"', self.options, self.kind, self.blob)))


@dataclass(frozen=True)
class AllowedSigners:
    """Those who may sign; nobody if there is a fault in the list."""

    entries: tuple[AllowedSigner, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_there: bool = False
    """Whether there is such a file; one that holds nobody lets nobody sign."""

    @property
    def text(self) -> str:
        """What is signed of it: names, keys and until when they hold, in order of names."""
        return "\n".join(sorted(entry.line for entry in self.entries))

    def owner(self, blob: str) -> str:
        """The name of the person whose key this is; empty if it is nobody's."""
        return next((entry.name for entry in self.entries if entry.blob == blob), "")

    def of(self, name: str) -> str:
        """The lines of one person; empty if nobody is called so."""
        return "".join(f"{entry.line}\n" for entry in self.entries if entry.name == name)


@memoized
def read_list(path: Path) -> AllowedSigners:
    """Read the list, or an empty one; raises `ProblemsError` if the file cannot be read."""
    return key_list(read_text(path), path) if path.is_file() else AllowedSigners()


def key_list(text: str, path: Path) -> AllowedSigners:
    """A list from its text; one with a fault holds nobody."""
    lines = ((number, line.strip()) for number, line in enumerate(text.split("\n"), 1))
    found = [
        _entry(line, Place(path, number))
        for number, line in lines
        if line and not line.startswith("#")
    ]
    entries = tuple(one for one in found if isinstance(one, AllowedSigner))
    problems = *(one for one in found if isinstance(one, Problem)), *_shared(entries)
    return AllowedSigners(() if problems else entries, problems, is_there=True)


def _entry(line: str, place: Place) -> AllowedSigner | Problem:
    found = _LINE.fullmatch(line)
    if re.search(r"(^|[\s,])cert-authority([\s,]|$)", line):
        return _wrong(
            place,
            ("Certificate authorities are not allowed: they can name anyone."),
            "List each person's own key.",
        )
    if found is None:
        return _wrong(place, "This line is not readable.", _HOW)
    name = found["quoted"] or found["plain"]
    if re.search(r"[*?!,]", name):
        message = f"“{name}” is a pattern, or more than one name."
        return _wrong(place, message, "Write one line per person, with one complete name.")
    if fault := written_fault(name):
        return _wrong(place, f"This is not a valid name: {fault}.", "Write the name again.")
    if fault := key_fault(found["kind"], found["blob"]):
        return _wrong(place, fault, "Create a key with: ssh-keygen -t ed25519")
    return AllowedSigner(name, found["options"] or "", found["kind"], found["blob"], place)


def _shared(entries: Iterable[AllowedSigner]) -> Iterator[Problem]:
    """A problem for each two lines that make one person two, or two persons one."""
    for one, other in combinations(entries, 2):
        if one.name == other.name:
            continue
        if key_material(one.blob) == key_material(other.blob):
            message = (
                f"“{one.name}” and “{other.name}” have the same key; each person needs a "
                "different key."
            )
            yield _wrong(other.place, message, "Keep only the line of the key's owner.")
        if same_person(one.name, other.name):
            message = f"“{one.name}” and “{other.name}” count as the same name."
            hint = (
                "Spell one person's name the same in each line, and use different names for "
                "different people."
            )
            yield _wrong(other.place, message, hint)


def _wrong(place: Place, message: str, hint: str) -> Problem:
    return Problem("signers-invalid", place, message, hint)


_KINDS = frozenset({
    "ssh-ed25519",
    "sk-ssh-ed25519@openssh.com",
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
    "sk-ecdsa-sha2-nistp256@openssh.com",
    "ssh-rsa",
})  # fmt: skip
"""The kinds of keys that may sign."""
_RSA_BITS = 2048
_LENGTH = 4
"""Bytes that say how long a field is (RFC 4251, section 5)."""


def key_fault(kind: str, blob: str) -> str:
    """Why this key may not sign; empty if it may."""
    if kind not in _KINDS:
        return f"Keys of the type {kind} are not accepted."
    fields = _fields(blob)
    if len(fields) < 2 or fields[0] != kind.encode() or not all(fields[:2]):  # noqa: PLR2004 - kind and key
        return "This is not a complete public SSH key."
    bits = (
        int.from_bytes(key_material(blob), "big").bit_length() if kind == "ssh-rsa" else _RSA_BITS
    )
    if bits < _RSA_BITS:
        return f"This RSA key has {bits} bits; the minimum is {_RSA_BITS}."
    return ""


def key_material(blob: str) -> bytes:
    """What makes the key: two that share it are one, also as two kinds or with another exponent."""
    kind, *fields = _fields(blob)
    if kind == b"ssh-rsa":
        return fields[1].lstrip(b"\0") if len(fields) > 1 else b""
    at = 1 if b"ecdsa" in kind else 0
    return fields[at] if len(fields) > at else b""


def _fields(blob: str) -> list[bytes]:
    """The fields of a key; as many as there are whole."""
    try:
        rest = b64decode(blob, validate=True)
    except Error:
        return [b""]
    found = []
    while len(rest) >= _LENGTH:
        size = int.from_bytes(rest[:_LENGTH], "big")
        found.append(rest[_LENGTH : _LENGTH + size])
        if len(found[-1]) < size:
            return [b""]
        rest = rest[_LENGTH + size :]
    return found if found and not rest else [b""]
