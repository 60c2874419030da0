"""A page is printed once for all tests, as a day's list does: the same origin, the same PDF."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import pytest

from build_pack.printing import joined_pdf, printer
from build_pack.printing.cache_key import CacheKeys
from build_pack.printing.layout import HtmlPage
from build_pack.printing.printer import Printer
from build_pack.problems import Problem, ProblemsError
from build_pack.rendering.pdf.merge import PdfPart, merge_pdfs
from build_pack.rendering.weasyprint.renderer import Renderer

_print_sheet = Printer._sheet  # noqa: SLF001 - all that is printed goes through it
_new_renderer = Printer._new_renderer  # noqa: SLF001


@dataclass
class Shelf:
    """Keeps what was printed and joined, for all processes, and which stylesheets are sound."""

    folder: Path
    is_used: bool = True
    _keys: WeakKeyDictionary[Printer, CacheKeys] = field(default_factory=WeakKeyDictionary)
    _sound: set[str] = field(default_factory=set)

    def sheet(self, press: Printer, wanted: HtmlPage) -> tuple[bytes, tuple[Problem, ...]]:
        """A page as it was printed before, or else printed now."""
        if not self.is_used:
            return _print_sheet(press, wanted)
        path = self.folder / self._name(press, wanted)
        if path.exists():
            return path.read_bytes(), ()
        pdf, warnings = _print_sheet(press, wanted)
        if not warnings:  # those name the files of one test
            self._put(path, pdf)
        return pdf, warnings

    def renderer(self, press: Printer, scripts: frozenset[str]) -> Any:
        """One that reads its stylesheets now, or if it has read the same before, when it prints."""
        if not self.is_used:
            return _new_renderer(press, scripts)
        try:
            origin = self._of(press).of((), " ".join(sorted(scripts)))
        except (OSError, ProblemsError):  # the press tells it in its own words
            return _new_renderer(press, scripts)
        if origin in self._sound:
            return _LaterRenderer(lambda: _new_renderer(press, scripts))
        made = _new_renderer(press, scripts)
        self._sound.add(origin)
        return made

    def joined(self, parts: Sequence[PdfPart], *, title: str, locale: str) -> bytes:
        """The parts as they were joined before, or else joined now."""
        if not self.is_used:
            return merge_pdfs(parts, title=title, locale=locale)
        said = repr([(sha256(p.pdf).digest(), p.title, p.locale, p.new_sheet) for p in parts])
        path = self.folder / sha256(f"{said} {title} {locale}".encode()).hexdigest()
        if not path.exists():
            self._put(path, merge_pdfs(parts, title=title, locale=locale))
        return path.read_bytes()

    def _put(self, path: Path, pdf: bytes) -> None:
        made = path.with_suffix(f".{os.getpid()}")
        made.write_bytes(pdf)
        os.replace(made, path)  # noqa: PTH105 - a test lets Path.replace fail

    def _name(self, press: Printer, wanted: HtmlPage) -> str:
        """What a page is made from, with the ledger's last line, which its origin leaves out."""
        record = sha256(wanted.overlay.record.encode()).hexdigest()
        return f"{self._of(press).of([wanted], '')}{record[:16]}"

    def _of(self, press: Printer) -> CacheKeys:
        if press not in self._keys:
            self._keys[press] = CacheKeys(press.setting)
        return self._keys[press]


class _LaterRenderer:
    """A renderer that is made when it is first asked for something."""

    def __init__(self, make: Callable[[], Renderer]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Renderer:
        return self._make()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._made, name)


def put_up(shelf: Shelf, patch: pytest.MonkeyPatch) -> Shelf:
    """Let all that is printed here go over the shelf."""

    def sheet(press: Printer, wanted: HtmlPage) -> tuple[bytes, tuple[Problem, ...]]:
        return shelf.sheet(press, wanted)

    def renderer(press: Printer, scripts: frozenset[str]) -> Any:
        return shelf.renderer(press, scripts)

    patch.setattr(Printer, "_sheet", sheet)
    patch.setattr(Printer, "_new_renderer", renderer)
    for module in (printer, joined_pdf):
        patch.setattr(module, "merge_pdfs", shelf.joined)
    return shelf
