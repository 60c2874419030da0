"""Where two PDFs differ: on which page, and whether in text, picture, or behind the pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from io import BytesIO
from itertools import zip_longest

from pikepdf import Pdf
from pypdfium2 import PdfDocument, PdfPage

_SCALE = 100 / 72
"""Of pictures in which pages are compared: pixels to a point."""
_LONGEST = 60
"""Characters of a text that are shown."""


@dataclass(frozen=True)
class _Page:
    text: str
    picture: bytes


def page_differences(before: bytes, after: bytes) -> Iterator[str]:
    """Say of each page that differs how; of none, what differs behind the pages."""
    pages = zip_longest(_pages(before), _pages(after))
    told = [said for number, pair in enumerate(pages, 1) if (said := _told(number, *pair))]
    yield from told or _behind(before, after)


def first_difference(before: str, after: str) -> str:
    """The first words in which two texts differ, after the word before them.

    As in `“take 3 mg” became “take 5 mg”`.
    """
    words = before.split(), after.split()
    matcher = SequenceMatcher(None, *words, autojunk=False)
    changed = (code for code in matcher.get_opcodes() if code[0] != "equal")
    _, start, end, new_start, new_end = next(changed, ("", 0, 0, 0, 0))
    old, new = words[0][max(start - 1, 0) : end], words[1][max(new_start - 1, 0) : new_end]
    return f"“{_short(old)}” became “{_short(new)}”"


def _short(words: list[str]) -> str:
    text = " ".join(words)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _pages(pdf: bytes) -> list[_Page]:
    with PdfDocument(pdf) as document:
        return [_page(page) for page in document]


def _page(page: PdfPage) -> _Page:
    picture = page.render(scale=_SCALE)
    return _Page(page.get_textpage().get_text_range(), bytes(picture.buffer))


def _told(number: int, before: _Page | None, after: _Page | None) -> str:
    if before is None or after is None:
        return f"page {number}: only {'after' if after else 'before'}"
    if before.text != after.text:
        return f"page {number}: text, {first_difference(before.text, after.text)}"
    return f"page {number}: picture" if before.picture != after.picture else ""


def _behind(before: bytes, after: bytes) -> Iterator[str]:
    """The parts of a PDF that nobody sees on a page."""
    parts = _parts(before), _parts(after)
    names = [name for name in parts[0] | parts[1] if parts[0].get(name) != parts[1].get(name)]
    for name in names:
        old, new = (one.get(name, b"") for one in parts)
        is_entry = name.startswith("/")
        told = f", {first_difference(old.decode(), new.decode())}" if is_entry else ""
        yield f"no page: {name}{told}"
    if not names:
        yield "no page: tags, links, bookmarks or fonts"


def _parts(pdf: bytes) -> dict[str, bytes]:
    """The entries of the information dictionary, which begin with `/`, and other parts by name."""
    with Pdf.open(BytesIO(pdf)) as opened:
        entries = {str(name): str(value).encode() for name, value in opened.docinfo.items()}
        drawn = {
            f"drawing of page {number}": page.Contents.read_bytes()
            for number, page in enumerate(opened.pages, 1)
        }
        origin = {"origin in the identifier": bytes(opened.trailer.ID[0])}
        metadata = {"metadata": opened.Root.Metadata.read_bytes()}
        return entries | drawn | metadata | origin
