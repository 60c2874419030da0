"""What a PDF was made from, written into the PDF itself, and whether it is still as it was made.

The identifier of a PDF is a pair (ISO 32000-1, 14.4): the first stays the same for its life and is
here a digest of what it was made from; the second changes with each change and is here a digest of
the file itself, without which a file that someone has edited would pass for ours.
"""

import re
from hashlib import sha256

DIGITS = 32
"""Of each digest, in hexadecimal: the 16 bytes that an identifier has."""

# In hexadecimal, as we write it, or as the text in which WeasyPrint does.
_PAIR = re.compile(rb"/ID \[[<(]([0-9a-f]{32})[>)] ?[<(]([0-9a-f]{32})[>)]\]")
_NOTHING = b"0" * DIGITS


def seal(pdf: bytes, origin: str) -> bytes:
    """Write `origin`, 32 hexadecimal digits, and the file's digest over a PDF's identifier."""
    start, end = _span(pdf) or (0, 0)
    if start == end or len(origin) != DIGITS:
        raise ValueError("the PDF has no identifier to write over, or the origin is no digest")
    before, after = pdf[:start] + b"/ID [<" + origin.encode() + b"><", b">]" + pdf[end:]
    return before + _digest(before + _NOTHING + after) + after


def origin_of(pdf: bytes) -> str | None:
    """What a whole, unchanged PDF was sealed with; None for any other file."""
    span = _span(pdf)
    found = _PAIR.fullmatch(pdf, *span) if span else None
    if not found:
        return None
    blank = pdf[: found.start(2)] + _NOTHING + pdf[found.end(2) :]
    return found[1].decode() if found[2] == _digest(blank) else None


def _span(pdf: bytes) -> tuple[int, int] | None:
    """Where the last identifier stands."""
    start = max(pdf.rfind(b"/ID ["), 0)
    found = _PAIR.match(pdf, start)
    return found.span() if found else None


def _digest(content: bytes) -> bytes:
    return sha256(content).hexdigest()[:DIGITS].encode()
