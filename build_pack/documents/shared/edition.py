"""Which exact texts a document is made of: a digest, a short code for it, and who approved them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter that can be read as a digit."""
_LENGTH = 8
_BITS = 5


@dataclass(frozen=True)
class Edition:
    """The texts of one document in one locale, the same for every patient."""

    digest: str
    """SHA-256 over all texts that the document may print, in hexadecimal."""
    released: bool = False
    """Whether everyone who has to has approved them."""
    approved_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Names by role."""
    until: date | None = None
    """The last day of the approval; None if it has none."""
    ledger: str = ""
    """The digest of the ledger's last line when it was released."""

    @property
    def code(self) -> str:
        """The digest in eight letters and digits for paper, as in `7K3M-2X9D`."""
        return edition_code(self.digest)


def edition_code(digest: str) -> str:
    """The short code of a digest: its first 40 bits."""
    number = int(digest[: _LENGTH * _BITS // 4], 16)
    letters = [_LETTERS[number >> _BITS * at & 31] for at in reversed(range(_LENGTH))]
    return "".join(letters[:4]) + "-" + "".join(letters[4:])


def parse_edition_code(text: str) -> str | None:
    """A code as someone typed it, in the form of `code_of`; None if it cannot be one.

    O is read as 0, and I and L as 1. What a QR code says contains the code as its last word.
    """
    words = text.upper().split()
    letters = (words[-1] if words else "").replace("-", "").translate(_ALIKE)
    if len(letters) != _LENGTH or not set(letters) <= set(_LETTERS):
        return None
    return f"{letters[:4]}-{letters[4:]}"


_ALIKE = str.maketrans({"O": "0", "I": "1", "İ": "1", "L": "1"})
